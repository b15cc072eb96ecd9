// What joins the topics of a mind map: the curve to each from its parent, and the knob that folds what hangs on it.
import { num } from './glyph.ts';
import type { Keeper } from './keep.ts';
import type { Group, Shape } from './scene.ts';
import { baseline, measure } from './text.ts';
import { at } from './tidy.ts';
import type { Placed } from './tidy.ts';

const WIDTHS = [3, 2, 1.5];

export function drawCurve({ branch: child, parent, box, side }: Placed, keeper: Keeper): Group[] {
  if (!parent) return [];
  const right = side === 'right';
  // Behind a pill or card the branch begins a little inside, so that no gap shows at its round end.
  const x1 = right ? parent.box.x + parent.box.w - inset(parent) : parent.box.x + inset(parent);
  const y1 = parent.box.y + parent.branch.topic.attach;
  const x2 = right ? box.x : box.x + box.w;
  const y2 = box.y + child.topic.attach;
  const inputs = [x1, y1, x2, y2, child.hue, child.level];
  return [
    keeper.group('links', child.id, inputs, () => {
      const middle = (x1 + x2) / 2;
      const d = `M${num(x1)} ${num(y1)}C${num(middle)} ${num(y1)} ${num(middle)} ${num(y2)} ${num(x2)} ${num(y2)}`;
      return {
        key: child.id,
        bounds: { x: Math.min(x1, x2), y: Math.min(y1, y2) - 2, w: Math.abs(x2 - x1), h: Math.abs(y2 - y1) + 4 },
        shapes: [{ kind: 'path', d, stroke: `hue${child.hue}-edge`, width: at(WIDTHS, child.level - 1) }],
      };
    }),
  ];
}

function inset({ branch: { level } }: Placed): number {
  return level === 0 ? 24 : level === 1 ? 8 : 0;
}

const KNOB = { r: 8, size: 13, away: 13 } as const;

/** Folded: how many nodes are hidden. Open: a knob to fold, where knobs are wanted. */
export function drawKnob({ branch: each, box, side }: Placed, open: boolean, keeper: Keeper): Group[] {
  const { id, hidden, hue, level } = each;
  if (level === 0 || (hidden === 0 && (each.children.length === 0 || !open))) return [];
  const y = box.y + each.topic.attach;
  const edge = side === 'left' ? box.x - KNOB.away : box.x + box.w + KNOB.away;
  return [
    keeper.group('over', id, [edge, y, hidden, hue, side], () => {
      const text = String(hidden);
      const w = hidden === 0 ? 2 * KNOB.r : Math.max(22, Math.ceil(measure(text, KNOB.size, 600)) + 12);
      const h = hidden === 0 ? 2 * KNOB.r : 20;
      const x = side === 'left' ? edge + KNOB.r - w : edge - KNOB.r;
      const shapes: Shape[] = [
        {
          kind: 'rect',
          x,
          y: y - h / 2,
          w,
          h,
          r: h / 2,
          fill: hidden === 0 ? 'paper' : `hue${hue}-tint`,
          stroke: `hue${hue}-edge`,
          width: 1.5,
        },
        hidden === 0
          ? { kind: 'line', x1: x + 5, y1: y, x2: x + w - 5, y2: y, stroke: `hue${hue}-ink`, width: 1.5 }
          : {
              kind: 'text',
              x: x + w / 2,
              y: baseline(y - h / 2, h, KNOB.size),
              text,
              size: KNOB.size,
              fill: `hue${hue}-ink`,
              weight: 600,
              anchor: 'middle',
            },
      ];
      return {
        key: id,
        target: { node: id, part: 'fold' },
        bounds: { x: x - 1, y: y - h / 2 - 1, w: w + 2, h: h + 2 },
        shapes,
      };
    }),
  ];
}
