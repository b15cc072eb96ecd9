// What joins the topics of a mind map: the line to each from its parent, and the knob that folds what hangs on it.
import { num, roundedLine } from './glyph.ts';
import type { Box, Group, Point, Shape } from './scene.ts';
import { baseline, measure } from './text.ts';
import { at, MARGIN } from './tidy.ts';
import type { Branch, Placed } from './tidy.ts';

const WIDTHS = [3, 2, 1.5];
/** Where the line down to what hangs below a topic runs, from the topic's left edge. */
const SPINE = 14;
const ROUND = 8;

/**
 * From the parent to the child, as one path; '' at the root. With `sight`, a line that runs far beyond it is cut there: a
 * screen lays out whatever it is given, and a root may be a hundred thousand px away.
 */
export function courseOf({ branch: child, parent, box, side }: Placed, sight?: Box): string {
  if (!parent) return '';
  const { branch: above, box: from } = parent;
  if (side === 'down') return downward(above, from, child, box, parent, sight);
  const right = side === 'right';
  // Behind a pill or card the branch begins a little inside, so that no gap shows at its round end.
  const x1 = right ? from.x + from.w - inset(above) : from.x + inset(above);
  const y1 = from.y + above.topic.attach;
  const x2 = right ? box.x : box.x + box.w;
  const y2 = box.y + child.topic.attach;
  const middle = (x1 + x2) / 2;
  const ends: Curve = [
    { x: x1, y: y1 },
    { x: middle, y: y1 },
    { x: middle, y: y2 },
    { x: x2, y: y2 },
  ];
  const [a, b, c, e] = sight && Math.abs(y2 - y1) > 2 * BEYOND ? cut(ends, sight) : ends;
  return `M${num(a.x)} ${num(a.y)}C${num(b.x)} ${num(b.y)} ${num(c.x)} ${num(c.y)} ${num(e.x)} ${num(e.y)}`;
}

type Curve = readonly [Point, Point, Point, Point];

/** How far past what is seen a line still goes. */
const BEYOND = 1_000;

/** The stretch of the curve between two heights: the same curve, less of it. */
function cut(ends: Curve, { y, h }: Box): Curve {
  const [first, , , last] = ends;
  const along = (at: number): number => {
    const part = Math.min(1, Math.max(0, (at - first.y) / (last.y - first.y)));
    // Where 3t² − 2t³ is that part of the way.
    return 0.5 - Math.sin(Math.asin(1 - 2 * part) / 3);
  };
  const [one, other] = [along(y - BEYOND), along(y + h + BEYOND)];
  const [from, to] = one < other ? [one, other] : [other, one];
  const tail = split(ends, from)[1];
  return split(tail, from === 1 ? 1 : (to - from) / (1 - from))[0];
}

/** A curve in two, by de Casteljau. */
function split([a, b, c, e]: Curve, t: number): readonly [Curve, Curve] {
  const between = (p: Point, q: Point): Point => ({ x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t });
  const [ab, bc, ce] = [between(a, b), between(b, c), between(c, e)];
  const [abc, bce] = [between(ab, bc), between(bc, ce)];
  const middle = between(abc, bce);
  return [
    [a, ab, abc, middle],
    [middle, bce, ce, e],
  ];
}

function downward(above: Branch, from: Box, child: Branch, box: Box, parent: Placed, sight: Box | undefined): string {
  const { flow } = above.block;
  if (flow === 'row') {
    const x1 = from.x + from.w / 2;
    const x2 = box.x + box.w / 2;
    const [y1, y2] = [from.y + from.h, box.y];
    const middle = Math.round((y1 + y2) / 2);
    const near = sight ? Math.min(Math.max(x1, sight.x - BEYOND), sight.x + sight.w + BEYOND) : x1;
    const start = near === x1 ? [{ x: x1, y: y1 - 4 }] : [];
    return roundedLine([...start, { x: near, y: middle }, { x: x2, y: middle }, { x: x2, y: y2 }], ROUND);
  }
  if (flow === 'axis') {
    const x = box.x + SPINE;
    const line = parent.block.y + above.block.axis;
    return `M${num(x)} ${num(line)}V${num(box.y < line ? box.y + box.h : box.y)}`;
  }
  const x = from.x + SPINE;
  const y = box.y + child.topic.attach;
  return roundedLine(
    [
      { x, y: from.y + from.h },
      { x, y },
      { x: box.x, y },
    ],
    ROUND,
  );
}

export function courseWidth(child: Branch): number {
  return at(WIDTHS, child.level - 1);
}

function inset({ level }: Branch): number {
  return level === 0 ? 24 : level === 1 ? 8 : 0;
}

export function drawCourse(placed: Placed): Group | undefined {
  const d = courseOf(placed);
  if (d === '') return undefined;
  const { branch, box, parent } = placed;
  const from = parent!.box;
  const [x, y] = [Math.min(from.x, box.x), Math.min(from.y, box.y)];
  return {
    key: branch.id,
    bounds: { x, y, w: Math.max(from.x + from.w, box.x + box.w) - x, h: Math.max(from.y + from.h, box.y + box.h) - y },
    shapes: [{ kind: 'path', d, stroke: branch.tone.edge, width: courseWidth(branch) }],
  };
}

/** The line of time, with a point for each branch and its days beside it. */
export function drawAxis(root: Branch, spanOf: (id: string) => string): Group | undefined {
  const { block } = root;
  if (block.flow !== 'axis' || root.children.length === 0) return undefined;
  const y = MARGIN + block.axis;
  const from = MARGIN + root.topic.w - 8;
  const points = root.children.map((child, index) => ({
    child,
    x: MARGIN + block.at[index]!.x + SPINE,
    up: index % 2 === 1,
  }));
  const to = points.at(-1)!.x + 56;
  const arrow = `M${num(to - 7)} ${num(y - 5)}L${num(to)} ${num(y)}L${num(to - 7)} ${num(y + 5)}`;
  return {
    key: 'axis',
    bounds: { x: from, y: y - 24, w: to - from + 2, h: 48 },
    shapes: [
      { kind: 'path', d: `M${num(from)} ${num(y)}H${num(to)}${arrow}`, stroke: 'rule', width: 2 },
      ...points.flatMap(({ child, x, up }): Shape[] => {
        const words = spanOf(child.id);
        return [
          { kind: 'circle', x, y, r: 5, fill: 'paper', stroke: child.tone.edge, width: 2.5 },
          ...(words === ''
            ? []
            : [
                {
                  kind: 'text',
                  x: x + 10,
                  y: up ? y + 18 : y - 9,
                  text: words,
                  size: 13,
                  fill: 'muted',
                } as const,
              ]),
        ];
      }),
    ],
  };
}

const KNOB = { r: 8, size: 13, away: 13 } as const;

/** Folded: how many nodes are hidden. Open: a knob to fold, where knobs are wanted. */
export function drawKnob({ branch, box, side }: Placed, open: boolean): Group | undefined {
  const { id, hidden, tone, level } = branch;
  if ((level === 0 && hidden === 0) || (hidden === 0 && (branch.children.length === 0 || !open))) return undefined;
  const y = side === 'down' && level > 2 ? box.y + box.h / 2 : box.y + branch.topic.attach;
  const edge = side === 'left' ? box.x - KNOB.away : box.x + box.w + KNOB.away;
  const text = String(hidden);
  const w = hidden === 0 ? 2 * KNOB.r : Math.max(22, Math.ceil(measure(text, KNOB.size, 600)) + 12);
  const h = hidden === 0 ? 2 * KNOB.r : 20;
  const x = side === 'left' ? edge + KNOB.r - w : edge - KNOB.r;
  return {
    key: id,
    target: { node: id, part: 'fold' },
    bounds: { x: x - 1, y: y - h / 2 - 1, w: w + 2, h: h + 2 },
    shapes: [
      {
        kind: 'rect',
        x,
        y: y - h / 2,
        w,
        h,
        r: h / 2,
        fill: hidden === 0 ? 'paper' : tone.tint,
        stroke: tone.edge,
        width: 1.5,
      },
      hidden === 0
        ? { kind: 'line', x1: x + 5, y1: y, x2: x + w - 5, y2: y, stroke: tone.ink, width: 1.5 }
        : {
            kind: 'text',
            x: x + w / 2,
            y: baseline(y - h / 2, h, KNOB.size),
            text,
            size: KNOB.size,
            fill: tone.ink,
            weight: 600,
            anchor: 'middle',
          },
    ],
  };
}
