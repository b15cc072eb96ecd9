// Which box an arrow key leads to, from where the boxes are. Pure geometry; knows no plan and no element.
import type { Id } from '../../../shared/model/plan.ts';
import type { Box } from '../../../shared/layout/scene.ts';

export type Way = 'left' | 'right' | 'up' | 'down';

export interface Placed {
  readonly id: Id;
  readonly box: Box;
  /** The box it hangs on; the root has none. */
  readonly parent?: Id;
}

/**
 * Sideways: towards the root to the parent, away from it to the child nearest in height. Up and down: to the nearest box
 * on the same side, preferring what stands in the same column.
 */
export function neighbour(boxes: readonly Placed[], from: Id, way: Way): Id | undefined {
  const here = boxes.find(({ id }) => id === from);
  if (!here) return undefined;
  const sideways = way === 'left' || way === 'right';
  return sideways ? across(boxes, here, way === 'right' ? 1 : -1) : along(boxes, here, way === 'down' ? 1 : -1);
}

function across(boxes: readonly Placed[], here: Placed, sign: 1 | -1): Id | undefined {
  const parent = boxes.find(({ id }) => id === here.parent);
  if (parent && (midX(parent.box) - midX(here.box)) * sign > 0) return parent.id;
  const children = boxes.filter((each) => each.parent === here.id && (midX(each.box) - midX(here.box)) * sign > 0);
  return least(children, (each) => Math.abs(midY(each.box) - midY(here.box)));
}

function along(boxes: readonly Placed[], here: Placed, sign: 1 | -1): Id | undefined {
  const root = boxes.find((each) => each.parent === undefined);
  if (!root) return undefined;
  const side = (each: Placed): number => (each === root ? 0 : Math.sign(midX(each.box) - midX(root.box)));
  const beyond = boxes.filter(
    (each) =>
      each !== here &&
      each !== root &&
      (midY(each.box) - midY(here.box)) * sign > 0.5 &&
      (here === root || side(each) === side(here)),
  );
  return least(beyond, (each) => Math.abs(midY(each.box) - midY(here.box)) + 4 * gapX(each.box, here.box));
}

/** How far apart two boxes stand sideways; 0 when one is above the other. */
function gapX(a: Box, b: Box): number {
  return Math.max(0, a.x - (b.x + b.w), b.x - (a.x + a.w));
}

function least(found: readonly Placed[], cost: (each: Placed) => number): Id | undefined {
  let best: Placed | undefined;
  for (const each of found) if (!best || cost(each) < cost(best)) best = each;
  return best?.id;
}

const midX = ({ x, w }: Box): number => x + w / 2;
const midY = ({ y, h }: Box): number => y + h / 2;
