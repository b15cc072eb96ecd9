import { expect, test } from 'vitest';
import type { Plan } from '../../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import {
  addMilestone,
  clearSpan,
  link,
  resizeEnd,
  resizeStart,
  setSpan,
  shiftBy,
  unlink,
} from '../../../shared/ops/time.ts';
import { diceOf, idOf, planOf, show } from '../../kit/plan.ts';

const TEXT = `
一
  甲
    甲一 03-01..04-30
    甲二 02-01..02-10
      ◆ 节点 02-20
    甲三`;

const after = (plan: Plan, outcome: Outcome): Plan => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return applyChanges(plan, outcome);
};
const refusal = (outcome: Outcome): string => (isRefusal(outcome) ? outcome.refused : 'done');

test('an end before the start is refused, with both days', () => {
  const plan = planOf(TEXT);
  expect(setSpan(plan, { id: idOf(plan, '甲三'), span: { start: '2019-05-02', end: '2019-05-01' } })).toEqual({
    refused: 'ends-before-start',
    with: { start: '2019-05-02', end: '2019-05-01' },
  });
  expect(refusal(setSpan(plan, { id: idOf(plan, '甲三'), span: { start: '2019-02-29', end: '2019-05-01' } }))).toBe(
    'bad-day',
  );
});

test('a milestone is one day', () => {
  const plan = planOf(TEXT);
  const moved = after(
    plan,
    setSpan(plan, { id: idOf(plan, '节点'), span: { start: '2019-03-01', end: '2019-03-04' } }),
  );
  expect(show(moved)).toContain('◆ 节点 03-04');
});

test('shifting an item shifts everything dated in it', () => {
  const plan = planOf(TEXT);
  expect(show(after(plan, shiftBy(plan, { ids: [idOf(plan, '甲')], days: 7 })))).toBe(`一
  甲
    甲一 03-08..05-07
    甲二 02-08..02-17
      ◆ 节点 02-27
    甲三`);
});

test('shifting a clause leaves its milestones where they were promised', () => {
  const plan = planOf(TEXT);
  expect(show(after(plan, shiftBy(plan, { ids: [idOf(plan, '甲二')], days: 1 })))).toContain(
    '甲二 02-02..02-11\n      ◆ 节点 02-20',
  );
});

test('an edge stops at the other edge', () => {
  const plan = planOf(TEXT);
  const id = idOf(plan, '甲二');
  expect(show(after(plan, resizeStart(plan, { id, day: '2019-03-01' })))).toContain('甲二 02-10');
  expect(show(after(plan, resizeEnd(plan, { id, day: '2019-01-01' })))).toContain('甲二 02-01');
  expect(refusal(resizeEnd(plan, { id: idOf(plan, '甲三'), day: '2019-01-01' }))).toBe('no-span');
});

test('a summary with dated children cannot be given dates of its own', () => {
  const plan = planOf(TEXT);
  expect(refusal(setSpan(plan, { id: idOf(plan, '甲'), span: { start: '2019-01-01', end: '2019-12-31' } }))).toBe(
    'summary-follows',
  );
});

test('back to 待定', () => {
  const plan = planOf(TEXT);
  expect(show(after(plan, clearSpan(plan, { ids: [idOf(plan, '甲一')] })))).toContain('甲一\n    甲二');
  expect(refusal(clearSpan(plan, { ids: [idOf(plan, '甲三')] }))).toBe('no-span');
});

test('a milestone hangs under its clause', () => {
  const plan = planOf(TEXT);
  const more = after(
    plan,
    addMilestone(plan, { id: 'm1', parent: idOf(plan, '甲三'), day: '2019-06-28', title: '验收' }, diceOf(1)),
  );
  expect(show(more)).toContain('    甲三\n      ◆ 验收 06-28');
  expect(
    refusal(addMilestone(plan, { id: 'm2', parent: idOf(plan, '节点'), day: '2019-06-28', title: '验收' }, diceOf(1))),
  ).toBe('wrong-level');
});

test('a circle of links is refused and its path named', () => {
  let plan = planOf(TEXT);
  const [a, b, c] = ['甲一', '甲二', '甲三'].map((title) => idOf(plan, title)) as [string, string, string];
  plan = after(plan, link(plan, { from: a, to: b }));
  plan = after(plan, link(plan, { from: b, to: c, type: 'SS', lag: 3 }));
  expect(link(plan, { from: c, to: a })).toEqual({
    refused: 'link-cycle',
    with: { path: '甲一 → 甲二 → 甲三 → 甲一' },
  });
  expect(refusal(link(plan, { from: a, to: a }))).toBe('link-to-itself');
  plan = after(plan, unlink(plan, { from: b, to: c }));
  expect(refusal(link(plan, { from: c, to: a }))).toBe('done');
});
