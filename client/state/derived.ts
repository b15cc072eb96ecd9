// What follows from a Plan and is asked for in many places: computed once for each Plan, never stored.
import { asked } from '../../shared/model/asked.ts';
import { audit, waiverOf } from '../../shared/model/audit.ts';
import { numbering } from '../../shared/model/numbering.ts';
import type { Day, Id, Plan } from '../../shared/model/plan.ts';
import { spans } from '../../shared/model/schedule.ts';
import { lights } from '../../shared/model/lights.ts';
import { proposalsAt, proposalsOf } from '../../shared/yaodian/proposals.ts';

/** Remembers the last answer for each Plan still in use. */
export function perPlan<T>(compute: (plan: Plan) => T): (plan: Plan) => T {
  const known = new WeakMap<Plan, { value: T }>();
  return (plan) => {
    let held = known.get(plan);
    if (!held) known.set(plan, (held = { value: compute(plan) }));
    return held.value;
  };
}

// These two remember by themselves, and the layout asks for the same.
export const numbersOf = (plan: Plan): ReturnType<typeof numbering> => numbering(plan);
export const spansOf = (plan: Plan): ReturnType<typeof spans> => spans(plan);
export const findingsOf = perPlan(audit);
/** Those nobody answers for. */
export const openFindings = perPlan((plan: Plan) =>
  plan.records.waiver.size === 0 ? findingsOf(plan) : findingsOf(plan).filter((finding) => !waiverOf(plan, finding)),
);
/** What the text proposes, and the same by node. */
export const timesOf = perPlan(proposalsOf);
export const timesByNode = perPlan((plan: Plan) =>
  asked(
    (id: Id) => {
      const found = proposalsAt(plan, id);
      return found.length > 0 ? found : undefined;
    },
    () => byNode(timesOf(plan)),
  ),
);

export const lightsOf = (plan: Plan, today: Day): ReturnType<typeof lights> => lights(plan, spans(plan), today);

function byNode<T extends { readonly node: Id }>(list: readonly T[]): ReadonlyMap<Id, readonly T[]> {
  const found = new Map<Id, T[]>();
  for (const each of list) found.set(each.node, [...(found.get(each.node) ?? []), each]);
  return found;
}
