// Dates move into the next year by what they mean, and no deadline lands on a day off.
import { describe, expect, test } from 'vitest';
import { CHINA, isWorking } from '../../../shared/model/calendar.ts';
import { addDays } from '../../../shared/model/day.ts';
import { moveDay, moveSpan } from '../../../shared/model/moved.ts';
import type { Almanac } from '../../../shared/model/moved.ts';
import { SHANGHAI_TERMS } from '../../../shared/model/terms.ts';

const spring = { schoolYear: 2018, term: 2, first: '2019-02-18', last: '2019-06-28', source: '' } as const;
const autumn = { schoolYear: 2020, term: 1, first: '2020-09-01', last: '2021-01-22', source: '' } as const;
const KNOWN: Almanac = {
  calendar: CHINA,
  terms: [spring, ...SHANGHAI_TERMS.filter(({ schoolYear, term }) => schoolYear !== 2020 || term !== 1), autumn],
};
const UNKNOWN: Almanac = { calendar: CHINA, terms: SHANGHAI_TERMS };

test.each([
  ['2019-09-02', '2020-09-01', 'term-first'],
  ['2019-02-18', '2020-02-17', 'term-first'],
  ['2019-06-28', '2020-06-30', 'term-last'],
  ['2019-03-31', '2020-03-31', 'month-end'],
  ['2019-03-29', '2020-03-31', 'month-end'],
  ['2019-12-31', '2020-12-31', 'month-end'],
  ['2019-07-01', '2020-07-01', 'feast'],
  ['2019-09-10', '2020-09-10', 'feast'],
  ['2019-09-20', '2020-09-18', 'term-week'],
  ['2019-07-10', '2020-07-08', 'weekday'],
] as const)('%s becomes %s: %s', (day, to, by) => {
  expect(moveDay(day, 1, 'end', KNOWN)).toMatchObject({ day: to, by });
});

test('the third Friday of term is the third Friday of term, not 365 days on', () => {
  expect(moveDay('2019-09-20', 1, 'end', KNOWN)).toEqual({ day: '2020-09-18', by: 'term-week', week: 3 });
});

test('an end of month on a Sunday is due on the last working day before it', () => {
  expect(moveDay('2019-05-31', 1, 'end', KNOWN)).toEqual({ day: '2020-05-29', by: 'month-end', off: '2020-05-31' });
});

test('where the school calendar is not entered, a first day of term is a proposal', () => {
  expect(moveDay('2019-09-02', 1, 'end', UNKNOWN)).toMatchObject({ by: 'term-first', unsure: 'term' });
});

test('where the notice is not entered, nothing is sure', () => {
  expect(moveDay('2026-06-10', 1, 'end', UNKNOWN)).toMatchObject({ unsure: 'notice' });
});

describe('every day of 2019', () => {
  test('lands in 2020, and as a deadline on a working day', () => {
    for (let day = '2019-01-01'; day <= '2019-12-31'; day = addDays(day, 1)) {
      const moved = moveDay(day, 1, 'end', KNOWN);
      expect(moved.day.slice(0, 4), day).toBe('2020');
      expect([day, moved.day, isWorking(moved.day, CHINA)]).toEqual([day, moved.day, true]);
    }
  });

  test('a whole year stays a whole year', () => {
    expect(moveSpan({ start: '2019-01-01', end: '2019-12-31', grain: 'year' }, 1, KNOWN).span).toEqual({
      start: '2020-01-01',
      end: '2020-12-31',
      grain: 'year',
    });
  });

  test('spans stay spans', () => {
    for (let day = '2019-01-01'; day <= '2019-12-01'; day = addDays(day, 3)) {
      const { span } = moveSpan({ start: day, end: addDays(day, 20) }, 1, KNOWN);
      expect(span.start <= span.end, day).toBe(true);
    }
  });
});
