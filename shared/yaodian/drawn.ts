// Tables drawn with signs: | between cells, or columns set apart by white space as a PDF or a terminal shows them. Only below a heading row; where a text has tables with tabs, these are not looked for.
import { boxedGrid } from './boxed.ts';
import { isHeadRow } from './columns.ts';
import type { Cell, Grid, Row } from './grid.ts';
import type { Page } from './page.ts';

const RULE = /^[\s|｜│┃+＋┼├┤┌┐└┘┬┴─━═=:：\-—－]*$/;
const PIPE = /[|｜│┃]/;
const GAP = /[ \u00a0]{2,}|[ \u00a0]*\u3000[ \u00a0\u3000]*/;

export function drawnGrids(page: Page): readonly Grid[] {
  const grids: Grid[] = [];
  for (let i = 0; i < page.lines.length; i++) {
    const boxed = boxedGrid(page, i);
    if (!boxed && !PIPE.test(page.lines[i]!) && !GAP.test(page.lines[i]!.trim())) continue;
    const grid = boxed ?? pipedGrid(page, i) ?? spacedGrid(page, i);
    if (!grid) continue;
    grids.push(grid);
    i = grid.rows.at(-1)!.last;
  }
  return grids;
}

function pipedGrid(page: Page, first: number): Grid | undefined {
  const cells = pipedCells(page, first);
  if (!cells || !isHeadRow(cells.map(({ text }) => text))) return undefined;
  const rows: Row[] = [];
  for (let i = first; i < page.lines.length; i++) {
    const line = page.lines[i]!;
    const row = pipedCells(page, i);
    if (row) rows.push({ first: i, last: i, cells: row });
    else if (line.trim() === '' || !RULE.test(line)) break;
    else if (rows.length > 0) rows.push({ ...rows.pop()!, last: i });
  }
  return rows.length >= 2 ? { rows, head: 0 } : undefined;
}

/** Cells between | signs; undefined for a line that has none, or nothing else. */
function pipedCells(page: Page, at: number): readonly Cell[] | undefined {
  const line = page.lines[at]!;
  if (RULE.test(line) || !PIPE.test(line)) return undefined;
  const cells = cut(line, page.starts[at]!, /[|｜│┃]/g);
  const bordered = cells[0]!.text === '';
  const inner = cells.slice(bordered ? 1 : 0, bordered && cells.at(-1)!.text === '' ? -1 : undefined);
  return inner.length >= 2 ? inner : undefined;
}

function cut(line: string, start: number, separator: RegExp): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  const close = (to: number, next: number): void => {
    const raw = line.slice(from, to);
    cells.push({ text: raw.trim(), from: start + from + raw.length - raw.trimStart().length });
    from = next;
  };
  for (const { index, 0: sign } of line.matchAll(separator)) close(index, index + sign.length);
  close(line.length, line.length);
  return cells;
}

/** White space between at least three heads; a row's cells belong to the heads they stand nearest to. */
function spacedGrid(page: Page, first: number): Grid | undefined {
  const head = spacedCells(page, first);
  if (head.length < 3 || !isHeadRow(head.map(({ text }) => text))) return undefined;
  const columns = head.map((cell) => widthBefore(page, first, cell));
  const rows: Row[] = [{ first, last: first, cells: head }];
  let [bare, numbered] = [0, false];
  for (let i = first + 1; i < page.lines.length; i++) {
    const cells = spacedCells(page, i);
    if (cells.length === 0) {
      if (++bare > 1) break;
      continue;
    }
    // One text alone is a heading over the next rows only while rows follow.
    if (cells.length === 1 && spacedCells(page, i + 1).length < 2) break;
    bare = 0;
    const placed = cells.length === head.length ? cells : place(page, i, cells, columns);
    numbered ||= /^\d/.test(placed[0]!.text);
    if (numbered && placed[0]!.text === '' && cells.length > 1) goOn(rows, placed, i);
    else rows.push({ first: i, last: i, cells: cells.length === 1 ? cells : placed });
  }
  return rows.length >= 2 ? { rows, head: 0 } : undefined;
}

function spacedCells(page: Page, at: number): readonly Cell[] {
  const line = page.lines[at] ?? '';
  return cut(line, page.starts[at] ?? 0, new RegExp(GAP, 'g')).filter(({ text }) => text !== '');
}

function place(page: Page, at: number, cells: readonly Cell[], columns: readonly number[]): readonly Cell[] {
  const placed: Cell[] = columns.map(() => ({ text: '', from: cells[0]!.from }));
  let least = 0;
  cells.forEach((cell, i) => {
    const width = widthBefore(page, at, cell);
    let best = least;
    const most = columns.length - (cells.length - i);
    for (let column = least; column <= most; column++)
      if (Math.abs(columns[column]! - width) < Math.abs(columns[best]! - width)) best = column;
    placed[best] = cell;
    least = best + 1;
  });
  return placed;
}

/** Signs of an ideograph's width stand for two. */
function widthBefore(page: Page, at: number, { from }: Cell): number {
  let width = 0;
  for (const sign of page.source.slice(page.starts[at], from)) width += sign.charCodeAt(0) < 0x2000 ? 1 : 2;
  return width;
}

/** A cell broken over two lines goes on below itself. */
function goOn(rows: Row[], more: readonly Cell[], at: number): void {
  const row = rows.pop()!;
  const cells = Array.from({ length: Math.max(row.cells.length, more.length) }, (_, i): Cell => {
    const [above, below] = [row.cells[i], more[i]];
    if (!above?.text) return below ?? above!;
    return { ...above, text: above.text + (below?.text ?? '') };
  });
  rows.push({ ...row, last: at, cells });
}
