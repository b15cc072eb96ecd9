// The line of a dependency: right-angled, with round corners, from one bar's end to another's, ending in an arrow. Knows no plan.
import type { Link } from '../model/plan.ts';
import type { Run } from './clear.ts';
import { num, roundedLine } from './glyph.ts';
import type { Box, Group, Point, Shape } from './scene.ts';
import { union } from './scene.ts';
import { SIZE } from './theme.ts';

export interface Ends {
  /** The two bars' bodies. */
  readonly from: Box;
  readonly to: Box;
  /** The height of a row, to turn between rows and not through a bar. */
  readonly row: number;
  /** The line stays between these. */
  readonly left: number;
  readonly right: number;
  /** Words stand on the side of the second bar at which the line arrives. */
  readonly worded: boolean;
  /** The words in the way of a line at x. */
  readonly words: (x: number) => readonly Run[];
}

/** At a row of 36 px. */
const STUB = 9;
const ARROW = 5;

/** Where the line runs, and the words it leaves out on the way: all of a row's words that make a difference to it. */
export interface Way {
  readonly points: readonly Point[];
  readonly gaps: readonly (readonly Run[])[];
}

export function wayOf(link: Link, ends: Ends): Way {
  const points = route(ends, leavesAt(link), entersAt(link), STUB * Math.max(1, ends.row / SIZE.row));
  const rows = [ends.from.y, ends.from.y + ends.from.h, ends.to.y, ends.to.y + ends.to.h];
  const [first, last] = [Math.min(...rows) + ends.from.h, Math.max(...rows) - ends.to.h];
  const gaps = points.slice(1).map(({ x, y }, i) => {
    const before = points[i]!;
    const [top, bottom] = [Math.min(before.y, y), Math.max(before.y, y)];
    // Its own two rows keep clear of it by themselves.
    return before.x === x && bottom > top
      ? ends.words(x).filter(({ from, to }) => from > first && to < last && top <= from && to <= bottom)
      : [];
  });
  return { points, gaps };
}

const leavesAt = ({ type }: Link): 1 | -1 => (type === 'FS' || type === 'FF' ? 1 : -1);
const entersAt = ({ type }: Link): 1 | -1 => (type === 'FS' || type === 'SS' ? 1 : -1);

/** `heavy` on the critical path: its thickness says it, not colour alone. */
export function drawLink(
  key: string,
  link: Link,
  ends: Ends,
  way: Way,
  broken: string | undefined,
  heavy: boolean,
): Group {
  const enters = entersAt(link);
  const arrow = ARROW * Math.max(1, ends.row / SIZE.row) * (heavy ? 1.3 : 1);
  const { points } = way;
  const tip = points.at(-1)!;
  const stroke = broken || heavy ? 'danger' : 'faint';
  const line: Shape = {
    kind: 'path',
    d: pieces([...points.slice(0, -1), { x: tip.x - enters * (arrow - 1), y: tip.y }], way.gaps)
      .map((piece) => roundedLine(piece, SIZE.corner))
      .join(''),
    stroke,
    width: heavy ? 3 : 1.5,
    ...(broken && { dash: '4 3' }),
  };
  const back = tip.x - enters * arrow;
  const head = `M${num(tip.x)} ${num(tip.y)}L${num(back)} ${num(tip.y - arrow * 0.7)}V${num(tip.y + arrow * 0.7)}Z`;
  const reach = union(points.map(({ x, y }) => ({ x: x - arrow, y: y - arrow, w: 2 * arrow, h: 2 * arrow })))!;
  return {
    key,
    target: { node: key, part: 'link' },
    bounds: clamp(reach, ends),
    line: points,
    shapes: [line, { kind: 'path', d: head, fill: stroke }],
    ...(broken && { hint: broken }),
  };
}

/** The line without what would strike through words of the rows it passes. */
function pieces(points: readonly Point[], gaps: readonly (readonly Run[])[]): readonly (readonly Point[])[] {
  const found: Point[][] = [[points[0]!]];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const down = b.y > a.y;
    for (const gap of down ? gaps[i - 1]! : [...gaps[i - 1]!].reverse()) {
      const [near, far] = down ? [gap.from, gap.to] : [gap.to, gap.from];
      found.at(-1)!.push({ x: a.x, y: near });
      found.push([{ x: a.x, y: far }]);
    }
    found.at(-1)!.push(b);
  }
  return found;
}

/** At the scale's very end an arrow would reach beyond it; there it is cut off with everything else. */
function clamp(box: Box, { left, right }: Ends): Box {
  const x = Math.max(box.x, left);
  return { ...box, x, w: Math.min(box.x + box.w, right) - x };
}

/** Out of one bar, along, and into the other; through the gap between rows when the straight way is blocked. */
function route(
  { from, to, row, left, right, worded }: Ends,
  leaves: 1 | -1,
  enters: 1 | -1,
  stub: number,
): readonly Point[] {
  const start = { x: leaves === 1 ? from.x + from.w : from.x, y: from.y + from.h / 2 };
  const end = { x: enters === 1 ? to.x : to.x + to.w, y: to.y + to.h / 2 };
  const within = (x: number): number => Math.min(Math.max(x, left + 1), right - 1);
  const out = within(start.x + leaves * stub);
  const into = within(end.x - enters * stub);
  if (start.y === end.y) return [start, { x: end.x, y: end.y }];
  if (leaves === enters) {
    const gap = (end.x - start.x) * leaves;
    // A long way along the second row would strike through what stands there.
    if (gap >= stub && !(worded && gap > 3 * stub)) {
      const x = gap >= 2 * stub ? out : (start.x + end.x) / 2;
      return [start, { x, y: start.y }, { x, y: end.y }, end];
    }
    const between = start.y + (end.y > start.y ? row / 2 : -row / 2);
    return [start, { x: out, y: start.y }, { x: out, y: between }, { x: into, y: between }, { x: into, y: end.y }, end];
  }
  const far = leaves === 1 ? Math.max(out, into) : Math.min(out, into);
  if (Math.abs(far - out) < stub) return [start, { x: far, y: start.y }, { x: far, y: end.y }, end];
  // Far along, it goes between rows: what stands beside its own bar is not struck.
  const between = end.y + (end.y > start.y ? -row / 2 : row / 2);
  return [start, { x: out, y: start.y }, { x: out, y: between }, { x: far, y: between }, { x: far, y: end.y }, end];
}
