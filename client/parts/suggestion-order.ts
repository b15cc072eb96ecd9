// Suggestions in the order in which the document would be read.
import type { Plan, Suggestion } from '../../shared/model/plan.ts';
import { branch, inOrder } from '../../shared/model/tree.ts';
import { readSpot } from '../../shared/model/spot.ts';

type Placed = Pick<Suggestion, 'node' | 'field' | 'now'>;

/** Where a suggestion stands; what is new stands behind its neighbour, what concerns the whole plan before all. */
export function readingOrder(plan: Plan): (suggestion: Placed) => number {
  const order = new Map(inOrder(plan).map((id, at) => [id, at]));
  return ({ node, field, now }) => {
    const spot = field === 'add' ? readSpot(now) : undefined;
    if (!spot) return order.get(node) ?? -1;
    // Behind its neighbour with all that hangs below that one.
    const last = spot.after ? branch(plan, spot.after).at(-1) : spot.parent;
    return (order.get(last ?? spot.parent) ?? order.get(spot.parent) ?? 0) + 0.5;
  };
}
