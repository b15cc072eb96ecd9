// Comma-separated values as spreadsheets write them: quotes, line ends inside cells, and ; or a tab where a comma is meant. A formula is only text.
import { CELL_CHARS, COLUMNS, ROWS } from '../limits.ts';
import { Unreadable } from '../refusal.ts';
import type { Cell, Grid } from './grid.ts';

export function readCsv(text: string): Grid {
  const source = text.replace(/^\ufeff/, '');
  const [, said] = /^sep=(.)\r?\n/i.exec(source) ?? [];
  const body = said ? source.slice(source.indexOf('\n') + 1) : source;
  return { rows: cells(body, said ?? separatorOf(body)), name: '', others: [] };
}

/** The sign that stands outside quotes most often in the first lines. Full-width commas are for sentences, unless hardly a line has any other. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const lines = head.split(/[\r\n]+/).filter(Boolean);
  const often = (sign: string): number => head.split(sign).length;
  const most = (signs: readonly string[]): string =>
    signs.reduce((best, sign) => (often(sign) > often(best) ? sign : best));
  const plain = most([',', '\t', ';']);
  return lines.filter((line) => line.includes(plain)).length * 2 >= lines.length ? plain : most([plain, '，']);
}

function cells(text: string, separator: string): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  const take = (raw: string): void => {
    if (raw.length > CELL_CHARS) throw new Unreadable('too-large', `row ${rows.length + 1}`);
    row.push({ text: raw.replace(/\r\n?/g, '\n').trim() });
    if (row.length > COLUMNS) throw new Unreadable('too-large', `row ${rows.length + 1}`);
  };
  const finish = (): void => {
    rows.push(row);
    row = [];
    if (rows.length > ROWS) throw new Unreadable('too-large', `row ${rows.length}`);
  };
  const plain = new RegExp(`[${separator === '\t' ? '\\t' : separator}\\r\\n]`, 'g');
  let at = 0;
  while (at <= text.length) {
    let raw: string;
    if (text[at] === '"') {
      let end = at + 1;
      for (end = text.indexOf('"', end); end >= 0 && text[end + 1] === '"'; end = text.indexOf('"', end + 2));
      const close = end < 0 ? text.length : end;
      raw = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    } else raw = '';
    plain.lastIndex = at;
    const stop = plain.exec(text)?.index ?? text.length;
    // What stands between a closing quote and the separator belongs to the cell too.
    take(raw + text.slice(at, stop));
    const sign = text[stop];
    at = stop + (sign === '\r' && text[stop + 1] === '\n' ? 2 : 1);
    if (sign === undefined) {
      finish();
      break;
    }
    if (sign !== separator) finish();
    if (at >= text.length && sign !== separator) break;
  }
  return rows;
}

/** A list of ours puts an apostrophe before what a table program would run as a formula. */
export function unguarded(grid: Grid): Grid {
  const bare = (cell: Cell): Cell => (/^'[=+\-@\t\r]/.test(cell.text) ? { ...cell, text: cell.text.slice(1) } : cell);
  return { ...grid, rows: grid.rows.map((row) => row.map(bare)) };
}
