// 原定 and 现定: where the dates stand now against the dates a baseline kept. What it does not know has not deviated.
import { diffDays, maxDay, minDay } from './day.ts';
import { ROOT } from './plan.ts';
import type { Baseline, Id, Node, Plan, Span } from './plan.ts';
import { spans } from './schedule.ts';
import { childrenOf, isBinned } from './tree.ts';

export interface Deviation {
  readonly was: Span;
  readonly now: Span;
  /** By how many days it ends later; negative when it ends earlier. */
  readonly days: number;
}

/** What a node's own dates are: none for what only shows those of the work below it. */
export function ownSpan(plan: Plan, node: Node): Span | undefined {
  const { span } = node;
  const shown = spans(plan).get(node.id);
  return span && shown && shown.start === span.start && shown.end === span.end ? span : undefined;
}

export function keptSpan({ spans: kept }: Baseline, id: Id): Span | undefined {
  const [start, end] = Object.hasOwn(kept, id) ? kept[id]!.split('/') : [];
  return start && end ? { start, end } : undefined;
}

const rolled = new WeakMap<Baseline, { readonly tree: Plan['tree']; readonly shown: ReadonlyMap<Id, Span> }>();

/** What a baseline shows of each node of the tree as it is now: its own dates then, or the reach of what is below it. */
export function keptShown(plan: Pick<Plan, 'nodes' | 'tree'>, baseline: Baseline): ReadonlyMap<Id, Span> {
  const held = rolled.get(baseline);
  if (held?.tree === plan.tree) return held.shown;
  const shown = new Map<Id, Span>();
  const visit = (id: Id): Span | undefined => {
    let below: Span | undefined;
    for (const child of childrenOf(plan, id)) {
      const span = visit(child);
      if (span) below = below ? { start: minDay(below.start, span.start), end: maxDay(below.end, span.end) } : span;
    }
    const kind = plan.nodes.get(id)?.kind;
    const own = keptSpan(baseline, id);
    const span = kind === 'section' || kind === 'item' ? (below ?? own) : (own ?? below);
    if (span) shown.set(id, span);
    return span;
  };
  for (const id of childrenOf(plan, ROOT)) visit(id);
  rolled.set(baseline, { tree: plan.tree, shown });
  return shown;
}

/** None for what was not dated then, is not dated now, or stands where it stood. */
export function deviationOf(plan: Plan, baseline: Baseline, id: Id): Deviation | undefined {
  const was = keptShown(plan, baseline).get(id);
  const now = spans(plan).get(id);
  if (!was || !now || (was.start === now.start && was.end === now.end)) return undefined;
  return { was, now, days: diffDays(was.end, now.end) };
}

/** Of everything that lives in the plan. */
export function deviations(plan: Plan, baseline: Baseline): ReadonlyMap<Id, Deviation> {
  const found = new Map<Id, Deviation>();
  for (const id of Object.keys(baseline.spans)) {
    const deviation = deviationOf(plan, baseline, id);
    if (deviation && !isBinned(plan, id)) found.set(id, deviation);
  }
  return found;
}

/** +7, -3; nothing when the end stands. */
export function signed(days: number): string {
  return days > 0 ? `+${days}` : days < 0 ? String(days) : '';
}
