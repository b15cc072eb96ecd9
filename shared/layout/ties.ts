// What stands across the tree of a mind map: relation lines between any two topics, and braces over neighbours. Knows boxes, no plan.
import { num } from './glyph.ts';
import type { Box, Group, Point, Shape } from './scene.ts';
import { baseline, measure, wrap } from './text.ts';
import { BRACE } from './tidy.ts';
import type { BraceSpot, Placed } from './tidy.ts';
import type { Paint } from './theme.ts';

const SIZE = 13;
const LINE = 18;
const CHARACTERS = 10;
const PAD = 6;

/** The label of a brace, broken and measured. */
export function braceLabel(title: string): {
  readonly lines: readonly string[];
  readonly w: number;
  readonly h: number;
} {
  if (title.trim() === '') return { lines: [], w: 0, h: 0 };
  const lines = wrap(title.trim(), SIZE, SIZE * CHARACTERS, 3);
  const w = Math.ceil(Math.max(...lines.map((line) => measure(line, SIZE)))) + 2 * PAD;
  return { lines, w, h: lines.length * LINE + 4 };
}

/** In the block of the branch whose children it embraces. */
export function drawBrace(spot: BraceSpot, { block, side, branch }: Placed, title: string): Group {
  const mirrored = side === 'left';
  const label = braceLabel(title);
  const ink: Paint = 'muted';
  const outward = spot.side === 'under' ? 'under' : mirrored || spot.side === 'left' ? 'left' : 'right';
  if (outward === 'under') {
    const [x1, x2, y] = [block.x + spot.from, block.x + spot.to, block.y + spot.edge];
    const middle = (x1 + x2) / 2;
    const box = { x: middle - label.w / 2, y: y + BRACE, w: label.w, h: label.h };
    const d = `M${num(x1)} ${num(y)}q0 7 7 7H${num(middle - 7)}q7 0 7 7q0 -7 7 -7H${num(x2 - 7)}q7 0 7 -7`;
    return group(spot.id, { x: x1, y, w: x2 - x1, h: BRACE + label.h }, d, ink, label.lines, box);
  }
  const right = outward === 'right';
  const x = mirrored ? block.x + branch.block.w - spot.edge : block.x + spot.edge;
  const [y1, y2] = [block.y + spot.from, block.y + spot.to];
  const middle = (y1 + y2) / 2;
  const s = right ? 1 : -1;
  const d = `M${num(x)} ${num(y1)}q${7 * s} 0 ${7 * s} 7V${num(middle - 7)}q0 7 ${7 * s} 7q${-7 * s} 0 ${-7 * s} 7V${num(y2 - 7)}q0 7 ${-7 * s} 7`;
  const box = { x: right ? x + BRACE : x - BRACE - label.w, y: middle - label.h / 2, w: label.w, h: label.h };
  const left = right ? x : x - BRACE - label.w;
  const top = Math.min(y1, box.y);
  const bounds = { x: left, y: top, w: BRACE + label.w, h: Math.max(y2, box.y + box.h) - top };
  return group(spot.id, bounds, d, ink, label.lines, box);
}

function group(id: string, bounds: Box, d: string, stroke: Paint, lines: readonly string[], box: Box): Group {
  return {
    key: id,
    target: { node: id, part: 'brace' },
    bounds,
    grip: box,
    shapes: [{ kind: 'path', d, stroke, width: 1.5 }, ...said(lines, box)],
  };
}

function said(lines: readonly string[], box: Box): Shape[] {
  return lines.map((line, index) => ({
    kind: 'text',
    x: box.x + box.w / 2,
    y: baseline(box.y + 2 + index * LINE, LINE, SIZE),
    text: line,
    size: SIZE,
    fill: 'muted',
    anchor: 'middle',
  }));
}

/** From one topic to another, with its label in the middle and a head at its end. */
export function drawRelation(id: string, from: Box, to: Box, title: string): Group {
  const { a, b, c, e } = ends(from, to);
  const middle = { x: (a.x + 3 * b.x + 3 * c.x + e.x) / 8, y: (a.y + 3 * b.y + 3 * c.y + e.y) / 8 };
  const lines = title.trim() === '' ? [] : wrap(title.trim(), SIZE, SIZE * CHARACTERS, 2);
  const w = lines.length === 0 ? 0 : Math.ceil(Math.max(...lines.map((line) => measure(line, SIZE)))) + 2 * PAD;
  const h = lines.length * LINE + (lines.length === 0 ? 0 : 4);
  const box: Box = { x: Math.round(middle.x - w / 2), y: Math.round(middle.y - h / 2), w, h };
  const xs = [a.x, b.x, c.x, e.x, box.x, box.x + w];
  const ys = [a.y, b.y, c.y, e.y, box.y, box.y + h];
  const [left, top] = [Math.min(...xs) - 6, Math.min(...ys) - 6];
  return {
    key: id,
    target: { node: id, part: 'relation' },
    bounds: { x: left, y: top, w: Math.max(...xs) + 6 - left, h: Math.max(...ys) + 6 - top },
    grip: box,
    line: course(a, b, c, e),
    shapes: [
      {
        kind: 'path',
        d: `M${num(a.x)} ${num(a.y)}C${num(b.x)} ${num(b.y)} ${num(c.x)} ${num(c.y)} ${num(e.x)} ${num(e.y)}`,
        stroke: 'muted',
        width: 1.5,
        dash: '6 4',
      },
      { kind: 'path', d: head(c, e), fill: 'muted' },
      ...(lines.length === 0 ? [] : [{ kind: 'rect', ...box, r: 4, fill: 'page' } as const]),
      ...said(lines, box),
    ],
  };
}

const BEND = 56;

/** Out of the sides that face each other; past both where one stands above the other. */
function ends(from: Box, to: Box): { a: Point; b: Point; c: Point; e: Point } {
  const middle = ({ y, h }: Box): number => y + h / 2;
  const bend = Math.max(BEND, Math.abs(middle(to) - middle(from)) * 0.2);
  if (from.x + from.w + 24 < to.x) return sideways(from.x + from.w, middle(from), to.x, middle(to), bend, 1, -1);
  if (to.x + to.w + 24 < from.x) return sideways(from.x, middle(from), to.x + to.w, middle(to), bend, -1, 1);
  return sideways(from.x + from.w, middle(from), to.x + to.w, middle(to), bend, 1, 1);
}

function sideways(x1: number, y1: number, x2: number, y2: number, bend: number, out: 1 | -1, home: 1 | -1) {
  return {
    a: { x: x1, y: y1 },
    b: { x: x1 + bend * out, y: y1 },
    c: { x: x2 + bend * home, y: y2 },
    e: { x: x2, y: y2 },
  };
}

function head(before: Point, at: Point): string {
  const angle = Math.atan2(at.y - before.y, at.x - before.x);
  const corner = (turn: number): string =>
    `${num(at.x - 9 * Math.cos(angle + turn))} ${num(at.y - 9 * Math.sin(angle + turn))}`;
  return `M${num(at.x)} ${num(at.y)}L${corner(0.42)}L${corner(-0.42)}Z`;
}

function course(a: Point, b: Point, c: Point, e: Point): readonly Point[] {
  return Array.from({ length: 13 }, (_, index) => {
    const t = index / 12;
    const u = 1 - t;
    const along = (p: number, q: number, r: number, s: number): number =>
      u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
    return { x: along(a.x, b.x, c.x, e.x), y: along(a.y, b.y, c.y, e.y) };
  });
}
