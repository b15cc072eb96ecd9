// Where in the tree a dragged topic would go: from the hand's place among the boxes to op arguments, and where that place is drawn.
// Pure geometry over the layout; whether it may go there is asked of the op itself.
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import type { Box, Point } from '../../../shared/layout/scene.ts';
import type { Placed, Spot as MapSpot } from '../../../shared/layout/tidy.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { branch, childrenOf, parentOf } from '../../../shared/model/tree.ts';
import { isRefusal } from '../../../shared/ops/change.ts';
import type { Refusal } from '../../../shared/ops/change.ts';
import { moveNode } from '../../../shared/ops/tree.ts';

type Side = MapSpot['side'];

export interface Spot {
  readonly parent: Id;
  readonly before: Id | null;
}

export type Landing =
  | { readonly kind: 'spot'; readonly spot: Spot }
  /** It stands there already, or nothing is near. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly spot: Spot; readonly refusal: Refusal };

interface Asked {
  readonly map: Mindmap;
  readonly plan: Plan;
  readonly ids: readonly Id[];
  readonly at: Point;
  readonly found: Landing;
}

let asked: Asked | undefined;

/** The first of the likely spots that the op allows; refused when it allows none. The drag, its line and its label ask the same. */
export function landing(map: Mindmap, plan: Plan, ids: readonly Id[], at: Point): Landing {
  const same = asked?.map === map && asked.plan === plan && asked.ids === ids;
  if (!asked || !same || asked.at.x !== at.x || asked.at.y !== at.y)
    asked = { map, plan, ids, at, found: land(map, plan, ids, at) };
  return asked.found;
}

function land(map: Mindmap, plan: Plan, ids: readonly Id[], at: Point): Landing {
  let refused: Landing | undefined;
  for (const spot of likely(map, plan, ids, at)) {
    const outcome = moveNode(plan, { ids, ...spot }, middling);
    if (!isRefusal(outcome)) return { kind: 'spot', spot };
    if (outcome.refused === 'nothing-to-do') return { kind: 'none' };
    refused ??= { kind: 'refused', spot, refusal: outcome };
  }
  return refused ?? { kind: 'none' };
}

/** Only whether it is allowed is asked, so the order key may be any. */
const middling = (): number => 0.5;

/** How far from a box the hand still means it. */
const REACH = 90;

function likely(map: Mindmap, plan: Plan, ids: readonly Id[], at: Point): readonly Spot[] {
  const near = nearest(map, at);
  if (!near) return [];
  const { id, box } = near;
  const { side } = near;
  const inside: Spot = { parent: id, before: null };
  if (id === map.middle) return id === ROOT ? [rootSpot(map, plan, at)] : [inside];
  const row = isRow(map, id);
  const upper = row ? at.x < box.x + box.w / 2 : at.y < box.y + box.h / 2;
  const beside = upper
    ? { parent: parentOf(plan, id), before: id }
    : { parent: parentOf(plan, id), before: after(plan, id) };
  const outward = row ? at.y > box.y + box.h : side === 'left' ? at.x < box.x : at.x > box.x + box.w;
  const core = row
    ? Math.abs(at.x - (box.x + box.w / 2)) < box.w / 4 && !outward
    : Math.abs(at.y - (box.y + box.h / 2)) < box.h / 4 && !outward;
  // Beyond a box lie its children; its middle takes what is put on it; its upper and lower edge stand for before and after.
  if (outward || core || ids.some((each) => branch(plan, each).includes(id))) return [inside, beside];
  return [beside, inside];
}

/** The topic the hand is on or nearest to. */
export function nearest(map: Mindmap, at: Point, reach = REACH): { id: Id; box: Box; side: Side } | undefined {
  let best: { id: Id; box: Box; side: Side } | undefined;
  let least = reach;
  const around = { x: at.x - reach, y: at.y - reach, w: 2 * reach, h: 2 * reach };
  for (const { branch: each, box, side } of map.see(around).placed) {
    const distance = Math.hypot(gap(at.x, box.x, box.w), gap(at.y, box.y, box.h));
    if (distance < least || (distance === 0 && least === 0)) [best, least] = [{ id: each.id, box, side }, distance];
  }
  return best;
}

function gap(at: number, from: number, size: number): number {
  return Math.max(0, from - at, at - from - size);
}

/** On the plan itself: among the top branches of that side, by height; in a row, at its end. */
function rootSpot(map: Mindmap, plan: Plan, at: Point): Spot {
  const { branch: root, box } = map.find(ROOT)!;
  if (map.arrangement === 'down' || map.arrangement === 'time') return { parent: ROOT, before: null };
  const side = at.x < box.x + box.w / 2 ? 'left' : 'right';
  const here = root.children.map(({ id }) => map.find(id)!).filter((each) => each.side === side);
  const below = here.find((each) => middle(each.box) > at.y);
  const last = here.at(-1);
  return { parent: ROOT, before: below?.branch.id ?? (last === undefined ? null : after(plan, last.branch.id)) };
}

/** Its siblings stand beside it, not under it. */
function isRow(map: Mindmap, id: Id): boolean {
  const flow = map.find(id)?.parent?.branch.block.flow;
  return flow === 'row' || flow === 'axis';
}

function after(plan: Plan, id: Id): Id | null {
  const siblings = childrenOf(plan, parentOf(plan, id));
  return siblings[siblings.indexOf(id) + 1] ?? null;
}

export interface Slot {
  /** Where the future place is drawn. */
  readonly box: Box;
  /** From the parent to it. */
  readonly from: Point;
  readonly to: Point;
}

const SLOT = { w: 112, h: 22 } as const;
/** How far a first child would stand from its parent: about what the layout leaves at that level. */
const ACROSS = [76, 52, 40] as const;

/** Between the two topics it would come to stand between, or beside a parent that shows none. Nothing when the parent is not shown. */
export function slotOf(map: Mindmap, _plan: Plan, { parent, before }: Spot): Slot | undefined {
  const above = map.find(parent);
  if (!above) return undefined;
  const { box, branch: over } = above;
  const shown = over.children.map(({ id }) => map.find(id)!);
  const at = before === null ? -1 : shown.findIndex((each) => each.branch.id === before);
  const next = at < 0 ? undefined : shown[at];
  const previous = shown[(at < 0 ? shown.length : at) - 1];
  const guide = next ?? previous;
  const { flow } = over.block;
  if (flow === 'row' || flow === 'axis') return rowSlot(box, previous, next);
  if (flow === 'below') {
    const x = guide?.box.x ?? box.x + 30;
    const y = heightAt(previous, next, 'down') ?? box.y + box.h + SLOT.h / 2 + 8;
    return { box: { x, y: y - SLOT.h / 2, ...SLOT }, from: { x: box.x + 14, y: box.y + box.h }, to: { x, y } };
  }
  const side = guide === undefined ? (above.side === 'left' ? 'left' : 'right') : guide.side;
  const right = side !== 'left';
  const inner = guide?.box;
  const away = ACROSS[Math.min(over.level, 2)]!;
  const edge = inner ? (right ? inner.x : inner.x + inner.w) : right ? box.x + box.w + away : box.x - away;
  const y = heightAt(previous, next, side) ?? middle(box);
  return {
    box: { x: right ? edge : edge - SLOT.w, y: y - SLOT.h / 2, ...SLOT },
    from: { x: right ? box.x + box.w : box.x, y: middle(box) },
    to: { x: edge, y },
  };
}

/** A gap between two columns, as high as their heads. */
function rowSlot(above: Box, previous: Placed | undefined, next: Placed | undefined): Slot {
  const guide = next ?? previous;
  const y = guide ? guide.box.y : above.y + above.h + 40;
  const x = next ? next.box.x - 32 : previous ? previous.block.x + previous.block.w + 10 : above.x;
  const from = { x: above.x + above.w / 2, y: above.y + above.h };
  return { box: { x, y, w: 22, h: 40 }, from, to: { x: x + 11, y } };
}

/** Neighbours on the other side of the root do not count: the place is on this one. */
function heightAt(previous: Placed | undefined, next: Placed | undefined, side: Side): number | undefined {
  const box = (each: Placed | undefined): Box | undefined => (each?.side === side ? each.box : undefined);
  const [a, b] = [box(previous), box(next)];
  if (side === 'down' && b) return b.y - 7;
  if (a && b) return (a.y + a.h + b.y) / 2;
  if (b) return b.y - SLOT.h / 2 - 5;
  if (side === 'down' && previous) return previous.block.y + previous.block.h + SLOT.h / 2 + 4;
  return a && a.y + a.h + SLOT.h / 2 + 5;
}

function middle({ y, h }: Box): number {
  return y + h / 2;
}
