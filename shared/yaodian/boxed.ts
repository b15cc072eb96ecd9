// Tables drawn with box signs, as legal databases print them: ┌──┬──┐ between rules, cells broken over lines, merged ones beside several rows. Finds the cells, not what they mean.
import { isHeadRow } from './columns.ts';
import type { Cell, Grid, Row } from './grid.ts';
import type { Page } from './page.ts';

const BOX = /^[\s\u3000]*[┌┏╔├┠╠│┃║└┗╚]/;
const TOP = /^[\s\u3000]*[┌┏╔]/;
const SIDES = /[│┃║├┤┠┨╠╣┼╋╬┌┐└┘┏┓┗┛╔╗╚╝┬┴┯┷╦╩]/;
const RULED = /^(?=.*[─━═])[─━═\-—–]+$/;

/** A cell that may go on below; rows beside a merged one hold the same. */
interface Growing {
  text: string;
  from: number;
}

interface Segment {
  readonly text: string;
  readonly from: number;
}

/** The table whose upper edge is line `first`, or undefined where its lines do not fit together. */
export function boxedGrid(page: Page, first: number): Grid | undefined {
  if (!TOP.test(page.lines[first]!)) return undefined;
  let end = first + 1;
  while (end < page.lines.length && BOX.test(page.lines[end]!)) end++;
  const inner = Array.from({ length: end - first }, (_, i) => segments(page, first + i));
  const count = Math.max(...inner.map(({ length }) => length));
  const rows: { first: number; last: number; cells: readonly Growing[] }[] = [];
  const fresh = (): Growing[] => Array.from({ length: count }, () => ({ text: '', from: -1 }));
  let open = fresh();
  let from = first;
  const close = (at: number, kept: (column: number) => boolean): void => {
    if (open.some(({ text }) => text !== '')) {
      rows.push({ first: from, last: at - 1, cells: open });
      from = at;
    }
    open = fresh().map((cell, column) => (kept(column) ? open[column]! : cell));
  };
  for (const [i, parts] of inner.entries()) {
    const at = first + i;
    if (parts.length > 0 && parts.every(({ text }) => RULED.test(text))) close(at, () => false);
    else if (parts.length === count) {
      if (parts.some(({ text }) => RULED.test(text))) close(at, (column) => !RULED.test(parts[column]!.text));
      for (const [column, part] of parts.entries()) if (!RULED.test(part.text)) grow(open[column]!, part);
    } else if (parts.length === 1) grow(open[0]!, parts[0]!);
    else return undefined;
  }
  close(end, () => false);
  const head = rows.slice(0, 3).findIndex(({ cells }) => isHeadRow(cells.map(({ text }) => text)));
  if (head < 0 || rows.length < head + 2) return undefined;
  return { rows: rows.map((row, i) => settled(row, i === rows.length - 1 ? end - 1 : row.last)), head };
}

/** What stands between the signs of a line; words beside the frame count as well. */
function segments(page: Page, at: number): readonly Segment[] {
  const line = page.lines[at]!;
  const found: Segment[] = [];
  let from = 0;
  const close = (to: number, inner: boolean): void => {
    const raw = line.slice(from, to);
    const text = raw.trim();
    if (inner || text !== '') found.push({ text, from: page.starts[at]! + from + raw.length - raw.trimStart().length });
    from = to + 1;
  };
  let framed = false;
  for (let i = 0; i < line.length; i++) {
    if (!SIDES.test(line[i]!)) continue;
    close(i, framed);
    framed = true;
  }
  close(line.length, false);
  return found;
}

function grow(cell: Growing, { text, from }: Segment): void {
  if (text === '') return;
  if (cell.from < 0) cell.from = from;
  cell.text += (/[\w.,;:)]$/.test(cell.text) && /^\w/.test(text) ? ' ' : '') + text;
}

/** A row in which one cell only has words is a heading over the rows below it. */
function settled({ first, cells }: { first: number; cells: readonly Growing[] }, last: number): Row {
  const somewhere = cells.find(({ from }) => from >= 0)?.from ?? 0;
  const all = cells.map(({ text, from }): Cell => ({ text, from: from < 0 ? somewhere : from }));
  const said = all.filter(({ text }) => text !== '');
  return { first, last, cells: said.length === 1 ? said : all };
}
