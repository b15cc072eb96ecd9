// What a cell holds: as its editor begins, and as it goes to a spreadsheet or the row below. Pure.
import type { Id, Node, Plan } from '../../../shared/model/plan.ts';
import { cellText } from '../../../shared/layout/cells.ts';
import { leadNames } from '../../../shared/layout/label.ts';
import type { FillColumn } from '../../commands/filling.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import { isEditable } from './columns.ts';
import type { Facts } from './columns.ts';
import { quarterLines } from './quarters.ts';
import { endText } from './when.ts';
import { lightWord } from '../../i18n/light-word.ts';

/** What the editor of a cell begins with: as exactly as it is kept. */
export function cellSource({ plan, today, lang }: Facts, node: Node, column: FillColumn): string {
  switch (column) {
    case 'quarters':
      return quarterLines(plan, node.id, plan.meta.year ?? Number(today.slice(0, 4)), lang);
    case 'title':
      return node.title;
    case 'start':
      return node.span?.start ?? '';
    case 'end':
      return endText(node.span, node.due);
    case 'progress':
      return node.progress === undefined ? '' : String(node.progress);
    case 'deliverable':
    case 'issue':
      return node[column] ?? '';
    case 'chief':
    case 'duty':
      return node.people?.[column] ?? '';
    // Picked from a list; what is typed only searches it.
    case 'lead':
    case 'assist':
    case 'light':
      return '';
  }
}

/** What a cell holds of its own, so that written into another it makes that one the same: fill down, and paste from here. */
export function cellOwn(facts: Facts, node: Node, column: ColumnName): string {
  if (!isEditable(node, column)) return cellText(facts, node, column);
  switch (column) {
    case 'lead':
    case 'assist':
      return cellText(facts, node, column);
    case 'quarters':
      return cellText(facts, node, column);
    case 'light':
      return node.status ? lightWord(facts.t, facts.plan, node.status.light) : '';
    default:
      return cellSource(facts, node, column);
  }
}

/** What a spreadsheet is given: whole days, which it takes for dates; of a heading what is rolled up. */
export function cellCopied(facts: Facts, node: Node, column: ColumnName): string {
  const span = facts.spans.get(node.id);
  if (column === 'start') return span && node.kind !== 'milestone' ? span.start : '';
  if (column === 'end' && span) return span.end;
  return cellText(facts, node, column);
}

/** Who leads a section or item: the offices below, for the heading's tooltip. */
export function groupLeads(plan: Plan, id: Id): string {
  return leadNames(plan, id).join('、');
}
