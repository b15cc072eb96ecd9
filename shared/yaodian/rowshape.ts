// What the heads of a task table and the emptiness of its cells say of it: which columns group, name, number and tell. Writes nothing.
import { columnOf, isKnownHead, isSecondHead } from './columns.ts';
import type { Column } from './columns.ts';
import type { Cell, Grid, Row } from './grid.ts';
import { readMark } from './marks.ts';

export interface Shape {
  readonly columns: readonly Column[];
  readonly number: number;
  /** Content columns that group the rows, outermost first. */
  readonly groups: readonly number[];
  readonly title: number;
  readonly texts: readonly number[];
  /** Rows with the same title and number are clauses of one item. */
  readonly gathered: boolean;
  /** The column that only counts rows, or -1. */
  readonly ordinal: number;
}

/** The row of heads, and the one below it when the head has two. */
export function headsOf({ rows, head }: Grid): readonly Row[] {
  const [first, second] = [rows[head]!, rows[head + 1]];
  const words = (row: Row): string[] => row.cells.map(({ text }) => text.replace(/\s/g, ''));
  return second && isSecondHead(words(first), words(second), isKnownHead) ? [first, second] : [first];
}

/** Under a merged head its own stand; elsewhere the upper row speaks. */
export function joinedHead([first, second]: readonly Row[]): Row {
  if (!second) return first!;
  const width = Math.max(first!.cells.length, second.cells.length);
  return {
    ...first!,
    cells: Array.from({ length: width }, (_, i): Cell =>
      second.cells[i]?.text ? second.cells[i] : (first!.cells[i] ?? second.cells[i]!),
    ),
  };
}

/** The words of the heading row. */
export function headWords({ rows, head }: Grid): string {
  return rowWords(rows[head]!);
}

export function rowWords({ cells }: Row): string {
  return cells
    .map((cell) => cell.text)
    .filter(Boolean)
    .join(' ');
}

/** A merged head cell stands over several columns of the same name: the later ones are read by their content. */
export function columnsOf(head: Row, data: readonly Row[]): readonly Column[] {
  const width = Math.max(head.cells.length, ...data.slice(0, 200).map((row) => row.cells.length));
  return Array.from({ length: width }, (_, i): Column => {
    const words = head.cells[i]?.text ?? '';
    if (words !== '') return columnOf(words);
    const filled = data.some((row) => (row.cells[i]?.text ?? '').length > 0);
    return { is: filled && i > 0 && i < width - 1 ? 'content' : 'other' };
  });
}

export function shapeOf(told: readonly Column[], data: readonly Row[]): Shape {
  const goals = told.filter((column) => column.is === 'goal').length;
  const work = told.filter((column) => column.is === 'content').length;
  // 工作目标 is the work where nothing else says it.
  const columns = told.map((column): Column =>
    column.is === 'goal' ? { is: goals > 0 && work < 2 ? 'content' : 'deliverable' } : column,
  );
  const number = columns.findIndex((column) => column.is === 'number');
  const contents = columns.flatMap((column, i) => (column.is === 'content' ? [i] : []));
  const full = data.filter((row) => new Set(row.cells.map((cell) => cell.text).filter(Boolean)).size > 1);
  const merged = (column: number): boolean =>
    column >= 0 && full.some((row, i) => i > 0 && repeats(row.cells[column], full[i - 1]!.cells[column]));
  const gatheredNumber = merged(number);
  const groups: number[] = [];
  let left = [...contents];
  // 1. 人工造林 over several rows is an item with its measures.
  const marked = number < 0 && left.length === 2 && most(full, (row) => isItemMark(row.cells[left[0]!]));
  if (marked) return { columns, number, groups, title: left[0]!, texts: left.slice(1), gathered: true, ordinal: -1 };
  // Below headings of their own, 一、…, the rows beside one work are its measures, and their numbers only count them.
  const counted = number >= 0 && !gatheredNumber && left.length === 2 && merged(left[0]!) && data.some(isSectionRow);
  if (counted)
    return { columns, number: -1, groups, title: left[0]!, texts: left.slice(1), gathered: true, ordinal: number };
  while (left.length > 1 && merged(left[0]!)) {
    const last = left.length === 2;
    if (last && (gatheredNumber || groups.length > 0) && (number < 0 || gatheredNumber || number > left[0]!)) break;
    if (last && gatheredNumber) break;
    groups.push(left[0]!);
    left = left.slice(1);
  }
  const gathered = left.length > 1 && merged(left[0]!);
  const title = left.length > 1 ? left[0]! : -1;
  return { columns, number, groups, title, texts: left.length > 1 ? left.slice(1) : left, gathered, ordinal: -1 };
}

function isSectionRow({ cells }: Row): boolean {
  const words = new Set(cells.map(({ text }) => text).filter(Boolean));
  const [only = ''] = words;
  return words.size === 1 && only.length <= 60 && isSectionMark(only);
}

function isSectionMark(text: string): boolean {
  return ['part', 'chinese', 'chineseBracket'].includes(readMark(text)?.style ?? '');
}

function most(rows: readonly Row[], test: (row: Row) => boolean): boolean {
  return rows.length > 0 && rows.filter(test).length * 2 > rows.length;
}

function isItemMark(cell: Cell | undefined): boolean {
  return /^(?:arabic|arabicBracket|circled|article)$/.test(readMark(cell?.text ?? '')?.style ?? '');
}

function repeats(cell: Cell | undefined, above: Cell | undefined): boolean {
  const text = cell?.text ?? '';
  return text === '' || text === (above?.text ?? '');
}

export function isHeading(text: string, row: Row, shape: Shape): boolean {
  if (text.length > 60 || /[。；]./.test(text) || /^(?:备注|注|说明|填表|合计|制表)/.test(text)) return false;
  if (isSectionMark(text)) return true;
  const filled = row.cells.filter((cell) => cell.text !== '').length;
  const first = row.cells.findIndex((cell) => cell.text !== '');
  return (
    filled > 1 ||
    first === 0 ||
    first === Math.min(...[shape.number, ...shape.groups, shape.title, ...shape.texts].filter((i) => i >= 0)) ||
    row.cells.length === 1
  );
}
