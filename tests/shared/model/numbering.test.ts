import { expect, test } from 'vitest';
import { chineseNumber, numbering } from '../../../shared/model/numbering.ts';
import { moveNode } from '../../../shared/ops/tree.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { diceOf, idOf, planOf } from '../../kit/plan.ts';

test.each([
  [1, '一'],
  [8, '八'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [28, '二十八'],
  [99, '九十九'],
  [100, '一〇〇'],
])('%i is written %s', (n, text) => {
  expect(chineseNumber(n)).toBe(text);
});

const TEXT = `
甲
  子
    子一
      小事
      ◆ 节点
    子二
  丑
乙
  寅
    寅一`;

test('items run through all sections, clauses count inside their item, milestones are not counted', () => {
  const plan = planOf(TEXT);
  const marks = numbering(plan);
  const mark = (title: string) => marks.get(idOf(plan, title))!.mark;
  expect(['甲', '乙', '子', '丑', '寅', '子二', '寅一', '小事', '节点'].map(mark)).toEqual([
    '一、',
    '二、',
    '1. ',
    '2. ',
    '3. ',
    '1.2',
    '3.1',
    '1.1.1',
    '',
  ]);
});

test('a moved item renumbers everything after it', () => {
  const plan = planOf(TEXT);
  const moved = moveNode(
    plan,
    { ids: [idOf(plan, '寅')], parent: idOf(plan, '甲'), before: idOf(plan, '子') },
    diceOf(1),
  );
  if (isRefusal(moved)) throw new Error(moved.refused);
  const after = applyChanges(plan, moved);
  const marks = numbering(after);
  expect(['寅', '子', '丑', '寅一'].map((title) => marks.get(idOf(after, title))!.label)).toEqual([
    '1',
    '2',
    '3',
    '1.1',
  ]);
});

test('a section inside a section is （一）', () => {
  const plan = planOf('甲\n  子');
  const inner = { ...plan.nodes.get(idOf(plan, '子'))!, kind: 'section' as const };
  const marks = numbering({ ...plan, nodes: new Map([...plan.nodes, [inner.id, inner]]) });
  expect(marks.get(inner.id)!.mark).toBe('（一）');
});
