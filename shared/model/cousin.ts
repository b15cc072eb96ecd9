// Who comes next at the same depth: the neighbour under the same parent, or past its last child the first under the next.
import { BIN, ROOT } from './plan.ts';
import type { Id, Plan } from './plan.ts';
import { childrenOf, parentOf } from './tree.ts';

/** One on, or one back; nothing at the ends, nor in the bin. */
export function cousin(plan: Pick<Plan, 'tree'>, id: Id, step: 1 | -1): Id | undefined {
  if (id === ROOT || id === BIN) return undefined;
  const parent = parentOf(plan, id);
  const siblings = childrenOf(plan, parent);
  const next = siblings[siblings.indexOf(id) + step];
  if (next !== undefined) return next;
  for (let at = cousin(plan, parent, step); at !== undefined; at = cousin(plan, at, step)) {
    const below = childrenOf(plan, at);
    if (below.length > 0) return below[step === 1 ? 0 : below.length - 1];
  }
  return undefined;
}
