// What of a plan belongs to one office: what it leads or assists, with the headings above.
import { rows } from '../layout/rows.ts';
import type { Row } from '../layout/rows.ts';
import { numbering } from '../model/numbering.ts';
import { ancestors } from '../model/tree.ts';
import type { Id, Node, Plan } from '../model/plan.ts';
import type { Choices } from './format.ts';
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

/** Which part of the plan was asked for. */
export type Part = Pick<Choices, 'office' | 'section'>;

/** Rows of one office or section; a heading stays where something below it does. */
export function entriesIn(entries: readonly Entry[], plan: Plan, { office, section }: Part): readonly Entry[] {
  if (office === undefined && section === undefined) return entries;
  const within = (id: Id): boolean => section === undefined || id === section || ancestors(plan, id).includes(section);
  const kept = entries.filter(({ kind, node }) => within(node) && (kind === 'heading' || concerns(plan, node, office)));
  return kept.filter((entry, index) => {
    if (entry.kind === 'task') return true;
    const next = kept.slice(index + 1).find((other) => other.kind === 'task');
    return next !== undefined && ancestors(plan, next.node).includes(entry.node);
  });
}

/** The rows of a chart: what concerns the office, and what stands above it. */
export function rowsIn(plan: Plan, { office, section }: Part, folded: ReadonlySet<Id> = new Set()): readonly Row[] {
  const filter = { filter: { section } };
  const shown = rows(plan, { folded, ...filter });
  if (office === undefined) return shown;
  const meant = new Set<Id>();
  for (const { id } of rows(plan, { folded: new Set(), ...filter }))
    if (concerns(plan, id, office)) for (const each of [id, ...ancestors(plan, id)]) meant.add(each);
  return shown.filter(({ id }) => meant.has(id));
}

/** 局基教科 · 二、聚焦…: what a part is called beside the plan's title. */
export function partName(plan: Plan, { office, section }: Part): string {
  const node = section === undefined ? undefined : plan.nodes.get(section);
  const name = node && `${numbering(plan).get(node.id)?.mark ?? ''}${node.title.trim()}`;
  return [office !== undefined && plan.offices.get(office)?.name, name].filter(Boolean).join(' · ');
}
