// One node on the time area: a bar, a summary bracket or a diamond, each with its label. Knows numbers and words, no plan.
import type { Id, Light } from '../model/plan.ts';
import { diamond, lightGlyph, num, roundedPath } from './glyph.ts';
import type { Box, Group, Shape } from './scene.ts';
import { baseline, clip, measure } from './text.ts';
import { SIZE } from './theme.ts';
import type { Hue, Measures } from './theme.ts';

export interface Figure {
  readonly id: Id;
  /** The strip it lies in. */
  readonly y: number;
  /** From the left edge of the first day to the right edge of the last, as far as the scale shows them. */
  readonly x: number;
  readonly w: number;
  /** The span goes on beyond the scale. */
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
  readonly hue: Hue;
  readonly label: string;
  /** The day of a milestone. */
  readonly date: string;
  readonly light: Light;
  readonly progress: number | undefined;
  /** Labels may stand between these. */
  readonly left: number;
  readonly right: number;
  /** Where sight begins, when that is inside the bar: its label moves along with it. */
  readonly seen?: number | undefined;
  /** Where a link leaves or an arrow arrives: a label there makes room for it. */
  readonly tied: { readonly left: boolean; readonly right: boolean };
}

/** What stands beside a figure keeps this off it. */
export function clearance(m: Measures, tied: boolean): number {
  return m.glyph * 0.6 * (tied ? 2.6 : 1);
}

/** A bar thinner than this could not be seen. */
const THIN = 4;

export function drawBar(figure: Figure, m: Measures): Group {
  const w = Math.max(figure.w, THIN);
  const x = Math.min(figure.x, figure.right - w);
  const y = figure.y + (m.row - m.bar) / 2;
  const grip: Box = { x, y, w, h: m.bar };
  const r = Math.min(m.bar * (SIZE.radius / SIZE.bar), w / 2);
  const left = figure.cutLeft ? 0 : r;
  const right = figure.cutRight ? 0 : r;
  const hue = figure.hue;
  const edge = Math.min((SIZE.edge * m.bar) / SIZE.bar, w);
  const done = Math.min(100, Math.max(0, figure.progress ?? 0)) / 100;
  const shapes: Shape[] = [{ kind: 'path', d: roundedPath(x, y, w, m.bar, left, right), fill: `hue${hue}-tint` }];
  if (done > 0 && w * done >= 1) {
    const d = roundedPath(x, y, w * done, m.bar, left, done === 1 ? right : 0);
    shapes.push({ kind: 'path', d, fill: `hue${hue}-fill` });
  }
  const rim = roundedPath(x + 0.5, y + 0.5, w - 1, m.bar - 1, Math.max(0, left - 0.5), Math.max(0, right - 0.5));
  shapes.push({ kind: 'path', d: rim, stroke: `hue${hue}-edge`, width: 1 });
  if (!figure.cutLeft) shapes.push({ kind: 'path', d: edgePath(x, y, edge, m.bar, r), fill: `hue${hue}-edge` });
  const label = labelOf(figure, grip, m);
  return {
    key: figure.id,
    target: { node: figure.id, part: 'bar' },
    grip,
    bounds: reach(figure, grip, label, m),
    shapes: [...shapes, ...label.shapes],
  };
}

/** The solid rim at the left: straight inside, following the bar's corners outside. */
function edgePath(x: number, y: number, w: number, h: number, r: number): string {
  const dip = r - Math.sqrt(Math.max(0, r * r - (r - w) ** 2));
  if (w >= r) return roundedPath(x, y, w, h, r, 0);
  const arc = `A${num(r)} ${num(r)} 0 0`;
  return (
    `M${num(x + w)} ${num(y + dip)}${arc} 0 ${num(x)} ${num(y + r)}` +
    `V${num(y + h - r)}${arc} 0 ${num(x + w)} ${num(y + h - dip)}Z`
  );
}

export function drawMilestone(figure: Figure, m: Measures): Group {
  const half = m.diamond / 2;
  const cx = Math.min(Math.max(figure.x + figure.w / 2, figure.left + half), figure.right - half);
  const cy = figure.y + m.row / 2;
  const grip: Box = { x: cx - half, y: cy - half, w: m.diamond, h: m.diamond };
  const done = figure.light === 'done';
  const label = labelOf(figure, grip, m);
  const shapes: Shape[] = [
    {
      kind: 'path',
      d: diamond(cx, cy, m.diamond - 2),
      fill: done ? `hue${figure.hue}-edge` : `hue${figure.hue}-tint`,
      stroke: `hue${figure.hue}-edge`,
      width: 2,
    },
    ...label.shapes,
  ];
  return {
    key: figure.id,
    target: { node: figure.id, part: 'milestone' },
    grip,
    bounds: reach(figure, grip, label, m),
    shapes,
  };
}

/** A bracket over what lies below, with the share that is done; folded, it says the light too, for those that are not seen. */
export function drawSummary(figure: Figure, m: Measures, strong: boolean, folded: boolean): Group {
  const w = Math.max(figure.w, THIN);
  const x = Math.min(figure.x, figure.right - w);
  const unit = m.row / SIZE.row;
  const beam = (strong ? 5 : 4) * unit;
  const drop = (strong ? 6 : 5) * unit;
  const y = figure.y + (m.row - beam - drop) / 2;
  const tooth = Math.min(drop, w / 2);
  const down = (cut: boolean): number => (cut ? 0 : drop);
  const d =
    `M${num(x)} ${num(y)}H${num(x + w)}V${num(y + beam + down(figure.cutRight))}` +
    `L${num(x + w - tooth)} ${num(y + beam)}H${num(x + tooth)}L${num(x)} ${num(y + beam + down(figure.cutLeft))}Z`;
  const grip: Box = { x, y, w, h: beam + drop };
  const label = beside(figure, grip, figure.label, folded ? m.glyph + m.glyph * 0.45 : 0, m, 'muted');
  return {
    key: figure.id,
    target: { node: figure.id, part: 'summary' },
    grip,
    bounds: reach(figure, grip, label, m),
    shapes: [{ kind: 'path', d, fill: `hue${figure.hue}-edge` }, ...label.shapes],
  };
}

interface Label {
  readonly shapes: readonly Shape[];
  /** From where to where it reaches. */
  readonly x: number;
  readonly w: number;
}

const NOTHING: Label = { shapes: [], x: 0, w: 0 };

/** Light and title inside the bar when they fit, else beside it. */
function labelOf(figure: Figure, grip: Box, m: Measures): Label {
  const gap = m.glyph * 0.45;
  const inset = (SIZE.edge * m.bar) / SIZE.bar + gap + 1;
  const text = figure.date ? `${figure.date} ${figure.label}` : figure.label;
  const width = measure(text, m.text);
  const cy = figure.y + m.row / 2;
  const bar = figure.date === '';
  const needed = m.glyph + gap + width + gap * 1.5;
  if (bar && inset + needed <= grip.w) {
    const x = Math.max(grip.x + inset, Math.min((figure.seen ?? grip.x) + gap, grip.x + grip.w - needed));
    return {
      x,
      w: m.glyph + gap + width,
      shapes: [
        ...lightGlyph(figure.light, x + m.glyph / 2, cy, m.glyph),
        words(x + m.glyph + gap, figure.y, m, text, 'ink'),
      ],
    };
  }
  if (bar && inset + m.glyph + gap <= grip.w) {
    const outside = beside(figure, grip, text, 0, m, 'ink');
    const glyph = lightGlyph(figure.light, grip.x + inset + m.glyph / 2, cy, m.glyph);
    return { ...outside, shapes: [...glyph, ...outside.shapes] };
  }
  return beside(figure, grip, text, m.glyph + gap, m, 'ink');
}

/** To the right; to the left when there is more room; clipped when there is none. `lead` px stay free for the light. */
function beside(figure: Figure, grip: Box, text: string, lead: number, m: Measures, fill: 'ink' | 'muted'): Label {
  const rightStart = grip.x + grip.w + clearance(m, figure.tied.right);
  const leftEnd = grip.x - clearance(m, figure.tied.left);
  const rightRoom = figure.right - rightStart - 2 - lead;
  const leftRoom = leftEnd - figure.left - 2 - lead;
  const width = measure(text, m.text);
  const toRight = width <= rightRoom || rightRoom >= leftRoom;
  const shown = clip(text, m.text, toRight ? rightRoom : leftRoom);
  if (shown === '' && (lead === 0 || Math.max(rightRoom, leftRoom) < 0)) return NOTHING;
  const w = measure(shown, m.text) + lead;
  const x = toRight ? rightStart : leftEnd - w;
  const glyph = lead > 0 ? lightGlyph(figure.light, x + m.glyph / 2, figure.y + m.row / 2, m.glyph) : [];
  return { x, w, shapes: shown === '' ? glyph : [...glyph, words(x + lead, figure.y, m, shown, fill)] };
}

function words(x: number, y: number, m: Measures, text: string, fill: 'ink' | 'muted'): Shape {
  return { kind: 'text', x, y: baseline(y, m.row, m.text), text, size: m.text, fill };
}

/** The body and its label; a label is as high as its type, which may be more than a thin body. */
function reach(figure: Figure, grip: Box, label: Label, m: Measures): Box {
  if (label.w === 0) return grip;
  const x = Math.min(grip.x, label.x);
  const h = Math.max(grip.h, m.text * 1.4);
  const middle = figure.y + m.row / 2;
  return { x, y: middle - h / 2, w: Math.max(grip.x + grip.w, label.x + label.w) - x, h };
}
