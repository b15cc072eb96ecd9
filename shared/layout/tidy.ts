// Where topics of a mind map stand in each arrangement: every branch keeps a block to itself, so nothing can overlap. Knows sizes, not what they show.
import type { Id } from '../model/plan.ts';
import { overlap } from './scene.ts';
import type { Box } from './scene.ts';
import type { Tone } from './tone.ts';
import type { Topic } from './topic.ts';

/** 左右分布 · 向右展开 · 组织结构（向下） · 时间轴 */
export type Arrangement = 'both' | 'right' | 'down' | 'time';
export const ARRANGEMENTS: readonly Arrangement[] = ['both', 'right', 'down', 'time'];

/** Px between a topic and its children, and between siblings, by the parent's level. */
const ACROSS = [88, 52, 40];
const BETWEEN = [26, 14, 8];
/** Where children hang below their topic instead: how far in, and how far down. */
const INDENT = 30;
const DROP = [0, 16, 10];
/** Beside a topic that hangs, for its knob. */
const KNOB_ROOM = 40;
/** Between the columns of the organisation and of the time line, and from them to what they hang on. */
const COLUMN = 44;
const FALL = 64;
const STEM = 46;
/** From the root to the first point of the time line, and between two points at least. */
const LEAD_IN = 72;
const STEP = 104;

/** How children stand to their topic. */
export type Flow = 'beside' | 'around' | 'below' | 'row' | 'axis';

export interface Branch {
  readonly id: Id;
  /** 0 the middle of the map; else how deep in the plan. */
  readonly level: number;
  readonly tone: Tone;
  readonly topic: Topic;
  readonly children: readonly Branch[];
  readonly hidden: number;
  readonly block: Block;
}

/** A topic with all that hangs on it. Positions are from the block's own corner. */
export interface Block {
  readonly w: number;
  readonly h: number;
  readonly topicX: number;
  readonly topicY: number;
  readonly flow: Flow;
  /** The corner of each child's block. */
  readonly at: readonly { readonly x: number; readonly y: number }[];
  /** `around`: children from here on stand left. */
  readonly turn: number;
  /** `axis`: how far down the line of time runs. */
  readonly axis: number;
  readonly braces: readonly BraceSpot[];
}

/** A brace over some of the children, as the plan keeps it. */
export interface Braced {
  readonly id: Id;
  readonly from: number;
  readonly to: number;
  readonly w: number;
  readonly h: number;
}

/** Where it stands in the block: at the outer side of what it embraces, or under it. */
export interface BraceSpot {
  readonly id: Id;
  readonly side: 'right' | 'left' | 'under';
  /** What it reaches along. */
  readonly from: number;
  readonly to: number;
  /** Where its tips are, across. */
  readonly edge: number;
}

const BRACE_GAP = 12;
export const BRACE = 14;

/** Where a topic hangs in the map as it is drawn. */
export interface Spot {
  readonly side: 'root' | 'left' | 'right' | 'down';
  readonly depth: number;
  readonly parent: Id | undefined;
}

export interface Placed {
  readonly branch: Branch;
  readonly parent: Placed | undefined;
  readonly side: Spot['side'];
  readonly box: Box;
  /** Of everything that hangs on it. */
  readonly block: Box;
}

export interface Sized {
  readonly level: number;
  readonly topic: Topic;
  readonly children: readonly Branch[];
  readonly hidden: number;
  readonly braces: readonly Braced[];
}

/** `turn` is where the children went left before; it stays while both sides are about as high. */
export function blockOf(sized: Sized, arrangement: Arrangement, turn?: number): Block {
  if (sized.level > 0) return arrangement === 'both' || arrangement === 'right' ? beside(sized) : below(sized);
  switch (arrangement) {
    case 'both':
      return around(sized, turn);
    case 'right':
      return beside(sized);
    case 'down':
      return row(sized);
    case 'time':
      return axis(sized);
  }
}

const NO_PLACES: Pick<Block, 'at' | 'turn' | 'axis'> = { at: [], turn: 0, axis: 0 };

function beside({ level, topic, children, braces }: Sized): Block {
  if (children.length === 0)
    return { w: topic.w, h: topic.h, topicX: 0, topicY: 0, flow: 'beside', ...NO_PLACES, braces: [] };
  const high = stackHeight(children, level);
  const h = Math.max(topic.h, high);
  const x = topic.w + at(ACROSS, level);
  const places = stacked(children, level, x, (h - high) / 2);
  const w = x + widest(children);
  const spots = braces.map((brace) => sideBrace(brace, children, places, 'right'));
  return {
    w: spots.length === 0 ? w : Math.max(w, ...spots.map((spot, i) => spot.edge + BRACE + braces[i]!.w)),
    h,
    topicX: 0,
    topicY: (h - topic.h) / 2,
    flow: 'beside',
    at: places,
    turn: children.length,
    axis: 0,
    braces: spots,
  };
}

function around(sized: Sized, before: number | undefined): Block {
  const { level, topic, children, braces } = sized;
  const turn = turningPoint(children, before);
  const [right, left] = [children.slice(0, turn), children.slice(turn)];
  const [highRight, highLeft] = [stackHeight(right, level), stackHeight(left, level)];
  const h = Math.max(topic.h, highRight, highLeft);
  const gap = at(ACROSS, level);
  const parts = braces.flatMap((brace) => [
    ...(brace.from < turn ? [{ brace: { ...brace, to: Math.min(brace.to, turn - 1) }, side: 'right' as const }] : []),
    ...(brace.to >= turn ? [{ brace: { ...brace, from: Math.max(brace.from, turn) }, side: 'left' as const }] : []),
  ]);
  const knobs = Math.max(0, ...left.map(knobRoom));
  const roomLeft = Math.max(
    0,
    ...parts.map(({ brace, side }) => (side === 'left' ? knobs + BRACE_GAP + BRACE + brace.w : 0)),
  );
  const topicX = left.length === 0 ? 0 : widest(left) + gap + roomLeft;
  const x = topicX + topic.w + gap;
  const places = [
    ...stacked(right, level, x, (h - highRight) / 2),
    ...stacked(left, level, 0, (h - highLeft) / 2).map(({ y }, index) => ({
      x: topicX - gap - left[index]!.block.w,
      y,
    })),
  ];
  const w = right.length === 0 ? topicX + topic.w : x + widest(right);
  const spots = parts.map(({ brace, side }) => sideBrace(brace, children, places, side));
  return {
    w: Math.max(w, ...spots.map((spot, i) => (spot.side === 'right' ? spot.edge + BRACE + parts[i]!.brace.w : 0))),
    h,
    topicX,
    topicY: (h - topic.h) / 2,
    flow: 'around',
    at: places,
    turn,
    axis: 0,
    braces: spots,
  };
}

/** Children one under the other below their topic, a little in. */
function below({ level, topic, children, hidden, braces }: Sized): Block {
  const wide = topic.w + (children.length > 0 || hidden > 0 ? KNOB_ROOM : 0);
  if (children.length === 0)
    return { w: wide, h: topic.h, topicX: 0, topicY: 0, flow: 'below', ...NO_PLACES, braces: [] };
  const top = topic.h + at(DROP, level);
  const places = stacked(children, level, INDENT, top);
  const spots = braces.map((brace) => sideBrace(brace, children, places, 'right'));
  return {
    w: Math.max(wide, INDENT + widest(children), ...spots.map((spot, i) => spot.edge + BRACE + braces[i]!.w)),
    h: top + stackHeight(children, level),
    topicX: 0,
    topicY: 0,
    flow: 'below',
    at: places,
    turn: children.length,
    axis: 0,
    braces: spots,
  };
}

/** Children in a row under the root. */
function row({ topic, children, braces }: Sized): Block {
  let x = 0;
  const y = topic.h + (children.length > 0 ? FALL : 0);
  const places = children.map(({ block }) => {
    const here = { x, y };
    x += block.w + COLUMN;
    return here;
  });
  const w = Math.max(0, x - COLUMN);
  const shift = Math.max(0, (topic.w - w) / 2);
  const moved = places.map((place) => ({ ...place, x: place.x + shift }));
  const low = y + Math.max(0, ...children.map(({ block }) => block.h));
  return {
    w: Math.max(w, topic.w),
    h: low + under(braces),
    topicX: Math.max(0, (w - topic.w) / 2),
    topicY: 0,
    flow: 'row',
    at: moved,
    turn: children.length,
    axis: 0,
    braces: braces.map((brace) => underBrace(brace, children, moved, low)),
  };
}

/** Children in their order along a line, by turns below and above it. */
function axis({ topic, children, braces }: Sized): Block {
  const upper = children.filter((_, index) => index % 2 === 1);
  const high = Math.max(topic.h / 2, ...upper.map(({ block }) => block.h + STEM));
  const free = [topic.w + LEAD_IN, topic.w + LEAD_IN];
  let last = topic.w + LEAD_IN - STEP;
  const places = children.map(({ block }, index) => {
    const side = index % 2;
    const x = Math.max(free[side]!, last + STEP);
    free[side] = x + block.w + COLUMN;
    last = x;
    return { x, y: side === 0 ? high + STEM : high - STEM - block.h };
  });
  const low = Math.max(
    high + topic.h / 2,
    ...children.map(({ block }, index) => (index % 2 === 0 ? high + STEM + block.h : 0)),
  );
  return {
    w: Math.max(topic.w, ...children.map(({ block }, index) => places[index]!.x + block.w)),
    h: low + under(braces),
    topicX: 0,
    topicY: high - topic.h / 2,
    flow: 'axis',
    at: places,
    turn: children.length,
    axis: high,
    braces: braces.map((brace) => underBrace(brace, children, places, low)),
  };
}

type Places = Block['at'];

function stacked(children: readonly Branch[], level: number, x: number, top: number): Places {
  let y = top;
  return children.map(({ block }) => {
    const here = { x, y };
    y += block.h + at(BETWEEN, level);
    return here;
  });
}

function stackHeight(children: readonly Branch[], level: number): number {
  if (children.length === 0) return 0;
  return children.reduce((sum, { block }) => sum + block.h, 0) + (children.length - 1) * at(BETWEEN, level);
}

function widest(children: readonly Branch[]): number {
  return children.reduce((most, { block }) => Math.max(most, block.w), 0);
}

function sideBrace(brace: Braced, children: readonly Branch[], places: Places, side: 'left' | 'right'): BraceSpot {
  const range = children.slice(brace.from, brace.to + 1).map((child, i) => ({ ...places[brace.from + i]!, child }));
  const first = range[0]!;
  const last = range.at(-1)!;
  const outer = range.map(({ x, child }) =>
    side === 'right' ? x + child.block.w + knobRoom(child) : x - knobRoom(child),
  );
  return {
    id: brace.id,
    side,
    from: first.y,
    to: last.y + last.child.block.h,
    edge: side === 'right' ? Math.max(...outer) + BRACE_GAP : Math.min(...outer) - BRACE_GAP,
  };
}

/** How far beyond its block a branch reaches: whatever is folded in it shows how much it hides. */
function knobRoom(branch: Branch): number {
  const known = rooms.get(branch);
  if (known !== undefined) return known;
  const { hidden, block, children } = branch;
  const room =
    block.flow !== 'beside'
      ? 0
      : Math.max(
          hidden > 0 ? KNOB_ROOM : 0,
          ...children.map((child, i) => block.at[i]!.x + child.block.w + knobRoom(child) - block.w),
        );
  rooms.set(branch, room);
  return room;
}

/** Branches are values, and most of them last from one layout to the next. */
const rooms = new WeakMap<Branch, number>();

function underBrace(brace: Braced, children: readonly Branch[], places: Places, low: number): BraceSpot {
  const range = places.slice(brace.from, brace.to + 1);
  return {
    id: brace.id,
    side: 'under',
    from: Math.min(...range.map(({ x }) => x)),
    to: Math.max(...range.map(({ x }, i) => x + children[brace.from + i]!.block.w)),
    edge: low + BRACE_GAP,
  };
}

function under(braces: readonly Braced[]): number {
  return Math.max(0, ...braces.map(({ h }) => BRACE_GAP + BRACE + h));
}

/** How many of the top branches go right so that both sides are about as high; order is kept, down the right, then down the left. */
function turningPoint(children: readonly Branch[], before: number | undefined): number {
  const total = children.reduce((sum, { block }) => sum + block.h, 0);
  let right = 0;
  let best = children.length;
  let least = total;
  let kept = Infinity;
  children.forEach(({ block }, index) => {
    right += block.h;
    const difference = Math.abs(total - 2 * right);
    if (difference < least) [best, least] = [index + 1, difference];
    if (index + 1 === before) kept = difference;
  });
  // A branch that changes sides is the largest jump a map can make: not for a few px of balance.
  return before !== undefined && kept <= least + total / 4 ? before : best;
}

export const MARGIN = 48;

/** The middle of the map, where it stands. */
export function placeRoot(root: Branch): Placed {
  return placedAt(root, MARGIN, MARGIN, 'root', undefined);
}

export function placeChild(parent: Placed, index: number): Placed {
  const { branch, block: whole, side } = parent;
  const child = branch.children[index]!;
  const place = branch.block.at[index]!;
  const x = side === 'left' ? whole.x + branch.block.w - place.x - child.block.w : whole.x + place.x;
  return placedAt(child, x, whole.y + place.y, sideOf(branch, index, side), parent);
}

function placedAt(branch: Branch, x: number, y: number, side: Spot['side'], parent: Placed | undefined): Placed {
  const { block, topic } = branch;
  const left = side === 'left' ? x + block.w - block.topicX - topic.w : x + block.topicX;
  return {
    branch,
    parent,
    side,
    box: { x: Math.round(left), y: Math.round(y + block.topicY), w: topic.w, h: topic.h },
    block: { x, y, w: block.w, h: block.h },
  };
}

/** Visits what overlaps `sight`, parents before children; `passing` hears of the others whose line may cross it. */
export function walk(
  root: Branch,
  sight: Box | undefined,
  visit: (placed: Placed) => void,
  passing?: (placed: Placed) => void,
): void {
  const go = (placed: Placed): void => {
    const { parent } = placed;
    if (sight && parent && !overlap(reach(placed.block), sight)) {
      if (passing && overlap(between(parent.box, placed.box), sight)) passing(placed);
      return;
    }
    visit(placed);
    for (let index = 0; index < placed.branch.children.length; index++) go(placeChild(placed, index));
  };
  go(placeRoot(root));
}

/** Knobs and the sample's tag reach a little beyond. */
function reach({ x, y, w, h }: Box): Box {
  return { x: x - KNOB_ROOM, y: y - KNOB_ROOM, w: w + 2 * KNOB_ROOM, h: h + 2 * KNOB_ROOM };
}

function between(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

function sideOf({ block: { flow, turn } }: Branch, index: number, side: Spot['side']): Spot['side'] {
  if (flow === 'row' || flow === 'axis' || flow === 'below') return 'down';
  if (flow === 'around') return index < turn ? 'right' : 'left';
  return side === 'root' ? 'right' : side;
}

/** The value for this level; the last one serves all deeper levels. */
export function at(values: readonly number[], level: number): number {
  return values[Math.min(level, values.length - 1)]!;
}
