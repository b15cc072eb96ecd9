// What follows from spans: roll-ups, lights, planned progress, broken and circular links. A pure function of plan and today.
import { addDays, diffDays, maxDay, minDay } from './day.ts';
import { ROOT } from './plan.ts';
import type { Day, Id, Light, Link, Node, Plan, Span } from './plan.ts';
import { childrenOf } from './tree.ts';

/** The day to measure against: a demonstration plan brings its own. */
export function todayFor(plan: Pick<Plan, 'meta'>, clock: Day): Day {
  return plan.meta.asOf ?? clock;
}

/** The days a plan is about: its horizon, or its year. */
export function horizonOf(plan: Pick<Plan, 'meta'>, clock: Day): Span {
  const year = plan.meta.year ?? +clock.slice(0, 4);
  return plan.meta.horizon ?? { start: `${year}-01-01`, end: `${year}-12-31` };
}

/** The span each node shows. A section or item spans its dated children; a clause or task has its own, or else its children's. */
export function spans(plan: Pick<Plan, 'nodes' | 'tree'>): ReadonlyMap<Id, Span> {
  const found = new Map<Id, Span>();
  const visit = (id: Id): Span | undefined => {
    const node = plan.nodes.get(id);
    let below: Span | undefined;
    for (const child of childrenOf(plan, id)) {
      const span = visit(child);
      if (span) below = below ? join(below, span) : span;
    }
    const summary = node?.kind === 'section' || node?.kind === 'item';
    const span = summary ? (below ?? node.span) : (node?.span ?? below);
    if (span && node) found.set(id, span);
    return span;
  };
  visit(ROOT);
  return found;
}

function join(a: Span, b: Span): Span {
  return { start: minDay(a.start, b.start), end: maxDay(a.end, b.end) };
}

/** Own progress, or the mean of the children that have one. */
export function progressOf(plan: Pick<Plan, 'nodes' | 'tree'>, id: Id): number | undefined {
  const own = plan.nodes.get(id)?.progress;
  if (own !== undefined) return own;
  const below = childrenOf(plan, id)
    .filter((child) => plan.nodes.get(child)?.kind !== 'milestone')
    .map((child) => progressOf(plan, child));
  if (!below.some((value) => value !== undefined)) return undefined;
  return Math.round(below.reduce<number>((sum, value) => sum + (value ?? 0), 0) / below.length);
}

/** 序时进度: the percent of the span that has passed by the end of `today`. */
export function plannedProgress(span: Span, today: Day): number {
  if (today < span.start) return 0;
  if (today >= span.end) return 100;
  return Math.round((100 * (diffDays(span.start, today) + 1)) / (diffDays(span.start, span.end) + 1));
}

/** Behind 序时进度 by this many points counts as 滞后. */
export const LATE_POINTS = 20;

/** The light set by hand, or the one that follows from span, progress and today. */
export function lightOf(node: Node, span: Span | undefined, progress: number | undefined, today: Day): Light {
  if (node.status) return node.status.light;
  const done = progress ?? 0;
  if (done >= 100) return 'done';
  if (!span) return done > 0 ? 'doing' : 'todo';
  if (today > span.end) return 'late';
  if (today < span.start) return done > 0 ? 'doing' : 'todo';
  if (node.kind === 'milestone') return 'todo';
  return plannedProgress(span, today) - done > LATE_POINTS
    ? 'late'
    : done > 0 || today >= span.start
      ? 'doing'
      : 'todo';
}

/** The lights of all nodes that are not in the bin. */
export function lights(
  plan: Pick<Plan, 'nodes' | 'tree'>,
  shown: ReadonlyMap<Id, Span>,
  today: Day,
): ReadonlyMap<Id, Light> {
  const found = new Map<Id, Light>();
  const visit = (id: Id): void => {
    const node = plan.nodes.get(id);
    if (node) found.set(id, lightOf(node, shown.get(id), progressOf(plan, id), today));
    for (const child of childrenOf(plan, id)) visit(child);
  };
  visit(ROOT);
  return found;
}

/** The earliest day (of `to`'s start, or end for FF and SF) that the link allows, or undefined when one side is undated. */
export function earliest(link: Link, shown: ReadonlyMap<Id, Span>): Day | undefined {
  const from = shown.get(link.from);
  if (!from || !shown.has(link.to)) return undefined;
  const anchor = link.type === 'FS' || link.type === 'FF' ? from.end : from.start;
  return addDays(anchor, link.lag + (link.type === 'FS' ? 1 : 0));
}

/** The dates break what the link asks for. */
export function isBroken(link: Link, shown: ReadonlyMap<Id, Span>): boolean {
  const day = earliest(link, shown);
  const to = shown.get(link.to);
  if (!day || !to) return false;
  return (link.type === 'FF' || link.type === 'SF' ? to.end : to.start) < day;
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
