// A date moved into the next year by what it means: the first day of term, the third week, the end of a quarter; never by 365 days.
// Says by what it moved, and whether the calendar it moved into is known. Knows no text.
import { addDays, dayOfMonth, diffDays, firstOfMonth, lastOfMonth, mondayOf, month, weekday, year } from './day.ts';
import { isWorking, nextWorking, previousWorking } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import type { Day, Grain, Span, Term } from './plan.ts';
import { termWeek, weeksOf } from './terms.ts';

export type Meaning =
  | 'term-first'
  | 'term-last'
  | 'term-week'
  | 'month-end'
  | 'month-start'
  /** A day with a name, such as 教师节. */
  | 'feast'
  /** The third Friday of May. */
  | 'weekday'
  /** Behind what it waits for. */
  | 'after';

export interface Moved {
  readonly day: Day;
  readonly by: Meaning;
  /** For `term-week`: which. */
  readonly week?: number;
  /** The school calendar or the year's notice is not entered: a proposal, not a date. */
  readonly unsure?: 'term' | 'notice';
  /** It would have fallen on this day, which nobody works on. */
  readonly off?: Day;
}

export interface Almanac {
  readonly calendar: Calendar;
  readonly terms: readonly Term[];
}

/** Days that are kept on their date: New Year, women's, arbor, labour, youth, children's, party, army, teachers' and national day, 12·4. */
const FEASTS: ReadonlySet<string> = new Set(['03-05', '05-04', '06-01', '07-01', '08-01', '09-10', '12-04']);

/** `kind` says what falls upon a day off: a deadline comes before it, a beginning after it. */
export function moveDay(day: Day, years: number, kind: 'start' | 'end', almanac: Almanac): Moved {
  const meant = meaningOf(day, years, almanac);
  if (meant.unsure === 'term') return meant;
  return onWorkingDay(meant, kind, almanac.calendar);
}

function meaningOf(day: Day, years: number, { terms, calendar }: Almanac): Moved {
  const next = (term: Term): Term | undefined =>
    terms.find((each) => each.schoolYear === term.schoolYear + years && each.term === term.term);
  for (const term of terms)
    for (const [edge, by] of [
      ['first', 'term-first'],
      ['last', 'term-last'],
    ] as const) {
      if (term[edge] !== day) continue;
      const moved = next(term)?.[edge];
      return moved ? { day: moved, by } : { day: sameWeekday(day, years), by, unsure: 'term' };
    }
  if (FEASTS.has(day.slice(5))) return { day: `${year(day) + years}${day.slice(4)}`, by: 'feast' };
  if (endsMonth(day, calendar))
    return { day: lastOfMonth(`${year(day) + years}-${day.slice(5, 7)}-01`), by: 'month-end' };
  if (beginsMonth(day, calendar)) return { day: `${year(day) + years}-${day.slice(5, 7)}-01`, by: 'month-start' };
  const at = termWeek(day, terms);
  const term = at && next(at.term);
  if (at && term?.first && at.week <= (weeksOf(term) ?? 0)) {
    const moved = addDays(mondayOf(term.first), (at.week - 1) * 7 + weekday(day) - 1);
    // Before the first day of its first week and behind its last day there is no term.
    if (moved >= term.first && moved <= (term.last ?? moved)) return { day: moved, by: 'term-week', week: at.week };
  }
  return { day: sameWeekday(day, years), by: 'weekday' };
}

/** The last day of its month, or the last that is worked. */
function endsMonth(day: Day, calendar: Calendar): boolean {
  const last = lastOfMonth(day);
  if (day === last) return true;
  return diffDays(day, last) <= 4 && previousWorking(addDays(last, 1), calendar) === day;
}

function beginsMonth(day: Day, calendar: Calendar): boolean {
  const first = firstOfMonth(day);
  if (day === first) return true;
  return diffDays(first, day) <= 7 && nextWorking(addDays(first, -1), calendar) === day;
}

/** The same weekday of the month, counted from its beginning; the last when there is no fifth. */
function sameWeekday(day: Day, years: number): Day {
  const nth = Math.ceil(dayOfMonth(day) / 7);
  const first = `${year(day) + years}-${day.slice(5, 7)}-01`;
  const at = addDays(first, ((weekday(day) - weekday(first) + 7) % 7) + (nth - 1) * 7);
  return month(at) === month(day) ? at : addDays(at, -7);
}

function onWorkingDay(meant: Moved, kind: 'start' | 'end', calendar: Calendar): Moved {
  const works = isWorking(meant.day, calendar);
  if (works === undefined) return { ...meant, unsure: 'notice' };
  // A feast is when it is, worked or not.
  if (works || (kind === 'start' && meant.by === 'feast')) return meant;
  const before = previousWorking(meant.day, calendar);
  const after = nextWorking(meant.day, calendar);
  const [first, second] = kind === 'end' && meant.by !== 'month-start' ? [before, after] : [after, before];
  const day = first ?? second;
  return day === undefined ? { ...meant, unsure: 'notice' } : { ...meant, day, off: meant.day };
}

export interface MovedSpan {
  readonly span: Span;
  readonly start: Moved;
  readonly end: Moved;
}

export function moveSpan({ start, end, grain }: Span, years: number, almanac: Almanac): MovedSpan {
  const ending = moveDay(end, years, 'end', almanac);
  const whole = grain !== undefined && grain !== 'day' && start.endsWith('-01');
  const beginning =
    start === end ? ending : whole ? periodStart(start, years, ending) : moveDay(start, years, 'start', almanac);
  const first = beginning.day <= ending.day ? beginning.day : ending.day;
  const kept: { readonly grain?: Grain } = grain && ending.by === 'month-end' ? { grain } : {};
  return { span: { start: first, end: ending.day, ...kept }, start: beginning, end: ending };
}

/** A period begins on its first day, worked or not. */
function periodStart(start: Day, years: number, { unsure }: Moved): Moved {
  return { day: `${year(start) + years}${start.slice(4)}`, by: 'month-start', ...(unsure && { unsure }) };
}
