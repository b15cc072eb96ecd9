// What running text says of time: days, ranges, horizons of several years, so many times a year, and what must be asked.
// Finds phrases and what they mean in a plan's year; that a phrase is a title, a document or a number is its business too. Proposes nothing.
import type { Day } from '../model/plan.ts';
import { year as yearOf } from '../model/day.ts';
import { findAsks, isNearHorizon } from './asks.ts';
import type { AskWhy } from './asks.ts';
import { halfWidth } from './marks.ts';
import { findTimes } from './period.ts';
import type { Time, TimeGrain } from './period.ts';
import { findRecurrences } from './recurrence.ts';

interface At {
  /** UTF-16 offsets into the text, half open. */
  readonly from: number;
  readonly to: number;
}

export type Cue =
  /** By that day, inclusive. */
  | (At & { readonly kind: 'by'; readonly end: Day; readonly grain: TimeGrain })
  | (At & { readonly kind: 'range'; readonly start: Day; readonly end: Day; readonly grain: TimeGrain })
  /** 2018-2020: several years with the plan's among them. */
  | (At & { readonly kind: 'horizon'; readonly first: number; readonly last: number })
  | (At & { readonly kind: 'times'; readonly times: number })
  /** `end` is the day another year's phrase names. */
  | (At & { readonly kind: 'ask'; readonly why: AskWhy; readonly end?: Day });

export function findCues(raw: string, year: number | undefined): readonly Cue[] {
  const text = halfWidth(raw);
  const recurring = findRecurrences(text);
  const dated = findTimes(text, year)
    .filter((time) => !recurring.some((each) => overlap(each, time)))
    .flatMap((time) => cueOf(text, time, year) ?? []);
  const sure: readonly Cue[] = [...recurring, ...dated];
  const horizons = sure.filter(({ kind }) => kind === 'horizon');
  const asks = findAsks(text)
    .filter((ask) => !sure.some((each) => overlap(each, ask)))
    .filter(({ why, ...at }) => why !== 'years' || !horizons.some((each) => isNearHorizon(text, at, each)));
  return [...sure, ...asks].sort((a, b) => a.from - b.from);
}

function overlap(a: At, b: At): boolean {
  return a.from < b.to && b.from < a.to;
}

function cueOf(text: string, time: Time, year: number | undefined): Cue | undefined {
  const { from, to, start, end, grain } = time;
  if (time.wrong || end === null || spoilt(text, time)) return undefined;
  const [first, last] = [yearOf(start ?? end), yearOf(end)];
  if (time.kind === 'range' && first !== last && grain === 'year')
    return year !== undefined && first <= year && year <= last ? { kind: 'horizon', from, to, first, last } : undefined;
  // A year in the title of a paper says when the paper was written, not when the work is done.
  if (isTitled(text, time)) return undefined;
  if (year !== undefined && last < year) return undefined;
  if (year !== undefined && first > year) return { kind: 'ask', from, to, why: 'other-year', end };
  return time.kind === 'by' || start === null
    ? { kind: 'by', from, to, end, grain }
    : { kind: 'range', from, to, start, end, grain };
}

/** Before 年底, 年内 and 年中 these make another word: 三年内, 学年底, 青年中. */
const NOT_YEAR = /[一二三四五六七八九十百两\d几数多近历往去前后每学青少童成老幼周新常连整全万]$/;
const SINCE = /^(?:起|以来|来|度?以后|之后|后)/;
/** 年终考核 is the name of a thing. */
const NAMED = /^(?:考核|总结|奖|绩效|级|度考核)/;

const EVENT = /^[^，。；、]{0,12}(?:精神|讲话|批示|来信|文件要求)/;

/** What stands around it makes it no time of this work. */
function spoilt(text: string, { from, to, grain, kind }: Time): boolean {
  const [before, phrase, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  if (phrase.startsWith('年') && NOT_YEAR.test(before)) return true;
  if (/^[次翌当]|^本年度$|^年度/.test(phrase)) return true;
  if (phrase.startsWith('全年') || /[每逐]$/.test(before)) return true;
  if (SINCE.test(after) || NAMED.test(after)) return true;
  if (/^[一二三四]次/.test(after)) return true;
  // 一月一调度 says how often; 1月25日全区大会精神 says which meeting.
  if (/^[一二两三]月$/.test(phrase) && after.startsWith('一')) return true;
  if (EVENT.test(after)) return true;
  return grain === 'year' && kind === 'range' && after.startsWith('学年');
}

const PAPER =
  /^[^，。；、,;：:]{0,6}?(?:工作要点|要点|计划|规划|方案|预算|决算|总结|报告|年鉴|审计|修正|修订|意见|通知|文件|纲要)/;

/** In 《》 or “”, or before the name of a paper: 2019年工作要点, 2020年部门预算. */
function isTitled(text: string, { from, to, grain, kind }: Time): boolean {
  const before = text.slice(0, from);
  const quoted = (open: string, close: string): boolean => before.lastIndexOf(open) > before.lastIndexOf(close);
  if (quoted('《', '》') || quoted('“', '”') || quoted('〔', '〕')) return true;
  return grain === 'year' && kind === 'range' && PAPER.test(text.slice(to));
}
