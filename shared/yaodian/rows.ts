// A task table told in sentences: rows → headings and items with their roles in brackets, as the same plan would be written without a table.
import { isFoot } from './columns.ts';
import type { Grid, Row } from './grid.ts';
import type { Hint } from './lines.ts';
import { areCounted, groupMark, isGroupNumber, readNumeral } from './marks.ts';
import { clauseParts, headingParts, itemParts, oneLine, remarks, roleParts } from './rowparts.ts';
import type { Part } from './rowparts.ts';
import { columnsOf, headsOf, isHeading, joinedHead, rowWords, shapeOf } from './rowshape.ts';
import type { Shape } from './rowshape.ts';

export interface ToldLine {
  readonly parts: readonly Part[];
  readonly hint?: Hint;
}

export interface Told {
  readonly lines: readonly ToldLine[];
  /** Head row and remarks: words that belong to no item. */
  readonly rest: readonly Part[];
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
    const group = groupRow(row, shape, data);
    if (group) {
      flush();
      open.length = 0;
      lines.push({ parts: group, hint: { kind: 'section', level: 1 } });
      rest.push(...remarks({ ...shape, ordinal: shape.number }, row));
      continue;
    }
    const lone = words.length === 1 ? cells.find((cell) => cell.text !== '')! : undefined;
    if (lone && !/^[\d０-９.．、\s]+$/.test(lone.text) && isHeading(lone.text, row, shape)) {
      flush();
      open.length = 0;
      lines.push({ parts: [{ text: oneLine(lone.text), from: lone.from }], hint: { kind: 'section', level: 1 } });
      continue;
    }
    if (!lone && isFoot(words)) {
      rest.push({ text: words.join(' '), from: firstOf(row) });
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

/** 一 │ 完善制度 │ and nothing else, among rows with other numbers: a heading over the rows below it. */
function groupRow({ cells }: Row, { number, title, texts, groups }: Shape, data: readonly Row[]): Part[] | undefined {
  const mark = cells[number];
  if (!mark || !isGroupNumber(mark.text)) return undefined;
  const named = cells.filter((cell, i) => i !== number && cell.text !== '');
  const first = cells.findIndex((cell, i) => i !== number && cell.text !== '');
  if (new Set(named.map(({ text }) => text)).size !== 1 || ![title, ...texts, ...groups].includes(first))
    return undefined;
  if (!areCounted(data.map((row) => row.cells[number]?.text ?? ''))) return undefined;
  return [
    { text: groupMark(mark.text), from: mark.from },
    { text: oneLine(named[0]!.text), from: named[0]!.from },
  ];
}
