// The shared schemas let in what they name and nothing else.
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { day, id, listOf, longText, positive, shortText } from '../../shared/guard.ts';
import { isDay } from '../../shared/model/day.ts';

test('a day is a real day, as the model sees it', () => {
  const days = ['2019-02-28', '2019-02-29', '2020-02-29', '2100-02-29', '2000-02-29', '2019-04-31', '2019-12-31', '1899-01-01', '2019-1-1', '2019-13-01', '']; // prettier-ignore
  for (const text of days) expect([text, v.is(day, text)]).toEqual([text, isDay(text)]);
  expect(v.is(day, 20190101)).toBe(false);
});

test('an id holds no separator and no surprise', () => {
  expect(v.is(id, 'aZ09_-bcdefg')).toBe(true);
  for (const text of ['', 'a/b', 'a>b', 'a b', 'x'.repeat(41)]) expect(v.is(id, text)).toBe(false);
});

test('short text is one trimmed line, long text is capped', () => {
  expect(v.parse(shortText, '  加强师德建设 ')).toBe('加强师德建设');
  for (const text of ['', '   ', 'a\nb', '长'.repeat(2_001)]) expect(v.is(shortText, text)).toBe(false);
  expect(v.is(longText, '字'.repeat(500_001))).toBe(false);
});

test('positive numbers and lists stop at their cap', () => {
  expect([0, 1, 31, 32, 1.5, NaN].map((n) => v.is(positive(31), n))).toEqual([false, true, true, false, false, false]);
  expect(v.is(listOf(id, 2), ['a', 'b', 'c'])).toBe(false);
  expect(v.is(listOf(id, 2), ['a', 'b'])).toBe(true);
});
