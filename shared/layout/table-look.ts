// Which columns I have put into the Gantt's table, in which order and width. The words for them are the list's.
import { FROZEN, readColumns } from './listing.ts';
import type { ColumnName, Columns } from './listing.ts';

export const TABLE_COLUMNS = [
  'mark',
  'title',
  'lead',
  'assist',
  'span',
  'start',
  'end',
  'days',
  'progress',
  'light',
  'slack',
  'was',
  'deviation',
  'was2',
  'deviation2',
  'deliverable',
  'chief',
  'duty',
  'issue',
] as const satisfies readonly (ColumnName | 'span')[];

export type TableColumn = (typeof TABLE_COLUMNS)[number];
export type TableLook = Columns<TableColumn>;

/** 起止 says both days in one; the others are there to be chosen. */
export const FIRST_TABLE: TableLook = {
  order: TABLE_COLUMNS,
  hidden: TABLE_COLUMNS.filter((name) => !['mark', 'title', 'lead', 'span'].includes(name)),
  widths: {},
};

export const TABLE_WIDTHS: Readonly<Record<TableColumn, number>> = {
  mark: 56,
  title: 168,
  lead: 92,
  assist: 92,
  span: 94,
  start: 60,
  end: 68,
  days: 60,
  progress: 56,
  light: 84,
  slack: 60,
  was: 96,
  deviation: 64,
  was2: 96,
  deviation2: 96,
  deliverable: 120,
  chief: 76,
  duty: 76,
  issue: 120,
};

export function readTable(kept: Readonly<Record<string, unknown>>): TableLook {
  return readColumns(kept, TABLE_COLUMNS, FIRST_TABLE.hidden);
}

/** All that are chosen, whether or not there is room for them. */
export function chosenColumns({ order, hidden }: TableLook): readonly TableColumn[] {
  return order.filter((name, at) => at < FROZEN || !hidden.includes(name));
}

export function widthOf({ widths }: TableLook, name: TableColumn): number {
  return widths[name] ?? TABLE_WIDTHS[name];
}

/** What all of them need, the title at its least. */
export function neededWidth(look: TableLook): number {
  return chosenColumns(look).reduce(
    (sum, name) => sum + (name === 'title' ? TABLE_WIDTHS.title : widthOf(look, name)),
    0,
  );
}
