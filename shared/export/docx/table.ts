// 附件1: the 任务清单 as a Word table across the sheet; the measure itself takes what the other columns leave.
import {
  AlignmentType,
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { ITableCellOptions, Paragraph } from 'docx';
import { TURNED, twips } from '../gongwen.ts';
import { ITEM } from '../tasktable.ts';
import type { Column, Note } from '../tasktable.ts';
import type { Entry } from '../tasks.ts';
import type { StyleId } from './styles.ts';
import { paragraph } from './text.ts';

export function taskTable(entries: readonly Entry[], notes: readonly Note[], columns: readonly Column[]): Table {
  const noteOf = new Map(notes.map(({ task, number }) => [task, number]));
  const widths = widthsOf(columns);
  const rows = entries.map((entry, index) => {
    if (entry.kind === 'heading') return headingRow(entry.text, widths);
    const before = entries[index - 1];
    const joins = before?.kind === 'task' && before.item !== undefined && before.item.id === entry.item?.id;
    const cells = columns.map((column, at) => {
      const width = { size: widths[at]!, type: WidthType.DXA };
      const text = column.title === ITEM && joins ? '' : column.text(entry, noteOf.get(entry));
      const merge = column.title === ITEM && entry.item !== undefined;
      return cell('GwCell', text, column.centred, {
        width,
        ...(merge && { verticalMerge: joins ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART }),
      });
    });
    return new TableRow({ cantSplit: true, children: cells });
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: TURNED.block.width, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    margins: { marginUnitType: WidthType.DXA, top: 30, bottom: 30, left: 40, right: 40 },
    rows: [headRow(columns, widths), ...rows],
  });
}

export const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

function widthsOf(columns: readonly Column[]): number[] {
  const fixed = columns.reduce((sum, { width }) => sum + twips(width), 0);
  return columns.map(({ width }) => (width === 0 ? TURNED.block.width - fixed : twips(width)));
}

/** Repeats at the top of each page. */
function headRow(columns: readonly Column[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, at) =>
      cell('GwHead', title, true, { width: { size: widths[at]!, type: WidthType.DXA } }),
    ),
  });
}

function headingRow(text: string, widths: readonly number[]): TableRow {
  const size = widths.reduce((sum, width) => sum + width, 0);
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: widths.length,
        width: { size, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: [paragraph('GwHead', text, { alignment: AlignmentType.LEFT })],
      }),
    ],
  });
}

function cell(style: StyleId, text: string, centred = false, options: Omit<ITableCellOptions, 'children'>): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    children: lines(style, text, centred),
    ...options,
  });
}

function lines(style: StyleId, text: string, centred: boolean): readonly Paragraph[] {
  const alignment = centred ? { alignment: AlignmentType.CENTER } : {};
  return text.split('\n').map((line) => paragraph(style, line, alignment));
}

/** Below the table: each long remark in full, under the number its row refers to. */
export function noteParagraphs(notes: readonly Note[]): readonly Paragraph[] {
  // A table needs a paragraph behind it.
  const gap = paragraph('GwCell', '');
  if (notes.length === 0) return [gap];
  return [
    gap,
    ...notes.flatMap(({ number, task }) => [
      paragraph('GwCell', `附注${number}（${[task.number, task.item?.text].filter(Boolean).join(' ')}）`, {
        keepNext: true,
      }),
      ...task.remarks.map((line) => paragraph('GwCell', line, { indent: { left: twips(7) } })),
    ]),
  ];
}
