// What a view looks like, as data: layers of groups of shapes. Screen, SVG, PDF and DOCX draw this same value; it knows nothing of any of them.
import type { Id } from '../model/plan.ts';
import type { Paint } from './theme.ts';

/** Which part of what a group shows; hit-testing, dragging, focus and tests use it. */
export interface Target {
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
  | 'cell'
  | 'tick'
  | 'link'
  | 'box'
  | 'root';

export type Shape =
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly r?: number; readonly fill?: Paint; readonly stroke?: Paint; readonly width?: number; readonly dash?: string }
  | { readonly kind: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly stroke: Paint; readonly width?: number; readonly dash?: string }
  | { readonly kind: 'path'; readonly d: string; readonly fill?: Paint; readonly stroke?: Paint; readonly width?: number; readonly dash?: string }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number; readonly fill?: Paint; readonly stroke?: Paint; readonly width?: number }
  /** `y` is the baseline. One shape is one line; wrapping has already happened. */
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly fill: Paint; readonly weight?: number; readonly anchor?: 'start' | 'middle' | 'end'; readonly face?: 'sans' | 'song'; readonly decoration?: 'underline' | 'line-through' };

/** Shapes that belong together: one bar, one row's cells, one box. Reused (===) when nothing it shows has changed. */
export interface Group {
  /** Unique in its layer and stable across edits. */
  readonly key: string;
  readonly bounds: Box;
  readonly shapes: readonly Shape[];
  readonly target?: Target;
  /** Native tooltip, such as a holiday's name. */
  readonly hint?: string;
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
}
