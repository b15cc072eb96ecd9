// A task table told in sentences: rows → headings and items with their roles in brackets, as the same plan would be written without a table.
import { columnOf, isKnownHead, isSecondHead } from './columns.ts';
import type { Column } from './columns.ts';
import type { Cell, Grid, Row } from './grid.ts';
import type { Hint } from './lines.ts';
import { readMark, readNumeral } from './marks.ts';
import { somebodiesIn } from './mixed.ts';
import { labelAt } from './words.ts';

export interface Part {
  readonly text: string;
  readonly from: number;
}

export interface ToldLine {
  readonly parts: readonly Part[];
  readonly hint?: Hint;
}

export interface Told {
  readonly lines: readonly ToldLine[];
  /** Head row and remarks: words that belong to no item. */
  readonly rest: readonly Part[];
}

interface Shape {
  readonly columns: readonly Column[];
  readonly number: number;
  /** Content columns that group the rows, outermost first. */
  readonly groups: readonly number[];
  readonly title: number;
  readonly texts: readonly number[];
  /** Rows with the same title and number are clauses of one item. */
  readonly gathered: boolean;
}

export function tell(grid: Grid): Told {
  const lines: ToldLine[] = [];
  const rest: Part[] = [];
  for (const row of grid.rows.slice(0, grid.head)) lines.push(plainLine(row));
  const heads = headsOf(grid);
  for (const row of heads) rest.push({ text: rowWords(row), from: firstOf(row) });
  const head = joinedHead(heads);
  const data = grid.rows.slice(grid.head + heads.length);
  const columns = columnsOf(head, data);
  const shape = shapeOf(columns, data);
  const open: string[] = [];
  let item: { readonly key: string; readonly parts: Part[]; hint: Hint } | undefined;
  const flush = (): void => {
    if (item) lines.push({ parts: item.parts, hint: item.hint });
    item = undefined;
  };
  for (const row of data) {
    const cells = row.cells;
    const words = [...new Set(cells.map((cell) => cell.text).filter((text) => text !== ''))];
    if (words.length === 0 || [head, ...heads].some((each) => sameAsHead(row, each))) {
      if (words.length > 0) rest.push({ text: words.join(' '), from: firstOf(row) });
      continue;
    }
    const lone = words.length === 1 ? cells.find((cell) => cell.text !== '')! : undefined;
    if (lone && !/^[\d０-９.．、\s]+$/.test(lone.text) && isHeading(lone.text, row, shape)) {
      flush();
      open.length = 0;
      lines.push({ parts: [{ text: oneLine(lone.text), from: lone.from }], hint: { kind: 'section', level: 1 } });
      continue;
    }
    if (lone && /^(?:(?:备注|注|说明|填表|合计|制表)|[\d０-９.．、\s]+$)/.test(lone.text)) {
      rest.push({ text: lone.text, from: lone.from });
      continue;
    }
    shape.groups.forEach((column, depth) => {
      const cell = cells[column];
      if (!cell?.text || open[depth] === cell.text) return;
      flush();
      open.length = depth;
      open[depth] = cell.text;
      lines.push({ parts: headingParts(cell), hint: { kind: 'section', level: depth + 2 } });
    });
    const title = shape.title >= 0 ? cells[shape.title] : undefined;
    const number = shape.number >= 0 ? (cells[shape.number]?.text ?? '') : '';
    const key = title?.text ? `${number}\n${title.text}` : '';
    const goesOn =
      shape.gathered &&
      item !== undefined &&
      (key === '' || key === item.key || (number === '' && title?.text === item.key.split('\n')[1]));
    const own = clauseParts(shape, row);
    if (goesOn) item!.parts.push(...own.parts);
    else {
      flush();
      item = { key, ...itemParts(shape, row, title, number, own) };
    }
    rest.push(...remarks(shape, row));
  }
  flush();
  return { lines, rest };
}

/** The row of heads, and the one below it when the head has two. */
function headsOf({ rows, head }: Grid): readonly Row[] {
  const [first, second] = [rows[head]!, rows[head + 1]];
  const words = (row: Row): string[] => row.cells.map(({ text }) => text.replace(/\s/g, ''));
  return second && isSecondHead(words(first), words(second), isKnownHead) ? [first, second] : [first];
}

/** Under a merged head its own stand; elsewhere the upper row speaks. */
function joinedHead([first, second]: readonly Row[]): Row {
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

/** A row that says who does the item of this number, and what it calls the item. */
export interface Assignment {
  readonly number: number;
  readonly words: readonly string[];
  readonly parts: readonly Part[];
}

/** Of a table with numbers and roles whose other columns, if any, only name the item. Undefined where a row lacks either. */
export function assignments(grid: Grid): readonly Assignment[] | undefined {
  const heads = headsOf(grid);
  const head = joinedHead(heads);
  const below = grid.rows.slice(grid.head + heads.length);
  const data = below.filter((row) => row.cells.some((cell) => cell.text !== ''));
  const shape = shapeOf(columnsOf(head, data), data);
  if (shape.number < 0 || shape.groups.length > 0 || shape.gathered) return undefined;
  const rows = data.map((row) => ({
    number: readNumeral((row.cells[shape.number]?.text ?? '').replace(/^[（(]|[)）、.．\s]+$/g, '')),
    words: [shape.title, ...shape.texts].flatMap((column) => row.cells[column]?.text || []),
    parts: roleParts(shape, row),
  }));
  return rows.every(({ number, parts }) => number > 0 && parts.length > 0) ? rows : undefined;
}

function firstOf(row: Row): number {
  return (row.cells.find((cell) => cell.text !== '') ?? row.cells[0]!).from;
}

function sameAsHead(row: Row, head: Row): boolean {
  return row.cells.length > 1 && row.cells.every((cell, i) => cell.text === (head.cells[i]?.text ?? ''));
}

function plainLine(row: Row): ToldLine {
  const seen = new Set<string>();
  const cells = row.cells.filter((cell) => cell.text !== '' && !seen.has(cell.text) && seen.add(cell.text));
  return {
    parts: cells.flatMap((cell, i) => [
      ...(i > 0 ? [{ text: ' ', from: cell.from }] : []),
      { text: oneLine(cell.text), from: cell.from },
    ]),
  };
}

/** A merged head cell stands over several columns of the same name: the later ones are read by their content. */
function columnsOf(head: Row, data: readonly Row[]): readonly Column[] {
  const width = Math.max(head.cells.length, ...data.slice(0, 200).map((row) => row.cells.length));
  return Array.from({ length: width }, (_, i): Column => {
    const words = head.cells[i]?.text ?? '';
    if (words !== '') return columnOf(words);
    const filled = data.some((row) => (row.cells[i]?.text ?? '').length > 0);
    return { is: filled && i > 0 && i < width - 1 ? 'content' : 'other' };
  });
}

function shapeOf(told: readonly Column[], data: readonly Row[]): Shape {
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
  if (marked) return { columns, number, groups, title: left[0]!, texts: left.slice(1), gathered: true };
  while (left.length > 1 && merged(left[0]!)) {
    const last = left.length === 2;
    if (last && (gatheredNumber || groups.length > 0) && (number < 0 || gatheredNumber || number > left[0]!)) break;
    if (last && gatheredNumber) break;
    groups.push(left[0]!);
    left = left.slice(1);
  }
  const gathered = left.length > 1 && merged(left[0]!);
  const title = left.length > 1 ? left[0]! : -1;
  return { columns, number, groups, title, texts: left.length > 1 ? left.slice(1) : left, gathered };
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

function isHeading(text: string, row: Row, shape: Shape): boolean {
  if (text.length > 60 || /[。；]./.test(text) || /^(?:备注|注|说明|填表|合计|制表)/.test(text)) return false;
  const mark = readMark(text);
  if (mark && ['part', 'chinese', 'chineseBracket'].includes(mark.style)) return true;
  const filled = row.cells.filter((cell) => cell.text !== '').length;
  const first = row.cells.findIndex((cell) => cell.text !== '');
  return (
    filled > 1 ||
    first === 0 ||
    first === Math.min(...[shape.number, ...shape.groups, shape.title, ...shape.texts].filter((i) => i >= 0)) ||
    row.cells.length === 1
  );
}

function oneLine(text: string): string {
  return text.replace(/[\n\v\t]+/g, '');
}

function headingParts(cell: Cell): Part[] {
  return [{ text: oneLine(cell.text), from: cell.from }];
}

function itemParts(
  shape: Shape,
  row: Row,
  title: Cell | undefined,
  number: string,
  own: ClauseParts,
): { parts: Part[]; hint: Hint } {
  const parts: Part[] = [];
  const named = title?.text ? oneLine(title.text).replace(/[。；;]$/, '') : '';
  const body = named || own.text;
  const n = readNumeral(number.replace(/[、.．\s]+$/, ''));
  const written = readMark(body);
  if (n > 0 && written?.number !== n && isNumber(number))
    parts.push({ text: `${n}. `, from: row.cells[shape.number]!.from });
  const deliverable = deliverableOf(shape, row);
  if (!named) {
    parts.push(...own.parts);
    return { parts, hint: { kind: 'item', ...(deliverable && { deliverable }) } };
  }
  parts.push({ text: named, from: title!.from });
  if (own.text) parts.push({ text: '。', from: endOf(parts.at(-1)!) });
  parts.push(...own.parts);
  if (!own.text && own.parts.length === 0) parts.push({ text: '。', from: endOf(parts.at(-1)!) });
  return {
    parts,
    hint: {
      kind: 'item',
      titled: named.length - (written && parts[0]!.text === named ? written.raw.length : 0),
      ...(deliverable && { deliverable }),
    },
  };
}

function isNumber(words: string): boolean {
  return /^[0-9０-９]{1,3}[、.．]?$|^[一二三四五六七八九十]{1,3}[、.．]?$/.test(words);
}

interface ClauseParts {
  readonly text: string;
  readonly parts: readonly Part[];
}

function clauseParts(shape: Shape, row: Row): ClauseParts {
  const texts = shape.texts
    .map((column) => row.cells[column])
    .filter((cell) => cell !== undefined && cell.text !== '') as Cell[];
  const parts: Part[] = [];
  let text = '';
  for (const cell of texts) {
    const words = oneLine(cell.text).replace(/[。；;]+$/, '');
    if (words === '') continue;
    if (text) parts.push({ text: '。', from: cell.from });
    parts.push({ text: words, from: cell.from });
    text += (text ? '。' : '') + words;
  }
  const roles = roleParts(shape, row);
  parts.push(...roles);
  if (parts.length > 0) parts.push({ text: '。', from: endOf(parts.at(-1)!) });
  return { text, parts };
}

/** Where a sign stands that the table has not: on the last one before it. */
function endOf({ text, from }: Part): number {
  return from + Math.max(0, text.length - 1);
}

/** （牵头单位：甲；配合单位：乙；完成时限：6月底前） of the row's role cells. */
function roleParts(shape: Shape, row: Row): readonly Part[] {
  const segs: Part[] = [];
  shape.columns.forEach((column, i) => {
    const cell = row.cells[i];
    if (column.is === 'mixed' && cell?.text) segs.push(...mixedParts(cell, segs.length > 0));
    if (column.is !== 'role' || !cell || cell.text === '') return;
    const words = cell.text.replace(/[\n\v]+/g, '、').replace(/[。；;、]+$/, '');
    const label = labelAt(words, 0) ? '' : `${column.words}：`;
    segs.push({ text: `${segs.length > 0 ? '；' : '（'}${label}`, from: cell.from }, { text: words, from: cell.from });
  });
  const last = segs.at(-1);
  return last ? [...segs, { text: '）', from: endOf(last) }] : [];
}

/** 王建军、社会救助科 → 责任人：王建军；责任单位：社会救助科. */
function mixedParts(cell: Cell, opened: boolean): Part[] {
  const all = somebodiesIn(cell.text);
  const parts: Part[] = [];
  for (const person of [true, false]) {
    const own = all.filter((each) => each.person === person);
    own.forEach(({ name, from }, i) => {
      const sign = i > 0 ? '、' : `${opened || parts.length > 0 ? '；' : '（'}${person ? '责任人' : '责任单位'}：`;
      parts.push({ text: sign, from: cell.from + from }, { text: oneLine(name), from: cell.from + from });
    });
  }
  return parts;
}

function deliverableOf(shape: Shape, row: Row): string {
  return shape.columns
    .flatMap((column, i) => (column.is === 'deliverable' && row.cells[i]?.text ? [row.cells[i].text] : []))
    .join('；');
}

function remarks(shape: Shape, row: Row): readonly Part[] {
  return shape.columns.flatMap((column, i) => {
    const cell = row.cells[i];
    const unread =
      column.is === 'other' || (column.is === 'number' && (i !== shape.number || !isNumber(cell?.text ?? '')));
    return cell && cell.text !== '' && unread ? [{ text: cell.text, from: cell.from }] : [];
  });
}
