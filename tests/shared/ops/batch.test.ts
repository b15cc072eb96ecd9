import { describe, expect, test } from 'vitest';
import { CHINA } from '../../../shared/model/calendar.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { editMany, shiftWorking } from '../../../shared/ops/batch.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import { setLead } from '../../../shared/ops/leads.ts';
import { diceOf, idOf, planOf } from '../../kit/plan.ts';

const dice = diceOf(5);
const plan = planOf(`
  一
    甲
      甲一 04-26..04-29 @局办公室,局人事科 20%
      甲二 03-01..03-29 @局基教科
      甲三
        ◆ 节点 09-30`);
const id = (title: string): Id => idOf(plan, title);
const office = (name: string): Id => [...plan.offices.values()].find((each) => each.name === name)!.id;
const after = (outcome: Outcome): Plan => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return applyChanges(plan, outcome);
};
const no = (outcome: Outcome): string => (isRefusal(outcome) ? outcome.refused : 'done');
const leads = (of: Plan, title: string): string[] =>
  [...of.nodes.get(idOf(of, title))!.lead.keys()].map((each) => of.offices.get(each)!.name);

describe('another lead', () => {
  test('stands first in the place of who led; who led with it stays', () => {
    const done = after(setLead(plan, { ids: [id('甲一'), id('甲三')], office: office('局基教科'), keep: false }, dice));
    expect(leads(done, '甲一')).toEqual(['局基教科', '局人事科']);
    expect(leads(done, '甲三')).toEqual(['局基教科']);
    expect(leads(done, '甲二')).toEqual(['局基教科']);
  });
  test('or before who led, who leads with it', () => {
    const done = after(setLead(plan, { ids: [id('甲一')], office: office('局基教科'), keep: true }, dice));
    expect(leads(done, '甲一')).toEqual(['局基教科', '局办公室', '局人事科']);
  });
  test('that led with others comes to the front', () => {
    const done = after(setLead(plan, { ids: [id('甲一')], office: office('局人事科'), keep: true }, dice));
    expect(leads(done, '甲一')).toEqual(['局人事科', '局办公室']);
  });
  test('that assisted leads now, and assists no more', () => {
    const assisting = new Map(plan.nodes).set(id('甲二'), {
      ...plan.nodes.get(id('甲二'))!,
      assist: new Map([[office('局办公室'), 'a0']]),
    });
    const outcome = setLead(
      { ...plan, nodes: assisting },
      { ids: [id('甲二')], office: office('局办公室'), keep: false },
      dice,
    );
    const done = applyChanges({ ...plan, nodes: assisting }, isRefusal(outcome) ? [] : outcome);
    expect(leads(done, '甲二')).toEqual(['局办公室']);
    expect([...done.nodes.get(id('甲二'))!.assist.keys()]).toEqual([]);
  });
  test('may be nobody', () => {
    expect(leads(after(setLead(plan, { ids: [id('甲一')], office: null, keep: false }, dice)), '甲一')).toEqual([]);
  });
  test('is refused when it leads already, or is not in the register', () => {
    expect(no(setLead(plan, { ids: [id('甲二')], office: office('局基教科'), keep: true }, dice))).toBe(
      'nothing-to-do',
    );
    expect(no(setLead(plan, { ids: [id('甲二')], office: 'nobody', keep: true }, dice))).toBe('no-such-office');
    expect(no(setLead(plan, { ids: ['gone'], office: office('局基教科'), keep: true }, dice))).toBe('no-such-node');
  });
});

describe('working days', () => {
  test('are counted over holidays and make-up days: 04-29 and one more is 04-30, three more 05-06', () => {
    const by = (count: number): unknown =>
      after(shiftWorking(plan, [id('甲一')], count, CHINA)).nodes.get(id('甲一'))!.span;
    expect(by(1)).toEqual({ start: '2019-04-28', end: '2019-04-30' });
    expect(by(3)).toEqual({ start: '2019-04-30', end: '2019-05-06' });
    expect(by(-1)).toEqual({ start: '2019-04-25', end: '2019-04-28' });
  });
  test('forth and back again is where it was, from working days', () => {
    for (let count = 1; count < 60; count++) {
      const there = after(shiftWorking(plan, [id('甲二')], count, CHINA));
      const back = shiftWorking(there, [id('甲二')], -count, CHINA);
      if (isRefusal(back)) throw new Error(back.refused);
      expect(applyChanges(there, back).nodes.get(id('甲二'))!.span).toEqual(plan.nodes.get(id('甲二'))!.span);
    }
  });
  test('move what an undated work gathers, and each node once', () => {
    const done = after(shiftWorking(plan, [id('甲三'), id('节点')], 1, CHINA));
    expect(done.nodes.get(id('节点'))!.span).toEqual({ start: '2019-10-08', end: '2019-10-08' });
  });
  test('of a year whose holidays nobody knows are not guessed', () => {
    const far = { ...CHINA, years: new Map([[2019, '']]) };
    expect(no(shiftWorking(plan, [id('节点')], 100, far))).toBe('no-holidays');
  });
});

describe('several at once', () => {
  const ids = [id('甲一'), id('甲二')];
  test('take what is said and keep the rest', () => {
    const done = after(
      editMany(
        plan,
        {
          ids,
          lead: { office: office('局人事科'), keep: false },
          light: { light: 'hold', reason: '等文件' },
          progress: 60,
          workdays: 5,
        },
        CHINA,
        dice,
      ),
    );
    for (const each of ids)
      expect(done.nodes.get(each)).toMatchObject({ progress: 60, status: { light: 'hold', reason: '等文件' } });
    expect(leads(done, '甲二')).toEqual(['局人事科']);
    expect(done.nodes.get(id('甲二'))!.span).toEqual({ start: '2019-03-08', end: '2019-04-08' });
    const less = after(editMany(plan, { ids, progress: null }, CHINA, dice));
    expect(less.nodes.get(id('甲一'))!.progress).toBeUndefined();
    expect(less.nodes.get(id('甲一'))!.span).toEqual(plan.nodes.get(id('甲一'))!.span);
  });
  test('are all changed or none', () => {
    expect(no(editMany(plan, { ids, progress: 160, workdays: 5 }, CHINA, dice))).toBe('bad-number');
    expect(no(editMany(plan, { ids }, CHINA, dice))).toBe('nothing-to-do');
  });
});
