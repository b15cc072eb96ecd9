// A report's table as a workbook: ready to print across A4, its head repeated, the node of each row in a hidden column.
import { nodeAt } from '../../model/address.ts';
import type { Day } from '../../model/plan.ts';
import { IDS } from '../table/columns.ts';
import type { Cell } from '../table/workbook.ts';
import { LONGEST, workbook } from '../table/workbook.ts';
import { TURNED } from '../gongwen.ts';
import { wordsOf } from './report.ts';
import type { ReportTable } from './report.ts';

/** Of 小五 type, so many characters stand in a millimetre of a column. */
const PER_MM = 0.5;
const MM = 25.4 / 1440;

export function reportXlsx(
  { title, lines, columns, rows }: ReportTable,
  day: Day,
  address: string | undefined,
): Uint8Array {
  const rest = TURNED.block.width * MM - columns.reduce((sum, { width }) => sum + width, 0);
  const last = columns.length - 1;
  const across = (text: string, style: Cell['style']): readonly Cell[] => [{ value: text, style }];
  const above = [across(title, 'title'), ...lines.map((line) => across(line, 'plain'))];
  const head = [
    ...columns.map(({ title: name }): Cell => ({ value: name, style: 'head' })),
    { value: IDS.node, style: 'plain' } as const,
  ];
  const merges: [number, number, number, number][] = above.map((_, index) => [index, 0, index, last]);
  const body = rows.map((row, index): readonly Cell[] => {
    if (!('heading' in row))
      return [
        ...row.cells.map((cell, at): Cell => ({
          value: wordsOf(cell).slice(0, LONGEST),
          style: columns[at]!.centred ? 'centred' : 'text',
          ...(at === 0 && address && row.node && { link: nodeAt(address, row.node) }),
        })),
        { value: row.node, style: 'plain' },
      ];
    const at = above.length + 1 + index;
    merges.push([at, 0, at, last]);
    return columns.map((_, column): Cell => ({ value: column === 0 ? row.heading : undefined, style: 'group' }));
  });
  return workbook(title, day, [
    {
      name: '表',
      widths: [...columns.map(({ width }) => Math.round((width || rest) * PER_MM)), 0],
      rows: [...above, head, ...body],
      merges,
      frozen: { rows: above.length + 1, columns: 1 },
      head: above.length,
      printed: last,
    },
  ]);
}
