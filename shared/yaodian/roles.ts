// Who is responsible, as brackets and role lines say it: （牵头部门：甲、乙；配合部门：丙）, 责任单位：甲, （甲牵头，乙配合）. Knows no clause and no plan.
import { besideTime, officesIn, personsIn, statedTime, timeIn } from './names.ts';
import { areOffices, isNamedTime } from './rolesentence.ts';
import { CLOSE, framedLabelAt, labelAt, namesBehindAt, OPEN, skipBlank, spacedLabelAt } from './words.ts';
import type { Behind, RoleKind } from './words.ts';

/** A role inside a bracket: `names` as written between the words around it. */
export interface Seg {
  readonly role: RoleKind;
  readonly before: string;
  readonly names: string;
  readonly after: string;
  readonly merely: boolean;
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
  /** A bracket held names without saying what they do, and nothing said so beforehand. */
  readonly unlabelled: boolean;
  /** They are words of the sentence, which keeps them. */
  readonly inText?: true;
}

/** What the document's head says about its brackets. */
export interface RoleRules {
  /** 列第一位的为牵头单位: of a list the first leads, the others assist. */
  readonly first?: boolean;
  /** 括号内为责任单位: a bracket at the end of a clause holds names without a label. */
  readonly bare?: boolean;
  /** Nobody says so, but most paragraphs end in such a bracket. */
  readonly habit?: boolean;
}

/** Past the closing bracket of each bracket that closes in its paragraph, by where it opens. */
export function bracketEnds(text: string): ReadonlyMap<number, number> {
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

/** Cuts brackets and role lines into pieces whose concatenation is the text. */
export function cutRoles(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let literal = '';
  const flush = (): void => {
    if (literal) pieces.push(literal);
    literal = '';
  };
  for (let at = 0; at < text.length;) {
    // Behind names a label needs no separator: its colon tells.
    const glued = literal === '' && pieces.length > 0 && typeof pieces.at(-1) !== 'string';
    const label =
      startsRole(text, at) || glued
        ? (labelAt(text, at) ?? (pieces.length === 0 ? spacedLabelAt(text, at) : undefined))
        : undefined;
    if (label) {
      flush();
      const from = at + label.raw.length;
      // 责任单位：甲局牵头，乙局等按职责分工负责: the words behind the names say more than the label.
      const told = label.role === 'lead' ? namesBehindAt(text, skipBlank(text, from)) : undefined;
      if (told) {
        pieces.push(behindSeg(told, text.slice(at, skipBlank(text, from))));
        at = told.end;
        continue;
      }
      const end = namesEnd(text, from);
      pieces.push({
        role: label.role,
        before: label.raw,
        names: text.slice(from, end),
        after: '',
        merely: label.merely,
      });
      at = end;
      continue;
    }
    const behind =
      startsRole(text, at) && !/[\s；;，,、。（(【[〔［]/.test(text[at]!) ? namesBehindAt(text, at) : undefined;
    if (behind) {
      flush();
      pieces.push(behindSeg(behind));
      at = behind.end;
      continue;
    }
    literal += text[at++]!;
  }
  flush();
  return pieces;
}

function behindSeg({ role, by, names, word }: Behind, before = ''): Seg {
  return { role, before: before + by, names, after: word, merely: /负责/.test(word) && !/牵头/.test(word) };
}

/** Only the beginning or what follows a bracket, a separator or white space can begin a role. */
function startsRole(text: string, at: number): boolean {
  return at === 0 || /[（(【[〔［；;，,、。：:\s—–―─]/.test(text[at - 1]!) || framedLabelAt(text, at) !== undefined;
}

/** Names run to the end of the line, of the bracket, or to the separator before the next role. */
function namesEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (depth === 0 && at > from && framedLabelAt(text, at)) return at;
    if (OPEN.includes(sign)) depth++;
    else if (CLOSE.includes(sign) && depth-- === 0) return at;
    if (depth > 0) continue;
    if (labelAt(text, at)) return at;
    if (sign === '\n') return at;
    if (sign === '。' && /^[\n）)】\]〕］]?$/.test(text[at + 1] ?? '')) return at;
    if (!/[；;，,、。 \t\u3000\v]/.test(sign)) continue;
    const next = skipBlank(text, at + 1);
    if (labelAt(text, next) || (/[；;，,。]/.test(sign) && namesBehindAt(text, next))) return at;
  }
  return text.length;
}

export function readRoles(text: string, rules: RoleRules = {}): Roles {
  const pieces = cutRoles(text);
  let segs = pieces.filter((piece): piece is Seg => typeof piece !== 'string');
  const inside = text.replace(/^[（(【[〔［]|[）)】\]〕］]$/g, '');
  const unlabelled = segs.length === 0 && text !== '' && (rules.bare === true || isNamedTime(inside));
  if (unlabelled) segs = [{ role: 'lead', before: '', names: inside, after: '', merely: true }];
  let timed: string | undefined;
  segs = segs.map((seg) => {
    if (seg.role === 'time' || !/(?:时限|时间|期限|日期)[）)]?[ \u3000]*[：:]/.test(seg.before)) return seg;
    const [, names = seg.names, time] = /^([^]*?)[，,；;\s\u3000]+([^，,；;]+)$/.exec(seg.names.trim()) ?? [];
    timed = time && statedTime(time);
    return { ...seg, names };
  });
  const leads = segs.filter((seg) => seg.role === 'lead');
  const strongest = Math.max(...leads.map(strength));
  const guessed = leads.some((seg) => strength(seg) < strongest);
  const lead: string[] = [];
  const assist: string[] = [];
  for (const seg of segs) {
    if (seg.role !== 'lead' && seg.role !== 'assist') continue;
    const named = officesIn(seg.names);
    const marked = named.some(({ role }) => role === 'lead');
    const follows = seg.role === 'lead' && strength(seg) < strongest;
    named.forEach(({ name, role }, i) => {
      const led = seg.role === 'lead' && !follows && role !== 'assist';
      const first = role === 'lead' || (!marked && (!(rules.first && seg.merely) || i === 0));
      (led && first ? lead : assist).push(name);
    });
  }
  // （审改科；信息科配合）: beside those who help, bare names lead.
  const opening = typeof pieces[0] === 'string' ? bare(pieces[0]) : '';
  const beside = lead.length === 0 && assist.length > 0 && /^[（(【[〔［]/.test(text) && areOffices(opening);
  if (beside) lead.push(...officesIn(opening).map(({ name }) => name));
  const literals = pieces.map((piece) => (typeof piece === 'string' ? bare(piece) : ''));
  // When work begins is no deadline.
  const times = segs
    .filter((seg) => seg.role === 'time' && !/^(?:启动|开工)/.test(seg.before))
    .map((seg) => statedTime(seg.names));
  const among = [
    ...literals,
    ...segs.filter((seg) => seg.role === 'lead' || seg.role === 'assist').map((seg) => seg.names),
  ];
  const leading = new Set(lead);
  const persons = segs.filter((seg) => seg.role === 'leader');
  return {
    lead: [...leading],
    assist: [...new Set(assist)].filter((name) => !leading.has(name)),
    leaders: [...new Set(persons.flatMap((seg) => personsIn(seg.names)))],
    time: [...times, timed, ...among.map(timeIn), ...persons.map(({ names }) => besideTime(names).time)].find(
      (time) => time !== undefined,
    ),
    guessed,
    unlabelled: beside || (unlabelled && (rules.bare !== true || rules.habit === true)),
  };
}

/** 牵头 leads before 责任, 责任 before those that only carry out. */
function strength({ before, merely }: Seg): number {
  return /^(?:落实|实施)/.test(before) ? 0 : merely ? 1 : 2;
}

function bare(literal: string): string {
  return literal.replace(/^[（(【[〔［）)】\]〕］；;，,、。\s]+|[）)】\]〕］；;，,、。\s]+$/g, '');
}
