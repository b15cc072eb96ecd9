import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  diffDays,
  fromNumber,
  isDay,
  lastOfMonth,
  mondayOf,
  quarter,
  toNumber,
  todayAt,
  weekday,
} from '../../../shared/model/day.ts';

test('a day is a day, whatever zone the machine is in', () => {
  expect(addDays('2019-03-09', 1)).toBe('2019-03-10');
  expect(addDays('2019-03-10', 1)).toBe('2019-03-11');
  expect(addDays('2019-12-31', 1)).toBe('2020-01-01');
  expect(weekday('2019-09-02')).toBe(1);
  expect(weekday('2019-09-01')).toBe(7);
  expect(mondayOf('2019-09-01')).toBe('2019-08-26');
});

test('days that do not exist are not days', () => {
  for (const bad of [
    '2019-02-29',
    '2019-13-01',
    '2019-00-10',
    '2019-1-1',
    '19-01-01',
    '2019-04-31',
    '',
    null,
    20190101,
    '2019-01-01T00:00',
  ])
    expect(isDay(bad)).toBe(false);
  for (const good of ['2020-02-29', '2019-12-31', '1999-01-01']) expect(isDay(good)).toBe(true);
});

test('months end where they end', () => {
  expect(addMonths('2019-01-31', 1)).toBe('2019-02-28');
  expect(addMonths('2019-03-15', -3)).toBe('2018-12-15');
  expect(lastOfMonth('2020-02-03')).toBe('2020-02-29');
  expect(lastOfMonth('2019-11-03', 1)).toBe('2019-12-31');
  expect(['2019-03-31', '2019-04-01', '2019-12-31'].map(quarter)).toEqual([1, 2, 4]);
});

test('today is Shanghai’s', () => {
  expect(todayAt(Date.UTC(2019, 0, 1, 15, 59))).toBe('2019-01-01');
  expect(todayAt(Date.UTC(2019, 0, 1, 16, 0))).toBe('2019-01-02');
});

test('counting days and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 80_000 }), fc.integer({ min: -5_000, max: 5_000 }), (n, days) => {
      expect(toNumber(fromNumber(n))).toBe(n);
      expect(diffDays(fromNumber(n), addDays(fromNumber(n), days))).toBe(days);
    }),
  );
});
