// Who is responsible, as brackets and role lines say it: （牵头部门：甲、乙；配合部门：丙）, 责任单位：甲, （甲牵头，乙配合）. Knows no clause and no plan.
import { readDeadline } from './deadline.ts';
import { USUAL } from './grammar.ts';

export type RoleKind = 'lead' | 'assist' | 'leader' | 'time';

/** A role inside a bracket: `names` as written between the words around it. */
interface Seg {
  readonly role: RoleKind;
  readonly before: string;
  readonly names: string;
  readonly after: string;
}

/** A bracket cut so that its pieces joined are the bracket again. */
export type Piece = string | Seg;

export interface Roles {
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly leaders: readonly string[];
  /** The words after 完成时限 and the like. */
  readonly time: string | undefined;
  /** 牵头 and 责任 stood side by side. */
  readonly guessed: boolean;
}

const UNIT = '(?:部门|单位|科室|处室|股室|科|处|室|股)?';
const PERSON = '(?:分管|责任|牵头|主管|包保|挂钩)(?:局|区|县|市|校)?领导|(?:责任|牵头|联系|负责)人';
const TIME = '(?:完成|办结|推进|实施)?(?:时限|时间|期限|日期)|时间节点|(?:进度|时间)安排';
const ASSIST = `(?:主要)?(?:配合|协办|协同|协作|协助|参与|参加)(?:责任)?${UNIT}`;
const RESPONSIBLE = `(?:主要|第一)?责任${UNIT}`;
const LEAD = `(?:主要)?(?:牵头|主办|主责|承办|负责|落实)(?:责任)?${UNIT}`;
const WORD = new RegExp(
  `(?<person>${PERSON})|(?<time>${TIME})|(?<assist>${ASSIST})|(?<responsible>${RESPONSIBLE})|(?<lead>${LEAD})`,
);
const LABEL = new RegExp(`(?:${WORD.source})[ \\t\\u3000]*[：:]`, 'y');
const SUFFIXED =
  /^(由?)([^，。；：:,;]{2,60}?)(牵头|负责|主办|承办)(?:([，,；;、\s]*)([^，。；：:,;]{2,60}?)(配合|协办|协同|协助|参与))?$/;

const OPEN = '（(【[〔';
const CLOSE = '）)】]〕';

/** Past the closing bracket of each bracket that closes in its paragraph, by where it opens. */
function bracketEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (OPEN.includes(sign)) open.push(i);
    else if (CLOSE.includes(sign) && open.length > 0) ends.set(open.pop()!, i + 1);
    else if (sign === '\n') open = [];
  }
  return ends;
}

export interface Found {
  readonly start: number;
  readonly end: number;
}

/** All role brackets and lines of roles. `unclosed` is told of a role bracket that never closes. */
export function findRoles(text: string, unclosed?: (at: number) => void): readonly Found[] {
  const ends = bracketEnds(text);
  const found: Found[] = [];
  for (let at = 0; at < text.length; at++) {
    if (OPEN.includes(text[at]!)) {
      const end = ends.get(at);
      if (end === undefined) {
        if (labelAt(text, skipBlank(text, at + 1))) unclosed?.(at);
        continue;
      }
      if (text[end] !== '制' && isRoles(text.slice(at + 1, end - 1))) found.push({ start: at, end });
      at = end - 1;
    } else if (at === 0 || text[at - 1] === '\n') {
      const label = skipBlank(text, at);
      if (!labelAt(text, label)) continue;
      const end = rolesLinesEnd(text, label);
      found.push({ start: label, end });
      at = end - 1;
    }
  }
  return found;
}

function isRoles(inside: string): boolean {
  return labelAt(inside, skipBlank(inside, 0)) !== undefined || SUFFIXED.test(inside.trim());
}

/** Lines of roles that follow each other are one. */
function rolesLinesEnd(text: string, from: number): number {
  for (let at = from; ;) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    const next = skipBlank(text, lineEnd + 1);
    if (newline < 0 || !labelAt(text, next)) return at + text.slice(at, lineEnd).trimEnd().length;
    at = next;
  }
}

function skipBlank(text: string, at: number): number {
  while (at < text.length && /[ \t\u00a0\u3000]/.test(text[at]!)) at++;
  return at;
}

function labelAt(text: string, at: number): RegExpExecArray | undefined {
  LABEL.lastIndex = at;
  return LABEL.exec(text) ?? undefined;
}

/** Cuts brackets and role lines into pieces whose concatenation is the text. */
export function cutRoles(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const ends = bracketEnds(text);
  let literal = '';
  let at = 0;
  const flush = (): void => {
    if (literal) pieces.push(literal);
    literal = '';
  };
  while (at < text.length) {
    const label = startsRole(text, at) ? labelAt(text, at) : undefined;
    if (label) {
      flush();
      const end = namesEnd(text, at + label[0].length);
      pieces.push({ role: roleOf(label), before: label[0], names: text.slice(at + label[0].length, end), after: '' });
      at = end;
      continue;
    }
    const end = ends.get(at);
    const suffixed = end === undefined ? null : SUFFIXED.exec(text.slice(at + 1, end - 1));
    if (end !== undefined && suffixed) {
      const [, by = '', leads = '', lead = '', gap = '', assists, assist = ''] = suffixed;
      literal += text[at]!;
      flush();
      pieces.push({ role: 'lead', before: by, names: leads, after: lead });
      if (assists !== undefined) {
        if (gap) pieces.push(gap);
        pieces.push({ role: 'assist', before: '', names: assists, after: assist });
      }
      literal = text[end - 1]!;
      at = end;
      continue;
    }
    literal += text[at++]!;
  }
  flush();
  return pieces;
}

/** Only the beginning or what follows a bracket, a separator or white space can begin a role. */
function startsRole(text: string, at: number): boolean {
  return at === 0 || /[（(【[〔；;，,、。\s]/.test(text[at - 1]!);
}

/** Names run to the end of the line, of the bracket, to ； or to the separator before the next role. */
function namesEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (OPEN.includes(sign)) depth++;
    else if (CLOSE.includes(sign) && depth-- === 0) return at;
    if (depth > 0) continue;
    if (/[；;\n]/.test(sign)) return at;
    if (sign === '。' && (text[at + 1] ?? '\n') === '\n') return at;
    if (/[，,、。 \t\u3000]/.test(sign) && labelAt(text, skipBlank(text, at + 1))) return at;
  }
  return text.length;
}

function roleOf(label: RegExpExecArray): RoleKind {
  const named = label.groups ?? {};
  if (named['person']) return 'leader';
  if (named['time']) return 'time';
  return named['assist'] ? 'assist' : 'lead';
}

/** 责任单位 leads when it stands alone, but not beside a 牵头单位. */
const MERELY = new RegExp(`^${RESPONSIBLE}[ \\t\\u3000]*[：:]$`);

export function readRoles(text: string): Roles {
  const pieces = cutRoles(text);
  const segs = pieces.filter((piece): piece is Seg => typeof piece !== 'string');
  const leads = segs.filter((seg) => seg.role === 'lead');
  const guessed = leads.some((seg) => MERELY.test(seg.before)) && leads.some((seg) => !MERELY.test(seg.before));
  const role = (seg: Seg): RoleKind => (guessed && MERELY.test(seg.before) ? 'assist' : seg.role);
  const names = (kind: RoleKind): string[] =>
    unique(segs.filter((seg) => role(seg) === kind).flatMap((seg) => splitNames(seg.names, kind)));
  const [lead, assist] = [names('lead'), names('assist')];
  const stated = segs.find((seg) => seg.role === 'time')?.names.trim();
  const unlabelled = [...pieces.map((piece) => (typeof piece === 'string' ? bare(piece) : '')), ...lead, ...assist];
  return {
    lead: lead.filter((name) => !isTime(name)),
    assist: assist.filter((name) => !lead.includes(name) && !isTime(name)),
    leaders: names('leader'),
    time: stated || unlabelled.find(isTime),
    guessed,
  };
}

function bare(literal: string): string {
  return literal.replace(/^[（(【[〔；;，,、。\s]+|[）)】\]〕；;，,、。\s]+$/g, '');
}

/** A time that stands among the names without a label: （牵头部门：甲科，3月底前）. */
function isTime(words: string): boolean {
  return /\d|[０-９月季年]/.test(words) && /^(by|range)$/.test(readDeadline(words, undefined).kind);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** What is longer is prose, not a name: it stays in the bracket as written. */
const LONGEST_NAME = 60;
const NOBODY = /^(无|空|暂无|待定|[—\-－–/]*)$/;
/** 和 and 及 join two names only when both sides look like names: 教育和体育局 is one office. */
const JOINED = /^(.*(?:科|室|办|处|部|局|中心|部门|单位|院|镇|街道|委|队|站|会|组|股|校|园))(?:和|及|与|以及)(.{2,})$/;

function splitNames(raw: string, kind: RoleKind): string[] {
  const separators = kind === 'leader' ? /[、，,；;/\n]/ : /[、，,；;/\n\s\u3000]+/;
  return outside(raw, separators)
    .flatMap((part) => (kind === 'leader' ? [part] : joined(part)))
    .map((part) =>
      part
        .trim()
        .replace(/[。.]$/, '')
        .replace(/等$/, '')
        .trim(),
    )
    .filter((name) => !NOBODY.test(name) && name.length <= LONGEST_NAME);
}

function joined(part: string): string[] {
  const found = part.length > 200 ? null : JOINED.exec(part);
  return found ? [...joined(found[1]!), found[2]!] : [part];
}

/** Splits at separators that stand outside brackets: 局计财科（含核算中心、工会） is one name. */
function outside(text: string, separator: RegExp): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (OPEN.includes(sign)) depth++;
    else if (CLOSE.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separator.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** A bracket in the way of `style`, for other offices. What it says of persons and time stays. Empty when nothing is left to say. */
export function writeRoles(style: string, lead: readonly string[], assist: readonly string[]): string {
  const segs = [...cutRoles(style)];
  const wordy = segs.some((piece) => typeof piece !== 'string' && piece.before.length > 1);
  const present = (role: RoleKind): boolean => segs.some((piece) => typeof piece !== 'string' && piece.role === role);
  // （甲牵头） has no place for 乙, nor a bracket of 配合部门 alone for 甲: then the usual words are taken.
  if (!wordy && ((assist.length > 0 && !present('assist')) || lead.length === 0))
    return writeRoles(USUAL.bracket, lead, assist);
  const spent = new Set<RoleKind>();
  for (const role of ['lead', 'assist'] as const) {
    const names = role === 'lead' ? lead : assist;
    for (let i = 0; i < segs.length; i++) {
      const piece = segs[i]!;
      if (typeof piece === 'string' || piece.role !== role) continue;
      if (names.length > 0 && !spent.has(role)) {
        spent.add(role);
        segs[i] = { ...piece, names: around(piece.names, names.join(separatorOf(piece.names))) };
      } else i -= drop(segs, i);
    }
    if (names.length > 0 && !spent.has(role)) insert(segs, role, names);
  }
  const filled = segs.some((piece) => typeof piece !== 'string');
  return filled
    ? segs
        .map(writePiece)
        .join('')
        .replace(/[（(【[〔]\s*[）)】\]〕]/g, '')
    : '';
}

/** The bracket with 甲 for its leads and 乙 for the assisting offices, without persons and time: a `style` for others. */
export function roleStyle(text: string): string {
  const { lead, assist } = readRoles(text);
  const pieces = [...cutRoles(text)];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (typeof piece !== 'string' && (piece.role === 'leader' || piece.role === 'time')) i -= drop(pieces, i);
  }
  return writeRoles(pieces.map(writePiece).join(''), lead.length > 0 ? ['甲'] : [], assist.length > 0 ? ['乙'] : []);
}

function writePiece(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.before + piece.names + piece.after;
}

function separatorOf(names: string): string {
  return /[、，,；;/]/.exec(names)?.[0] ?? '、';
}

/** Keeps the white space around the names that are replaced. */
function around(old: string, names: string): string {
  return (/^\s*/.exec(old)?.[0] ?? '') + names + (old.trim() ? (/\s*$/.exec(old)?.[0] ?? '') : '');
}

/** Takes a role out with the separator that joins it to the others; returns how many pieces before it went too. */
function drop(segs: Piece[], at: number): number {
  const before = segs[at - 1];
  const after = segs[at + 1];
  if (typeof before === 'string' && /^[；;，,、\s]+$/.test(before)) {
    segs.splice(at - 1, 2);
    return 2;
  }
  segs.splice(at, typeof after === 'string' && /^[；;，,、\s]+$/.test(after) ? 2 : 1);
  return 1;
}

function insert(segs: Piece[], role: 'lead' | 'assist', names: readonly string[]): void {
  const other = segs.findIndex(
    (piece) => typeof piece !== 'string' && piece.role === (role === 'lead' ? 'assist' : 'lead'),
  );
  const sibling = segs[other];
  const label = typeof sibling === 'object' ? sibling.before : role === 'lead' ? '牵头部门：' : '配合部门：';
  const unit = new RegExp(`${UNIT}[ \\t\\u3000]*[：:]$`).exec(label)?.[0] ?? '部门：';
  const seg: Seg = { role, before: (role === 'lead' ? '牵头' : '配合') + unit, names: names.join('、'), after: '' };
  const first = segs.findIndex((piece) => typeof piece !== 'string');
  if (first < 0) segs.splice(1, 0, seg);
  else if (role === 'lead') segs.splice(first, 0, seg, '；');
  else segs.splice(other < 0 ? first : other + 1, 0, ...(other < 0 ? [seg, '；'] : ['；', seg]));
}
