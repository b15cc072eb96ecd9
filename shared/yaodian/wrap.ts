// Lines that a PDF or a terminal broke at a width, and page numbers between them. Looks at widths and signs, not at meaning.
import { endsAsOffice } from './names.ts';
import { contentsLines } from './contents.ts';
import { bulletAt, readMark } from './marks.ts';
import { type Below, belowNames, namesKnown } from './namebreak.ts';
import { runningLines } from './running.ts';
import { labelAt, namesBehindAt, skipBlank } from './words.ts';

export interface Wrapping {
  /** Lines that go on in the next line that is neither dropped nor blank. */
  readonly joins: ReadonlySet<number>;
  /** Page numbers, what stands on every page, and the table of contents. */
  readonly dropped: ReadonlySet<number>;
}

export function wrappingOf(lines: readonly string[], skipped: ReadonlySet<number>): Wrapping {
  const trimmed = lines.map((line) => line.trim());
  const dropped = new Set([...runningLines(trimmed, skipped), ...contentsLines(trimmed, skipped)]);
  const usable = trimmed.map((line, i) => line !== '' && !dropped.has(i) && !skipped.has(i));
  const widths = lines.map((line, i) => (usable[i] ? widthOf(line) : 0));
  const known = namesKnown(trimmed, (i) => !trimmed[i + 1] || beginsBelow(trimmed[i]!, trimmed[i + 1]!));
  const widest = [...widths].sort((a, b) => b - a)[Math.floor(lines.length * 0.01)] ?? 0;
  const below = (i: number): Below => {
    if (!usable[i] || !usable[i + 1] || beginsBelow(trimmed[i]!, trimmed[i + 1]!)) return 'unsaid';
    return belowNames(trimmed[i]!, trimmed[i + 1]!, known, widths[i]! >= widest - RAGGED);
  };
  const joins = brokenBrackets(trimmed, usable, dropped, below);
  const full = fullWidth(trimmed, widths);
  if (full === undefined) return { joins, dropped };
  const indented = usesIndents(lines, usable);
  let open = 0;
  let since = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!usable[i]) continue;
    open = opened(trimmed[i]!, open);
    since = open > 0 ? since + 1 : 0;
    if (joins.has(i)) continue;
    const ragged = open > 0 || (/[^。！？；：）)】]$/.test(trimmed[i]!) && /[，。、]/.test(trimmed[i]!));
    // The first line of a paragraph may have lost its indent.
    const indent = ragged && !joins.has(i - 1) ? 2 : 0;
    if (widths[i]! < full - (ragged ? RAGGED : EVEN) - indent) {
      open = 0;
      continue;
    }
    let next = i + 1;
    let paged = false;
    for (; next < lines.length && !usable[next] && !skipped.has(next); next++) paged ||= dropped.has(next);
    if (!usable[next] || (next > i + 1 && !paged)) continue;
    // Inside a bracket nothing begins anew.
    if (open > 0 && open < 3 && since < 5) {
      joins.add(i);
      continue;
    }
    open = 0;
    if (beginsBelow(trimmed[i]!, trimmed[next]!) || endsInRoles(trimmed[i]!) || below(i) === 'no part of it') continue;
    if (isLabelled(trimmed[i]!) && open === 0 && isTitleAfter(trimmed, i, next)) continue;
    const closed = /[。！？；：]$/.test(trimmed[i]!);
    if (
      closed &&
      (indented ? /^[\s\u3000]{2}/.test(lines[next]!) : /^[。]$/.test(trimmed[i]!.at(-1)!) && widths[next]! < 8)
    )
      continue;
    if (indented && /^\u3000\u3000|^[ \u00a0]{4}|^\u00a0{2}/.test(lines[next]!)) continue;
    joins.add(i);
  }
  return { joins, dropped };
}

/** How far short of the full width a line may stop that was broken there: punctuation is squeezed, and words are kept whole. */
const EVEN = 2.6;
const RAGGED = 4.6;

/** Below a line of roles: the title of what follows, not the rest of a name. */
function isTitleAfter(trimmed: readonly string[], at: number, next: number): boolean {
  if (/[）)】〕。]$/.test(trimmed[at]!)) return true;
  // 办好研学基地工作。分批…: a name ends no sentence with more behind it.
  const [, titled = ''] = /^([^、，,；;：:。]{5,30})。[^\s]/.exec(trimmed[next]!) ?? [];
  if (titled !== '' && !endsAsOffice(titled) && !labelAt(trimmed[next]!, titled.length + 1)) return true;
  const below = trimmed.slice(next + 1, next + 4).find((line) => line !== '');
  return !/[、，；：]/.test(trimmed[next]!) && trimmed[next]!.length > 4 && below !== undefined && !begins(below);
}

function isLabelled(line: string): boolean {
  return labelAt(line, 0) !== undefined;
}

/** A bracket of roles, closed at the line's end: the paragraph ends there. */
function endsInRoles(line: string): boolean {
  const open = /[（(【〔][^（()）【】〔〕]*(?:[（(][^（()）]*[）)][^（()）【】〔〕]*)*[）)】〕]$/.exec(line);
  return open !== null && isRoles(open[0].slice(1, -1));
}

function isRoles(inside: string): boolean {
  const start = skipBlank(inside, 0);
  return labelAt(inside, start) !== undefined || namesBehindAt(inside, start) !== undefined;
}

/** A bracket of roles that goes on in the next line, or one soon after, and closes there; and a list of names that has not ended. */
function brokenBrackets(
  trimmed: readonly string[],
  usable: readonly boolean[],
  dropped: ReadonlySet<number>,
  below: (line: number) => Below,
): Set<number> {
  const joins = new Set<number>();
  trimmed.forEach((line, i) => {
    if (!usable[i]) return;
    const listed = isLabelled(line) || joins.has(i - 1);
    if (listed && /[、，,]$/.test(line) && lastOpen(line) < 0 && usable[i + 1] && !beginsBelow(line, trimmed[i + 1]!)) {
      joins.add(i);
      return;
    }
    if (usable[i + 1] && isBrokenTitle(line, trimmed[i + 1]!)) {
      joins.add(i);
      return;
    }
    if (usable[i + 1] && isBrokenLabel(line, trimmed[i + 1]!)) joins.add(i);
    if (below(i) === 'rest of the name') {
      joins.add(i);
      return;
    }
    const open = lastOpen(line);
    if (open < 0 || line.length - open > 200) return;
    let inside = line.slice(open + 1);
    const between = [i];
    let paged = false;
    for (let next = i + 1; next <= i + 8 && between.length <= 4; next++) {
      paged ||= dropped.has(next);
      // A page may end inside the bracket.
      if (!usable[next] && (paged || dropped.has(next + 1))) continue;
      if (!usable[next]) return;
      const more = trimmed[next]!;
      if (readMark(more)) return;
      const close = closeIn(more);
      inside += close < 0 ? more : more.slice(0, close);
      if (close < 0 && (inside.length > 400 || more.includes('。'))) return;
      if (close >= 0) {
        if (isRoles(inside) || isLabelled(line)) for (const at of between) joins.add(at);
        return;
      }
      between.push(next);
    }
  });
  return joins;
}

/** 5．推进新课程实施与育人方式改革 / 试点。做好…: a title goes on for a word or two in the next line. */
function isBrokenTitle(line: string, next: string): boolean {
  return (
    readMark(line) !== undefined &&
    line.length >= 16 &&
    !/[。；：，、）)]/.test(line) &&
    !begins(next) &&
    /^[一-龥]{1,6}。./.test(next)
  );
}

/** 甲科；完 / 成时限：6月: the label itself was broken. */
function isBrokenLabel(line: string, next: string): boolean {
  const [, tail] = /(?:^|[；;，,、。（(【\s])([一-龥]{1,4})$/.exec(line) ?? [];
  if (tail === undefined) return false;
  const label = labelAt(tail + next, 0);
  return label !== undefined && label.raw.length > tail.length;
}

/** Where the outermost bracket opens that the line does not close. */
function lastOpen(line: string): number {
  const open: number[] = [];
  for (let at = 0; at < line.length; at++) {
    if ('（(【〔［'.includes(line[at]!)) open.push(at);
    else if ('）)】〕］'.includes(line[at]!)) open.pop();
  }
  return open[0] ?? -1;
}

/** Where a line closes a bracket that was open before it. */
function closeIn(line: string): number {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    if ('（(【〔［'.includes(line[at]!)) depth++;
    else if ('）)】〕］'.includes(line[at]!) && depth-- === 0) return at;
  }
  return -1;
}

/** How many brackets are open behind the line. */
function opened(line: string, before: number): number {
  let open = before;
  for (const sign of line) {
    if ('（(【〔［'.includes(sign)) open++;
    else if ('）)】〕］'.includes(sign)) open = Math.max(0, open - 1);
  }
  return open;
}

/** A paragraph of its own begins here, whatever the line before. */
function begins(line: string): boolean {
  return readMark(line) !== undefined || labelAt(line, skipBlank(line, 0)) !== undefined;
}

/** 小学 / 一、二年级: numbers of something, no number of a paragraph. */
const SERIES =
  /^[一二三四五六七八九]、[一二三四五六七八九](?:、[一二三四五六七八九])*(?:年级|季度|学段|学期|等奖|级|期|批|轮|类|所|中|小|幼|产业)/;

/** A dash may also go on with a sentence, so it begins a paragraph only where the one above has ended. */
function beginsBelow(above: string, line: string): boolean {
  if (SERIES.test(line) && /[一-龥，、]$/.test(above)) return false;
  if (begins(line)) return true;
  const bullet = bulletAt(line);
  return bullet !== '' && (!/^[—–―─-]/.test(bullet) || /[。；：！？）)】〕]$/.test(above) || isLabelled(above));
}

/** 020）查漏补缺 is the rest of （2018-2020）, no number. */
function startsAnew(line: string): boolean {
  return begins(line) && !/^[0-9]{1,4}[)）](?![ \u3000])/.test(line);
}

/** Signs of an ideograph's width; others count half. */
function widthOf(line: string): number {
  const text = line.trimEnd();
  const lead = text.length - text.trimStart().length;
  if (lead > 6) return 0;
  let width = 0;
  for (const sign of text) width += sign.charCodeAt(0) < 0x2000 ? 0.5 : 1;
  return width;
}

/** The width at which this text was broken, if it was. */
function fullWidth(trimmed: readonly string[], widths: readonly number[]): number | undefined {
  const all = widths.filter((width) => width > 0).sort((a, b) => b - a);
  if (all.length < 4) return undefined;
  const most = all[Math.floor(all.length * 0.01)]!;
  if (most < 14 || most > 64 || all[0]! > most + 3) return undefined;
  let near = 0;
  let open = 0;
  /** Of these, followed by a line that begins nothing and closes a sentence. */
  let gone = 0;
  widths.forEach((width, i) => {
    if (width < most - 2.6) return;
    near++;
    if (/[。！？；：）)】]$/.test(trimmed[i]!)) return;
    open++;
    const next = trimmed.slice(i + 1, i + 3).find((line) => line !== '');
    if (next !== undefined && /[。）)]/.test(next) && !startsAnew(next)) gone++;
  });
  const many = near >= all.length * 0.2 && open >= near * 0.6;
  return near >= 3 && (many || (gone >= 3 && gone >= near * 0.6)) ? most : undefined;
}

function usesIndents(lines: readonly string[], usable: readonly boolean[]): boolean {
  const text = lines.filter((_, i) => usable[i]);
  const indented = text.filter((line) => /^(?:\u3000\u3000|[ \u00a0]{2,6})(?![ \u00a0])/.test(line)).length;
  return indented >= 2 && indented >= text.length * 0.08 && indented <= text.length * 0.8;
}
