// What follows from a Plan and is asked for in many places: computed once for each Plan, never stored.
import { audit } from '../../shared/model/audit.ts';
import { numbering } from '../../shared/model/numbering.ts';
import type { Day, Plan } from '../../shared/model/plan.ts';
import { lights, spans } from '../../shared/model/schedule.ts';

/** Remembers the last answer for each Plan still in use. */
function perPlan<T>(compute: (plan: Plan) => T): (plan: Plan) => T {
  const known = new WeakMap<Plan, { value: T }>();
  return (plan) => {
    let held = known.get(plan);
    if (!held) known.set(plan, (held = { value: compute(plan) }));
    return held.value;
  };
}

export const numbersOf = perPlan(numbering);
export const spansOf = perPlan(spans);
export const findingsOf = perPlan(audit);

const lightsByDay = perPlan((plan) => {
  const known = new Map<Day, ReturnType<typeof lights>>();
  return (today: Day) => {
    let held = known.get(today);
    if (!held) known.set(today, (held = lights(plan, spansOf(plan), today)));
    return held;
  };
});

export const lightsOf = (plan: Plan, today: Day): ReturnType<typeof lights> => lightsByDay(plan)(today);
