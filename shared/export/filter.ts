// What of a plan belongs to one office: what it leads or assists, with the headings above.
import { ancestors } from '../model/tree.ts';
import type { Id, Node, Plan } from '../model/plan.ts';
import type { Entry } from './tasks.ts';

/** A node that names no office is its nearest ancestor's that does. */
export function concerns(plan: Plan, id: Id, office: Id | undefined): boolean {
  if (office === undefined) return true;
  for (const at of [id, ...ancestors(plan, id)]) {
    const node = plan.nodes.get(at);
    if (node && names(node)) return node.lead.has(office) || node.assist.has(office);
  }
  return false;
}

function names({ lead, assist }: Node): boolean {
  return lead.size > 0 || assist.size > 0;
}

/** Rows of one office; a heading stays where something below it does. */
export function officesOf(entries: readonly Entry[], plan: Plan, office: Id | undefined): readonly Entry[] {
  if (office === undefined) return entries;
  const kept = entries.filter((entry) => entry.kind === 'heading' || concerns(plan, entry.node, office));
  return kept.filter((entry, index) => {
    if (entry.kind === 'task') return true;
    const next = kept.slice(index + 1).find((other) => other.kind === 'task');
    return next !== undefined && ancestors(plan, next.node).includes(entry.node);
  });
}
