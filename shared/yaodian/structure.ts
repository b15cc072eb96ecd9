// Which line of a tidy text is what: title, preamble, section, item, body, end matter. Looks at lines only, not into items.
import { announced, attachments, endMatter, isFrame, isHeading, isTitle, lateTitle, titleLine } from './frame.ts';
import { levelsOf, rank } from './levels.ts';
import type { Levels } from './levels.ts';
import type { Block, Hint, Line, Lines } from './lines.ts';
import { looseBlocks } from './loose.ts';
import { readBareNumber, readMark } from './marks.ts';
import type { Mark } from './marks.ts';
import { findRoles, isRoleSentence } from './rolefind.ts';
import type { RoleRules } from './roles.ts';

export interface Structure {
  /** The line of the title. */
  readonly title: number | undefined;
  /** Lines of the preamble, both inclusive. */
  readonly preamble: readonly [first: number, last: number] | undefined;
  readonly blocks: readonly Block[];
}

export function structureOf(lines: readonly string[], hints: ReadonlyMap<number, Hint>, rules: RoleRules): Structure {
  const trimmed = lines.map((line) => line.trim());
  const marked = marksOf(trimmed, hints);
  const masked = attachments(trimmed, marked);
  const open = marked.map((mark, i) => (masked.has(i) ? undefined : mark));
  const styled = [...hints].find(([, hint]) => hint.kind === 'title')?.[0] ?? topHeading(trimmed, marked, hints);
  const late = styled ?? lateTitle(trimmed, open);
  const from = late === undefined ? 0 : late + 1;
  const marks = open.map((mark, i) => (i < from ? undefined : mark));
  const told = [...hints].filter(([, hint]) => hint.kind === 'item' || hint.kind === 'section').map(([line]) => line);
  const end = Math.max(endMatter(trimmed, marks, masked), told.length > 0 ? Math.max(...told) + 1 : 0);
  const all = trimmed.map((text, i): Line => {
    const roles = text === '' || i < from || i >= end ? [] : findRoles(text, undefined, rules);
    const only = roles.length === 1 && roles[0]!.start === 0 && /^[。；;，,\s]*$/.test(text.slice(roles[0]!.end));
    const whole = !marks[i] && (only || (i >= from && i < end && isRoleSentence(text)));
    return { text, mark: marks[i], led: roles.length > 0 || whole, roles: whole };
  });
  const known: Lines = { all, hints };
  const plain = all.slice(from, end).filter((_, i) => !isTold(hints.get(i + from)));
  const levels = levelsOf(plain);
  const blocks = blocksOf(known, levels, from, end);
  const head = blocks[0]?.first ?? lines.length;
  const title = late ?? announced(trimmed.slice(0, head)) ?? titleLine(trimmed.slice(0, head));
  return { title, preamble: preambleOf(trimmed, title === undefined ? 0 : title + 1, head), blocks };
}

/** Where some lines count 1.1, 1.2, a number without a stop counts too; and where no line has a number with one, but such lines count on. */
function marksOf(trimmed: readonly string[], hints: ReadonlyMap<number, Hint>): readonly (Mark | undefined)[] {
  const marks = trimmed.map((line, i) => (hints.get(i)?.kind === 'rest' ? undefined : readMark(line)));
  const bare = trimmed.map((line, i) => (marks[i] || hints.has(i) ? undefined : readBareNumber(line)));
  const below = marks.filter((mark) => mark?.style === 'decimal').length >= 2;
  if (!below && (marks.some((mark) => mark?.style === 'arabic') || !countOn(bare))) return marks;
  return marks.map((mark, i) => mark ?? bare[i]);
}

/** Three at least, each the next of the one before it or the first of its section. */
function countOn(bare: readonly (Mark | undefined)[]): boolean {
  const numbers = bare.flatMap((mark) => mark?.number ?? []);
  return numbers.length >= 3 && numbers.every((number, i) => number === 1 || number === (numbers[i - 1] ?? 0) + 1);
}

/** The one heading of the outermost level, first of all lines and without a number, is the title. */
function topHeading(
  trimmed: readonly string[],
  marked: readonly (Mark | undefined)[],
  hints: ReadonlyMap<number, Hint>,
): number | undefined {
  const levels = [...hints].flatMap(([line, { level }]) => (level === undefined ? [] : [[line, level] as const]));
  const outermost = Math.min(...levels.map(([, level]) => level));
  const top = levels.filter(([, level]) => level === outermost).map(([line]) => line);
  const [only] = top;
  if (only === undefined || top.length > 1 || marked[only] || hints.get(only)?.kind !== undefined) return undefined;
  const first = trimmed.findIndex((line) => line !== '');
  return isTitle(trimmed[only]!) || (only === first && levels.length > 1) ? only : undefined;
}

function isTold(hint: Hint | undefined): boolean {
  return hint?.kind === 'item' || hint?.kind === 'section';
}

/** The running text before the first heading, without what frames it. */
function preambleOf(trimmed: readonly string[], from: number, to: number): readonly [number, number] | undefined {
  let [first, last] = [from, to - 1];
  while (first < to && (trimmed[first] === '' || isFrame(trimmed[first]!))) first++;
  while (last >= first && (trimmed[last] === '' || (isFrame(trimmed[last]!) && !/[。：]$/.test(trimmed[last]!))))
    last--;
  return first <= last ? [first, last] : undefined;
}

type Open = { -readonly [K in keyof Block]: Block[K] } & { marked: number[] };

/** Headings without a number of their own stand below these numbered ones. */
const GROUP = rank('article') - 0.5;

function blocksOf({ all, hints }: Lines, levels: Levels, from: number, end: number): readonly Block[] {
  const start = all.findIndex(
    (line, i) => i >= from && (line.mark !== undefined || isTold(hints.get(i)) || hints.get(i)?.level !== undefined),
  );
  const anyMark =
    all.some(({ mark }) => mark !== undefined) ||
    [...hints.values()].some((hint) => isTold(hint) || hint.level !== undefined);
  if (!anyMark) return looseBlocks({ all, hints }, bodyStart(all, from, end), end, 0);
  const blocks: Open[] = [];
  const above: number[] = [];
  const lost = lostHeadings(all, levels, start, end);
  /** Of the headings above tables, which count as the groups within one. */
  const outer = Math.min(...[...hints.values()].flatMap(({ level, kind }) => (kind === undefined && level) || []));
  const section = (i: number, at: number, mark: Mark | undefined): void => {
    while (above.length > 0 && above.at(-1)! >= at) above.pop();
    const hint = hints.get(i);
    blocks.push({ kind: 'section', first: i, last: i, mark, depth: above.length, marked: [], ...(hint && { hint }) });
    above.push(at);
  };
  const item = (i: number, mark: Mark | undefined): void => {
    const hint = hints.get(i);
    blocks.push({ kind: 'item', first: i, last: i, mark, depth: above.length, marked: [], ...(hint && { hint }) });
  };
  for (let i = start < 0 ? end : Math.min(start, ...lost); i < end; i++) {
    const { text, mark, roles } = all[i]!;
    const hint = hints.get(i);
    const current = blocks.at(-1);
    if (text === '') continue;
    if (hint?.kind === 'section')
      section(i, mark && rank(mark.style) < GROUP ? rank(mark.style) : GROUP + (hint.level ?? 1) / 100, mark);
    else if (hint?.kind === 'item') item(i, mark);
    else if (hint?.kind === 'title' || hint?.kind === 'rest') continue;
    else if (mark && isOverTable({ all, hints }, i, end)) section(i, rank(mark.style), mark);
    else if (mark && levels.sections.has(mark.style)) {
      if (isItemHere(all, i, levels, end)) {
        while (above.length > 0 && above.at(-1)! >= rank(mark.style)) above.pop();
        item(i, mark);
      } else section(i, rank(mark.style), mark);
    } else if (mark && mark.style === levels.item) item(i, mark);
    else if (hint?.level !== undefined && !mark && levels.item === undefined && isBeforeTable({ all, hints }, i, end))
      section(i, GROUP + (hint.level - outer + 1) / 100, undefined);
    else if (hint?.level !== undefined && !mark && levels.item !== undefined)
      section(i, levels.sections.size > 0 ? GROUP + hint.level / 100 : hint.level / 100, undefined);
    else if (lost.has(i))
      section(i, levels.sections.size > 0 ? Math.min(...[...levels.sections].map(rank)) : 0, undefined);
    else if (!current) continue;
    else if (current.kind === 'section') {
      if (roles) current.last = i;
      else if (!mark && !all[i]!.led && isBeforeTable({ all, hints }, i, end)) continue;
      else if (levels.item === undefined) {
        const stop = nextHeading(all, hints, levels, i, end);
        const loose = looseBlocks({ all, hints }, i, stop, above.length);
        for (const each of loose) blocks.push({ ...each, marked: [...each.marked] });
        if (loose.length > 0) i = stop - 1;
      } else if (all[i]!.led || isLedBelow(all, i, end)) item(i, undefined);
    } else if (current.hint?.kind === 'item' && current.first >= 0 && isTold(current.hint)) continue;
    else if (isLostItem(all, i, current, levels, end) || isNextUnnumbered(all, i, current, end)) item(i, undefined);
    else {
      current.last = i;
      if (mark ?? (hint?.listed && !roles)) current.marked.push(i);
    }
  }
  return blocks;
}

/** The next line is one of roles: they are this paragraph's, not the heading's above it. */
function isLedBelow(all: Lines['all'], at: number, end: number): boolean {
  for (let i = at + 1; i < end; i++) if (all[i]!.text !== '') return all[i]!.roles;
  return false;
}

/** Below an item that has no number either, and whose roles have been named. */
function isNextUnnumbered(all: Lines['all'], at: number, { mark, last }: Open, end: number): boolean {
  return !mark && all[last]!.roles && !all[at]!.mark && !all[at]!.roles && (all[at]!.led || isLedBelow(all, at, end));
}

/** A numbered line with nobody in it right above the rows of a table is their heading. */
function isOverTable({ all, hints }: Lines, at: number, end: number): boolean {
  if (all[at]!.led || /[。；]./.test(all[at]!.text)) return false;
  return isBeforeTable({ all, hints }, at, end);
}

/** At most two paragraphs without number or names lead over to the rows of a table. */
function isBeforeTable({ all, hints }: Lines, at: number, end: number): boolean {
  for (let i = at + 1, prose = 0; i < end && prose < 3; i++) {
    if (all[i]!.text === '') continue;
    if (isTold(hints.get(i))) return true;
    if (all[i]!.mark || all[i]!.led) return false;
    prose++;
  }
  return false;
}

/** Past a short introduction, where the first heading or the first paragraph with roles stands. */
function bodyStart(all: readonly Line[], from: number, end: number): number {
  const title = titleLine(all.slice(0, end).map((line) => line.text));
  const first = all.findIndex((line, i) => i >= from && i < end && line.led);
  if (first < 0) return end;
  let at = first;
  for (let i = first - 1; i > (title ?? -1) && i >= from; i--) {
    if (all[i]!.text === '') continue;
    if (!isHeading(all[i]!.text)) break;
    at = i;
  }
  return at;
}

function nextHeading(
  all: readonly Line[],
  hints: ReadonlyMap<number, Hint>,
  levels: Levels,
  from: number,
  end: number,
): number {
  for (let i = from; i < end; i++) {
    const { mark } = all[i]!;
    if ((mark && (levels.sections.has(mark.style) || mark.style === levels.item)) || isTold(hints.get(i))) return i;
  }
  return end;
}

/** A heading's number before a paragraph with a body of its own and no items below: it is an item in this place. */
function isItemHere(all: readonly Line[], at: number, levels: Levels, end: number): boolean {
  const { text, mark, led } = all[at]!;
  const words = text.slice(mark!.raw.length);
  const full = led && /。|^[^（(【[]{30}|：./.test(words.replace(/[（(【[].*$/, ''));
  for (let i = at + 1; i < end; i++) {
    const next = all[i]!;
    if (next.text === '') continue;
    if (next.mark)
      return (
        full &&
        (rank(next.mark.style) <= rank(mark!.style) ||
          (next.mark.style !== levels.item && !levels.sections.has(next.mark.style)))
      );
    if (levels.item === undefined) return false;
    if (next.roles && !full) continue;
    if (!full && next.led && !/。./.test(words)) return below(all, i, mark!, levels, end);
    if (!full) return false;
  }
  return full;
}

/** From line `at` on nothing deeper is numbered before the next heading: the paragraph is the body of the heading above. */
function below(all: readonly Line[], at: number, mark: Mark, levels: Levels, end: number): boolean {
  let bodies = 0;
  for (let i = at; i < end; i++) {
    const next = all[i]!.mark;
    if (next) return rank(next.style) <= rank(mark.style) && bodies === 1 && levels.sections.size > 1;
    if (all[i]!.text !== '' && !all[i]!.roles) bodies++;
  }
  return bodies === 1 && levels.sections.size > 1;
}

/** Short lines without number right before an item, behind a closed paragraph, where no heading has a number: headings that lost theirs. */
function lostHeadings(all: readonly Line[], levels: Levels, start: number, end: number): ReadonlySet<number> {
  const found = new Set<number>();
  if (levels.item === undefined || start < 0) return found;
  let before: Line | undefined;
  let number = 0;
  for (let i = 0; i < end; i++) {
    const line = all[i]!;
    if (line.text === '') continue;
    if (line.mark && levels.sections.has(line.mark.style)) number = line.mark.number;
    if (!line.mark && isHeading(line.text) && !line.led) {
      const next = all.slice(i + 1, Math.min(end, i + 4)).find(({ text }) => text !== '');
      const closed =
        before !== undefined &&
        i > start &&
        (/[。）)】\]]$/.test(before.text) || before.roles) &&
        !(before.mark && isHeading(before.text));
      const leads = next?.mark?.style === levels.item;
      if (leads && (i < start || closed) && (levels.sections.size === 0 || gapIn(all, i, number, levels, end)))
        found.add(i);
    }
    before = line;
  }
  // The line above the first item may be an office or a subtitle: a heading only where others are found as well.
  const early = [...found].filter((i) => i < start);
  if (early.length === found.size || levels.sections.size > 0) for (const i of early) found.delete(i);
  else for (const i of early.slice(0, -1)) found.delete(i);
  return found;
}

/** The next numbered heading counts on as if this one had a number. */
function gapIn(all: readonly Line[], at: number, number: number, levels: Levels, end: number): boolean {
  for (let i = at + 1; i < end; i++) {
    const { mark } = all[i]!;
    if (mark && levels.sections.has(mark.style)) return mark.number === number + 2;
  }
  return false;
}

/** A paragraph between two items whose numbers leave room for it has lost its number. */
function isLostItem(all: readonly Line[], at: number, current: Block, levels: Levels, end: number): boolean {
  const line = all[at]!;
  if (line.mark || line.roles || levels.item === undefined) return false;
  const { hint } = current;
  if (current.mark === undefined)
    return line.led && hint?.kind === undefined && hint?.level === undefined && hasRoles(all, current);
  if (!hasRoles(all, current) || !(line.led || /^[^。，；]{2,26}。./.test(line.text))) return false;
  let candidates = 0;
  for (let i = at; i < end; i++) {
    const { mark, text, roles, led } = all[i]!;
    if (mark && levels.sections.has(mark.style)) return false;
    if (mark && mark.style === levels.item) return mark.number > current.mark.number + candidates;
    if (!mark && text !== '' && !roles && (led || i === at)) candidates++;
  }
  return false;
}

function hasRoles(all: readonly Line[], block: Block): boolean {
  for (let i = block.first; i <= block.last; i++) if (all[i]!.led) return true;
  return false;
}
