// Where topics of a mind map stand: sides balanced by height, children stacked beside their parent. Knows sizes, not what they show.
import type { Id } from '../model/plan.ts';
import type { Box } from './scene.ts';
import { union } from './scene.ts';
import type { Hue } from './theme.ts';
import type { Topic } from './topic.ts';

/** Px between a topic and its children, and between siblings, by the parent's level. */
const ACROSS = [88, 52, 40];
const BETWEEN = [26, 14, 8];
const MARGIN = 48;

export interface Branch {
  readonly id: Id;
  readonly level: number;
  readonly hue: Hue;
  readonly topic: Topic;
  readonly children: readonly Branch[];
  /** The height of the topic with all that hangs on it. */
  readonly extent: number;
  readonly hidden: number;
}

/** Where a topic hangs in the map as it is drawn. */
export interface Spot {
  readonly side: 'root' | 'left' | 'right';
  readonly depth: number;
  readonly parent: Id | undefined;
}

export interface Placed {
  readonly branch: Branch;
  readonly parent: Placed | undefined;
  readonly side: Spot['side'];
  readonly box: Box;
}

/** The height of a topic with all that hangs on it. */
export function extentOf(topic: Topic, children: readonly Branch[], level: number): number {
  return Math.max(topic.h, stackHeight(children, level));
}

function stackHeight(children: readonly Branch[], level: number): number {
  if (children.length === 0) return 0;
  return children.reduce((sum, child) => sum + child.extent, 0) + (children.length - 1) * at(BETWEEN, level);
}

export interface Placement {
  /** Parents before children. */
  readonly placed: readonly Placed[];
  readonly width: number;
  readonly height: number;
}

/** Every topic with its box, the whole inside a margin. */
export function placeAll(root: Branch, side: 'both' | 'right'): Placement {
  const { w, h } = root.topic;
  // First around the root's middle; where the corner comes to lie is known only when all stand.
  const box: Box = { x: -Math.round(w / 2), y: -Math.round(h / 2), w, h };
  const first: Placed = { branch: root, parent: undefined, side: 'root', box };
  const found = [first];
  const turn = side === 'both' ? turningPoint(root.children) : root.children.length;
  stack(root.children.slice(0, turn), first, 'right', found);
  stack(root.children.slice(turn), first, 'left', found);
  const frame = union(found.map((each) => each.box))!;
  return {
    placed: shifted(found, Math.round(MARGIN - frame.x), Math.round(MARGIN - frame.y)),
    width: Math.round(frame.w + 2 * MARGIN),
    height: Math.round(frame.h + 2 * MARGIN),
  };
}

function shifted(placed: readonly Placed[], dx: number, dy: number): Placed[] {
  const moved = new Map<Branch, Placed>();
  for (const each of placed) {
    const parent = each.parent && moved.get(each.parent.branch);
    const { x, y, w, h } = each.box;
    moved.set(each.branch, { ...each, parent, box: { x: x + dx, y: y + dy, w, h } });
  }
  return [...moved.values()];
}

/** How many of the top branches go right so that both sides are about as high; order is kept, down the right, then down the left. */
function turningPoint(children: readonly Branch[]): number {
  const total = children.reduce((sum, child) => sum + child.extent, 0);
  let right = 0;
  let best = children.length;
  let least = total;
  children.forEach((child, index) => {
    right += child.extent;
    const difference = Math.abs(total - 2 * right);
    if (difference < least) [best, least] = [index + 1, difference];
  });
  return best;
}

/** Stacks children beside their parent, their middle at its height; each keeps its whole extent to itself, so nothing can overlap. */
function stack(children: readonly Branch[], parent: Placed, side: 'left' | 'right', found: Placed[]): void {
  const { box, branch: above } = parent;
  const middle = box.y + (above.level === 0 ? box.h / 2 : Math.min(above.topic.attach, box.h / 2));
  let y = middle - stackHeight(children, above.level) / 2;
  const gap = at(ACROSS, above.level);
  for (const child of children) {
    const { w, h } = child.topic;
    const x = side === 'right' ? box.x + box.w + gap : box.x - gap - w;
    const placed: Placed = {
      branch: child,
      parent,
      side,
      box: { x: Math.round(x), y: Math.round(y + (child.extent - h) / 2), w, h },
    };
    found.push(placed);
    stack(child.children, placed, side, found);
    y += child.extent + at(BETWEEN, above.level);
  }
}

/** The value for this level; the last one serves all deeper levels. */
export function at(values: readonly number[], level: number): number {
  return values[Math.min(level, values.length - 1)]!;
}
