// The critical path and the slack of a plan as it stands: computed once for each plan.
import { calendarOf } from './almanac.ts';
import { network } from './critical.ts';
import type { Network } from './critical.ts';
import type { Plan } from './plan.ts';
import { spans } from './schedule.ts';

const known = new WeakMap<Plan, Network>();

export function networkOf(plan: Plan): Network {
  let held = known.get(plan);
  if (!held) known.set(plan, (held = network(plan, spans(plan), calendarOf(plan))));
  return held;
}
