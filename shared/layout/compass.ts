// Which topic of a mind map an arrow key leads to. Geometry only: what lies nearest on that side.
import type { Id } from '../model/plan.ts';
import type { Mindmap } from './mindmap.ts';
import type { Box } from './scene.ts';

/** Which topic an arrow key leads to. */
export function neighbour(map: Mindmap, id: Id, key: 'left' | 'right' | 'up' | 'down'): Id | undefined {
  const spot = map.spots.get(id);
  const box = map.boxes.get(id);
  if (!spot || !box) return undefined;
  if (key === 'left' || key === 'right') {
    if (spot.side !== 'root' && key !== spot.side) return spot.parent;
    const children = [...map.spots].filter(([, each]) => each.parent === id && each.side === key);
    return nearest(
      map,
      box,
      children.map(([child]) => child),
    );
  }
  const sign = key === 'up' ? -1 : 1;
  const middle = box.y + box.h / 2;
  const others = [...map.spots].filter(([other, each]) => {
    const there = map.boxes.get(other)!;
    return each.side === spot.side && each.depth === spot.depth && (there.y + there.h / 2 - middle) * sign > 0;
  });
  return nearest(
    map,
    box,
    others.map(([other]) => other),
  );
}

function nearest(map: Mindmap, from: Box, ids: readonly Id[]): Id | undefined {
  const distance = (id: Id): number => {
    const box = map.boxes.get(id)!;
    return Math.abs(box.y + box.h / 2 - from.y - from.h / 2);
  };
  return ids.reduce<Id | undefined>(
    (best, id) => (best === undefined || distance(id) < distance(best) ? id : best),
    undefined,
  );
}
