// Which line of a text is what: title, preamble, section, item, body, end matter. Looks at lines only, not into items.
import { readMark, STYLES } from './marks.ts';
import type { Mark, Style } from './marks.ts';
import { findRoles } from './roles.ts';

/** A section's heading, or an item with all its body: lines `first` to `last`, indices from 0. */
export interface Block {
  readonly kind: 'section' | 'item';
  readonly first: number;
  readonly last: number;
  readonly mark: Mark | undefined;
  /** How many sections it stands in. */
  readonly depth: number;
  /** Lines of an item's body that begin with a mark of their own. */
  readonly marked: readonly number[];
}

export interface Structure {
  /** The line of the title. */
  readonly title: number | undefined;
  /** Lines of the preamble, both inclusive. */
  readonly preamble: readonly [first: number, last: number] | undefined;
  readonly blocks: readonly Block[];
}

export function structureOf(lines: readonly string[]): Structure {
  const trimmed = lines.map((line) => line.trim());
  const marks = trimmed.map(readMark);
  const end = endMatter(trimmed, marks);
  const levels = levelsOf(trimmed, marks);
  const blocks = blocksOf(trimmed, marks, levels, end);
  const head = blocks[0]?.first ?? lines.length;
  const title = titleLine(trimmed.slice(0, head));
  const preamble = filled(trimmed, title === undefined ? 0 : title + 1, head);
  return { title, preamble, blocks };
}

/** The lines from the first to the last that holds text. */
function filled(trimmed: readonly string[], from: number, to: number): readonly [number, number] | undefined {
  let [first, last] = [from, to - 1];
  while (first < to && !trimmed[first]) first++;
  while (last > first && !trimmed[last]) last--;
  return first < to ? [first, last] : undefined;
}

const TITLE = /(?:要点|计划|安排|方案|任务|清单|打算|思路)(?:（.{1,20}）)?$/;

/** The last line that reads like the title of such a document, else a short first one. */
function titleLine(head: readonly string[]): number | undefined {
  const short = (line: string): boolean => line !== '' && line.length <= 60 && !/[。；]/.test(line);
  const named = head.findLastIndex((line) => short(line) && TITLE.test(line));
  if (named >= 0) return named;
  const first = head.findIndex((line) => line.replace('\ufeff', '') !== '');
  return first >= 0 && short(head[first]!) ? first : undefined;
}

interface Levels {
  readonly sections: ReadonlySet<Style>;
  /** Undefined when items have no marks: then a paragraph below a section is one. */
  readonly item: Style | undefined;
}

function levelsOf(trimmed: readonly string[], marks: readonly (Mark | undefined)[]): Levels {
  const used = STYLES.filter((style) => marks.some((mark) => mark?.style === style));
  const rank = (style: Style): number => STYLES.indexOf(style);
  const inner = used.find((style) => rank(style) >= rank('article'));
  const outer = used.filter((style) => rank(style) < rank('article'));
  const deepest = outer.at(-1);
  const item =
    inner !== undefined && (deepest === undefined || leads(marks, deepest, inner))
      ? inner
      : outer.length > 1 || (deepest !== undefined && hasBodies(trimmed, marks, deepest))
        ? deepest
        : inner;
  const sections = used.filter((style) => item === undefined || rank(style) < rank(item));
  return { sections: new Set(sections), item };
}

/** At least half of the headings of one style are followed by one of the inner style. */
function leads(marks: readonly (Mark | undefined)[], outer: Style, inner: Style): boolean {
  const headings = marks.filter((mark) => mark !== undefined);
  const outers = headings.flatMap((mark, i) => (mark.style === outer ? [headings[i + 1]?.style] : []));
  return outers.filter((next) => next === inner).length * 2 >= outers.length;
}

/** At least half of the paragraphs of one style hold more than a heading. */
function hasBodies(trimmed: readonly string[], marks: readonly (Mark | undefined)[], style: Style): boolean {
  const paragraphs = trimmed.filter((_, i) => marks[i]?.style === style);
  const full = paragraphs.filter((line) => /。./.test(line) || findRoles(line).length > 0);
  return full.length * 2 >= paragraphs.length;
}

/** The first line of what closes the document: signature, date, 此件公开发布, attachments, page number. */
function endMatter(trimmed: readonly string[], marks: readonly (Mark | undefined)[]): number {
  const floor = marks.findLastIndex((mark) => mark !== undefined);
  let end = trimmed.length;
  for (let i = trimmed.length - 1; i > floor; i--) {
    const line = trimmed[i]!;
    if (line === '') continue;
    const signature = end < trimmed.length && line.length <= 24 && !/[。；：，]/.test(line);
    if (!CLOSING.test(line) && !signature) break;
    end = i;
  }
  return end;
}

const CLOSING =
  /^(?:[0-9０-９〇○零一二三四五六七八九]{4}年.{1,3}月.{1,3}日|[（(]?此件.{2,12}[）)]?|附件[0-9一二三四五六七八九十]*(?:[：:].*)?|抄送[：:].*|[—–－-]*\s*\d+\s*[—–－-]*)$/;

function blocksOf(
  trimmed: readonly string[],
  marks: readonly (Mark | undefined)[],
  levels: Levels,
  end: number,
): readonly Block[] {
  const blocks: (Block & { last: number; marked: number[] })[] = [];
  const above: Style[] = [];
  for (let i = 0; i < end; i++) {
    const mark = marks[i];
    const current = blocks.at(-1);
    if (mark && levels.sections.has(mark.style)) {
      while (above.length > 0 && STYLES.indexOf(above.at(-1)!) >= STYLES.indexOf(mark.style)) above.pop();
      blocks.push({ kind: 'section', first: i, last: i, mark, depth: above.length, marked: [] });
      above.push(mark.style);
    } else if (mark && mark.style === levels.item) {
      blocks.push({ kind: 'item', first: i, last: i, mark, depth: above.length, marked: [] });
    } else if (current && trimmed[i]) {
      const loose = isUnmarkedItem(trimmed[i]!, current, levels);
      if (loose) blocks.push({ kind: 'item', first: i, last: i, mark: undefined, depth: above.length, marked: [] });
      else if (current.kind === 'item') {
        current.last = i;
        if (mark) current.marked.push(i);
      }
    }
  }
  return blocks;
}

/** Numbers are lost where a list of Word was pasted as text: then a paragraph below a heading is an item. */
function isUnmarkedItem(line: string, current: Block, levels: Levels): boolean {
  const [roles] = findRoles(line);
  if (roles?.start === 0) return false;
  if (current.kind === 'section') return levels.item === undefined || roles !== undefined;
  return current.mark === undefined && (levels.item === undefined || roles !== undefined);
}
