// The working calendar as Project writes one: Monday to Friday, and every holiday and 调休 day of the plan's years as an exception.
import { calendarOf } from '../../model/almanac.ts';
import { dayKind } from '../../model/calendar.ts';
import type { Calendar } from '../../model/calendar.ts';
import { addDays, fromNumber, toNumber, weekday, year } from '../../model/day.ts';
import type { Day, Plan } from '../../model/plan.ts';
import { field, tag } from '../xml.ts';

export interface WorkCalendar {
  readonly exceptions: readonly Exception[];
  /** Years without a notice. */
  readonly unknown: readonly number[];
  /** How many days of these are worked, both ends included. */
  readonly count: (start: Day, end: Day) => number;
}

interface Exception {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly works: boolean;
}

export function workCalendar(plan: Plan, range: { readonly start: Day; readonly end: Day }): WorkCalendar {
  const calendar = calendarOf(plan);
  const years: number[] = [];
  for (let at = year(range.start); at <= year(range.end); at++) years.push(at);
  const unknown = years.filter((each) => !calendar.years.has(each));
  return {
    exceptions: exceptionsOf(calendar, `${years[0]!}-01-01`, `${years.at(-1)!}-12-31`),
    unknown,
    count(start, end) {
      let found = 0;
      for (let n = toNumber(start); n <= toNumber(end); n++) if (works(calendar, fromNumber(n))) found++;
      return found;
    },
  };
}

function works(calendar: Calendar, day: Day): boolean {
  const { kind } = dayKind(day, calendar);
  return kind === 'work' || kind === 'makeup' || (kind === 'unknown' && weekday(day) <= 5);
}

/** Neighbouring days of one holiday are one exception. */
function exceptionsOf(calendar: Calendar, start: Day, end: Day): readonly Exception[] {
  const days = [...calendar.named].filter(([day]) => day >= start && day <= end).sort(([a], [b]) => (a < b ? -1 : 1));
  const found: { name: string; from: Day; to: Day; works: boolean }[] = [];
  for (const [day, { kind, name }] of days) {
    const before = found.at(-1);
    if (before && !before.works && kind === 'holiday' && before.name === name && addDays(before.to, 1) === day)
      before.to = day;
    else found.push({ name: kind === 'holiday' ? name : `${name}调休`, from: day, to: day, works: kind === 'makeup' });
  }
  return found;
}

/** Twice, as Project itself does: as days without a weekday for what is older than 2007, and as named exceptions. */
export function calendarXml({ exceptions }: WorkCalendar): string {
  const week = [1, 2, 3, 4, 5, 6, 7].map((type) => weekDay(type, type > 1 && type < 7));
  const older = exceptions.map(({ from, to, works: worked }) => weekDay(0, worked, period(from, to)));
  const named = exceptions.map(({ name, from, to, works: worked }) =>
    tag('Exception', {}, [
      field('EnteredByOccurrences', 0),
      period(from, to),
      field('Occurrences', toNumber(to) - toNumber(from) + 1),
      field('Name', name),
      field('Type', 1),
      field('DayWorking', worked ? 1 : 0),
      worked ? TIMES : '',
    ]),
  );
  return tag('Calendar', {}, [
    field('UID', 1),
    field('Name', '标准'),
    field('IsBaseCalendar', 1),
    field('BaseCalendarUID', -1),
    tag('WeekDays', {}, [...week, ...older]),
    named.length > 0 ? tag('Exceptions', {}, named) : '',
  ]);
}

function weekDay(type: number, worked: boolean, days = ''): string {
  return tag('WeekDay', {}, [field('DayType', type), field('DayWorking', worked ? 1 : 0), days, worked ? TIMES : '']);
}

function period(from: Day, to: Day): string {
  return tag('TimePeriod', {}, [field('FromDate', `${from}T00:00:00`), field('ToDate', `${to}T23:59:00`)]);
}

const TIMES = tag(
  'WorkingTimes',
  {},
  [
    ['08:00:00', '12:00:00'],
    ['13:00:00', '17:00:00'],
  ].map(([from, to]) => tag('WorkingTime', {}, [field('FromTime', from), field('ToTime', to)])),
);
