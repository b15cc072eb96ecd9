// A ruled table across the sheet, leaf after leaf. A row is never cut unless it is taller than a leaf; the head repeats on each.
import { baseline, wrap } from '../../layout/text.ts';
import type { Shape } from '../../layout/scene.ts';
import type { FaceName } from '../../layout/theme.ts';
import { SIZE, twips } from '../gongwen.ts';
import { ITEM } from '../tasktable.ts';
import { blockOf, px, typePx } from './leaf.ts';
import type { Leaf } from './leaf.ts';
import { PITCH, shapeOf, titled } from './prose.ts';
import type { Line } from './prose.ts';

const TEXT = typePx(SIZE.table);
const LEADING = px(280);
const PAD = px(40);
const block = blockOf(true);

/** What a table needs to know of a column. */
export interface Ruled {
  readonly title: string;
  /** Millimetres; 0 takes the rest. */
  readonly width: number;
  readonly centred?: boolean;
}

export interface Row {
  readonly cells: readonly (readonly string[])[];
  readonly heading?: boolean;
  /** What stands over the columns. */
  readonly head?: boolean;
  /** Goes on with the item of the row above: no rule between the two. */
  readonly joins: boolean;
  /** The item's words, for the row that a leaf begins with. */
  readonly item: readonly string[];
}

/** Below the table; `keep`: with the line after it. */
export interface Below {
  readonly text: string;
  readonly keep: boolean;
}

/** `above` are lines in small type between title and table. */
export function tableLeaves(
  columns: readonly Ruled[],
  rows: readonly Row[],
  head: readonly Line[],
  { above = [], below = [] }: { readonly above?: readonly string[]; readonly below?: readonly Below[] },
): readonly Leaf[] {
  const widths = widthsOf(columns);
  const titleHeight = head.length * PITCH + 8;
  const first = [
    ...head.flatMap((line, index) => shapeOf(line, index * PITCH, true)),
    ...above.map((line, index) => words(line, block.x, block.y + titleHeight + index * LEADING, 'fang')),
  ];
  const leaves: { shapes: Shape[]; turned: true }[] = [];
  let y = 0;
  const open = (): void => {
    const begin = leaves.length === 0;
    leaves.push({ turned: true, shapes: begin ? [...first] : [] });
    y = begin ? titleHeight + (above.length > 0 ? above.length * LEADING + 6 : 0) : 0;
    y += drawRow(leaves.at(-1)!.shapes, headRow(columns, widths), columns, widths, y, true);
  };
  open();
  rows
    .flatMap((row) => pieces(row))
    .forEach((row, index, all) => {
      const next = row.heading ? heightOf(all[index + 1]) : 0;
      const fresh = y + heightOf(row) + next > block.h && y > 3 * LEADING;
      if (fresh) open();
      y += drawRow(leaves.at(-1)!.shapes, row, columns, widths, y, fresh || index === 0);
    });
  y += LEADING;
  for (const { text, keep } of below) {
    for (const line of wrap(text, TEXT, block.w)) {
      if (y + (keep ? 2 : 1) * LEADING > block.h) {
        leaves.push({ turned: true, shapes: [] });
        y = 0;
      }
      leaves.at(-1)!.shapes.push(words(line, block.x, block.y + y, 'fang'));
      y += LEADING;
    }
  }
  return leaves;
}

/** The words of a cell in lines; none for an empty one. */
export function cellLines(text: string, width: number): readonly string[] {
  return text === '' ? [] : wrap(text, TEXT, width - 2 * PAD);
}

export function headingRow(text: string): Row {
  return { heading: true, joins: false, item: [], cells: [cellLines(text, block.w)] };
}

/** 7.3.7: 附件 and its number on the first line, its title centred on the third. */
export function annexHead(title: string, number: number | undefined): readonly Line[] {
  const label: readonly Line[] =
    number === undefined
      ? []
      : [
          { text: `附件${number}`, face: 'hei', size: typePx(SIZE.body) },
          { text: '', face: 'hei', size: 1 },
        ];
  return [...label, ...titled(title, true)];
}

export function widthsOf(columns: readonly Ruled[]): readonly number[] {
  const fixed = columns.reduce((sum, { width }) => sum + px(twips(width)), 0);
  return columns.map(({ width }) => (width === 0 ? block.w - fixed : px(twips(width))));
}

function headRow(columns: readonly Ruled[], widths: readonly number[]): Row {
  return { head: true, cells: columns.map(({ title }, at) => cellLines(title, widths[at]!)), joins: false, item: [] };
}

function heightOf(row: Row | undefined): number {
  return row ? Math.max(1, ...row.cells.map((lines) => lines.length)) * LEADING + 4 : 0;
}

const MOST = Math.floor((block.h - 3 * LEADING) / LEADING) - 1;

const ITEM_LINES = 12;

/** A row taller than a leaf goes on in the next. */
function pieces(row: Row): readonly Row[] {
  const count = Math.max(1, Math.ceil(Math.max(1, ...row.cells.map((lines) => lines.length)) / MOST));
  return Array.from({ length: count }, (_, index) => ({
    ...row,
    joins: row.joins || index > 0,
    // Said again where a leaf begins with a row of the same item; not within one row, and not at any length.
    item: index > 0 || row.item.length > ITEM_LINES ? [] : row.item,
    cells: row.cells.map((lines) => lines.slice(index * MOST, (index + 1) * MOST)),
  }));
}

function drawRow(
  into: Shape[],
  row: Row,
  columns: readonly Ruled[],
  widths: readonly number[],
  top: number,
  first: boolean,
): number {
  const itemAt = columns.findIndex(({ title }) => title === ITEM);
  const cells = row.heading
    ? row.cells
    : row.cells.map((lines, at) => (at === itemAt && first && row.joins && row.item.length > 0 ? row.item : lines));
  const height = heightOf({ ...row, cells });
  const y = block.y + top;
  let x = block.x;
  const isHead = row.head === true;
  const spans = row.heading ? [block.w] : widths;
  spans.forEach((w, at) => {
    const lines = cells[at] ?? [];
    const face = isHead || row.heading ? 'hei' : 'fang';
    const centred = isHead || (!row.heading && columns[at]!.centred === true);
    const from = y + (height - lines.length * LEADING) / 2;
    lines.forEach((line, index) =>
      into.push(words(line, centred ? x + w / 2 : x + PAD, from + index * LEADING, face, centred)),
    );
    const open = at === itemAt && row.joins && !first && !row.heading;
    if (!open) into.push(rule(x, y, x + w, y));
    into.push(
      rule(x, y, x, y + height),
      rule(x, y + height, x + w, y + height, at === itemAt && !row.heading && !isHead),
    );
    x += w;
  });
  into.push(rule(x, y, x, y + height));
  return height;
}

/** Below an item's cell the next row decides whether there is a line; on the last row of a leaf it is drawn all the same. */
function rule(x1: number, y1: number, x2: number, y2: number, faint = false): Shape {
  return { kind: 'line', x1, y1, x2, y2, stroke: faint ? 'rule' : 'ink', width: 0.7 };
}

function words(text: string, x: number, top: number, face: FaceName, centred = false): Shape {
  return {
    kind: 'text',
    x,
    y: baseline(top, LEADING, TEXT),
    text,
    size: TEXT,
    face,
    fill: 'ink',
    ...(centred && { anchor: 'middle' }),
  };
}
