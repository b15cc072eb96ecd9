// What the bureau calls its lights and by what it measures 滞后. Rules that say nothing are taken away: the usual holds.
import type { Light, LightRules, Plan } from '../model/plan.ts';
import { LIGHTS } from '../model/readers.ts';
import { USUAL } from '../model/lights.ts';
import { refuse } from './change.ts';
import type { Outcome } from './change.ts';
import { dropRecord, keepRecord } from './records.ts';

const RULES = { sort: 'lights', id: 'rules' } as const;
const MOST_POINTS = 100;
export const MOST_DAYS = 366;
export const LONGEST_NAME = 20;

export function setLights(plan: Plan, { rules }: { rules: LightRules }): Outcome {
  const { latePoints = USUAL.latePoints, graceDays = USUAL.graceDays, soonDays = 0, names: said, hues = {} } = rules;
  if (!whole(latePoints, MOST_POINTS)) return refuse('bad-number');
  if (!whole(graceDays, MOST_DAYS) || !whole(soonDays, MOST_DAYS)) return refuse('bad-days');
  if (Object.values(hues).some((hue) => !whole(hue, 359))) return refuse('bad-number');
  const names = ownNames(said ?? {});
  const words = Object.values(names);
  if (words.some((word) => word.length > LONGEST_NAME)) return refuse('too-long');
  if (new Set(words).size < words.length) return refuse('same-light-name');
  const value: LightRules = {
    ...(words.length > 0 && { names }),
    ...(latePoints !== USUAL.latePoints && { latePoints }),
    ...(graceDays !== USUAL.graceDays && { graceDays }),
    ...(soonDays > 0 && { soonDays }),
    ...(Object.keys(hues).length > 0 && { hues }),
  };
  return Object.keys(value).length > 0 ? keepRecord(plan, { ...RULES, value }) : dropRecord(plan, RULES);
}

function ownNames(said: NonNullable<LightRules['names']>): Partial<Record<Light, string>> {
  const names: Partial<Record<Light, string>> = {};
  for (const light of LIGHTS) {
    const word = said[light]?.trim();
    if (word) names[light] = word;
  }
  return names;
}

const whole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most;
