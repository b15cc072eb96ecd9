// The columns of the list: how wide each is on this stage, and what may be written into it.
import type { CellFacts } from '../../../shared/layout/cells.ts';
import type { Node } from '../../../shared/model/plan.ts';
import type { FillColumn } from '../../commands/filling.ts';
import type { T } from '../../i18n/t.ts';
import { FROZEN, LIST_WIDTHS, shownColumns } from '../../../shared/layout/listing.ts';
import type { ColumnName, Sheet } from '../../../shared/layout/listing.ts';

export interface Column {
  readonly name: ColumnName;
  readonly width: number;
}

/** All columns that show on a stage of this width: at least their own, the title wider where there is room. */
export function fitted(sheet: Sheet, stage: number): readonly Column[] {
  const columns = shownColumns(sheet).map((name) => ({ name, width: sheet.widths[name] ?? LIST_WIDTHS[name] }));
  const spare = Math.max(0, Math.floor(stage) - columns.reduce((sum, { width }) => sum + width, 0));
  if (spare === 0 || sheet.widths.title !== undefined) return columns;
  return columns.map((each) => (each.name === 'title' ? { ...each, width: each.width + spare } : each));
}

/** Where each column begins. */
export function leftsOf(columns: readonly Column[]): readonly number[] {
  const lefts = [0];
  for (const { width } of columns) lefts.push(lefts.at(-1)! + width);
  return lefts;
}

export const isFrozen = (at: number): boolean => at < FROZEN;

/** What the page also needs for it: its own words. */
export interface Facts extends CellFacts {
  readonly t: T;
}

const NOT_OF_SECTIONS: ReadonlySet<ColumnName> = new Set(['deliverable', 'issue', 'progress', 'lead', 'assist']);
const COMPUTED: ReadonlySet<ColumnName> = new Set([
  'mark',
  'item',
  'days',
  'slack',
  'was',
  'deviation',
  'was2',
  'deviation2',
  'note',
]);

/** What can be typed or picked there. Offices of a section follow from what is below; some texts name them once for each item. */
export function isEditable(node: Pick<Node, 'kind'>, column: ColumnName): column is FillColumn {
  if (COMPUTED.has(column)) return false;
  if (column === 'quarters') return node.kind !== 'section' && node.kind !== 'milestone';
  return node.kind !== 'section' || !NOT_OF_SECTIONS.has(column);
}
