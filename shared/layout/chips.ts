// What I have filtered by: how it is read again from storage or an address, trusting nothing, and asked of a plan today.
import { isRecord } from '../guard.ts';
import { LIGHT_ORDER } from './lane.ts';
import type { Filter as Asked } from './filter.ts';
import type { FindingCode } from '../model/finding.ts';
import { isDay } from '../model/day.ts';
import type { Day, Id, Light } from '../model/plan.ts';

/** The chips and the search; the day that lights are measured against is not mine to keep. */
export type Filter = Omit<Asked, 'today'>;

export const NO_FILTER: Filter = {};

/** More would be no choice any more. */
const MOST = 50;

/** One of before had a single office and light. */
export function readFilter(value: unknown): Filter {
  const kept = isRecord(value) ? value : {};
  const { section, period } = kept;
  const offices = idsIn(kept['offices'] ?? kept['office']);
  const lights = idsIn(kept['lights'] ?? kept['light']).filter(isLight);
  const findings = idsIn(kept['findings']).filter(isFinding);
  return {
    ...(offices.length > 0 && { offices }),
    ...(typeof section === 'string' && section !== '' && { section }),
    ...(lights.length > 0 && { lights }),
    ...(isRecord(period) && readPeriod(period['start'], period['end'])),
    ...(kept['undated'] === true && { undated: true }),
    ...(findings.length > 0 && { findings }),
  };
}

export function readPeriod(start: unknown, end: unknown): Pick<Filter, 'period'> {
  const good = typeof start === 'string' && typeof end === 'string' && isDay(start) && isDay(end) && start <= end;
  return good ? { period: { start, end } } : {};
}

function idsIn(value: unknown): readonly Id[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(list.filter((each): each is string => typeof each === 'string' && each !== ''))].slice(0, MOST);
}

export function isLight(value: string): value is Light {
  return LIGHT_ORDER.some((light) => light === value);
}

/** A code nobody knows any more finds nothing. */
function isFinding(value: string): value is FindingCode {
  return /^[a-z-]{1,40}$/.test(value);
}

const asked = new WeakMap<Filter, Asked>();

/** The same object for the same filter and day, so that its hits are looked for once. */
export function askedOf(filter: Filter, today: Day): Asked {
  const held = asked.get(filter);
  if (held?.today === today) return held;
  const made = { ...filter, today };
  asked.set(filter, made);
  return made;
}
