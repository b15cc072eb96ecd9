// What the plan holds as ruled pages: 附件1, the 任务清单; 附件3, what is wanting.
import { ITEM, longRemarks } from '../tasktable.ts';
import type { Column } from '../tasktable.ts';
import { wordsOf } from '../reports/report.ts';
import type { ReportTable } from '../reports/report.ts';
import type { Listed, ListedColumn } from '../listed.ts';
import type { Entry } from '../tasks.ts';
import type { Leaf } from './leaf.ts';
import { annexHead, cellLines, headingRow, tableLeaves, widthsOf } from './ruled.ts';
import type { Row } from './ruled.ts';

/** `number` of the attachment; none for a list of its own. */
export function listLeaves(
  entries: readonly Entry[],
  columns: readonly Column[],
  title: string,
  number: number | undefined,
): readonly Leaf[] {
  const notes = longRemarks(entries);
  const noteOf = new Map(notes.map((note) => [note.task as Entry, note.number]));
  const rows = rowsOf(entries, columns, widthsOf(columns), noteOf);
  const below = notes.flatMap(({ number: n, task }) => [
    { text: `附注${n}（${[task.number, task.item?.text].filter(Boolean).join(' ')}）`, keep: true },
    ...task.remarks.map((text) => ({ text: `　　${text}`, keep: false })),
  ]);
  return tableLeaves(columns, rows, annexHead(title, number), { below });
}

export function reportLeaves({ title, columns, lines, rows }: ReportTable, number: number): readonly Leaf[] {
  const widths = widthsOf(columns);
  const drawn = rows.map((row): Row => {
    if ('heading' in row) return headingRow(row.heading);
    return { joins: false, item: [], cells: row.cells.map((cell, at) => cellLines(wordsOf(cell), widths[at]!)) };
  });
  return tableLeaves(columns, drawn, annexHead(title, number), { above: lines });
}

/** As the list stands on a screen: its columns share the sheet as they share the screen. */
export function screenLeaves({ columns, rows }: Listed, title: string): readonly Leaf[] {
  const widths = sharedOut(columns);
  const ruled = columns.map(({ title: name, ...column }, at) => ({
    title: name,
    width: widths[at]!,
    centred: CENTRED.has(column.name),
  }));
  const px = widthsOf(ruled);
  const drawn = rows.map((row): Row => {
    if (row.kind === 'heading') return headingRow(row.text);
    if (row.kind === 'head') return headingRow(row.words.slice(0, 2).filter(Boolean).join(' '));
    return { joins: false, item: [], cells: row.words.map((words, at) => cellLines(words, px[at]!)) };
  });
  return tableLeaves(ruled, drawn, annexHead(title, undefined), {});
}

const CENTRED: ReadonlySet<string> = new Set([
  'mark',
  'start',
  'end',
  'days',
  'progress',
  'slack',
  'deviation',
  'light',
]);
/** Millimetres of the sheet, and the fewest for a column. */
const SHEET = 225;
const LEAST = 11;

/** In proportion, none too narrow for a word; the title takes the rest. */
function sharedOut(columns: readonly ListedColumn[]): readonly number[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ name, width }) => (name === 'title' ? 0 : Math.max(LEAST, (width / all) * SHEET * 0.9)));
}

function rowsOf(
  entries: readonly Entry[],
  columns: readonly Column[],
  widths: readonly number[],
  noteOf: ReadonlyMap<Entry, number>,
): readonly Row[] {
  return entries.map((entry, index): Row => {
    if (entry.kind === 'heading') return headingRow(entry.text);
    const before = entries[index - 1];
    const joins = before?.kind === 'task' && before.item !== undefined && before.item.id === entry.item?.id;
    const cells = columns.map(({ text, title }, at) => {
      return cellLines(joins && title === ITEM ? '' : text(entry, noteOf.get(entry)), widths[at]!);
    });
    const at = columns.findIndex(({ title }) => title === ITEM);
    return { cells, joins, item: cellLines(entry.item?.text ?? '', widths[at] ?? 0) };
  });
}
