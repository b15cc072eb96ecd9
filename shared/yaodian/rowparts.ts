// One row of a task table in the words of a text, each part with the place it stands in. Knows no other row.
import type { Cell, Row } from './grid.ts';
import type { Hint } from './lines.ts';
import { bulletAt, readMark, readNumeral } from './marks.ts';
import { somebodiesIn } from './mixed.ts';
import type { Shape } from './rowshape.ts';
import { labelAt } from './words.ts';

export interface Part {
  readonly text: string;
  readonly from: number;
}

export function oneLine(text: string): string {
  return text.replace(/[\n\v\t]+/g, '');
}

export function headingParts(cell: Cell): Part[] {
  return [{ text: oneLine(cell.text), from: cell.from }];
}

export function itemParts(
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
  // What opens the line is taken off its title again: its own number, or else a bullet.
  const off = parts.length > 0 ? 0 : (written?.raw ?? bulletAt(named)).length;
  parts.push({ text: named, from: title!.from });
  if (own.text) parts.push({ text: '。', from: endOf(parts.at(-1)!) });
  parts.push(...own.parts);
  if (!own.text && own.parts.length === 0) parts.push({ text: '。', from: endOf(parts.at(-1)!) });
  return {
    parts,
    hint: {
      kind: 'item',
      titled: named.length - off,
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

export function clauseParts(shape: Shape, row: Row): ClauseParts {
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
export function roleParts(shape: Shape, row: Row): readonly Part[] {
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

export function remarks(shape: Shape, row: Row): readonly Part[] {
  return shape.columns.flatMap((column, i) => {
    const cell = row.cells[i];
    const unread =
      column.is === 'other' ||
      (column.is === 'number' && ((i !== shape.number && i !== shape.ordinal) || !isNumber(cell?.text ?? '')));
    return cell && cell.text !== '' && unread ? [{ text: cell.text, from: cell.from }] : [];
  });
}
