// Cells to and from the clipboard, as Excel writes and reads them.
import type { Row } from '../../../shared/layout/rows.ts';
import type { Id } from '../../../shared/model/plan.ts';
import type { Cell } from '../../commands/fill.ts';
import { cellText, COLUMNS, isEditable } from './columns.ts';
import type { ColumnName, Facts } from './columns.ts';
import { readBlock } from './entry.ts';

/** What a pasted block asks of the cells it falls on; what cannot be edited is passed over. */
export function cellsOf(
  text: string,
  { plan }: Pick<Facts, 'plan'>,
  rows: readonly Row[],
  at: { readonly row: number; readonly column: number },
): readonly Cell[] {
  return readBlock(text).flatMap((line, i) =>
    line.flatMap((words, j): Cell[] => {
      const row = rows[at.row + i];
      const name = COLUMNS[at.column + j]?.name;
      const node = row && plan.nodes.get(row.id);
      return node && name && isEditable(node, name) ? [{ id: node.id, column: name, text: words }] : [];
    }),
  );
}

/** One row selected: the cell the cursor is in. Several: whole rows. */
export function textOf(facts: Facts, rows: readonly Row[], selected: readonly Id[], column: ColumnName): string {
  const nodes = rows.flatMap(({ id }) => (selected.includes(id) ? (facts.plan.nodes.get(id) ?? []) : []));
  const [first] = nodes;
  if (nodes.length === 1 && first) return cellText(facts, first, column);
  return nodes.map((node) => COLUMNS.map(({ name }) => quoted(cellText(facts, node, name))).join('\t')).join('\n');
}

function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
