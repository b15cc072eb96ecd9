import { expect, test } from 'vitest';
import type { Link } from '../../../shared/model/plan.ts';
import { progressOf, spans } from '../../../shared/model/schedule.ts';
import { lightOf, plannedProgress } from '../../../shared/model/lights.ts';
import { isBroken, linkPath } from '../../../shared/model/links.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const TEXT = `
甲
  子
    子一 03-01..04-30 40%
    子二 02-01..03-15 60%
      ◆ 节点 05-20
  丑
    丑一`;

test('a section spans what is dated below it, milestones included', () => {
  const plan = planOf(TEXT);
  expect(spans(plan).get(idOf(plan, '甲'))).toEqual({ start: '2019-02-01', end: '2019-04-30' });
  expect(spans(plan).get(idOf(plan, '子二'))).toEqual({ start: '2019-02-01', end: '2019-03-15' });
  expect(spans(plan).has(idOf(plan, '丑'))).toBe(false);
});

test('a clause without dates of its own shows those of its tasks', () => {
  const plan = planOf('甲\n  子\n    子一\n      ◆ 节点 05-20\n      小事 05-01..05-06');
  expect(spans(plan).get(idOf(plan, '子一'))).toEqual({ start: '2019-05-01', end: '2019-05-20' });
});

test('progress of an item is the mean of its clauses', () => {
  const plan = planOf(TEXT);
  expect(progressOf(plan, idOf(plan, '子'))).toBe(50);
  expect(progressOf(plan, idOf(plan, '丑'))).toBeUndefined();
});

test('序时进度 is the share of days that have passed', () => {
  const span = { start: '2019-03-01', end: '2019-03-10' };
  expect([
    plannedProgress(span, '2019-02-28'),
    plannedProgress(span, '2019-03-05'),
    plannedProgress(span, '2019-03-10'),
  ]).toEqual([0, 50, 100]);
});

test('lights follow from dates and progress, and a light set by hand wins', () => {
  const node = planOf('甲\n  子\n    子一').nodes.values().next().value!;
  const span = { start: '2019-03-01', end: '2019-03-10' };
  const light = (progress: number | undefined, today: string) => lightOf(node, span, progress, today);
  expect(light(undefined, '2019-02-01')).toBe('todo');
  expect(light(undefined, '2019-03-01')).toBe('doing');
  expect(light(0, '2019-03-08')).toBe('late');
  expect(light(70, '2019-03-08')).toBe('doing');
  expect(light(99, '2019-03-11')).toBe('late');
  expect(light(100, '2019-12-01')).toBe('done');
  expect(lightOf({ ...node, status: { light: 'hold', reason: '待批复' } }, span, 0, '2019-12-01')).toBe('hold');
  expect(lightOf(node, undefined, undefined, '2019-12-01')).toBe('todo');
});

test.each([
  ['FS', 0, '2019-04-30', true],
  ['FS', 0, '2019-05-01', false],
  ['FS', 5, '2019-05-05', true],
  ['SS', 0, '2019-03-01', false],
  ['SS', 1, '2019-03-01', true],
] as const)('%s%i to a start on %s broken: %s', (type, lag, start, broken) => {
  const link: Link = { from: 'a', to: 'b', type, lag };
  const shown = new Map([
    ['a', { start: '2019-03-01', end: '2019-04-30' }],
    ['b', { start, end: '2019-06-30' }],
  ]);
  expect(isBroken(link, shown)).toBe(broken);
});

test('the path of links between two nodes', () => {
  const links = new Map<string, Link>(
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
    ].map(([from, to]) => [`${from}>${to}`, { from: from!, to: to!, type: 'FS', lag: 0 }]),
  );
  expect(linkPath({ links }, 'a', 'd')).toEqual(['a', 'b', 'c', 'd']);
  expect(linkPath({ links }, 'd', 'a')).toBeUndefined();
});
