// Where each office of the register leads and assists. Draws nothing.
import type { Id, Plan } from '../../shared/model/plan.ts';
import { isBinned } from '../../shared/model/tree.ts';

export interface Counts {
  readonly lead: readonly Id[];
  readonly assist: readonly Id[];
}

/** Where each office leads and assists, what lies in the bin left out. */
export function countsOf(plan: Plan): ReadonlyMap<Id, Counts> {
  const found = new Map<Id, { lead: Id[]; assist: Id[] }>();
  const at = (office: Id): { lead: Id[]; assist: Id[] } => {
    const counts = found.get(office) ?? { lead: [], assist: [] };
    found.set(office, counts);
    return counts;
  };
  for (const { id, lead, assist } of plan.nodes.values()) {
    if (lead.size + assist.size === 0 || isBinned(plan, id)) continue;
    for (const office of lead.keys()) at(office).lead.push(id);
    for (const office of assist.keys()) at(office).assist.push(id);
  }
  return found;
}
