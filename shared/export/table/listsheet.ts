// The list as it stands on a screen as .xlsx: the same columns in the same order, its groups, native dates, and the ids by which it comes back.
import { todayFor } from '../../model/schedule.ts';
import { partOf } from '../filter.ts';
import type { Choices, ExportInput, Made } from '../format.ts';
import type { Listed, ListedColumn, ListedRow } from '../listed.ts';
import { titleOf } from '../words.ts';
import { IDS } from './columns.ts';
import type { CellStyle } from './styles.ts';
import { LONGEST, workbook } from './workbook.ts';
import type { Cell, Sheet, Value } from './workbook.ts';

/** Px of the screen a character takes. */
const PER_CHARACTER = 7;
/** Two rows of titles are above. */
const ABOVE = 2;

export function listedXlsx(input: ExportInput, { columns, rows }: Listed, options: Choices): Made {
  const { plan } = input;
  const title = `${titleOf(plan.meta)}任务清单${partOf(plan, options)}`;
  const last = columns.length - 1;
  const cut = { count: 0 };
  const sheet: Sheet = {
    name: '任务清单',
    widths: [...columns.map(({ width }) => Math.max(6, Math.round(width / PER_CHARACTER))), 0],
    rows: [
      [{ value: title, style: 'title' }],
      [...columns.map((column) => column.title), IDS.node].map((value): Cell => ({ value, style: 'head' })),
      ...rows.map((row) => cellsOf(row, columns, cut)),
    ],
    merges: [
      [0, 0, 0, last],
      ...rows.flatMap(({ kind }, at) => (kind === 'heading' ? [[at + ABOVE, 0, at + ABOVE, last] as const] : [])),
    ],
    frozen: { rows: ABOVE, columns: 2 },
    head: 1,
    printed: last,
  };
  const notices = cut.count > 0 ? [{ code: 'shortened', detail: String(cut.count) } as const] : [];
  return { file: workbook(title, todayFor(plan, input.today), [sheet]), notices };
}

function cellsOf(row: ListedRow, columns: readonly ListedColumn[], cut: { count: number }): readonly Cell[] {
  if (row.kind === 'heading')
    return columns.map((_, at): Cell => ({ value: at === 0 ? row.text : undefined, style: 'group' }));
  return [
    ...row.values.map((value, at): Cell => ({
      value: fitting(value, cut),
      style: row.kind === 'head' && at < 2 ? 'group' : styleOf(columns[at]!, value),
    })),
    { value: row.node, style: 'plain' },
  ];
}

function styleOf({ name }: ListedColumn, value: Value): CellStyle {
  if (typeof value === 'object') return 'day';
  if (name === 'progress') return 'percent';
  return typeof value === 'number' || name === 'mark' || name === 'light' ? 'centred' : 'text';
}

export function fitting(value: Value, cut: { count: number }): Value {
  if (typeof value !== 'string' || value.length <= LONGEST) return value;
  cut.count++;
  return `${value.slice(0, LONGEST - 1)}…`;
}
