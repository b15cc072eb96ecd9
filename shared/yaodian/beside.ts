// A table that only says who does what numbered item, below the text of these items: its rows belong to the items. Finds which line each row speaks of.
import { isShort } from './frame.ts';
import type { Grid } from './grid.ts';
import { readMark } from './marks.ts';
import type { Page } from './page.ts';
import { assignments } from './rows.ts';
import type { Part } from './rowparts.ts';

export interface Beside {
  /** What is said at the end of a line of the page, by its index. */
  readonly said: ReadonlyMap<number, readonly Part[]>;
  /** Lines above such tables that name them. */
  readonly captions: ReadonlySet<number>;
  readonly grids: ReadonlySet<Grid>;
}

const CAPTION = /分工|责任|安排|一览|[表图]\s*[一二三四五六七八九十\d]|表$/;

/** All rows of a table have to find their item, or it is read as any other table. */
export function besideOf({ lines }: Page, grids: readonly Grid[]): Beside {
  const said = new Map<number, readonly Part[]>();
  const captions = new Set<number>();
  const taken = new Set<Grid>();
  let from = 0;
  for (const grid of grids) {
    const first = grid.rows[0]!.first;
    const rows = assignments(grid);
    const caption = captionAbove(lines, first, from);
    const items = itemsAbove(lines, from, caption ?? first);
    const found = rows?.map(({ number, words }) => {
      const item = items.get(number);
      return item !== undefined && words.every((each) => item.words.includes(squeezed(each))) ? item : undefined;
    });
    if (rows && found && found.length > 0 && !found.includes(undefined)) {
      taken.add(grid);
      if (caption !== undefined) captions.add(caption);
      rows.forEach(({ parts }, i) => {
        const { last } = found[i]!;
        said.set(last, [...(said.get(last) ?? []), ...parts]);
      });
    }
    from = grid.rows.at(-1)!.last + 1;
  }
  return { said, captions, grids: taken };
}

function captionAbove(lines: readonly string[], at: number, from: number): number | undefined {
  for (let i = at - 1; i >= from; i--) {
    const line = lines[i]!.trim();
    if (line !== '') return isShort(line, 40) && CAPTION.test(line) && !readMark(line) ? i : undefined;
  }
  return undefined;
}

interface Item {
  /** The last line of its paragraph. */
  readonly last: number;
  readonly words: string;
}

function itemsAbove(lines: readonly string[], from: number, to: number): ReadonlyMap<number, Item> {
  const items = new Map<number, Item>();
  for (let i = from; i < to; i++) {
    const mark = readMark(lines[i]!.trim());
    if (!mark || !['arabic', 'chineseBracket', 'arabicBracket', 'article'].includes(mark.style)) continue;
    let last = i;
    while (last + 1 < to && lines[last + 1]!.trim() !== '' && !readMark(lines[last + 1]!.trim())) last++;
    items.set(mark.number, { last, words: squeezed(lines.slice(i, last + 1).join('')) });
  }
  return items;
}

function squeezed(words: string): string {
  return words.replace(/[\s。；;，,、]/g, '');
}
