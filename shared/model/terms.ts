// School terms of Shanghai as far as they were published. A term or a day that was not found is absent: nothing is guessed.
import { addDays, diffDays, maxDay, minDay, mondayOf } from './day.ts';
import type { Day, Span, Term } from './plan.ts';

const PUBLISHED = '公布的校历';

export const SHANGHAI_TERMS: readonly Term[] = [
  { schoolYear: 2019, term: 1, first: '2019-09-02', last: '2020-01-17', source: PUBLISHED },
  // As planned: in the event schools opened later that spring.
  { schoolYear: 2019, term: 2, first: '2020-02-17', last: '2020-06-30', source: `${PUBLISHED}（原定）` },
  { schoolYear: 2020, term: 1, last: '2021-01-22', source: PUBLISHED },
  { schoolYear: 2020, term: 2, first: '2021-02-22', last: '2021-06-30', source: PUBLISHED },
  { schoolYear: 2021, term: 1, first: '2021-09-01', last: '2022-01-19', source: PUBLISHED },
  { schoolYear: 2023, term: 1, first: '2023-09-01', last: '2024-01-19', source: PUBLISHED },
  { schoolYear: 2023, term: 2, first: '2024-02-19', last: '2024-06-28', source: PUBLISHED },
  { schoolYear: 2025, term: 1, first: '2025-09-01', last: '2026-01-30', source: '沪教委基〔2025〕13号' },
  { schoolYear: 2025, term: 2, first: '2026-03-02', last: '2026-06-30', source: '沪教委基〔2025〕13号' },
];

/** The term a day falls in and its week, counted from the Monday of the term's first day; undefined in holidays and unknown years. */
export function termWeek(
  day: Day,
  terms: readonly Term[] = SHANGHAI_TERMS,
): { readonly term: Term; readonly week: number } | undefined {
  for (const term of terms) {
    if (term.first === undefined || term.last === undefined || day < term.first || day > term.last) continue;
    return { term, week: Math.floor(diffDays(mondayOf(term.first), day) / 7) + 1 };
  }
  return undefined;
}

/** Teaching weeks, the first and the last counted whole; undefined while a day is missing. */
export function weeksOf({ first, last }: Term): number | undefined {
  return first && last ? Math.floor(diffDays(mondayOf(first), last) / 7) + 1 : undefined;
}

/** A term, or the holidays between two terms that are both known; with neither, days of which the 校历 says nothing. */
export interface Stretch {
  readonly span: Pick<Span, 'start' | 'end'>;
  readonly term?: Term;
  readonly rest?: 'winter' | 'summer';
}

/** Terms and the holidays between them, in order. What was not published leaves a gap: nothing is guessed. */
export function stretchesOf(terms: readonly Term[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let before: Term | undefined;
  for (const term of terms) {
    const { first, last } = term;
    if (before?.last && first && before.last < first && follows(before, term))
      found.push({
        span: { start: addDays(before.last, 1), end: addDays(first, -1) },
        rest: term.term === 2 ? 'winter' : 'summer',
      });
    if (first && last && first <= last) found.push({ span: { start: first, end: last }, term });
    before = term;
  }
  return found;
}

function follows(a: Term, b: Term): boolean {
  return a.schoolYear * 2 + a.term + 1 === b.schoolYear * 2 + b.term;
}

/** The days of a teaching week that lie in the term; undefined when it has no such week. */
export function weekOf(term: Term, week: number): Pick<Span, 'start' | 'end'> | undefined {
  const count = weeksOf(term);
  if (count === undefined || week < 1 || week > count) return undefined;
  const monday = addDays(mondayOf(term.first!), 7 * (week - 1));
  return { start: maxDay(monday, term.first!), end: minDay(addDays(monday, 6), term.last!) };
}
