// What the text proposes: only from its words, tied to them, taken in one step, left for good, and proposed anew when the words change.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentFrom } from '../../../server/founding.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { numbering } from '../../../shared/model/numbering.ts';
import type { DueKind, Plan } from '../../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import { keepRecord } from '../../../shared/ops/records.ts';
import { leaveTimes, takeTimes } from '../../../shared/ops/times.ts';
import type { Take } from '../../../shared/ops/times.ts';
import { retitle, setDue } from '../../../shared/ops/content.ts';
import { setSpan } from '../../../shared/ops/time.ts';
import { toOutline } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { partAround, proposalsOf } from '../../../shared/yaodian/proposals.ts';
import type { Proposal } from '../../../shared/yaodian/proposals.ts';
import { diceOf, idOf, planOf } from '../../kit/plan.ts';

const dice = diceOf(5);

function done(plan: Plan, outcome: Outcome): Plan {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return applyChanges(plan, outcome);
}

function take(plan: Plan, each: Proposal): Plan {
  const basis = { how: 'text', words: each.words, from: each.from, to: each.to } as const;
  const { node, span, times } = each;
  const one: Take =
    each.does === 'times'
      ? { node, basis, does: 'times', times: times! }
      : each.does === 'span'
        ? { node, basis, does: 'span', span: span! }
        : { node, basis, does: 'milestone', span: span!, id: `m${each.from}`, title: '步骤' };
  return done(plan, takeTimes(plan, { takes: [one] }, dice));
}

const clause = (text: string): Plan => planOf(`一\n  甲\n    ${text}`);

function seed(): Plan {
  const { meta, children } = toOutline(parse(readFileSync('server/seed/2019-qingpu.txt', 'utf8')));
  return readPlan(documentFrom({ meta, outlines: children }));
}

test('the 2019 text: four ranges, six times a year, five questions, and nothing else', () => {
  const plan = seed();
  const numbers = numbering(plan);
  expect(proposalsOf(plan).map(({ node, words, does, why }) => [numbers.get(node)!.label, words, why ?? does])).toEqual(
    [
      ['6.1', '适时', 'when'],
      ['7.1', '三年行动', 'years'],
      ['10.1', '每年6次', 'times'],
      ['11.1', '2019年', 'span'],
      ['14.1', '2018-2020', 'span'],
      ['20.1', '2019年', 'span'],
      ['21.1', '2020年', 'other-year'],
      ['22.1', '2018-2020年', 'span'],
      ['22.1', '三年行动计划', 'years'],
      ['26.1', '三年行动计划', 'years'],
    ],
  );
});

test('2018-2020 is year 2 of 3, and proposes the plan’s own year', () => {
  const plan = clause('落实《特殊教育三年行动计划（2018-2020）》');
  const [only] = proposalsOf(plan);
  expect(only).toMatchObject({
    horizon: { first: 2018, last: 2020, nth: 2, of: 3 },
    span: { start: '2019-01-01', end: '2019-12-31', grain: 'year' },
  });
});

test('what is taken carries its words, and is proposed no more', () => {
  const plan = clause('6月底前出台办法');
  const [only] = proposalsOf(plan);
  const after = take(plan, only!);
  const node = after.nodes.get(only!.node)!;
  expect(node.span).toEqual({ start: '2019-06-30', end: '2019-06-30', grain: 'month' });
  expect(node.basis).toEqual({ how: 'text', words: '6月底前', from: 0, to: 4 });
  expect(proposalsOf(after)).toEqual([]);
});

test('editing the year in the text proposes again, and says what it was', () => {
  const plan = clause('落实行动计划（2018-2020）各项任务');
  const [first] = proposalsOf(plan);
  const taken = take(plan, first!);
  const edited = done(taken, retitle(taken, { id: first!.node, title: '落实行动计划（2018-2021）各项任务' }));
  expect(proposalsOf(edited)).toMatchObject([{ words: '2018-2021', was: '2018-2020', horizon: { nth: 2, of: 4 } }]);
});

test('of two steps the last day due dates the clause, and the other becomes a milestone below it', () => {
  const plan = clause('3月启动调研，6月底前形成报告');
  const found = proposalsOf(plan);
  expect(found.map(({ words, does }) => [words, does])).toEqual([
    ['3月', 'milestone'],
    ['6月底前', 'span'],
  ]);
  const after = found.reduce(take, plan);
  expect(proposalsOf(after)).toEqual([]);
  expect([...after.nodes.values()].find(({ kind }) => kind === 'milestone')).toMatchObject({
    span: { end: '2019-03-31' },
    basis: { how: 'text', words: '3月' },
  });
});

test('what is left stays left until its words change', () => {
  const plan = clause('上半年完成排查');
  const [only] = proposalsOf(plan);
  const left = done(plan, leaveTimes(plan, { left: [only!], by: '办公室', at: '2019-02-01' }));
  expect(proposalsOf(left)).toEqual([]);
  const edited = done(left, retitle(left, { id: only!.node, title: '下半年完成排查' }));
  expect(proposalsOf(edited).map(({ words }) => words)).toEqual(['下半年']);
});

test('whoever dated a clause by hand is not argued with', () => {
  const plan = clause('上半年完成排查');
  const id = idOf(plan, '上半年完成排查');
  const dated = done(plan, setSpan(plan, { id, span: { start: '2019-03-01', end: '2019-05-01' } }));
  expect(proposalsOf(dated)).toEqual([]);
});

test('开学前 asks, and offers the days before term only where the school calendar knows them', () => {
  const plan = clause('开学前完成设备调试');
  expect(proposalsOf(plan)).toMatchObject([
    { does: 'ask', why: 'term', choices: [{ span: { end: '2019-09-01' }, term: { schoolYear: 2019, term: 1 } }] },
  ]);
  const spring = { schoolYear: 2018, term: 2, first: '2019-02-18', last: '2019-06-28', source: '' } as const;
  const kept = done(plan, keepRecord(plan, { sort: 'term', id: '2018-2', value: spring }));
  expect(proposalsOf(kept)[0]!.choices.map(({ span }) => span.end)).toEqual(['2019-02-17', '2019-09-01']);
  const unknown = planOf('一\n  甲\n    开学前完成设备调试', 1, { year: 2030 });
  expect(proposalsOf(unknown)).toMatchObject([{ does: 'ask', choices: [] }]);
});

test('a week of term and a holiday are counted by the school calendar', () => {
  const third = clause('第3周组织家长会');
  expect(proposalsOf(third)[0]!.choices.map(({ span }) => [span.start, span.end])).toContainEqual([
    '2019-09-16',
    '2019-09-22',
  ]);
});

test('a milestone is called by its part of the sentence', () => {
  const text = '加强指导，3月启动调研；6月底前形成报告。';
  expect(partAround(text, text.indexOf('3月'), text.indexOf('3月') + 2)).toBe('3月启动调研');
});

describe('a deadline stated beside the text', () => {
  const stated = (words: string, kind: DueKind, text = '完成改造') => {
    const plan = clause(text);
    return done(plan, setDue(plan, { id: idOf(plan, text), due: { kind, words } }));
  };

  test.each([
    ['3月底前', 'by', '2019-03-31'],
    ['2019年6月30日前完成', 'by', '2019-06-30'],
    ['6.30前', 'by', '2019-06-30'],
    ['第一季度', 'range', '2019-03-31'],
  ] as const)('%s proposes its day', (words, kind, end) => {
    const plan = stated(words, kind);
    const [only, ...more] = proposalsOf(plan);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ in: 'due', does: 'span', span: { end } });
    const node = only!.node;
    const take: Take = { node, does: 'span', span: only!.span!, basis: { how: 'text', words: only!.words } };
    expect(proposalsOf(done(plan, takeTimes(plan, { takes: [take] }, dice)))).toEqual([]);
  });

  test('持续推进 and 每月 propose nothing, 开学前 asks', () => {
    expect(proposalsOf(stated('持续推进', 'ongoing'))).toEqual([]);
    expect(proposalsOf(stated('每月', 'recurring'))).toEqual([]);
    expect(proposalsOf(stated('开学前', 'relative'))).toMatchObject([{ in: 'due', does: 'ask', why: 'term' }]);
  });

  test('beside it the text tells of steps, and what it says twice is proposed once', () => {
    const plan = stated('12月底前', 'by', '3月启动，12月底前完成');
    expect(proposalsOf(plan).map(({ in: where, words, does }) => [where, words, does])).toEqual([
      ['title', '3月', 'milestone'],
      ['title', '12月底前', 'span'],
    ]);
    const other = stated('12月20日前', 'by', '3月启动改造');
    expect(proposalsOf(other).map(({ in: where, words, does }) => [where, words, does])).toEqual([
      ['due', '12月20日前', 'span'],
      ['title', '3月', 'milestone'],
    ]);
  });
});
