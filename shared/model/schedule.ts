// What follows from spans: roll-ups, the days a plan is about, progress. A pure function of plan and today; lights are in lights.ts, links in links.ts.
import { asked } from './asked.ts';
import { maxDay, minDay } from './day.ts';
import { ROOT } from './plan.ts';
import type { Day, Id, Plan, Span } from './plan.ts';
import { patched } from './patched.ts';
import { remembered, touchedSince, upwards } from './remember.ts';
import { childrenOf, isBinned } from './tree.ts';

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
export const spans: (plan: Pick<Plan, 'nodes' | 'tree'>) => ReadonlyMap<Id, Span> = remembered(askedSpans, mendSpans);

function askedSpans(plan: Pick<Plan, 'nodes' | 'tree'>): ReadonlyMap<Id, Span> {
  const found: ReadonlyMap<Id, Span> = asked(
    (id: Id) => (isBinned(plan, id) ? undefined : spanAt(plan, id, found)),
    () => allSpans(plan),
  );
  return found;
}

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
    const shown = spans(plan);
    let from: Day | undefined;
    let to: Day | undefined;
    // A roll-up reaches no farther than what it spans, so own spans tell; few of them reach farther than those before.
    for (const { id, span } of plan.nodes.values()) {
      if (!span || (from !== undefined && to !== undefined && span.start >= from && span.end <= to)) continue;
      const known = shown.get(id);
      if (!known) continue;
      from = from === undefined ? known.start : minDay(from, known.start);
      to = to === undefined ? known.end : maxDay(to, known.end);
    }
    return from === undefined || to === undefined ? {} : { from, to };
  },
  (last, before, now) => {
    const { from, to } = last;
    const touched = touchedSince(before, now);
    if (!touched || from === undefined || to === undefined) return undefined;
    const [was, is] = [spans(before), spans(now)];
    // What did not make the edge and does not pass it leaves it where it is.
    const within = upwards(now, touched).every((id) => {
      const old = was.get(id);
      const span = is.get(id);
      if (old === span) return true;
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
