// Which topic of a mind map an arrow key leads to. Geometry only: what lies nearest on that side.
import type { Id } from '../model/plan.ts';
import type { Mindmap } from './mindmap.ts';
import type { Box } from './scene.ts';
import { placeChild, walk } from './tidy.ts';
import type { Placed } from './tidy.ts';

export type Way = 'left' | 'right' | 'up' | 'down';

/** Which topic an arrow key leads to. */
export function neighbour(map: Mindmap, id: Id, way: Way): Id | undefined {
  const here = map.find(id);
  if (!here) return undefined;
  const { flow } = here.branch.block;
  if (here.side === 'down' || flow === 'row' || flow === 'axis') return downward(map, here, way);
  if (way === 'left' || way === 'right') {
    if (here.side !== 'root' && way !== here.side) return here.parent?.branch.id;
    const children = here.branch.children.map((_, index) => placeChild(here, index));
    return nearest(
      here.box,
      children.filter(({ side }) => side === way),
    );
  }
  const sign = way === 'up' ? -1 : 1;
  const middle = here.box.y + here.box.h / 2;
  const others: Placed[] = [];
  walk(map.root, undefined, (each) => {
    if (each.side !== here.side || each.branch.level !== here.branch.level) return;
    if ((each.box.y + each.box.h / 2 - middle) * sign > 0) others.push(each);
  });
  return nearest(here.box, others);
}

/** Columns that hang: down and up as they are read, sideways to the neighbour in a row or to the parent and the first child. */
function downward(map: Mindmap, here: Placed, way: Way): Id | undefined {
  const { parent, branch } = here;
  const first = branch.children[0]?.id;
  const along = parent && parent.branch.block.flow !== 'below';
  const siblings = parent?.branch.children ?? [];
  const at = siblings.findIndex(({ id }) => id === branch.id);
  const axis = branch.block.flow === 'axis';
  if (way === 'left') return along ? (siblings[at - 1]?.id ?? parent?.branch.id) : parent?.branch.id;
  if (way === 'right') return along ? siblings[at + 1]?.id : axis || parent ? first : undefined;
  if (!parent) return way === 'down' ? first : undefined;
  if (along) return way === 'down' ? first : parent.branch.id;
  const order: Id[] = [];
  walk(map.root, undefined, (each) => void order.push(each.branch.id));
  return order[order.indexOf(branch.id) + (way === 'down' ? 1 : -1)];
}

function nearest(from: Box, others: readonly Placed[]): Id | undefined {
  const distance = ({ box }: Placed): number => Math.abs(box.y + box.h / 2 - from.y - from.h / 2);
  return others.reduce<Placed | undefined>(
    (best, each) => (best === undefined || distance(each) < distance(best) ? each : best),
    undefined,
  )?.branch.id;
}
