// What a link asks of the dates, whether they keep it, and where links lead. Pure.
import { addDays } from './day.ts';
import type { Day, Id, Link, Plan, Span } from './plan.ts';

/** The earliest day (of `to`'s start, or end for FF and SF) that the link allows, or undefined when one side is undated. */
export function earliest(link: Link, shown: ReadonlyMap<Id, Span>): Day | undefined {
  const from = shown.get(link.from);
  if (!from || !shown.has(link.to)) return undefined;
  const anchor = link.type === 'FS' || link.type === 'FF' ? from.end : from.start;
  return addDays(anchor, link.lag + (link.type === 'FS' ? 1 : 0));
}

/** The dates break what the link asks for. */
export function isBroken(link: Link, shown: ReadonlyMap<Id, Span>): boolean {
  const from = shown.get(link.from);
  const to = shown.get(link.to);
  if (!from || !to) return false;
  const held = link.type === 'FF' || link.type === 'SF' ? to.end : to.start;
  // Nearly every link has no lag, and every edit asks all of them: no need to count days.
  if (link.lag === 0 && link.type === 'FS') return held <= from.end;
  return held < earliest(link, shown)!;
}

/** The chain of nodes along links from `from` to `to`, both included, or undefined when there is none. */
export function linkPath(plan: Pick<Plan, 'links'>, from: Id, to: Id): readonly Id[] | undefined {
  const next = new Map<Id, Id[]>();
  for (const link of plan.links.values()) next.set(link.from, [...(next.get(link.from) ?? []), link.to]);
  const came = new Map<Id, Id | undefined>([[from, undefined]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (at === to) {
      const path: Id[] = [];
      for (let step: Id | undefined = to; step !== undefined; step = came.get(step)) path.unshift(step);
      return path;
    }
    for (const id of next.get(at) ?? []) {
      if (came.has(id)) continue;
      came.set(id, at);
      queue.push(id);
    }
  }
  return undefined;
}
