// What a plan knows of days beyond the tree: its calendar and its school terms, each the built-in one with what the plan itself keeps.
import { addDays } from './day.ts';
import { calendarWith, CHINA } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { NOTICES } from './holidays.ts';
import type { Plan, Span, Term } from './plan.ts';
import { SHANGHAI_TERMS, stretchesOf } from './terms.ts';
import type { Stretch } from './terms.ts';

type Kept = Pick<Plan, 'records'>;

const calendars = new WeakMap<object, Calendar>();

/** The built-in notices and the plan's own; of one year only the plan's own counts, days off that it no longer names included. */
export function calendarOf({ records: { notice } }: Kept): Calendar {
  if (notice.size === 0) return CHINA;
  let found = calendars.get(notice);
  if (!found) {
    const own = [...notice.values()];
    const years = new Set(own.map(({ year }) => year));
    found = calendarWith([...NOTICES.filter(({ year }) => !years.has(year)), ...own]);
    calendars.set(notice, found);
  }
  return found;
}

/** `2019-1`: under which a term is kept. */
export const termId = ({ schoolYear, term }: Pick<Term, 'schoolYear' | 'term'>): string => `${schoolYear}-${term}`;

const terms = new WeakMap<object, readonly Term[]>();

/** The published terms, each overruled by the plan's own, in order. */
export function termsOf({ records: { term } }: Kept): readonly Term[] {
  let found = terms.get(term);
  if (!found) {
    const byId = new Map([...SHANGHAI_TERMS, ...term.values()].map((each) => [termId(each), each]));
    found = [...byId.values()].sort((a, b) => (termId(a) < termId(b) ? -1 : 1));
    terms.set(term, found);
  }
  return found;
}

const stretches = new WeakMap<object, readonly Stretch[]>();

/** Terms and school holidays that touch these days, and the days between them that the 校历 leaves out; nothing when it says nothing of any. */
export function schoolOf(plan: Kept, { start, end }: Pick<Span, 'start' | 'end'>): readonly Stretch[] {
  const known = termsOf(plan);
  let all = stretches.get(known);
  if (!all) stretches.set(known, (all = stretchesOf(known)));
  const found: Stretch[] = [];
  let next = start;
  for (const stretch of all) {
    const { span } = stretch;
    if (span.end < start || span.start > end) continue;
    if (span.start > next) found.push({ span: { start: next, end: addDays(span.start, -1) } });
    found.push(stretch);
    next = addDays(span.end, 1);
  }
  if (found.length > 0 && next <= end) found.push({ span: { start: next, end } });
  return found;
}

/** Those over all these days, where the 校历 knows any of the days the plan is about. */
export function schoolOver(plan: Kept, about: Pick<Span, 'start' | 'end'>, over: Pick<Span, 'start' | 'end'>) {
  return schoolOf(plan, about).length > 0 ? schoolOf(plan, over) : [];
}
