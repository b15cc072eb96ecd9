import { expect, test } from 'vitest';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Place } from '../../../shared/model/plan.ts';
import { ancestors, branch, childrenOf, mayHold, settle } from '../../../shared/model/tree.ts';

const place = (parent: string, turn = 0, was = ROOT, order = 'a0'): Place => ({ parent, order, turn, was });
const placed = (entries: readonly (readonly [string, Place])[]) =>
  new Map(entries.map(([id, place]) => [id, { place }]));
const settled = (places: Record<string, Place>) => settle(placed(Object.entries(places)));

test('two nodes moved into each other while apart: the later move gives way and goes back where it was', () => {
  const tree = settled({ s: place(ROOT), a: place('b', 5, 's'), b: place('a', 6, ROOT) });
  expect(tree.parent.get('b')).toBe(ROOT);
  expect(tree.parent.get('a')).toBe('b');
  expect([...tree.overridden]).toEqual(['b']);
});

test('of two moves with the same turn the smaller id gives way', () => {
  const tree = settled({ s: place(ROOT), t: place(ROOT), a: place('b', 5, 's'), b: place('a', 5, 't') });
  expect(tree.parent.get('a')).toBe('s');
  expect(tree.parent.get('b')).toBe('a');
});

test('when going back closes a cycle too, the node goes to the top', () => {
  const tree = settled({ a: place('b', 9, 'c'), b: place('a', 1), c: place('a', 1) });
  expect(tree.parent.get('a')).toBe(ROOT);
  expect(branch({ tree }, ROOT).sort()).toEqual(['a', 'b', 'c']);
});

test('a node whose parent does not exist, or is itself, stands at the top', () => {
  const tree = settled({ a: place('nowhere'), b: place('b') });
  expect(childrenOf({ tree }, ROOT)).toEqual(['a', 'b']);
  expect([...tree.overridden].sort()).toEqual(['a', 'b']);
});

test('settling does not depend on the order in which the places arrived', () => {
  const entries = Object.entries({
    a: place('b', 3, 'c'),
    b: place('c', 3, 'd'),
    c: place('a', 3, 'd'),
    d: place('e', 2),
    e: place('d', 2),
  });
  const one = settle(placed(entries));
  const other = settle(placed(entries.reverse()));
  expect([...other.parent].sort()).toEqual([...one.parent].sort());
  expect([...other.children].sort()).toEqual([...one.children].sort());
});

test('siblings with equal keys stand by id', () => {
  const tree = settled({ b: place(ROOT, 0, ROOT, 'a1'), c: place(ROOT, 0, ROOT, 'a0'), a: place(ROOT, 0, ROOT, 'a1') });
  expect(childrenOf({ tree }, ROOT)).toEqual(['c', 'a', 'b']);
});

test('ancestors run from the parent to the top', () => {
  const tree = settled({ s: place(ROOT), i: place('s'), c: place('i') });
  expect(ancestors({ tree }, 'c')).toEqual(['i', 's']);
});

test('kinds fix the levels', () => {
  expect(mayHold('section', 'item')).toBe(true);
  expect(mayHold('item', 'section')).toBe(false);
  expect(mayHold('clause', 'task')).toBe(true);
  expect(mayHold('task', 'task')).toBe(true);
  expect(mayHold('milestone', 'task')).toBe(false);
});
