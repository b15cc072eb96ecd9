import { describe, expect, test } from 'vitest';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import { addQuarters } from '../../../shared/ops/quarters.ts';
import { retick, setTicks, tick, untick } from '../../../shared/ops/ticks.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { diceOf, idOf, planOf, show } from '../../kit/plan.ts';

const PLAN = planOf(`
一
  甲
    名师讲坛 03-01..11-30`);
const id = idOf(PLAN, '名师讲坛');
const after = (plan: Plan, outcome: Outcome): Plan => {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return applyChanges(plan, outcome);
};
const ticksOf = (plan: Plan) => plan.nodes.get(id)!.ticks;

describe('what recurs', () => {
  const six = after(PLAN, setTicks(PLAN, { id, times: 6 }));
  test('每年6次 has six ticks, each done on a day, kept in order', () => {
    let plan = after(six, tick(six, { id, day: '2019-05-06' }));
    plan = after(plan, tick(plan, { id, day: '2019-03-06' }));
    expect(ticksOf(plan)).toEqual({ times: 6, done: ['2019-03-06', '2019-05-06'] });
    plan = after(plan, retick(plan, { id, index: 0, day: '2019-06-03' }));
    expect(ticksOf(plan)!.done).toEqual(['2019-05-06', '2019-06-03']);
    plan = after(plan, untick(plan, { id, index: 1 }));
    expect(ticksOf(plan)!.done).toEqual(['2019-05-06']);
  });
  test('is never done more often than planned, nor planned less often than done', () => {
    let plan = after(PLAN, setTicks(PLAN, { id, times: 1 }));
    plan = after(plan, tick(plan, { id, day: '2019-05-06' }));
    expect(tick(plan, { id, day: '2019-05-07' })).toEqual({ refused: 'nothing-to-do' });
    plan = after(plan, setTicks(plan, { id, times: 3 }));
    plan = after(plan, tick(plan, { id, day: '2019-05-07' }));
    expect(ticksOf(after(plan, setTicks(plan, { id, times: 1 })))!.times).toBe(2);
  });
  test('a number of times is a whole one', () => {
    for (const times of [0, 1.5, 367, Number.NaN])
      expect(setTicks(PLAN, { id, times })).toEqual({ refused: 'bad-times' });
  });
});

describe('quarters', () => {
  const ask = {
    parent: id,
    year: 2019,
    ids: ['q1', 'q2', 'q3', 'q4'],
    titles: ['一季度', '二季度', '三季度', '四季度'],
  };
  test('four milestones stand at the ends of the quarters', () => {
    const plan = after(PLAN, addQuarters(PLAN, ask, diceOf(1)));
    expect(show(plan)).toContain(
      '      ◆ 一季度 03-31\n      ◆ 二季度 06-30\n      ◆ 三季度 09-30\n      ◆ 四季度 12-31',
    );
    expect(plan.nodes.get('q2')!.span).toEqual({ start: '2019-06-30', end: '2019-06-30', grain: 'quarter' });
  });
  test('those that are there stay, and are not doubled', () => {
    const plan = after(PLAN, addQuarters(PLAN, ask, diceOf(1)));
    const other = { ...ask, ids: ['a', 'b', 'c', 'd'] };
    expect(addQuarters(plan, other, diceOf(2))).toEqual({ refused: 'nothing-to-do' });
  });
  test('not below what can hold no milestone', () => {
    const plan = after(PLAN, addQuarters(PLAN, ask, diceOf(1)));
    expect(addQuarters(plan, { ...ask, parent: 'q1' }, diceOf(2))).toMatchObject({ refused: 'wrong-level' });
  });
});
