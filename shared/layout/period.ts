// The stretches a time header counts in, from a day to a year, and what they are called. Knows no px.
import {
  addDays,
  dayOfMonth,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  month,
  quarter,
  weekday,
  year,
} from '../model/day.ts';
import type { Day, Span } from '../model/plan.ts';
import type { Lang } from './words.ts';

export type Unit = 'day' | 'week' | 'xun' | 'month' | 'quarter' | 'half' | 'year';

/** The fewest days such a stretch has: its label must fit them. */
export const LEAST_DAYS: Readonly<Record<Unit, number>> = {
  day: 1,
  week: 7,
  xun: 8,
  month: 28,
  quarter: 90,
  half: 181,
  year: 365,
};

/** The stretch a day lies in. A 旬 ends on the 10th, the 20th and the last of the month. */
export function periodOf(day: Day, unit: Unit): Span {
  switch (unit) {
    case 'day':
      return { start: day, end: day };
    case 'week':
      return { start: mondayOf(day), end: addDays(mondayOf(day), 6) };
    case 'xun': {
      const part = xunOf(day);
      const start = addDays(firstOfMonth(day), part * 10);
      return { start, end: part === 2 ? lastOfMonth(day) : addDays(start, 9) };
    }
    case 'month':
      return { start: firstOfMonth(day), end: lastOfMonth(day) };
    case 'quarter':
      return months(day, (quarter(day) - 1) * 3, 3);
    case 'half':
      return months(day, month(day) <= 6 ? 0 : 6, 6);
    case 'year':
      return months(day, 0, 12);
  }
}

function months(day: Day, before: number, count: number): Span {
  const start = `${day.slice(0, 4)}-${String(before + 1).padStart(2, '0')}-01`;
  return { start, end: lastOfMonth(start, count - 1) };
}

function xunOf(day: Day): 0 | 1 | 2 {
  const date = dayOfMonth(day);
  return date <= 10 ? 0 : date <= 20 ? 1 : 2;
}

/** All stretches that touch the span, whole. */
export function periods(span: Span, unit: Unit): Span[] {
  const found: Span[] = [];
  for (let at = periodOf(span.start, unit); at.start <= span.end; at = periodOf(addDays(at.end, 1), unit))
    found.push(at);
  return found;
}

/** What a stretch is called, from the fullest form to the shortest. The year is named only where no band above does. */
export function periodNames(period: Span, unit: Unit, lang: Lang, top: boolean): readonly string[] {
  const { start } = period;
  const date = dayOfMonth(start);
  const y = year(start);
  const m = month(start);
  const q = quarter(start);
  if (lang === 'en') {
    const name = MONTHS[m - 1]!;
    const short = name.slice(0, 3);
    const names: Readonly<Record<Unit, readonly string[]>> = {
      day: [`${date} ${WEEKDAYS_EN[weekday(start) - 1]!}`, String(date)],
      week: [`${date} ${short}`],
      xun: [`${date}–${dayOfMonth(period.end)}`, String(date)],
      month: top ? [`${name} ${y}`, `${short} ${y}`, short] : [name, short, String(m)],
      quarter: top ? [`Q${q} ${y}`, `Q${q}`] : [`Q${q}`],
      half: [`H${m <= 6 ? 1 : 2}`],
      year: [String(y)],
    };
    return names[unit];
  }
  const names: Readonly<Record<Unit, readonly string[]>> = {
    day: [`${date} ${WEEKDAYS[weekday(start) - 1]!}`, String(date)],
    week: [`${m}/${date}`],
    xun: [XUN[xunOf(start)]!, XUN[xunOf(start)]!.slice(0, 1)],
    month: top ? [`${y}年${m}月`, `${m}月`] : [`${m}月`, String(m)],
    quarter: top ? [`${y}年${QUARTERS[q - 1]!}`, QUARTERS[q - 1]!] : [QUARTERS[q - 1]!, `Q${q}`],
    half: [m <= 6 ? '上半年' : '下半年'],
    year: [`${y}年`, String(y)],
  };
  return names[unit];
}

const XUN = ['上旬', '中旬', '下旬'];
const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const WEEKDAYS_EN = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
