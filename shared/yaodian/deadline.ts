// Deadlines as such texts state them: 3月底前, 第一季度, 3-7月, 持续推进. Says a day only when the words do.
import { addDays, lastOfMonth } from '../model/day.ts';
import type { Day } from '../model/plan.ts';
import { halfWidth, readNumeral } from './marks.ts';

export interface Deadline {
  /** As written. */
  readonly raw: string;
  readonly start: Day | null;
  readonly end: Day | null;
  /** By a day (inclusive), over a range, without end, again and again, measured by something else, or not understood. */
  readonly kind: 'by' | 'range' | 'ongoing' | 'recurring' | 'relative' | 'unclear';
}

/** Part of a time: what is known of its year, month and days. */
interface Period {
  readonly start: Day;
  readonly end: Day;
  /** 底, 末 or a day: a point, by which something is done. */
  readonly point: boolean;
}

const ONGOING = /持续|长期|常态|经常性|贯穿/;
const RECURRING = /每(?:学?年|月|周|日|季度?|学期|半年)|按[月季周]/;
const RELATIVE = /开学|学期|学年|暑[假期]|寒假|假期|考试|适时|届时|另行|按.*要求|根据/;
const ANY_YEAR = 2000;
const JOIN = /^(.+?)(?:-|—+|–|－|~|～|至|到)(.+)$/;

/** `year` is the plan's own; without one, words that need it keep their kind and get no day. */
export function readDeadline(raw: string, year: number | undefined): Deadline {
  const text = plain(raw);
  if (year === undefined && yearIn(text) === undefined)
    return { ...readDeadline(raw, ANY_YEAR), start: null, end: null };
  const say = (kind: Deadline['kind'], start: Day | null = null, end: Day | null = null): Deadline => ({
    raw,
    start,
    end,
    kind,
  });
  if (RECURRING.test(text)) return say('recurring');
  if (RELATIVE.test(text)) return say('relative');
  const before = /^(.+?)(?:以前|之前|前|以内|内)(?:完成|办结|落实|到位)?$/.exec(text);
  const words = (before?.[1] ?? text).replace(/(?:完成|办结|落实|到位)$/, '');
  const range = JOIN.exec(words);
  if (range) {
    const last = readPeriod(range[2]!, yearIn(range[1]!) ?? year, range[1]!);
    const first =
      last && readPeriod(completed(range[1]!, range[2]!), yearIn(range[1]!) ?? yearIn(range[2]!) ?? year, '');
    return first && last && first.start <= last.end ? say('range', first.start, last.end) : say(unknownKind(text));
  }
  const period = readPeriod(words, year, '');
  if (!period) return say(unknownKind(text));
  if (before && /^(?:\d{4}年)?\d{1,2}月$/.test(words) && text.endsWith('前'))
    return say('by', null, addDays(period.start, -1));
  if (before && !/^全年$/.test(words)) return say('by', null, period.end);
  return period.point ? say('by', null, period.end) : say('range', period.start, period.end);
}

function unknownKind(text: string): 'ongoing' | 'unclear' {
  return ONGOING.test(text) ? 'ongoing' : 'unclear';
}

function plain(raw: string): string {
  return halfWidth(raw)
    .replace(/[\s\u00a0\u3000。]/g, '')
    .replace(/(\d{4})[-./](\d{1,2})[-./](\d{1,2})/g, '$1年$2月$3日')
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (digits) => String(readNumeral(digits.replace(/○/g, '〇'))))
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日])/g, (digits) => String(readNumeral(digits)));
}

function yearIn(text: string): number | undefined {
  const found = /(\d{4})年?/.exec(text)?.[1];
  return found ? +found : undefined;
}

/** "3" before "7月" is 3月, "9月1" before "30日" is 9月1日, "2018" before "2020年" is 2018年. */
function completed(first: string, last: string): string {
  if (!/\d$/.test(first)) return first;
  return first + (/^(?:\d+年)?(?:\d+月)?\d+(日)/.exec(last)?.[1] ?? /\d+([年月])/.exec(last)?.[1] ?? '');
}

/** `earlier` lends its month to a bare day. */
function readPeriod(words: string, planYear: number | undefined, earlier: string): Period | undefined {
  const [, stated, thisYear, rest = ''] = /^(?:(\d{4})年?|(今年|本年))?度?(.*)$/.exec(words) ?? [];
  const year = stated ? +stated : planYear;
  const named = stated !== undefined || thisYear !== undefined;
  if (year === undefined || year < 1900 || year > 2199) return undefined;
  const span = (from: number, to: number, point = false): Period => ({
    start: `${year}-${two(from)}-01`,
    end: lastOfMonth(`${year}-${two(to)}-01`),
    point,
  });
  const [, month = '', part = '', dayOf = ''] =
    /^(\d{1,2})月(?:份)?(?:(初|上旬|中旬|下旬|底|末)|(\d{1,2})日?)?$/.exec(rest) ?? [];
  if (month) return +month >= 1 && +month <= 12 ? within(`${year}-${two(+month)}`, part, +dayOf) : undefined;
  const [, bareDay] = /^(\d{1,2})日$/.exec(rest) ?? [];
  const lent = /(\d{1,2})月/.exec(earlier)?.[1];
  if (bareDay && lent) return within(`${year}-${two(+lent)}`, '', +bareDay);
  const quarter = /^第?([一二三四1-4])季度(底|末)?$/.exec(rest);
  if (quarter) {
    const n = readNumeral(quarter[1]!);
    return span(n * 3 - 2, n * 3, quarter[2] !== undefined);
  }
  if (/^上半年$/.test(rest)) return span(1, 6);
  if (/^下半年$/.test(rest)) return span(7, 12);
  if (/^年中$/.test(rest)) return span(6, 6, true);
  if (/^(?:年底|年末)$/.test(rest) || (named && /^[底末]$/.test(rest))) return span(1, 12, true);
  if (/^(?:全年|年度?|年)$/.test(rest) || (named && rest === '')) return span(1, 12);
  return undefined;
}

function within(month: string, part: string, date: number): Period | undefined {
  const last = lastOfMonth(`${month}-01`);
  const days = (from: number, to: string, point = false): Period => ({
    start: `${month}-${two(from)}`,
    end: to,
    point,
  });
  if (date > 0) return date <= +last.slice(8) ? days(date, `${month}-${two(date)}`, true) : undefined;
  if (part === '底' || part === '末') return days(1, last, true);
  if (part === '初' || part === '上旬') return days(1, `${month}-10`);
  if (part === '中旬') return days(11, `${month}-20`);
  return part === '下旬' ? days(21, last) : days(1, last);
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
