// 每年6次: how often something is to be done, and the days on which it was. The days stay in order; nobody's tick is lost by another number of times.
import { isDay } from '../model/day.ts';
import type { Day, Id, Plan, Ticks } from '../model/plan.ts';
import { refuse } from './change.ts';
import type { Outcome } from './change.ts';

/** null: it does not recur. Never fewer than are done. */
export function setTicks(plan: Plan, { id, times }: { readonly id: Id; readonly times: number | null }): Outcome {
  const node = plan.nodes.get(id);
  if (!node) return refuse('no-such-node');
  if (times === null) return node.ticks ? put(id, undefined) : refuse('nothing-to-do');
  if (!Number.isInteger(times) || times < 1 || times > 366) return refuse('bad-times');
  const done = node.ticks?.done ?? [];
  const many = Math.max(times, done.length);
  return node.ticks?.times === many ? refuse('nothing-to-do') : put(id, { times: many, done });
}

export function tick(plan: Plan, { id, day }: { readonly id: Id; readonly day: Day }): Outcome {
  const node = plan.nodes.get(id);
  if (!node) return refuse('no-such-node');
  if (!isDay(day)) return refuse('bad-day', { day });
  const { ticks } = node;
  if (!ticks || ticks.done.length >= ticks.times) return refuse('nothing-to-do');
  return put(id, { ...ticks, done: [...ticks.done, day].sort() });
}

export function untick(plan: Plan, { id, index }: { readonly id: Id; readonly index: number }): Outcome {
  const ticks = plan.nodes.get(id)?.ticks;
  if (!ticks || ticks.done[index] === undefined) return refuse('nothing-to-do');
  return put(id, { ...ticks, done: ticks.done.filter((_, at) => at !== index) });
}

/** It was another day. */
export function retick(plan: Plan, args: { readonly id: Id; readonly index: number; readonly day: Day }): Outcome {
  const { id, index, day } = args;
  const ticks = plan.nodes.get(id)?.ticks;
  if (!isDay(day)) return refuse('bad-day', { day });
  if (!ticks || ticks.done[index] === undefined || ticks.done[index] === day) return refuse('nothing-to-do');
  return put(id, { ...ticks, done: ticks.done.map((each, at) => (at === index ? day : each)).sort() });
}

function put(id: Id, value: Ticks | undefined): Outcome {
  return [{ do: 'put', id, key: 'ticks', value }];
}
