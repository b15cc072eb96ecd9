import { describe, expect, test } from 'vitest';
import { calendarOf, termsOf } from '../../../shared/model/almanac.ts';
import { addWorkingDays, CHINA, dayKind, isWorking } from '../../../shared/model/calendar.ts';
import { NO_RECORDS } from '../../../shared/model/records.ts';
import type { Notice, Term } from '../../../shared/model/plan.ts';
import { SHANGHAI_TERMS, weeksOf } from '../../../shared/model/terms.ts';

const with_ = (notice: readonly Notice[] = [], term: readonly Term[] = []) => ({
  records: {
    ...NO_RECORDS,
    notice: new Map(notice.map((each) => [String(each.year), each])),
    term: new Map(term.map((each) => [`${each.schoolYear}-${each.term}`, each])),
  },
});

describe('the calendar of a plan', () => {
  test('is the built-in one while the plan has none of its own', () => {
    expect(calendarOf(with_())).toBe(CHINA);
  });
  test('knows a year that the plan entered', () => {
    const own = { year: 2035, source: '', off: [['元旦', '2035-01-01', '2035-01-01']], work: [] } as const;
    expect(isWorking('2035-01-01', calendarOf(with_()))).toBeUndefined();
    const calendar = calendarOf(with_([own]));
    expect(dayKind('2035-01-01', calendar)).toEqual({ kind: 'holiday', name: '元旦' });
    expect(isWorking('2035-01-02', calendar)).toBe(true);
    expect(isWorking('2019-10-01', calendar)).toBe(false);
  });
  test('forgets what its own notice of that year no longer names', () => {
    // As first published: one day in May, before it became four with two days worked for them.
    const first = { year: 2019, source: '', off: [['劳动节', '2019-05-01', '2019-05-01']], work: [] } as const;
    const calendar = calendarOf(with_([first]));
    expect(addWorkingDays('2019-04-29', 4, calendar)).toBe('2019-05-03');
    expect(addWorkingDays('2019-04-29', 4, CHINA)).toBe('2019-05-06');
    expect(isWorking('2019-04-28', calendar)).toBe(false);
  });
  test('is made once for the same records', () => {
    const own = with_([{ year: 2035, source: '', off: [], work: [] }]);
    expect(calendarOf(own)).toBe(calendarOf(own));
  });
});

describe('the terms of a plan', () => {
  test('are the published ones, each overruled by its own', () => {
    expect(termsOf(with_()).map(({ schoolYear }) => schoolYear)).toEqual(
      SHANGHAI_TERMS.map(({ schoolYear }) => schoolYear),
    );
    // Schools opened later in the spring of 2020.
    const own: Term = { schoolYear: 2019, term: 2, first: '2020-04-27', last: '2020-07-17', source: '' };
    const terms = termsOf(with_([], [own]));
    expect(terms).toHaveLength(SHANGHAI_TERMS.length);
    expect(terms[1]).toEqual(own);
  });
  test('2023学年 has 21 and 19 weeks', () => {
    const weeks = SHANGHAI_TERMS.filter(({ schoolYear }) => schoolYear === 2023).map(weeksOf);
    expect(weeks).toEqual([21, 19]);
  });
});
