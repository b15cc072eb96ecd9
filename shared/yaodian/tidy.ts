// A page as it was carried → the same words as plain paragraphs: hard line breaks joined, page numbers out, tables as sentences.
// Every character of the result knows where it stood; what is left out is handed on as rest. The page as it was is kept beside it.
import { besideOf } from './beside.ts';
import { annexed } from './contents.ts';
import { drawnGrids } from './drawn.ts';
import { gridsOf } from './grid.ts';
import type { Hint, LineHint } from './lines.ts';
import { lineAt } from './page.ts';
import type { Page } from './page.ts';
import { tell } from './rows.ts';
import type { Told } from './rows.ts';
import { headWords, rowWords } from './rowshape.ts';
import { brokenTitle } from './twolines.ts';
import { wrappingOf } from './wrap.ts';

export interface TidyRest {
  readonly line: number;
  readonly text: string;
}

export interface Tidy {
  readonly text: string;
  readonly hints: ReadonlyMap<number, Hint>;
  readonly rest: readonly TidyRest[];
  /** The first line that was joined with the next. */
  readonly joinedAt: number | undefined;
  readonly tables: readonly number[];
  /** Where a character of the tidy text stands in the source. */
  sourceOf(offset: number): number;
  /** The stretch of the source that a stretch of the tidy text comes from: cells are told in another order than they stand. */
  sourceRange(start: number, end: number): readonly [start: number, end: number];
}

/** Signs that show nothing: zero-width space and joiners, soft hyphen, byte order mark in the middle. Between pictures, and in scripts whose letters they shape, joiners show. */
const UNSEEN =
  /[\u200b\u2060\u00ad]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}])[\u200c\u200d]|(?<!^)\ufeff/gu;

export function tidy(page: Page, known: ReadonlyMap<number, LineHint>): Tidy {
  const rows = new Set([...known].flatMap(([line, hint]) => (hint.row ? [line] : [])));
  const tabbed = gridsOf(page, rows);
  const grids = tabbed.length > 0 ? tabbed : drawnGrids(page);
  const inGrid = new Set<number>();
  for (const grid of grids) for (const row of grid.rows) for (let i = row.first; i <= row.last; i++) inGrid.add(i);
  const wrap = wrappingOf(page.lines, inGrid);
  const title = brokenTitle(page.lines.map((line) => line.trim()));
  const beside = besideOf(page, grids);
  const behind = annexed(
    page.lines.map((line) => line.trim()),
    grids,
  );
  const joins = title === undefined ? wrap.joins : new Set([...wrap.joins, title]);
  const out = new Sheet();
  const hints = new Map<number, Hint>();
  const rest: TidyRest[] = [];
  const tables: number[] = [];
  const gridAt = new Map(grids.map((grid) => [grid.rows[0]!.first, grid]));
  let joining = false;
  for (let i = 0; i < page.lines.length; i++) {
    const grid = gridAt.get(i);
    if (grid && behind.has(grid)) {
      for (const row of grid.rows) rest.push({ line: row.first + 1, text: rowWords(row) });
      i = grid.rows.at(-1)!.last;
      continue;
    }
    if (grid && beside.grids.has(grid)) {
      tables.push(i + 1);
      rest.push({ line: lineAt(page, page.starts[grid.rows[grid.head]!.first]!), text: headWords(grid) });
      i = grid.rows.at(-1)!.last;
      continue;
    }
    if (grid) {
      const told = tell(grid);
      tables.push(i + 1);
      for (const line of told.lines) {
        if (line.hint) hints.set(out.line, line.hint);
        for (const { text, from } of line.parts) out.put(text, from);
        out.put('\n', page.starts[i]!);
      }
      rest.push(...restOf(page, told));
      i = grid.rows.at(-1)!.last;
      continue;
    }
    const line = page.lines[i]!;
    if (wrap.dropped.has(i) || beside.captions.has(i)) {
      rest.push({ line: i + 1, text: line.trim() });
      continue;
    }
    if (joining && line.trim() === '') continue;
    const hint = known.get(i);
    if (hint && !joining)
      hints.set(out.line, {
        ...(hint.title && { kind: 'title' as const }),
        ...(hint.level && { level: hint.level }),
        ...(hint.listed && { listed: true }),
      });
    const goes = joins.has(i);
    const from = joining ? line.length - line.trimStart().length : 0;
    const to = goes ? line.trimEnd().length : line.length;
    putSeen(out, line, from, to, page.starts[i]!, joining);
    joining = goes;
    if (!goes) for (const { text, from } of beside.said.get(i) ?? []) out.put(text, from);
    if (!goes && i < page.lines.length - 1) out.put('\n', page.starts[i]! + line.length);
  }
  return {
    text: out.text,
    hints,
    rest,
    joinedAt: joins.size > 0 ? Math.min(...joins) + 1 : undefined,
    tables,
    sourceOf: (offset) => out.sourceOf(offset),
    sourceRange: (start, end) => out.sourceRange(start, end),
  };
}

function restOf(page: Page, told: Told): readonly TidyRest[] {
  return told.rest.map(({ from, text }) => ({ line: lineAt(page, from), text }));
}

/** A form feed ends a line; two Latin words stay two when their lines are joined. */
function putSeen(out: Sheet, line: string, from: number, to: number, start: number, joining: boolean): void {
  const words = line.slice(from, to);
  if (joining && /[A-Za-z]$/.test(out.last) && /^[A-Za-z]/.test(words)) out.put(' ', start + from);
  let at = 0;
  for (const unseen of words.matchAll(UNSEEN)) {
    out.put(words.slice(at, unseen.index), start + from + at);
    at = unseen.index + unseen[0].length;
  }
  out.put(words.slice(at), start + from + at);
}

/** Text in the making, each piece with its place in the source. */
class Sheet {
  readonly #pieces: string[] = [];
  readonly #at: number[] = [];
  readonly #from: number[] = [];
  #length = 0;
  line = 0;
  last = '';

  put(text: string, from: number): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.#at.push(this.#length);
    this.#from.push(from);
    this.#length += text.length;
    if (text === '\n') this.line++;
    this.last = text.at(-1)!;
  }

  get text(): string {
    return this.#pieces.join('');
  }

  sourceRange(start: number, end: number): readonly [number, number] {
    const first = this.sourceOf(start);
    let [least, most] = [first, first];
    for (let piece = this.#pieceAt(start); piece < this.#at.length && this.#at[piece]! < end; piece++) {
      const from = this.sourceOf(Math.max(start, this.#at[piece]!));
      const length = this.#pieces[piece]!.length;
      least = Math.min(least, from);
      most = Math.max(most, this.#from[piece]! + Math.min(end - this.#at[piece]!, length));
    }
    return [least, most];
  }

  sourceOf(offset: number): number {
    if (this.#at.length === 0) return 0;
    const piece = this.#pieceAt(offset);
    return this.#from[piece]! + Math.min(offset - this.#at[piece]!, this.#pieces[piece]!.length);
  }

  #pieceAt(offset: number): number {
    let [low, high] = [0, this.#at.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#at[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}
