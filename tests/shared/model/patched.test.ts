import { expect, test } from 'vitest';
import { differing, patched } from '../../../shared/model/patched.ts';
import { diceOf } from '../../kit/plan.ts';
import { SEED } from '../../kit/runs.ts';

test('a patched map is the map one would have got by copying', () => {
  for (let seed = SEED; seed < SEED + 30; seed++) {
    const dice = diceOf(seed);
    const size = dice() < 0.5 ? 20 : 400;
    const start = new Map(Array.from({ length: size }, (_, n) => [n, { n }]));
    let copied = new Map(start);
    let made: ReadonlyMap<number, { n: number }> = start;
    for (let step = 0; step < 60; step++) {
      const changes = new Map<number, { n: number } | undefined>();
      for (let count = 0; count < 1 + dice() * 5; count++) {
        const key = Math.floor(dice() * size * 1.2);
        changes.set(key, dice() < 0.2 ? undefined : { n: step });
      }
      const before = made;
      const was = copied;
      copied = new Map(copied);
      for (const [key, value] of changes) {
        if (value) copied.set(key, value);
        else copied.delete(key);
      }
      made = patched(made, changes);
      const name = `GUATU_SEED=${seed}, step ${step}`;
      // Where an entry stands after it was taken away and put back is nobody's promise.
      expect(byKey(made), name).toEqual(byKey(copied));
      expect([...made.keys()].length, name).toBe(made.size);
      expect([...made.values()].length, name).toBe(copied.size);
      const keys = Array.from({ length: size * 1.2 }, (_, key) => key);
      expect(
        keys.filter((key) => made.get(key) !== copied.get(key) || made.has(key) !== copied.has(key)),
        name,
      ).toEqual([]);
      const differ = [...new Set([...was.keys(), ...copied.keys()])].filter((key) => was.get(key) !== copied.get(key));
      expect([...differing(before, made)].sort(), name).toEqual(differ.sort());
      expect([...differing(made, before)].sort(), name).toEqual(differ.sort());
    }
  }
});

test('what is changed keeps its place', () => {
  const start = new Map(Array.from({ length: 400 }, (_, n) => [n, n]));
  const made = patched(start, new Map([[7, 70]]));
  expect([...made.keys()]).toEqual([...start.keys()]);
  expect(start.get(7)).toBe(7);
  expect(made.get(7)).toBe(70);
});

const byKey = <V>(map: ReadonlyMap<number, V>): unknown => [...map].sort(([a], [b]) => a - b);
