// What an office expects of working days; the counts of every year were taken from the notices.
import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  calendarWith,
  CHINA,
  dayKind,
  isWorking,
  known,
  nextWorking,
  previousWorking,
  workingDaysBetween,
} from '../../../shared/model/calendar.ts';
import { addDays, isDay, weekday, year } from '../../../shared/model/day.ts';
import { NOTICES } from '../../../shared/model/holidays.ts';
import { SHANGHAI_TERMS, termWeek } from '../../../shared/model/terms.ts';

const whole = (n: number) => ({ start: `${n}-01-01`, end: `${n}-12-31` });

describe('working days', () => {
  test('every year entered has the working days of its notice', () => {
    const counts = NOTICES.map((notice) => [notice.year, workingDaysBetween(whole(notice.year), CHINA)]);
    expect(counts).toEqual([
      [2018, 250],
      [2019, 250],
      [2020, 249],
      [2021, 250],
      [2022, 249],
      [2023, 249],
      [2024, 251],
      [2025, 248],
      [2026, 248],
    ]);
  });

  test('exactly six weekend days of 2019 are worked', () => {
    const worked: string[] = [];
    for (let day = '2019-01-01'; day <= '2019-12-31'; day = addDays(day, 1))
      if (weekday(day) > 5 && isWorking(day, CHINA)) worked.push(day.slice(5));
    expect(worked).toEqual(['02-02', '02-03', '04-28', '05-05', '09-29', '10-12']);
    expect(dayKind('2019-04-28', CHINA)).toEqual({ kind: 'makeup', name: '劳动节' });
  });

  test('a day is a working day, a weekend, a named holiday or unknown', () => {
    expect(dayKind('2019-03-01', CHINA)).toEqual({ kind: 'work' });
    expect(dayKind('2019-03-02', CHINA)).toEqual({ kind: 'weekend' });
    expect(dayKind('2019-10-05', CHINA)).toEqual({ kind: 'holiday', name: '国庆节' });
    expect(dayKind('2018-12-31', CHINA)).toEqual({ kind: 'holiday', name: '元旦' });
    expect(dayKind('2018-12-29', CHINA)).toEqual({ kind: 'makeup', name: '元旦' });
    expect(dayKind('2027-03-01', CHINA)).toEqual({ kind: 'unknown' });
  });

  test('work of four days that begins on 29 April 2019 ends on 6 May', () => {
    expect(addWorkingDays('2019-04-29', 4, CHINA)).toBe('2019-05-06');
    expect(addWorkingDays('2019-05-06', -4, CHINA)).toBe('2019-04-29');
    expect(addWorkingDays('2019-04-29', 1, CHINA)).toBe('2019-04-29');
    expect(addWorkingDays('2019-05-01', 1, CHINA)).toBe('2019-05-05');
    expect(addWorkingDays('2019-05-01', 0, CHINA)).toBe('2019-05-01');
  });

  test('counting a span and adding working days agree', () => {
    for (let n = 1; n <= 250; n++) {
      const end = addWorkingDays('2019-01-02', n, CHINA)!;
      expect(workingDaysBetween({ start: '2019-01-02', end }, CHINA)).toBe(n);
    }
  });

  test('a drop on a day of the national holiday offers the days before and after', () => {
    expect(previousWorking('2019-10-05', CHINA)).toBe('2019-09-30');
    expect(nextWorking('2019-10-05', CHINA)).toBe('2019-10-08');
    expect(nextWorking('2019-10-08', CHINA)).toBe('2019-10-09');
  });

  test('an unknown year is never counted as if every weekday worked', () => {
    expect(known(2027, CHINA)).toBe(false);
    expect(isWorking('2027-01-04', CHINA)).toBeUndefined();
    expect(workingDaysBetween({ start: '2026-12-28', end: '2027-01-05' }, CHINA)).toBeUndefined();
    expect(addWorkingDays('2026-12-30', 5, CHINA)).toBeUndefined();
    expect(nextWorking('2026-12-31', CHINA)).toBeUndefined();
    expect(previousWorking('2018-01-01', CHINA)).toBeUndefined();
  });

  test('an administrator can enter a year, which may also correct the end of the year before', () => {
    const more = calendarWith(
      [
        {
          year: 2027,
          source: '测试通知',
          off: [['元旦', '2026-12-31', '2027-01-02']],
          work: [['元旦', '2026-12-27']],
        },
      ],
      CHINA,
    );
    expect(known(2027, more)).toBe(true);
    expect(isWorking('2026-12-31', more)).toBe(false);
    expect(dayKind('2026-12-27', more)).toEqual({ kind: 'makeup', name: '元旦' });
    expect(isWorking('2027-01-04', more)).toBe(true);
    expect(known(2027, CHINA)).toBe(false);
  });
});

describe('the notices', () => {
  test('name real days in order, close to their year, and make up only on weekends', () => {
    for (const notice of NOTICES) {
      expect(notice.source).toMatch(/^国办发明电〔20\d\d〕\d+号/);
      let before = '';
      for (const [, first, last] of notice.off) {
        expect([isDay(first), isDay(last), first <= last, first > before]).toEqual([true, true, true, true]);
        expect(year(last)).toBe(notice.year);
        before = last;
      }
      for (const [, day] of notice.work) expect([isDay(day), weekday(day) > 5]).toEqual([true, true]);
    }
  });
});

describe('school terms', () => {
  test('weeks count from the Monday of the first day', () => {
    expect(termWeek('2019-09-02')?.week).toBe(1);
    expect(termWeek('2019-09-09')?.week).toBe(2);
    expect(termWeek('2023-09-01')?.week).toBe(1);
    expect(termWeek('2023-09-04')?.week).toBe(2);
    expect(termWeek('2026-03-02')).toMatchObject({ week: 1, term: { schoolYear: 2025, term: 2 } });
  });

  test('a day of a holiday or of a year that was not found has no week', () => {
    expect(termWeek('2019-08-31')).toBeUndefined();
    expect(termWeek('2018-10-15')).toBeUndefined();
    expect(SHANGHAI_TERMS.some((term) => term.schoolYear === 2018)).toBe(false);
  });
});
