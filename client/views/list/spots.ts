// Where in the tree a dragged row would go: from the gap between two rows and the hand's depth to op arguments. Pure; whether it may is asked of the op.
import type { Row } from '../../../shared/layout/rows.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { ancestors, branch, childrenOf, depthOf, parentOf } from '../../../shared/model/tree.ts';
import { isRefusal } from '../../../shared/ops/change.ts';
import { moveNode } from '../../../shared/ops/tree.ts';

export interface Spot {
  readonly parent: Id;
  readonly before: Id | null;
}

/** Only whether it is allowed is asked, so the order key may be any. */
const middling = (): number => 0.5;

/** The spot in this gap whose depth is nearest to the wanted one and allowed; undefined when nothing would move. */
export function rowSpot(
  plan: Plan,
  rows: readonly Row[],
  ids: readonly Id[],
  gap: number,
  depth: number,
): Spot | undefined {
  const moving = new Set(ids.flatMap((id) => branch(plan, id)));
  const upper = rows.slice(0, gap).findLast((row) => !moving.has(row.id));
  const lower = rows.slice(gap).find((row) => !moving.has(row.id));
  const spots = likely(plan, upper, lower, moving)
    .map((spot) => ({ spot, off: Math.abs(depthIn(plan, spot) - depth) }))
    .sort((a, b) => a.off - b.off);
  for (const { spot } of spots) {
    const outcome = moveNode(plan, { ids, ...spot }, middling);
    if (!isRefusal(outcome)) return spot;
    if (outcome.refused === 'nothing-to-do') return undefined;
  }
  return undefined;
}

function depthIn(plan: Plan, { parent }: Spot): number {
  return parent === ROOT ? 0 : depthOf(plan, parent) + 1;
}

/** First below the row above, or after it, or after any of its ancestors that ends here. */
function likely(plan: Plan, upper: Row | undefined, lower: Row | undefined, moving: ReadonlySet<Id>): readonly Spot[] {
  if (!upper)
    return lower ? [{ parent: parentOf(plan, lower.id), before: lower.id }] : [{ parent: ROOT, before: null }];
  const next = (id: Id): Id | null => {
    const siblings = childrenOf(plan, parentOf(plan, id)).filter((each) => !moving.has(each));
    return siblings[siblings.indexOf(id) + 1] ?? null;
  };
  const first = childrenOf(plan, upper.id).find((id) => !moving.has(id)) ?? null;
  const inside: Spot = { parent: upper.id, before: upper.folded ? null : first };
  const above = [upper.id, ...ancestors(plan, upper.id)];
  const floor = lower ? depthOf(plan, lower.id) : 0;
  const after = above
    // A row of an open branch has its children right below: after it is after them.
    .filter(
      (id, at) =>
        (at > 0 || upper.folded || first === null) && depthOf(plan, id) >= Math.min(floor, depthOf(plan, upper.id)),
    )
    .map((id): Spot => ({ parent: parentOf(plan, id), before: next(id) }));
  return [inside, ...after];
}
