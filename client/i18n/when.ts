// What a typed deadline was read as, in words: the day with its weekday, and whether anybody works on it.
import { dayKind } from '../../shared/model/calendar.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { Day, Due } from '../../shared/model/plan.ts';
import { longDay } from './days.ts';
import type { Lang, T } from './t.ts';

interface When {
  readonly start?: Day;
  readonly end?: Day;
  readonly due?: Due;
}

/** `calendar` is the plan's own. */
export function sayWhen(t: T, lang: Lang, { start, end, due }: When, calendar: Calendar): string {
  if (due) return t('when.no-day', { words: due.words });
  if (start && end && start !== end)
    return t('when.range', { start: sayDay(t, lang, start, calendar), end: sayDay(t, lang, end, calendar) });
  return sayDay(t, lang, (end ?? start)!, calendar);
}

/** 2019年3月31日（周日，休息日） */
export function sayDay(t: T, lang: Lang, day: Day, calendar: Calendar): string {
  const words = longDay(lang, day);
  const { kind, name } = dayKind(day, calendar);
  if (kind === 'work') return words;
  const told =
    kind === 'weekend'
      ? t('when.off')
      : kind === 'unknown'
        ? t('days.unknown')
        : kind === 'makeup'
          ? t('when.makeup')
          : t('when.holiday', { name: name ?? '' });
  return lang === 'zh' ? words.replace(/）$/, `，${told}）`) : `${words} (${told})`;
}
