// What is asked of a map is made, and no more than that.
import { expect, test } from 'vitest';
import { asked, stepwise } from '../../../shared/model/asked.ts';

const TEN = new Map(Array.from({ length: 10 }, (_, n) => [n, n * n]));

test('one entry is made by itself, once', () => {
  const made: number[] = [];
  const map = asked<number, number>(
    (n) => (made.push(n), TEN.get(n)),
    () => expect.unreachable('nobody walked'),
  );
  expect([map.get(3), map.get(3), map.has(11), map.get(11)]).toEqual([9, 9, false, undefined]);
  expect(made).toEqual([3, 11]);
});

test('whoever walks through it gets all, and asks nothing by itself any more', () => {
  const map = asked<number, number>(
    () => expect.unreachable('all was made before'),
    () => TEN,
  );
  expect([map.size, [...map], [...map.keys()], map.get(4)]).toEqual([10, [...TEN], [...TEN.keys()], 16]);
});

test('who asks for many gets them from the whole', () => {
  let alone = 0;
  const all = new Map(Array.from({ length: 1_000 }, (_, n) => [n, n]));
  const map = asked<number, number>(
    (n) => (alone++, all.get(n)),
    () => all,
  );
  for (const n of all.keys()) expect(map.get(n)).toBe(n);
  expect(alone).toBeLessThan(300);
});

test('in steps it is made as far as it is asked', () => {
  let next = 0;
  const map = stepwise<number, string>((made) => {
    made.set(next, String(next));
    return ++next < 10;
  });
  expect([map.get(3), next]).toEqual(['3', 4]);
  expect([map.get(1), next]).toEqual(['1', 4]);
  expect([map.get(99), next]).toEqual([undefined, 10]);
  expect(map.size).toBe(10);
});
