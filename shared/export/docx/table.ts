// 附件1: the 任务清单 as a table across the sheet. Columns nobody filled in are left out; the measure itself takes what the others leave.
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
import type { Entry, Task } from '../tasks.ts';
import type { StyleId } from './styles.ts';
import { paragraph } from './text.ts';

/** A remark no longer than this stands in its cell; a longer one is a numbered note below the table. Nothing is cut. */
const SHORT_REMARK = 12;

interface Column {
  readonly title: string;
  /** Millimetres; 0 takes the rest. */
  readonly width: number;
  readonly centred?: boolean;
  readonly optional?: boolean;
  readonly text: (task: Task, note: number | undefined) => string;
}

const ITEM = '重点工作';

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 12, centred: true, text: ({ number }) => number },
  { title: ITEM, width: 21, text: ({ item }) => item?.text ?? '' },
  { title: '具体任务', width: 0, text: taskText },
  { title: '牵头', width: 20, text: leadText },
  { title: '配合', width: 20, optional: true, text: ({ assist }) => assist.join('\n') },
  { title: '启动', width: 18.5, centred: true, text: ({ start }) => start },
  { title: '完成时限', width: 18.5, centred: true, text: ({ deadline }) => deadline },
  { title: '节点', width: 25, optional: true, text: ({ milestones }) => milestones.join('\n') },
  { title: '进展', width: 14, centred: true, text: progressText },
  { title: '备注', width: 15, optional: true, text: ({ remarks }, note) => (note === undefined ? remarks.join('\n') : `见附注${note}`) },
]; // prettier-ignore

/** The goal stands below the measure it belongs to: a column of its own would leave neither room. */
function taskText({ text, deliverable, issue }: Task): string {
  return [text, deliverable && `目标/成果：${deliverable}`, issue && `问题：${issue}`].filter(Boolean).join('\n');
}

/** Who answers for it stands below the office. */
function leadText({ lead, duty }: Task): string {
  return [...lead, ...(duty ? [`（${duty}）`] : [])].join('\n');
}

/** ○ and ● are not in every face and colour does not print: the word says it, the percent how far. */
function progressText({ status, progress }: Task): string {
  return status + (progress === undefined ? '' : `\n${progress}%`);
}

export interface Note {
  readonly number: number;
  readonly task: Task;
}

/** The remarks that are too long for their cell, in order. */
export function longRemarks(entries: readonly Entry[]): readonly Note[] {
  const long = entries.filter(
    (entry): entry is Task => entry.kind === 'task' && [...entry.remarks.join('\n')].length > SHORT_REMARK,
  );
  return long.map((task, index) => ({ number: index + 1, task }));
}

export function taskTable(entries: readonly Entry[], notes: readonly Note[]): Table {
  const noteOf = new Map(notes.map(({ task, number }) => [task, number]));
  const tasks = entries.filter((entry) => entry.kind === 'task');
  const columns = COLUMNS.filter(({ optional, text }) => !optional || tasks.some((task) => text(task, undefined)));
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

const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

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
