// Picking by a frame pulled over the chart: what lies in it. Pure: moments and rows, no px and no page.
import { lineOf } from '../../shared/layout/boundary.ts';
import type { AnyRow } from '../../shared/layout/lanes.ts';
import type { Id, Plan, Span } from '../../shared/model/plan.ts';

/** A corner of the frame: a moment, and how many rows down, with its fraction. */
export interface Corner {
  readonly moment: number;
  readonly row: number;
}

/** The part of a row's height that its bar takes up. */
const BODY = { from: 0.2, to: 0.8 };

/** Work with dates of its own that the frame touches; brackets only where there is no such work, for moving one moves all below it. */
export function pickedBy(
  plan: Plan,
  spans: ReadonlyMap<Id, Span>,
  rows: readonly AnyRow[],
  /** How far a diamond reaches from the middle of its day, in days. */
  diamond: number,
  a: Corner,
  b: Corner,
): readonly Id[] {
  const [left, right] = [Math.min(a.moment, b.moment), Math.max(a.moment, b.moment)];
  const [high, low] = [Math.min(a.row, b.row), Math.max(a.row, b.row)];
  const found = new Set<Id>();
  for (let at = Math.max(0, Math.floor(high)); at <= Math.min(rows.length - 1, Math.floor(low)); at++) {
    const { id } = rows[at]!;
    const span = spans.get(id);
    if (!span || at + BODY.to < high || at + BODY.from > low) continue;
    const [start, end] = reach(plan, id, span, diamond);
    if (start < right && end > left) found.add(id);
  }
  const own = [...found].filter((id) => {
    const node = plan.nodes.get(id);
    return node?.span && node.kind !== 'section' && node.kind !== 'item';
  });
  return own.length > 0 ? own : [...found];
}

function reach(plan: Plan, id: Id, { start, end }: Span, diamond: number): readonly [number, number] {
  const lines = [lineOf(start, 'start'), lineOf(end, 'end')] as const;
  if (plan.nodes.get(id)?.kind !== 'milestone') return lines;
  const middle = (lines[0] + lines[1]) / 2;
  return [middle - diamond, middle + diamond];
}
