// Where in the tree a dragged topic would go: from the hand's place among the boxes to op arguments, and where that place is drawn.
// Pure geometry over the layout; whether it may go there is asked of the op itself.
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import type { Box, Point } from '../../../shared/layout/scene.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { branch, childrenOf, parentOf } from '../../../shared/model/tree.ts';
import { isRefusal } from '../../../shared/ops/change.ts';
import type { Refusal } from '../../../shared/ops/change.ts';
import { moveNode } from '../../../shared/ops/tree.ts';

export interface Spot {
  readonly parent: Id;
  readonly before: Id | null;
}

export type Landing =
  | { readonly kind: 'spot'; readonly spot: Spot }
  /** It stands there already, or nothing is near. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly spot: Spot; readonly refusal: Refusal };

/** The first of the likely spots that the op allows; refused when it allows none. */
export function landing(map: Mindmap, plan: Plan, ids: readonly Id[], at: Point): Landing {
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
  const side = map.spots.get(id)?.side ?? 'right';
  const inside: Spot = { parent: id, before: null };
  if (id === ROOT) return [rootSpot(map, plan, at)];
  const upper = at.y < box.y + box.h / 2;
  const beside = upper
    ? { parent: parentOf(plan, id), before: id }
    : { parent: parentOf(plan, id), before: after(plan, id) };
  const outward = side === 'left' ? at.x < box.x : at.x > box.x + box.w;
  const core = Math.abs(at.y - (box.y + box.h / 2)) < box.h / 4 && !outward;
  // Beyond a box lie its children; its middle takes what is put on it; its upper and lower edge stand for before and after.
  if (outward || core || ids.some((each) => branch(plan, each).includes(id))) return [inside, beside];
  return [beside, inside];
}

function nearest(map: Mindmap, at: Point): { id: Id; box: Box } | undefined {
  let best: { id: Id; box: Box } | undefined;
  let least = REACH;
  for (const [id, box] of map.boxes) {
    const distance = Math.hypot(gap(at.x, box.x, box.w), gap(at.y, box.y, box.h));
    if (distance < least) [best, least] = [{ id, box }, distance];
  }
  return best;
}

function gap(at: number, from: number, size: number): number {
  return Math.max(0, from - at, at - from - size);
}

/** On the plan itself: among the top branches of that side, by height. */
function rootSpot(map: Mindmap, plan: Plan, at: Point): Spot {
  const root = map.boxes.get(ROOT)!;
  const side = at.x < root.x + root.w / 2 ? 'left' : 'right';
  const here = childrenOf(plan, ROOT).filter((id) => map.spots.get(id)?.side === side);
  const below = here.find((id) => middle(map.boxes.get(id)!) > at.y);
  const last = here.at(-1);
  return { parent: ROOT, before: below ?? (last === undefined ? null : after(plan, last)) };
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
export function slotOf(map: Mindmap, plan: Plan, { parent, before }: Spot): Slot | undefined {
  const above = map.boxes.get(parent);
  if (!above) return undefined;
  const shown = childrenOf(plan, parent).filter((id) => map.spots.get(id)?.parent === parent);
  const next = before !== null && shown.includes(before) ? before : undefined;
  const at = next === undefined ? shown.length : shown.indexOf(next);
  const previous = shown[at - 1];
  const guide = next ?? previous;
  const side =
    guide === undefined ? (map.spots.get(parent)?.side === 'left' ? 'left' : 'right') : map.spots.get(guide)!.side;
  const right = side !== 'left';
  const level = map.spots.get(parent)?.depth ?? 0;
  const inner = guide === undefined ? undefined : map.boxes.get(guide)!;
  const away = ACROSS[Math.min(level, 2)]!;
  const edge = inner ? (right ? inner.x : inner.x + inner.w) : right ? above.x + above.w + away : above.x - away;
  const y = heightAt(map, previous, next, side) ?? middle(above);
  const box = { x: right ? edge : edge - SLOT.w, y: y - SLOT.h / 2, ...SLOT };
  return {
    box,
    from: { x: right ? above.x + above.w : above.x, y: middle(above) },
    to: { x: edge, y },
  };
}

/** Neighbours on the other side of the root do not count: the place is on this one. */
function heightAt(map: Mindmap, previous: Id | undefined, next: Id | undefined, side: string): number | undefined {
  const box = (id: Id | undefined): Box | undefined =>
    id !== undefined && map.spots.get(id)?.side === side ? map.boxes.get(id) : undefined;
  const [a, b] = [box(previous), box(next)];
  if (a && b) return (a.y + a.h + b.y) / 2;
  if (b) return b.y - SLOT.h / 2 - 5;
  return a && a.y + a.h + SLOT.h / 2 + 5;
}

function middle({ y, h }: Box): number {
  return y + h / 2;
}
