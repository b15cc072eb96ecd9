import { expect, test } from 'vitest';
import { deviations } from '../../../shared/model/deviations.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { keepBaseline } from '../../../shared/ops/baselines.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import { setSpan, shiftBy } from '../../../shared/ops/time.ts';
import { bin } from '../../../shared/ops/tree.ts';
import { RECORD_READERS } from '../../../shared/model/record-readers.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const TEXT = `
一
  甲
    甲一 03-01..04-30
    甲二 02-01..02-10
      ◆ 节点 02-20
    甲三
    甲四 06-01..06-30`;

const after = (plan: Plan, outcome: Outcome): Plan => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return applyChanges(plan, outcome);
};
const KEEP = { id: 'b1', name: '定稿', at: '2019-03-15', by: '王' } as const;
const kept = (plan: Plan) => {
  const next = after(plan, keepBaseline(plan, KEEP));
  return { next, baseline: next.records.baseline.get('b1')! };
};

test('a baseline keeps the own dates of all that is dated, and no others', () => {
  const plan = planOf(TEXT);
  const { baseline } = kept(plan);
  expect({ ...baseline, texts: undefined }).toEqual({
    preamble: '',
    name: '定稿',
    at: '2019-03-15',
    by: '王',
    spans: {
      [idOf(plan, '甲一')]: '2019-03-01/2019-04-30',
      [idOf(plan, '甲二')]: '2019-02-01/2019-02-10',
      [idOf(plan, '节点')]: '2019-02-20/2019-02-20',
      [idOf(plan, '甲四')]: '2019-06-01/2019-06-30',
    },
  });
});

test('a baseline keeps the words and numbers of all that lives, in reading order', () => {
  const plan = planOf(TEXT);
  const gone = after(plan, bin(plan, { ids: [idOf(plan, '甲三')] }));
  const { texts } = kept(gone).baseline;
  expect(texts?.map(({ mark, title }) => `${mark}${title}`)).toEqual([
    '一、一',
    '1. 甲',
    '1.1甲一',
    '1.2甲二',
    '节点',
    '1.3甲四',
  ]);
});

test('a baseline keeps what stands before the first section', () => {
  const plan = planOf(TEXT, 1, { preamble: '为做好全年工作，\n制定本要点。' });
  const { baseline } = kept(plan);
  expect(baseline.preamble).toBe('为做好全年工作，\n制定本要点。');
  expect(RECORD_READERS.baseline(baseline)).toEqual(baseline);
  // One that was kept before is as good as it was.
  const { preamble: _, ...older } = baseline;
  expect(RECORD_READERS.baseline(older)).toEqual(older);
});

test('a draft without any dates is kept for its words', () => {
  const { baseline } = kept(planOf('一\n  甲\n    甲一'));
  expect(baseline.spans).toEqual({});
  expect(baseline.texts).toHaveLength(3);
});

test('保存定稿 and three moved bars are exactly three deviations, by their ends', () => {
  const { next, baseline } = kept(planOf(TEXT));
  expect(deviations(next, baseline).size).toBe(0);
  let plan = after(next, shiftBy(next, { ids: [idOf(next, '甲一')], days: 7 }));
  plan = after(plan, shiftBy(plan, { ids: [idOf(plan, '节点')], days: -3 }));
  plan = after(plan, setSpan(plan, { id: idOf(plan, '甲四'), span: { start: '2019-06-10', end: '2019-06-30' } }));
  const found = deviations(plan, baseline);
  expect([...found].map(([id, { days }]) => [plan.nodes.get(id)!.title, days])).toEqual([
    ['甲一', 7],
    ['节点', -3],
    ['甲四', 0],
  ]);
  expect(found.get(idOf(plan, '甲一'))).toEqual({
    was: { start: '2019-03-01', end: '2019-04-30' },
    now: { start: '2019-03-08', end: '2019-05-07' },
    days: 7,
  });
});

test('what was dated later, or has gone to the bin, has not deviated', () => {
  const { next, baseline } = kept(planOf(TEXT));
  const third = idOf(next, '甲三');
  let plan = after(next, setSpan(next, { id: third, span: { start: '2019-05-01', end: '2019-05-02' } }));
  plan = after(plan, shiftBy(plan, { ids: [idOf(plan, '甲一')], days: 7 }));
  expect(deviations(plan, baseline).size).toBe(1);
  plan = after(plan, bin(plan, { ids: [idOf(plan, '甲一')] }));
  expect(deviations(plan, baseline).size).toBe(0);
});

test('nothing dated, no name, too long a name and a taken name are refused', () => {
  const plan = planOf(TEXT);
  expect(keepBaseline(planOf(''), KEEP)).toEqual({ refused: 'no-dates' });
  expect(keepBaseline(plan, { ...KEEP, name: ' ' })).toEqual({ refused: 'empty-title' });
  expect(keepBaseline(plan, { ...KEEP, name: '长'.repeat(201) })).toEqual({ refused: 'too-long', with: { max: 200 } });
  expect(keepBaseline(kept(plan).next, { ...KEEP, id: 'b2' })).toEqual({
    refused: 'baseline-taken',
    with: { name: '定稿' },
  });
});
