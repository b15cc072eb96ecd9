// The guards let in what they name and nothing else.
import { expect, test } from 'vitest';
import { isId, isOrder, isRecord } from '../../shared/guard.ts';

test('an id holds no separator, and is no word that means something', () => {
  for (const text of ['a', 'aZ09_-bcdefg', 'rooted', 'x'.repeat(40)]) expect([text, isId(text)]).toEqual([text, true]);
  for (const text of ['', 'a/b', 'a>b', 'a b', 'a\n', 'x'.repeat(41), 'root', 'bin', '__proto__', 'constructor'])
    expect([text, isId(text)]).toEqual([text, false]);
  expect(isId(['abc'])).toBe(false);
});

test('an order key is letters and digits, and no longer than a key may become', () => {
  expect([isOrder('a0'), isOrder('Zz9'), isOrder('z'.repeat(400))]).toEqual([true, true, true]);
  for (const value of ['', 'a-', 'é', 'a0\n', 'z'.repeat(401), 1, undefined]) expect(isOrder(value)).toBe(false);
});

test('a record is an object with names, not a list and not nothing', () => {
  expect([isRecord({}), isRecord(Object.create(null))]).toEqual([true, true]);
  for (const value of [[], null, undefined, 'text', 1]) expect(isRecord(value)).toBe(false);
});
