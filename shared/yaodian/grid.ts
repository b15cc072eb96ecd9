// Tables among the lines of a text: tabs between cells, quoted cells with line breaks. Finds the cells and where they stand, not what they mean.
import { isHeadRow } from './columns.ts';
import type { Page } from './page.ts';

export interface Cell {
  readonly text: string;
  /** Where the text begins in the source. */
  readonly from: number;
}

export interface Row {
  readonly first: number;
  readonly last: number;
  readonly cells: readonly Cell[];
}

export interface Grid {
  readonly rows: readonly Row[];
  /** Index of the heading row among them. */
  readonly head: number;
}

/** `sure` are lines that a carrier says are rows of a table. */
export function gridsOf(page: Page, sure: ReadonlySet<number>): readonly Grid[] {
  const grids: Grid[] = [];
  if (!page.source.includes('\t') && sure.size === 0) return grids;
  const tabbed = page.lines.map((line) => line.trim().includes('\t'));
  for (let i = 0; i < page.lines.length; i++) {
    if (!tabbed[i] && !sure.has(i)) continue;
    const rows = rowsFrom(page, i, tabbed, sure);
    const head = rows.slice(0, 5).findIndex((row) => isHeadRow(row.cells.map((cell) => cell.text)));
    if (rows.length - head >= 2 && head >= 0) grids.push({ rows, head });
    i = rows.at(-1)?.last ?? i;
  }
  return grids;
}

/** Rows follow each other; a line without tabs between two rows is a row of one cell. */
function rowsFrom(page: Page, first: number, tabbed: readonly boolean[], sure: ReadonlySet<number>): readonly Row[] {
  const rows: Row[] = [];
  for (let i = first; i < page.lines.length;) {
    const inside = tabbed[i] || sure.has(i);
    const bridging = !inside && page.lines[i]!.trim() !== '' && tabbed[i + 1];
    const blank = !inside && page.lines[i]!.trim() === '' && tabbed[i + 1];
    if (!inside && !bridging && !blank) break;
    if (blank) {
      i++;
      continue;
    }
    const last = quotedEnd(page, i);
    rows.push({ first: i, last, cells: cellsOf(page, i, last) });
    i = last + 1;
  }
  return rows;
}

/** A quoted cell may hold line breaks: the row goes on until its quotes are even. At most 40 lines. */
function quotedEnd(page: Page, first: number): number {
  if (!/(?:^|\t)"/.test(page.lines[first]!)) return first;
  let quotes = 0;
  for (let i = first; i < page.lines.length && i < first + 40; i++) {
    for (const sign of page.lines[i]!) if (sign === '"') quotes++;
    if (quotes % 2 === 0) return i;
  }
  return first;
}

function cellsOf(page: Page, first: number, last: number): readonly Cell[] {
  const start = page.starts[first]!;
  const end = page.starts[last]! + page.lines[last]!.length;
  const text = page.source.slice(start, end);
  const cells: Cell[] = [];
  let from = 0;
  let quoted = false;
  const close = (to: number): void => {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const words = raw.trim();
    const bare = words.length >= 2 && words.startsWith('"') && words.endsWith('"');
    cells.push(
      bare
        ? { text: words.slice(1, -1).replaceAll('""', '"').trim(), from: start + from + lead + 1 }
        : { text: words, from: start + from + lead },
    );
    from = to + 1;
  };
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"' && last > first) quoted = !quoted;
    else if (text[at] === '\t' && !quoted) close(at);
  }
  close(text.length);
  return cells;
}
