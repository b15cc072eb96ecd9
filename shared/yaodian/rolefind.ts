// Where in a paragraph somebody is named responsible: brackets, lines of roles, and roles that run on behind a 。.
import { isTime } from './names.ts';
import { findTimes } from './period.ts';
import { bracketEnds } from './roles.ts';
import type { RoleRules } from './roles.ts';
import { areOffices, isNamedTime, roleSentenceEnd } from './rolesentence.ts';
import { CLOSE, framedLabelAt, labelAt, namesBehindAt, OPEN, skipBlank, spacedLabelAt } from './words.ts';

export interface Found {
  readonly start: number;
  readonly end: number;
}

const BULLET = /^[ \t\u00a0\u3000\v]*(?:[—\-–●○◆◇■□▲△★☆※•·▪►➢*>]{1,2}[ \t\u00a0\u3000]*)?/;

/** All role brackets and lines of roles, in order. `unclosed` is told of a role bracket that never closes. */
export function findRoles(text: string, unclosed?: (at: number) => void, rules: RoleRules = {}): readonly Found[] {
  const ends = bracketEnds(text);
  const found: Found[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (framedLabelAt(text, at)) {
      const stop = runEnd(text, at);
      found.push({ start: at, end: stop });
      at = stop - 1;
      continue;
    }
    if (OPEN.includes(sign)) {
      const end = ends.get(at);
      if (end === undefined) {
        if (!labelAt(text, skipBlank(text, at + 1))) continue;
        unclosed?.(at);
        const stop = runEnd(text, at + 1);
        found.push({ start: at, end: stop });
        at = stop - 1;
        continue;
      }
      if (
        text[end] !== '制' &&
        (isRoles(text, at + 1, end - 1) ||
          (follows(text, found.at(-1), at) && isTime(text.slice(at + 1, end - 1))) ||
          (rules.bare && closes(text, at, end) && (!rules.habit || areOffices(text.slice(at + 1, end - 1)))))
      )
        found.push({ start: at, end });
      at = end - 1;
      continue;
    }
    if (CLOSE.includes(sign)) {
      depth = 0;
      continue;
    }
    const opens = at === 0 || text[at - 1] === '\n';
    if (opens) {
      const start = at + BULLET.exec(text.slice(at, at + 40))![0].length;
      const end = roleLineEnd(text, start, at > 0);
      if (end === undefined) continue;
      found.push({ start: skipBlank(text, at), end });
      at = end - 1;
    } else if (depth === 0 && /[。；;，,\s]/.test(text[at - 1]!)) {
      const start = skipBlank(text, at);
      const told = roleSentenceEnd(text, at);
      if (told !== undefined) {
        found.push({ start, end: told });
        at = told - 1;
        continue;
      }
      if (/[，,]/.test(text[at - 1]!)) continue;
      const dash = /^[—–―─]{1,2}[ \u3000]*/.exec(text.slice(start, start + 4))?.[0].length ?? 0;
      const label = text[at - 1] === '\n' ? undefined : labelAt(text, start + dash);
      if (
        !label ||
        /^[^一-龥]*(?:负责|落实|参与|参加|支持|实施|协同|协作|协助|配合|牵头|承办|时间|日期|期限)[^一-龥]*$/.test(
          label.raw,
        )
      )
        continue;
      const stop = runEnd(text, start);
      found.push({ start, end: stop });
      at = stop - 1;
    }
  }
  return found;
}

/** （牵头部门：甲科）（3月底前完成）: a time in a bracket of its own, right behind the roles. */
function follows(text: string, before: Found | undefined, at: number): boolean {
  return before !== undefined && /^[\s。；;]{0,3}$/.test(text.slice(before.end, at));
}

function isRoles(text: string, from: number, to: number): boolean {
  const inside = text.slice(from, to);
  if (to - from > 400) return labelAt(inside, skipBlank(inside, 0)) !== undefined;
  const start = skipBlank(inside, 0);
  if (labelAt(inside, start) ?? spacedLabelAt(inside, start)) return true;
  const behind = namesBehindAt(inside, start);
  if (behind && behind.names.length <= 60) return true;
  if (isNamedTime(inside)) return true;
  // （经济服务中心，配合：各社区）: bare names lead beside those who are said to help.
  const bare = /^[^，,；;：:]+(?=[，,；;])/.exec(inside)?.[0];
  if (bare && areOffices(bare) && labelAt(inside, skipBlank(inside, bare.length + 1))?.role === 'assist') return true;
  return (
    /[；;，,。、\s]/.test(inside) &&
    [...inside.matchAll(/[；;，,。]/g)].some(({ index }) => {
      const label = labelAt(inside, skipBlank(inside, index + 1));
      return label !== undefined && /部门|单位|科室|处室|股室|领导|人|时限|时间|期限|节点/.test(label.raw);
    })
  );
}

/** A bracket of short names that closes a sentence, not a year or a note. */
function closes(text: string, open: number, end: number): boolean {
  const inside = text.slice(open + 1, end - 1);
  return (
    (text[open - 1] === '。' || /^[ \t]*(?:[。；;\n]|$)/.test(text.slice(end, end + 3))) &&
    inside.length >= 2 &&
    inside.length <= 120 &&
    !/[。：:！？《》“”]|^(?:含|包括|不含|即|指|见|详见|如|以下|另)/.test(inside) &&
    !/\d/.test(inside) &&
    findTimes(inside, undefined).length === 0
  );
}

/** The end of the line, or of lines that follow each other, when it is nothing but roles. */
function roleLineEnd(text: string, start: number, inBody: boolean): number | undefined {
  const newline = text.indexOf('\n', start);
  const lineEnd = newline < 0 ? text.length : newline;
  const label = labelAt(text, start) ?? (inBody && lineEnd - start <= 60 ? spacedLabelAt(text, start) : undefined);
  if (!label && !(inBody && isBehindLine(text.slice(start, lineEnd)))) return undefined;
  for (let at = start, end = lineEnd; ;) {
    const stop = at + text.slice(at, end).trimEnd().length;
    if (end >= text.length) return stop;
    // Between the lines of one block a paragraph's distance may be left.
    const below = end + /^(?:[ \t\u00a0\u3000\v]*\n)*/.exec(text.slice(end))![0].length;
    const next = below + BULLET.exec(text.slice(below, below + 40))![0].length;
    const following = text.indexOf('\n', next);
    const nextEnd = following < 0 ? text.length : following;
    if (!labelAt(text, next) && !spacedLabelAt(text.slice(next, Math.min(nextEnd, next + 61)), 0)) return stop;
    at = next;
    end = nextEnd;
  }
}

const SHARED_OUT = /^(?:责任|任务|职责|工作|落实)?(?:分工|落实)(?:安排)?[：:]\s*(?=由)/;

/** 县教研室牵头，各校配合。 or 甲局、乙局分别牵头落实 as a paragraph of its own, which names offices and says nothing else. */
export function isRoleSentence(line: string): boolean {
  const first = namesBehindAt(line, 0);
  return first !== undefined && areOffices(first.names) && isBehindLine(line);
}

/** 县教研室牵头，各校配合。 on a line of its own; 责任分工：由…牵头，6月底前完成。 */
function isBehindLine(line: string): boolean {
  const told = SHARED_OUT.exec(line)?.[0].length;
  if (told !== undefined) return roleSentenceEnd(line, told) !== undefined;
  if (line.length > 80) return false;
  const words = line.trim().replace(/[。；;]$/, '');
  const first = namesBehindAt(words, 0);
  if (!first || !/牵头|主办|负责/.test(first.word)) return false;
  const rest = words.slice(first.end).replace(/^[，,；;、\s]+/, '');
  if (rest === '') return first.names.length <= 30;
  const second = namesBehindAt(rest, 0);
  return second !== undefined && second.end === rest.length;
}

/** Where roles without closing bracket end: at the line's end, or at a 。 behind which no role follows. */
function runEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '\n') return at;
    if (sign === '。' && !labelAt(text, skipBlank(text, at + 1))) return at;
  }
  return text.length;
}
