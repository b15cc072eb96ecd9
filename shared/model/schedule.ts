// What follows from spans: roll-ups, lights, planned progress, broken and circular links. A pure function of plan and today.
import { addDays, diffDays, maxDay, minDay } from './day.ts';
import { ROOT } from './plan.ts';
import type { Day, Id, Light, LightRules, Link, Node, Plan, Span } from './plan.ts';
import { differing, patched } from './patched.ts';
import { remembered, touchedSince, upwards } from './remember.ts';
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
export const spans: (plan: Pick<Plan, 'nodes' | 'tree'>) => ReadonlyMap<Id, Span> = remembered(allSpans, mendSpans);

function allSpans(plan: Pick<Plan, 'nodes' | 'tree'>): ReadonlyMap<Id, Span> {
  const found = new Map<Id, Span>();
  const visit = (id: Id): void => {
    for (const child of childrenOf(plan, id)) visit(child);
    const span = spanAt(plan, id, found);
    if (span) found.set(id, span);
  };
  for (const id of childrenOf(plan, ROOT)) visit(id);
  return found;
}

/** From the spans of its children. */
function spanAt(
  plan: Pick<Plan, 'nodes' | 'tree'>,
  id: Id,
  shown: Pick<ReadonlyMap<Id, Span>, 'get'>,
): Span | undefined {
  const node = plan.nodes.get(id);
  const summary = node?.kind === 'section' || node?.kind === 'item';
  if (!node || (!summary && node.span)) return node?.span;
  let below: Span | undefined;
  for (const child of childrenOf(plan, id)) {
    const span = shown.get(child);
    if (span) below = below ? join(below, span) : span;
  }
  return below ?? node.span;
}

function mendSpans(
  last: ReadonlyMap<Id, Span>,
  before: Pick<Plan, 'nodes' | 'tree'>,
  now: Pick<Plan, 'nodes' | 'tree'>,
): ReadonlyMap<Id, Span> | undefined {
  const touched = touchedSince(before, now);
  if (!touched) return undefined;
  const changes = new Map<Id, Span | undefined>();
  const shown = { get: (id: Id) => (changes.has(id) ? changes.get(id) : last.get(id)) };
  for (const id of upwards(now, touched)) {
    const old = last.get(id);
    const span = spanAt(now, id, shown);
    if (!sameSpan(old, span)) changes.set(id, span);
  }
  return patched(last, changes);
}

function sameSpan(a: Span | undefined, b: Span | undefined): boolean {
  return a === b || (a?.start === b?.start && a?.end === b?.end && a?.grain === b?.grain);
}

/** The days worth showing: the plan's horizon and every span that reaches beyond it. */
export function daysOf(plan: Plan, clock: Day): Span {
  const { start, end } = horizonOf(plan, clock);
  const { from, to } = reach(plan);
  return from === undefined || to === undefined ? { start, end } : { start: minDay(start, from), end: maxDay(end, to) };
}

interface Reach {
  readonly from?: Day;
  readonly to?: Day;
}

/** From the first day of all spans to the last. */
const reach: (plan: Pick<Plan, 'nodes' | 'tree'>) => Reach = remembered(
  (plan) => {
    let from: Day | undefined;
    let to: Day | undefined;
    for (const { start, end } of spans(plan).values()) {
      if (from === undefined || start < from) from = start;
      if (to === undefined || end > to) to = end;
    }
    return from === undefined || to === undefined ? {} : { from, to };
  },
  (last, before, now) => {
    const [was, is] = [spans(before), spans(now)];
    const { from, to } = last;
    if (from === undefined || to === undefined) return was === is ? last : undefined;
    // What did not make the edge and does not pass it leaves it where it is.
    const within = differing(was, is).every((id) => {
      const old = was.get(id);
      const span = is.get(id);
      return (!old || (old.start > from && old.end < to)) && (!span || (span.start >= from && span.end <= to));
    });
    return within ? last : undefined;
  },
);

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

/** What 滞后 is measured by, where the plan's rules say nothing else. */
export const USUAL: Measures = { latePoints: 20, graceDays: 0 };

export type Measures = Required<Pick<LightRules, 'latePoints' | 'graceDays'>>;

/** A bureau's own rules, if it has any. */
export function rulesOf(plan: Pick<Plan, 'records'>): LightRules | undefined {
  return plan.records.lights.get('rules');
}

export function measuresOf(plan: Pick<Plan, 'records'>): Measures {
  return { ...USUAL, ...rulesOf(plan) };
}

/**
 * The light set by hand, or the one that follows from span, progress and today. 滞后: behind 序时进度 by more than so
 * many points, or unfinished more than so many days after the end. The points count on through the days of grace, so
 * that nothing that is late before its end is forgiven by passing it.
 */
export function lightOf(
  node: Pick<Node, 'kind' | 'status'>,
  span: Span | undefined,
  progress: number | undefined,
  today: Day,
  { latePoints, graceDays }: Measures = USUAL,
): Light {
  if (node.status) return node.status.light;
  const done = progress ?? 0;
  if (done >= 100) return 'done';
  if (!span) return done > 0 ? 'doing' : 'todo';
  if (today > span.end && diffDays(span.end, today) > graceDays) return 'late';
  if (today < span.start) return done > 0 ? 'doing' : 'todo';
  if (node.kind === 'milestone') return 'todo';
  return plannedProgress(span, today) - done > latePoints ? 'late' : 'doing';
}

type Lit = Pick<Plan, 'nodes' | 'tree' | 'records'>;

/** The lights of all nodes that are not in the bin, by the plan's rules. */
export function lights(plan: Lit, shown: ReadonlyMap<Id, Span>, today: Day): ReadonlyMap<Id, Light> {
  const by = measuresOf(plan);
  if (shown === spans(plan)) return lightsOn(today, by)(plan);
  return allLights(plan, shown, today, by);
}

function allLights(plan: Lit, shown: ReadonlyMap<Id, Span>, today: Day, by: Measures): ReadonlyMap<Id, Light> {
  const found = new Map<Id, Light>();
  const visit = (id: Id): void => {
    const node = plan.nodes.get(id);
    if (node) found.set(id, lightOf(node, shown.get(id), progressOf(plan, id), today, by));
    for (const child of childrenOf(plan, id)) visit(child);
  };
  visit(ROOT);
  return found;
}

type LightsOn = (plan: Lit) => ReadonlyMap<Id, Light>;

/** Of the day and the rules asked for last; nobody asks for two in turn. */
let lit: { readonly today: Day; readonly by: Measures; readonly of: LightsOn } | undefined;

function lightsOn(today: Day, by: Measures): LightsOn {
  if (lit?.today !== today || lit.by.latePoints !== by.latePoints || lit.by.graceDays !== by.graceDays)
    lit = { today, by, of: remembered((plan) => allLights(plan, spans(plan), today, by), mendLights(today, by)) };
  return lit.of;
}

/** A light follows from the node, its span and its progress: of those touched and of all above them. */
function mendLights(today: Day, by: Measures) {
  return (last: ReadonlyMap<Id, Light>, before: Lit, now: Lit): ReadonlyMap<Id, Light> | undefined => {
    const touched = touchedSince(before, now);
    if (!touched) return undefined;
    const shown = spans(now);
    const changes = new Map<Id, Light>();
    for (const id of upwards(now, touched)) {
      const light = lightOf(now.nodes.get(id)!, shown.get(id), progressOf(now, id), today, by);
      if (light !== last.get(id)) changes.set(id, light);
    }
    return patched(last, changes);
  };
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
