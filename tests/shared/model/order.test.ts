import { expect, test } from 'vitest';
import { byOrder, makeRoom } from '../../../shared/model/order.ts';
import type { Ordered } from '../../../shared/model/order.ts';
import { diceOf } from '../../kit/plan.ts';

/** Puts `count` new siblings before `index` and returns the list as it then sorts. */
function insert(list: readonly Ordered[], index: number, count: number, seed: number): Ordered[] {
  const room = makeRoom(list, index, count, diceOf(seed));
  const rekeyed = new Map(room.rekeyed.map((each) => [each.id, each.order]));
  const stay = list.map(({ id, order }) => ({ id, order: rekeyed.get(id) ?? order }));
  const come = room.keys.map((order, i) => ({ id: `new${seed}-${i}`, order }));
  return [...stay, ...come].sort(byOrder);
}

test('a thousand inserts at random places stand where they were put', () => {
  const dice = diceOf(7);
  let list: Ordered[] = [];
  for (let n = 0; n < 1_000; n++) {
    const at = Math.floor(dice() * (list.length + 1));
    const expected = [...list.slice(0, at).map((x) => x.id), `new${n}-0`, ...list.slice(at).map((x) => x.id)];
    list = insert(list, at, 1, n);
    expect(list.map((x) => x.id)).toEqual(expected);
  }
  expect(Math.max(...list.map((x) => x.order.length))).toBeLessThan(200);
});

test('between two twins there is room, because the second gives way', () => {
  const twins = [
    { id: 'a', order: 'a1' },
    { id: 'b', order: 'a1' },
    { id: 'c', order: 'a1' },
  ];
  expect(insert(twins, 1, 1, 3).map((x) => x.id)).toEqual(['a', 'new3-0', 'b', 'c']);
});

test('keys that no library would make are replaced, and nothing throws', () => {
  const hostile = [
    { id: 'a', order: '0' },
    { id: 'b', order: 'zzzzzzzzz' },
    { id: 'c', order: '~' },
  ];
  for (let at = 0; at <= 3; at++) {
    const ids = insert(hostile, at, 2, 5).map((x) => x.id);
    expect(ids).toEqual([...['a', 'b', 'c'].slice(0, at), 'new5-0', 'new5-1', ...['a', 'b', 'c'].slice(at)]);
  }
});

test('a block of 5,000 keeps its own order', () => {
  const keys = makeRoom(
    [
      { id: 'x', order: 'a0' },
      { id: 'y', order: 'a1' },
    ],
    1,
    5_000,
    diceOf(1),
  ).keys;
  expect([...keys].sort()).toEqual(keys);
  expect(new Set(keys).size).toBe(5_000);
  expect(keys[0]! > 'a0' && keys.at(-1)! < 'a1').toBe(true);
});

test('two blocks pasted into one gap at the same time do not interleave, except rarely', () => {
  let mixed = 0;
  for (let seed = 0; seed < 500; seed++) {
    const gap = [{ id: 'x', order: 'a0' }];
    const mine = makeRoom(gap, 1, 5, diceOf(seed)).keys.map((order) => ({ id: `m${order}`, order, of: 'm' }));
    const yours = makeRoom(gap, 1, 5, diceOf(seed + 10_000)).keys.map((order) => ({ id: `y${order}`, order, of: 'y' }));
    const seen = [...mine, ...yours]
      .sort(byOrder)
      .map((x) => x.of)
      .join('');
    if (!/^(m+y+|y+m+)$/.test(seen)) mixed++;
  }
  expect(mixed).toBeLessThan(5);
});
