// 原定 and 现定: where the dates stand now against the dates a baseline kept. What it does not know has not deviated.
import { diffDays } from './day.ts';
import type { Baseline, Id, Node, Plan, Span } from './plan.ts';
import { spans } from './schedule.ts';
import { isBinned } from './tree.ts';

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

/** None for what was not dated then, is not dated now, or stands where it stood. */
export function deviationOf(plan: Plan, baseline: Baseline, id: Id): Deviation | undefined {
  const node = plan.nodes.get(id);
  const was = keptSpan(baseline, id);
  const now = node && ownSpan(plan, node);
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
