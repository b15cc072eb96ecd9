// Which lane one work belongs to, and what a lane is called. The list's groups ask the same.
import { quarter, year } from '../model/day.ts';
import type { Day, Id, Light, Plan } from '../model/plan.ts';
import { spans } from '../model/schedule.ts';
import { lights, rulesOf } from '../model/lights.ts';
import { ancestors } from '../model/tree.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

/** Without one of these the work stands in its tree, by sections. */
export const GROUPS_BY = ['lead', 'quarter', 'light'] as const;
export type GroupBy = (typeof GROUPS_BY)[number];

/** The lane of names that stand for several offices. */
export const COLLECTIVE = 'collective';

export const LIGHT_ORDER: readonly Light[] = ['late', 'doing', 'todo', 'hold', 'done'];

export interface LaneFacts {
  readonly by: GroupBy;
  readonly today: Day;
}

/** For many works at once. What has none of it, has the empty lane. */
export function createLaneOf(plan: Plan, { by, today }: LaneFacts): (id: Id) => string {
  const shown = spans(plan);
  switch (by) {
    case 'lead':
      return (id) => {
        const office = plan.offices.get(leadOf(plan, id) ?? '');
        return !office ? '' : office.collective ? COLLECTIVE : office.id;
      };
    case 'quarter':
      return (id) => {
        const end = shown.get(id)?.end;
        return end === undefined ? '' : `${year(end)}-${quarter(end)}`;
      };
    case 'light': {
      const all = lights(plan, shown, today);
      return (id) => all.get(id) ?? 'todo';
    }
  }
}

/** The 牵头部门: the first-named, or, where nobody is named, who leads what it stands under. */
export function leadOf(plan: Plan, id: Id): Id | undefined {
  for (const each of [id, ...ancestors(plan, id)]) {
    const [lead] = plan.nodes.get(each)?.lead.keys() ?? [];
    if (lead !== undefined) return lead;
  }
  return undefined;
}

export function laneLabel(
  plan: Plan,
  { by, lang }: { readonly by: GroupBy; readonly lang: Lang },
  value: string,
): string {
  const words = WORDS[lang];
  switch (by) {
    case 'lead':
      if (value === COLLECTIVE) return words.collective;
      return plan.offices.get(value)?.name ?? words.noLead;
    case 'quarter':
      return value === '' ? words.undated : words.quarterOf(Number(value.slice(0, -2)), Number(value.slice(-1)));
    case 'light':
      return rulesOf(plan)?.names?.[value as Light] ?? words.lights[value as Light];
  }
}
