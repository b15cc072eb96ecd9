// One item's paragraph cut into title and clauses, every character accounted for. Knows no other paragraph.
import type { FormKey } from './grammar.ts';
import { readMark } from './marks.ts';
import type { Mark } from './marks.ts';
import { findRoles } from './rolefind.ts';
import type { Found } from './rolefind.ts';
import type { RoleRules } from './roles.ts';
import { OPEN } from './words.ts';

/** What stands around a text, whether usual or not. */
export type Seen = Partial<Record<FormKey, string>>;

export interface CutClause {
  /** Offsets into the item's body, from the mark to the last stop. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly mark: Mark | undefined;
  /** It begins a line that is set apart: by a mark, or as a point of a list. */
  readonly apart: boolean;
  /** The role bracket as written, or ''. */
  readonly bracket: string;
  readonly seen: Seen;
}

export interface CutItem {
  readonly title: string;
  readonly bracket: string;
  readonly seen: Seen;
  readonly clauses: readonly CutClause[];
  /** Offsets of role brackets that never close. */
  readonly unclosed: readonly number[];
}

export interface Manners {
  readonly rules: RoleRules;
  /** Items of this document begin with their text: up to the first 。 is no title. */
  readonly untitled: boolean;
  /** Its headings close with brackets of offices. */
  readonly headed?: boolean;
  /** How many signs are the title, where that is known. */
  readonly titled?: number | undefined;
}

/** `body` is what follows the item's mark, without white space at its end; `marked` are offsets in it where a line begins with a mark of its own, or is a point of a list. */
export function cutItem(body: string, marked: readonly number[], manners: Manners): CutItem {
  const unclosed: number[] = [];
  const found = findRoles(body, (at) => unclosed.push(at), manners.rules);
  const title = cutTitle(body, found[0]?.start ?? Infinity, marked[0] ?? body.length, manners);
  const head =
    manners.titled === undefined ? withRoles(body, found, title, marked[0]) : { ...title, inner: '', bracket: '' };
  const { clauses, stray } = cutClauses(body, head.end, found, marked);
  const first = clauses[0];
  const { bracket } = head;
  if (head.title === '' && first) {
    const title = [...first.text].slice(0, 20).join('');
    return { title, bracket, seen: { untitled: title }, clauses, unclosed };
  }
  const seen: Seen = { inner: head.inner, [first ? 'stop' : 'alone']: head.stop + stray };
  return { title: head.title, bracket, seen, clauses, unclosed };
}

interface Head {
  readonly title: string;
  readonly stop: string;
  /** Where the clauses begin. */
  readonly end: number;
}

const UNTITLED = { title: '', inner: '', bracket: '', stop: '', end: 0 };
const COLON = /^[^，。；：（(\n]{2,30}[：:](?=\s*[^\s，。；：])/;
const LONGEST_TITLE = 46;
/** 建优红色网格\u3000优化网格三十六个，…: one ideographic space sets it off from the sentence behind it. */
const SET_OFF = /^[^，。；：、（(\s]{4,20}(?=\u3000[^\s，。；：][^\n]*[，。])/;

/** The title: a line of its own, the words before ： or all up to the first 。; `roles` and `limit` are where the first bracket and the first marked line begin. */
function cutTitle(body: string, roles: number, limit: number, { untitled, titled }: Manners): Head {
  if (titled !== undefined) {
    const stop = /^[。：:】]?/.exec(body.slice(titled, titled + 1))![0];
    return { title: body.slice(0, titled), stop, end: titled + stop.length };
  }
  const before = Math.min(roles, limit);
  const newline = body.indexOf('\n');
  const line = newline >= 0 && newline < before ? body.slice(0, newline).trimEnd() : '';
  if (line && !line.includes('。') && line.length <= 46 && !/[，、；,;]$/.test(line) && !COLON.test(line)) {
    const title = line.replace(/[：:]$/, '') || line;
    return { title, stop: line.slice(title.length), end: line.length };
  }
  const apart = SET_OFF.exec(body)?.[0];
  if (apart !== undefined && apart.length < before && isPaired(apart))
    return { title: apart, stop: '', end: apart.length };
  const full = fullStop(body);
  const colon = COLON.exec(body)?.[0].length ?? Infinity;
  if (colon <= before && !(full > 0 && full < colon) && isPaired(body.slice(0, colon)))
    return { title: body.slice(0, colon - 1), stop: body[colon - 1]!, end: colon };
  const long = full > LONGEST_TITLE && body.slice(0, full).includes('，');
  if (full > 0 && full < before && (untitled || long)) return UNTITLED;
  if (full > 0 && full < before) return { title: body.slice(0, full), stop: body[full]!, end: full + 1 };
  const title = body.slice(0, before).trimEnd();
  return { title, stop: '', end: title.length };
}

/** The first 。, or where a text has none a stop as Latin writes it between two ideographs; -1 when there is none. */
function fullStop(body: string): number {
  const full = body.indexOf('。');
  return full >= 0 ? full : body.search(/(?<=[一-龥”"’』」）)》])[.．](?=[ \u3000]*[一-龥\d“"《])/);
}

/** Quotes and 《》 that open in it close in it. */
function isPaired(title: string): boolean {
  const count = (sign: string): number => title.split(sign).length;
  return count('“') === count('”') && count('《') === count('》');
}

/** How long the words before the first 。 are, when they could be a title; for the habit of the document. */
export function firstSentence(body: string, rules: RoleRules): string | undefined {
  const roles = findRoles(body, undefined, rules)[0]?.start ?? body.length;
  const full = fullStop(body);
  const newline = body.indexOf('\n');
  if (full <= 0 || full >= roles || (newline >= 0 && newline < full)) return undefined;
  if (body.slice(full + 1, roles).trim() === '') return undefined;
  return body.slice(0, full);
}

/**
 * Roles right behind the title are the item's own when text or other lines follow them; else the "title" is a clause already.
 * Before lines with marks of their own they always are.
 */
function withRoles(
  body: string,
  found: readonly Found[],
  head: Head,
  marked: number | undefined,
): Head & { inner: string; bracket: string } {
  const roles = found[0];
  if (!roles || head.title === '' || body.slice(head.end, roles.start).trim() !== '')
    return { ...head, inner: '', bracket: '' };
  const stop = /^[。；;：:]?/.exec(body.slice(roles.end, roles.end + 1))![0];
  const end = roles.end + stop.length;
  const inner = head.stop + body.slice(head.end, roles.start);
  const above = marked !== undefined && body.slice(end, marked).trim() === '';
  const follows = above || (body.slice(end).trim() !== '' && found.length === 1);
  if (!follows && (!inner.includes('\n') || (head.stop === '。' && OPEN.includes(body[roles.start]!)))) return UNTITLED;
  return { title: head.title, inner, bracket: body.slice(roles.start, roles.end), stop, end };
}

/** From `from` to the end of the body; `stray` are stops before the first clause. */
function cutClauses(
  body: string,
  from: number,
  found: readonly Found[],
  marked: readonly number[],
): { readonly clauses: readonly CutClause[]; readonly stray: string } {
  const clauses: CutClause[] = [];
  let stray = '';
  let nextRoles = 0;
  let nextMark = 0;
  for (let at = from; at < body.length;) {
    while (nextRoles < found.length && found[nextRoles]!.start < at) nextRoles++;
    const start = at + blank(body, at);
    while (nextMark < marked.length && marked[nextMark]! < start) nextMark++;
    const apart = marked[nextMark] === start;
    const mark = apart ? readMark(body.slice(start, start + 40)) : undefined;
    const limit = marked[nextMark + (apart ? 1 : 0)] ?? body.length;
    const stretch = limit - trailing(body.slice(start, limit));
    const clause = cutClause(body, { at, start, stretch, mark, apart }, found, nextRoles);
    if (clause) clauses.push(clause);
    else if (clauses.length > 0) clauses.push(lengthened(clauses.pop()!, body.slice(at, stretch)));
    else stray += body.slice(at, stretch);
    at = clause?.end ?? stretch;
  }
  const last = clauses.pop();
  if (last) clauses.push(lastly(last));
  return { clauses, stray };
}

function blank(body: string, at: number): number {
  let end = at;
  while (end < body.length && /\s/.test(body[end]!)) end++;
  return end - at;
}

function trailing(text: string): number {
  return text.length - text.trimEnd().length;
}

const STOP = /\s*(?:。|(?<=[一-龥])[.．])?\s*$/;
/** ，由甲牵头: the comma before roles without a bracket belongs to them. */
const ROLE_STOP = /\s*(?:[。，,；;]|(?<=[一-龥])[.．])?\s*$/;

/** Something other than stops and white space. */
const CONTENT = /[^\s。；;，,、.]/;

interface Stretch {
  /** Where the white space before the clause begins, the clause itself, and the end of what may belong to it. */
  readonly at: number;
  readonly start: number;
  readonly stretch: number;
  readonly mark: Mark | undefined;
  readonly apart: boolean;
}

/** Undefined when the stretch holds nothing but stops. Brackets with no text between them are one. */
function cutClause(
  body: string,
  { at, start, stretch, mark, apart }: Stretch,
  found: readonly Found[],
  nextRoles: number,
): CutClause | undefined {
  const from = start + (mark?.raw.length ?? 0);
  const seen: Seen = { gap: body.slice(at, start) };
  let k = nextRoles;
  while (k < found.length && found[k]!.start < stretch && !CONTENT.test(body.slice(from, found[k]!.start))) k++;
  const roles = found[k];
  if (!roles || roles.start >= stretch) {
    const text = body.slice(from, stretch).replace(/。$/, '');
    if (!CONTENT.test(text) && !mark) return undefined;
    return {
      start,
      end: stretch,
      text,
      mark,
      apart,
      bracket: '',
      seen: { ...seen, bare: body.slice(from + text.length, stretch) },
    };
  }
  let end = roles.end;
  for (
    let more = found[++k];
    more && more.start < stretch && !CONTENT.test(body.slice(end, more.start));
    more = found[++k]
  )
    end = more.end;
  const written = body.slice(from, roles.start);
  const text = written.replace(OPEN.includes(body[roles.start]!) ? STOP : ROLE_STOP, '');
  const stop = /^[ \u3000]*[。；;]|^/.exec(body.slice(end, Math.min(end + 8, stretch)))![0];
  return {
    start,
    end: end + stop.length,
    text,
    mark,
    apart,
    bracket: body.slice(roles.start, end),
    seen: { ...seen, inner: written.slice(text.length), outer: stop },
  };
}

/** Stops that follow no text belong to the clause before them. */
function lengthened(clause: CutClause, stops: string): CutClause {
  const key = clause.bracket ? 'outer' : 'bare';
  return {
    ...clause,
    end: clause.end + stops.length,
    seen: { ...clause.seen, [key]: (clause.seen[key] ?? '') + stops },
  };
}

/** What stands behind the last clause is its last stop, not one between clauses. */
function lastly(clause: CutClause): CutClause {
  const { outer, ...seen } = clause.seen;
  return outer === undefined ? clause : { ...clause, seen: { ...seen, last: outer } };
}
