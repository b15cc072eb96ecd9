// What a view looks like, as data: layers of groups of shapes, and which of them lies under a point. Screen, SVG, PDF and DOCX draw this same value; it knows nothing of any of them.
import type { Id } from '../model/plan.ts';
import { SIZE } from './theme.ts';
import type { FaceName, Paint } from './theme.ts';

/** Which part of what a group shows; hit-testing, dragging, focus and tests use it. */
export interface Target {
  /** Of a link its key, `from>to`. */
  readonly node: Id;
  readonly part: Part;
}

export type Part =
  | 'bar'
  | 'start'
  | 'end'
  | 'summary'
  | 'milestone'
  | 'row'
  | 'fold'
  | 'lane'
  | 'cell'
  | 'tick'
  | 'link'
  | 'box'
  | 'root'
  | 'light'
  | 'span'
  | 'lead'
  | 'tie'
  | 'relation'
  | 'brace';

export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly r?: number;
      readonly fill?: Paint;
      readonly stroke?: Paint;
      readonly width?: number;
      readonly dash?: string;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: Paint;
      readonly width?: number;
      readonly dash?: string;
    }
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill?: Paint;
      readonly stroke?: Paint;
      readonly width?: number;
      readonly dash?: string;
    }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly fill?: Paint;
      readonly stroke?: Paint;
      readonly width?: number;
    }
  /** `y` is the baseline. One shape is one line; wrapping has already happened. */
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly fill: Paint;
      readonly weight?: number;
      readonly anchor?: 'start' | 'middle' | 'end';
      readonly face?: FaceName;
      /** Px its letters are drawn together or apart to fill. */
      readonly fit?: number;
      /** Runs downwards from `x`, `y`: read with the sheet turned. */
      readonly turned?: boolean;
      readonly decoration?: 'underline' | 'line-through';
    };

/** Shapes that belong together: one bar, one row's cells, one box. Reused (===) when nothing it shows has changed. */
export interface Group {
  /** Unique in its layer and stable across edits. */
  readonly key: string;
  /** Everything drawn, labels included. */
  readonly bounds: Box;
  readonly shapes: readonly Shape[];
  readonly target?: Target;
  /** The thing itself without its label: a bar's body, a diamond. Handles stand at its two ends. */
  readonly grip?: Box;
  /** The course of a link: it is hit near this line, not anywhere in its bounds. */
  readonly line?: readonly Point[];
  /** What of it answers to a press by itself: the light, the dates, the leads of a topic. */
  readonly chips?: readonly Chip[];
  /** Native tooltip, such as a holiday's name. */
  readonly hint?: string;
}

export interface Chip {
  readonly part: Part;
  readonly box: Box;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Layers are drawn in order. On screen some scroll apart: `head` stays at the top, `side` at the left, `corner` in both. */
export interface Layer {
  readonly name: 'backdrop' | 'links' | 'body' | 'over' | 'side' | 'head' | 'corner';
  readonly groups: readonly Group[];
}

/** All coordinates are CSS pixels from the scene's top left corner. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly Layer[];
  /** How much of the left and the top stays in sight: the width of `side`, the height of `head`. */
  readonly frozen?: { readonly left: number; readonly top: number };
  /** The drawing itself carries the 示例 mark. */
  readonly marked?: boolean;
  /** Where a page may end: the lower edges of rows, the right edges of the upper header's periods. */
  readonly cuts?: { readonly x: readonly number[]; readonly y: readonly number[] };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * What lies under a point of the scene; the topmost layer wins. With `scroll`, the frozen layers lie where a screen
 * scrolled that far shows them, and `handle` is how far from a bar's end its handle is felt.
 */
export function hit(
  scene: Scene,
  x: number,
  y: number,
  scroll: Point = { x: 0, y: 0 },
  handle: number = SIZE.handle,
): Target | undefined {
  for (const layer of [...scene.layers].reverse()) {
    const fixedX = layer.name === 'side' || layer.name === 'corner';
    const fixedY = layer.name === 'head' || layer.name === 'corner';
    const px = fixedX ? x - scroll.x : x;
    const py = fixedY ? y - scroll.y : y;
    const found = hitLayer(layer, px, py, handle);
    if (found) return found;
    if (scene.frozen && fixedX && px < scene.frozen.left && (fixedY ? py < scene.frozen.top : true)) return undefined;
    if (scene.frozen && fixedY && py < scene.frozen.top) return undefined;
  }
  return undefined;
}

function hitLayer(layer: Layer, x: number, y: number, handle: number): Target | undefined {
  for (let index = layer.groups.length - 1; index >= 0; index--) {
    const group = layer.groups[index]!;
    if (!group.target) continue;
    const { grip, target } = group;
    if (grip && target.part === 'bar' && within(grown(grip, handle, 0), x, y)) {
      // A short bar keeps its middle third for itself, or it could not be moved any more.
      const inner = Math.min(handle, grip.w / 3);
      if (x < grip.x + inner) return { node: target.node, part: 'start' };
      if (x > grip.x + grip.w - inner) return { node: target.node, part: 'end' };
      return target;
    }
    if (group.line ? nearLine(group.line, x, y) : within(group.bounds, x, y)) return target;
  }
  return undefined;
}

const NEAR = 5;

function nearLine(line: readonly Point[], x: number, y: number): boolean {
  return line.some((to, index) => {
    const from = line[Math.max(0, index - 1)]!;
    const box = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      w: Math.abs(to.x - from.x),
      h: Math.abs(to.y - from.y),
    };
    // Every stretch runs along or across, so its box is the stretch itself.
    return within(grown(box, NEAR, NEAR), x, y);
  });
}

export function within(box: Box, x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
}

function grown(box: Box, dx: number, dy: number): Box {
  return { x: box.x - dx, y: box.y - dy, w: box.w + 2 * dx, h: box.h + 2 * dy };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** The smallest box around all of them; nothing for none. */
export function union(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes;
  if (!first) return undefined;
  let { x: left, y: top } = first;
  let right = left + first.w;
  let bottom = top + first.h;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.w);
    bottom = Math.max(bottom, box.y + box.h);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}
