// Working days: weekends, public holidays and 调休. Knows no plan. A year without a notice is unknown, never "every weekday works".
import { addDays, fromNumber, toNumber, weekday, year } from './day.ts';
import { NOTICES } from './holidays.ts';
import type { Notice } from './plan.ts';
import type { Day, Span } from './plan.ts';

export interface Calendar {
  /** Year → the number of its notice. */
  readonly years: ReadonlyMap<number, string>;
  /** The days a notice names. */
  readonly named: ReadonlyMap<Day, { readonly kind: 'holiday' | 'makeup'; readonly name: string }>;
}

/** `makeup` is a weekend day that is worked; `unknown` a day of a year whose notice is not entered. */
export interface DayKind {
  readonly kind: 'work' | 'weekend' | 'holiday' | 'makeup' | 'unknown';
  readonly name?: string;
}

/** A calendar that knows more years; a later notice wins over an earlier one. */
export function calendarWith(notices: readonly Notice[], base?: Calendar): Calendar {
  const years = new Map(base?.years);
  const named = new Map(base?.named);
  for (const notice of notices) {
    years.set(notice.year, notice.source);
    for (const [name, first, last] of notice.off)
      for (let day = first; day <= last; day = addDays(day, 1)) named.set(day, { kind: 'holiday', name });
    for (const [name, day] of notice.work) named.set(day, { kind: 'makeup', name });
  }
  return { years, named };
}

export const CHINA: Calendar = calendarWith(NOTICES);

/** The year's notice is entered; when not, the page says 节假日安排未录入. */
export function known(which: number, calendar: Calendar): boolean {
  return calendar.years.has(which);
}

const WORK: DayKind = { kind: 'work' };
const WEEKEND: DayKind = { kind: 'weekend' };
const UNKNOWN: DayKind = { kind: 'unknown' };

export function dayKind(day: Day, calendar: Calendar): DayKind {
  if (!known(year(day), calendar)) return UNKNOWN;
  return calendar.named.get(day) ?? (weekday(day) > 5 ? WEEKEND : WORK);
}

/** Undefined in an unknown year. */
export function isWorking(day: Day, calendar: Calendar): boolean | undefined {
  const { kind } = dayKind(day, calendar);
  return kind === 'unknown' ? undefined : kind === 'work' || kind === 'makeup';
}

/** The first working day after this one, or undefined when an unknown year begins before it. */
export function nextWorking(day: Day, calendar: Calendar): Day | undefined {
  return seek(addDays(day, 1), 1, 1, calendar);
}

/** The last working day before this one, or undefined when an unknown year lies in between. */
export function previousWorking(day: Day, calendar: Calendar): Day | undefined {
  return seek(addDays(day, -1), -1, 1, calendar);
}

/**
 * The last of `n` working days that begin with `day`, both inclusive as in every span: 4 from 2019-04-29 end on 2019-05-06.
 * A negative `n` counts back the same way; 0 is the day itself. Undefined when an unknown year is touched.
 */
export function addWorkingDays(day: Day, n: number, calendar: Calendar): Day | undefined {
  return n === 0 ? day : seek(day, Math.sign(n), Math.abs(n), calendar);
}

/** How many days of the span are worked, both ends included; undefined when it touches an unknown year. */
export function workingDaysBetween(span: Pick<Span, 'start' | 'end'>, calendar: Calendar): number | undefined {
  let count = 0;
  for (let n = toNumber(span.start), end = toNumber(span.end); n <= end; n++) {
    const works = isWorking(fromNumber(n), calendar);
    if (works === undefined) return undefined;
    if (works) count++;
  }
  return count;
}

/** The `count`-th working day met on the way from `day`, which counts too. */
function seek(day: Day, step: number, count: number, calendar: Calendar): Day | undefined {
  let left = count;
  for (let at = day; ; at = addDays(at, step)) {
    const works = isWorking(at, calendar);
    if (works === undefined) return undefined;
    if (works && --left === 0) return at;
  }
}
