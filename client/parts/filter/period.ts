// Stretches of time one filters by, and what they are called.
import { periodNames, periodOf, periods } from '../../../shared/layout/period.ts';
import { addDays, year } from '../../../shared/model/day.ts';
import type { Day, Span } from '../../../shared/model/plan.ts';
import { shortDay } from '../../i18n/days.ts';
import type { Lang } from '../../i18n/t.ts';

/** 三季度, 9月, 9/2–10/31; with its year where that is not the plan's. */
export function periodName(lang: Lang, span: Span, home: number | undefined): string {
  const elsewhere = year(span.start) !== home || year(span.end) !== home;
  for (const unit of ['month', 'quarter', 'half', 'year'] as const) {
    const { start, end } = periodOf(span.start, unit);
    if (start === span.start && end === span.end) return periodNames(span, unit, lang, elsewhere)[0]!;
  }
  const day = (each: Day): string => (elsewhere ? `${year(each)}/` : '') + shortDay(lang, each);
  return `${day(span.start)}–${day(span.end)}`;
}

/** What is offered: this month and next, then the quarters of the plan's year. */
export function usualPeriods(today: Day, home: number): readonly Span[] {
  const now = periodOf(today, 'month');
  const next = periodOf(addDays(now.end, 1), 'month');
  const all = { start: `${home}-01-01`, end: `${home}-12-31` };
  return [now, next, ...periods(all, 'quarter').map(({ start, end }) => ({ start, end }))];
}
