// Times as Chinese official texts write them: 3月底前, 10月中旬, 3-7月, 2018—2020年, 二○一九年第一季度. Finds them in running text; says a day only when the words do.
import { addDays, lastOfMonth } from '../model/day.ts';
import type { Day } from '../model/plan.ts';
import { halfWidth, readNumeral } from './marks.ts';

export type TimeGrain = 'day' | 'part' | 'month' | 'quarter' | 'half' | 'year';

export interface Time {
  /** UTF-16 offsets into the text, half open: the whole phrase, 前 included. */
  readonly from: number;
  readonly to: number;
  /** By a day, inclusive (`start` null), or over a range. */
  readonly kind: 'by' | 'range';
  readonly start: Day | null;
  readonly end: Day | null;
  readonly grain: TimeGrain;
  /** The phrase names its year. */
  readonly dated: boolean;
  /** The calendar has no such day, or its range ends before it begins: then there is no day. */
  readonly wrong: boolean;
}

/** One end of a phrase, its year perhaps left to the other end. */
interface Point {
  readonly end: number;
  readonly year: number | undefined;
  readonly month: number;
  readonly lastMonth: number;
  readonly day: number;
  readonly lastDay: number;
  /** 底, 末 or a day: something is done by then. */
  readonly point: boolean;
  readonly grain: TimeGrain;
}

const BLANK = '[ \\t\\u00a0\\u3000]*';
const NUM = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = new RegExp(
  `(?:((?:19|20|21)\\d\\d|[一二][〇○零一二三四五六七八九]{3})(?:${BLANK}年度?|(?=${BLANK}[-./]${BLANK}\\d{1,2}(?!\\d)))|(今年|本年度?|当年|明年|次年|翌年))${BLANK}`,
  'y',
);
const JOIN = new RegExp(`${BLANK}(?:-|—+|–|－|−|~|～|至|到)${BLANK}`, 'y');
const LIST = new RegExp(`${BLANK}[、,，和及]${BLANK}`, 'y');
const BEFORE = new RegExp(`${BLANK}(?:之前|以前|前|以内|之内|内)(?![期后沿往提列三])`, 'y');

/** All phrases of the text in order. `year` fills in for phrases without; when it is missing too, they have no days. */
export function findTimes(raw: string, year: number | undefined): readonly Time[] {
  const text = halfWidth(raw);
  const found: Time[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!/[\d一二三四五六七八九十今本当明次翌第上下年全前]/.test(text[at]!)) continue;
    const time = timeAt(text, at, year);
    if (!time) continue;
    found.push(time);
    at = time.to - 1;
  }
  return found;
}

function timeAt(text: string, at: number, year: number | undefined): Time | undefined {
  const before = text[at - 1] ?? '';
  if (/\d/.test(text[at]!) && /[\d.％%]/.test(before)) return undefined;
  const whole = rangeAt(text, at, year) ?? singleAt(text, at, year);
  return whole;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function yearAt(text: string, at: number, planYear: number | undefined): { year: number | undefined; end: number } {
  const found = match(YEAR, text, at);
  if (!found) return { year: undefined, end: at };
  const relative = /明|次|翌/.test(found[2] ?? '') ? 1 : 0;
  const year = found[1] === undefined ? (planYear === undefined ? undefined : planYear + relative) : numeral(found[1]);
  return { year, end: at + found[0].length };
}

function numeral(words: string): number {
  return readNumeral(words.replaceAll('○', '〇'));
}

const MONTH = new RegExp(
  `${NUM}${BLANK}月(?:份)?(?:${BLANK}(?:${NUM}${BLANK}[日号]|(月?[底末初]|上中旬|中下旬|上旬|中旬|下旬)))?`,
  'y',
);
const DASHED = new RegExp(
  `${BLANK}[-./]${BLANK}(\\d{1,2})(?:${BLANK}[-./]${BLANK}(\\d{1,2})(?!\\d)(?:日|号)?|(?![\\d.])月?)`,
  'y',
);
const QUARTER = new RegExp(`第?${BLANK}([一二三四1-4])${BLANK}季度(底|末)?`, 'y');
const NINE = /前三个?季度/y;
const HALF = /(上半年|下半年)(底|末)?/y;
const ENDING = /年?[底末终](?![一-龥]?[本班级尾])|年中/y;
const LONG = /全年|年度|年(?=[以之]?内)/y;

/** What follows the year, or stands without one. */
function pointAt(text: string, at: number, planYear: number | undefined): Point | undefined {
  const { year, end: from } = yearAt(text, at, planYear);
  const named = from > at;
  const make = (end: number, part: Partial<Point> & { month: number; lastMonth: number; grain: TimeGrain }): Point => ({
    end,
    year,
    day: 1,
    lastDay: 31,
    point: false,
    ...part,
  });
  const month = match(MONTH, text, from);
  if (month && !/^[个]/.test(text.slice(from + month[0].length))) {
    const m = numeral(month[1]!);
    const end = from + month[0].length;
    if (month[2]) {
      const day = numeral(month[2]);
      return make(end, { month: m, lastMonth: m, day, lastDay: day, point: true, grain: 'day' });
    }
    const part = (month[3] ?? '').slice(-3);
    if (/[底末]$/.test(part)) return make(end, { month: m, lastMonth: m, point: true, grain: 'month' });
    if (part) {
      const first = part.startsWith('中') ? 11 : part === '下旬' ? 21 : 1;
      const lastDay = part.endsWith('中旬') ? 20 : part.endsWith('下旬') ? 31 : 10;
      return make(end, { month: m, lastMonth: m, day: first, lastDay, grain: 'part' });
    }
    return make(end, { month: m, lastMonth: m, grain: 'month' });
  }
  const dashed = named ? match(DASHED, text, from) : undefined;
  if (dashed && /\d$/.test(text.slice(at, from).trimEnd())) {
    const [m, d] = [+dashed[1]!, +(dashed[2] ?? 0)];
    const end = from + dashed[0].length;
    if (d) return make(end, { month: m, lastMonth: m, day: d, lastDay: d, point: true, grain: 'day' });
    if (m >= 1 && m <= 12) return make(end, { month: m, lastMonth: m, grain: 'month' });
  }
  const quarter = match(QUARTER, text, from);
  if (quarter) {
    const q = readNumeral(quarter[1]!);
    return make(from + quarter[0].length, {
      month: q * 3 - 2,
      lastMonth: q * 3,
      point: quarter[2] !== undefined,
      grain: 'quarter',
    });
  }
  const nine = match(NINE, text, from);
  if (nine) return make(from + nine[0].length, { month: 1, lastMonth: 9, grain: 'quarter' });
  const half = match(HALF, text, from);
  if (half) {
    const first = half[1] === '上半年';
    const point = half[2] !== undefined;
    return make(from + half[0].length, { month: first ? 1 : 7, lastMonth: first ? 6 : 12, point, grain: 'half' });
  }
  const ending = match(ENDING, text, from);
  if (ending && (named || ending[0].startsWith('年'))) {
    const middle = ending[0] === '年中';
    return make(from + ending[0].length, {
      month: 1,
      lastMonth: middle ? 6 : 12,
      point: true,
      grain: middle ? 'half' : 'year',
    });
  }
  const long = match(LONG, text, from);
  if (long && (named || long[0] !== '年度' || /^[以之]?内/.test(text.slice(from + 2))))
    return make(from + long[0].length, { month: 1, lastMonth: 12, grain: 'year' });
  return named
    ? make(from - (/\s*$/.exec(text.slice(at, from))?.[0].length ?? 0), { month: 1, lastMonth: 12, grain: 'year' })
    : undefined;
}

const BARE_MONTHS = new RegExp(`${NUM}(?:月(?:份)?)?`, 'y');
const BARE_DAY = new RegExp(`${NUM}${BLANK}[日号]`, 'y');
const BARE_YEAR = /((?:19|20|21)\d\d)(?!\d)/y;
const BARE_QUARTER = /第?([一二三四1-4])(?:季度)?/y;

/** Two ends with 至, a dash, or 、 between neighbours; the first end may be a bare number: 3-7月, 2018—2020年, 9月1日-15日. */
function rangeAt(text: string, at: number, planYear: number | undefined): Time | undefined {
  const { year, end: from } = yearAt(text, at, planYear);
  const years = match(BARE_YEAR, text, at);
  if (years) {
    const join = match(JOIN, text, at + 4 + (text[at + 4] === '年' ? 1 : 0));
    const last = join && match(BARE_YEAR, text, join.index + join[0].length);
    if (last && !/^年?[\d./-]|^年\s*[\d一二三四第上下]/.test(text.slice(last.index + 4))) {
      const end = last.index + 4 + (/^年度?/.exec(text.slice(last.index + 4))?.[0].length ?? 0);
      const ended = match(ENDING, text, end);
      const to = ended ? end + ended[0].length : end;
      return finish(text, at, to, [`${years[1]}-01-01`, `${last[1]}-12-31`], 'year', true, false);
    }
  }
  const bare = match(BARE_MONTHS, text, from);
  if (bare) {
    const join = joined(text, from + bare[0].length);
    const month = join && match(MONTH, text, join.end);
    const first = numeral(bare[1]!);
    if (
      month &&
      !bare[0].includes('月') &&
      first <= 12 &&
      (join.dash || numeral(month[1]!) === first + 1) &&
      !text.startsWith('个', join.end + month[0].length)
    ) {
      const last = pointAt(text, join.end, planYear);
      if (last)
        return between(
          text,
          at,
          { ...last, year, month: first, lastMonth: first, day: 1 },
          { ...last, year },
          planYear,
        );
    }
  }
  const quarter = match(BARE_QUARTER, text, from);
  if (quarter) {
    const join = joined(text, from + quarter[0].length);
    const last = join && match(QUARTER, text, join.end);
    if (last) {
      const [first, second] = [readNumeral(quarter[1]!), readNumeral(last[1]!)];
      if (join.dash || second === first + 1) {
        const y = year ?? planYear;
        return ranged(text, at, join.end + last[0].length, y, first * 3 - 2, second * 3, year !== undefined, 'quarter');
      }
    }
  }
  const first = pointAt(text, at, planYear);
  if (!first) return undefined;
  const join = match(JOIN, text, first.end);
  if (!join) return undefined;
  const next = first.end + join[0].length;
  const day = first.grain === 'day' ? match(BARE_DAY, text, next) : undefined;
  if (day) {
    const d = numeral(day[1]!);
    return between(text, at, first, { ...first, end: next + day[0].length, day: d, lastDay: d }, planYear);
  }
  const last = pointAt(text, next, planYear);
  if (last) return between(text, at, first, last, planYear);
  const bareLast =
    first.grain === 'month' && /^\d/.test(text[next] ?? '')
      ? /^\d{1,2}(?![\d.])/.exec(text.slice(next, next + 3))
      : null;
  if (bareLast && first.year !== undefined && +bareLast[0] <= 12)
    return between(
      text,
      at,
      first,
      { ...first, end: next + bareLast[0].length, month: +bareLast[0], lastMonth: +bareLast[0] },
      planYear,
    );
  return undefined;
}

function joined(text: string, at: number): { readonly end: number; readonly dash: boolean } | undefined {
  const dash = match(JOIN, text, at);
  const found = dash ?? match(LIST, text, at);
  return found && { end: at + found[0].length, dash: dash !== undefined };
}

function between(text: string, at: number, first: Point, last: Point, planYear: number | undefined): Time | undefined {
  const startYear =
    first.year ??
    (last.year !== undefined && last.year < (planYear ?? 0) ? last.year : undefined) ??
    planYear ??
    last.year;
  const endYear = last.year ?? startYear;
  const dated = first.year !== undefined || last.year !== undefined;
  if (startYear === undefined || endYear === undefined)
    return { from: at, to: last.end, kind: 'range', start: null, end: null, grain: last.grain, dated, wrong: false };
  const days: readonly [Day | undefined, Day | undefined] = [
    dayOf(startYear, first.month, first.day),
    lastDayOf(endYear, last.lastMonth, last.lastDay, last.grain === 'day'),
  ];
  const wrong = !days[0] || !days[1] || days[0] > days[1];
  return finish(text, at, last.end, wrong ? undefined : (days as readonly [Day, Day]), last.grain, dated, wrong);
}

function ranged(
  text: string,
  at: number,
  to: number,
  year: number | undefined,
  from: number,
  last: number,
  dated: boolean,
  grain: TimeGrain,
): Time {
  const days = year === undefined ? undefined : ([dayOf(year, from, 1)!, lastDayOf(year, last, 31, false)!] as const);
  return finish(text, at, to, days, grain, dated, from > last);
}

function finish(
  _text: string,
  from: number,
  to: number,
  days: readonly [Day, Day] | undefined,
  grain: TimeGrain,
  dated: boolean,
  wrong: boolean,
): Time {
  return { from, to, kind: 'range', start: days?.[0] ?? null, end: days?.[1] ?? null, grain, dated, wrong };
}

function singleAt(text: string, at: number, planYear: number | undefined): Time | undefined {
  const point = pointAt(text, at, planYear);
  if (!point) return undefined;
  const before = match(BEFORE, text, point.end);
  const to = before ? point.end + before[0].length : point.end;
  const year = point.year ?? planYear;
  const dated = point.year !== undefined;
  const { grain } = point;
  const within = (before?.[0] ?? '').endsWith('内');
  const whole = point.grain === 'year' && !point.point;
  const by = point.point || (before !== undefined && !(whole && !within && text.slice(at, point.end).endsWith('全年')));
  if (year === undefined)
    return { from: at, to, kind: by ? 'by' : 'range', start: null, end: null, grain, dated, wrong: false };
  const start = dayOf(year, point.month, point.day);
  const last = lastDayOf(year, point.lastMonth, point.lastDay, grain === 'day');
  if (!start || !last)
    return { from: at, to, kind: by ? 'by' : 'range', start: null, end: null, grain, dated, wrong: true };
  if (!by) return { from: at, to, kind: 'range', start, end: last, grain, dated, wrong: false };
  // 6月前 ends where June begins; 6月底前, 6月30日前, 第二季度前 and 6月内 include the day they name.
  const strictly = grain === 'month' && !point.point && !within;
  return {
    from: at,
    to,
    kind: 'by',
    start: null,
    end: strictly ? addDays(start, -1) : last,
    grain,
    dated,
    wrong: false,
  };
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return undefined;
  const first = `${year}-${two(month)}-01`;
  return day >= 1 && day <= +lastOfMonth(first).slice(8) ? `${year}-${two(month)}-${two(day)}` : undefined;
}

function lastDayOf(year: number, month: number, day: number, exact: boolean): Day | undefined {
  if (exact) return dayOf(year, month, day);
  const first = dayOf(year, month, 1);
  return first && dayOf(year, month, Math.min(day, +lastOfMonth(first).slice(8)));
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
