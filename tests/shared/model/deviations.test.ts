import { describe, expect, test } from 'vitest';
import { deviationOf, deviations, keptShown, signed } from '../../../shared/model/deviations.ts';
import type { Baseline, Plan, Span } from '../../../shared/model/plan.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const plan = planOf(`
一
  甲
    先 03-04..03-08
    后 03-11..03-15
  乙
    再 03-18..03-22`);
const id = (title: string): string => idOf(plan, title);
const kept: Baseline = {
  name: '定稿',
  at: '2019-01-10',
  by: '',
  spans: Object.fromEntries(
    ['先', '后', '再'].map((title) => {
      const { start, end } = plan.nodes.get(id(title))!.span!;
      return [id(title), `${start}/${end}`];
    }),
  ),
};
const moved = (title: string, span: Span): Plan => ({
  ...plan,
  nodes: new Map(plan.nodes).set(id(title), { ...plan.nodes.get(id(title))!, span }),
});
const days = (now: Plan): Record<string, string> =>
  Object.fromEntries(
    ['一', '甲', '先', '后', '乙', '再'].flatMap((title) => {
      const found = deviationOf(now, kept, id(title));
      return found ? [[title, signed(found.days)]] : [];
    }),
  );

describe('原定 and 现定', () => {
  test('what stands where it stood has not deviated, nor has what is above it', () => {
    expect(days(plan)).toEqual({});
  });

  test('a summary deviates by what it shows: its last end against the last end then', () => {
    expect(days(moved('后', { start: '2019-03-18', end: '2019-03-29' }))).toEqual({ 一: '+7', 甲: '+14', 后: '+14' });
    // Its item ends when it did; the plan still does not.
    expect(days(moved('再', { start: '2019-03-14', end: '2019-03-15' }))).toEqual({ 一: '-7', 乙: '-7', 再: '-7' });
    // Inside its item: only the work itself has moved.
    expect(days(moved('先', { start: '2019-03-05', end: '2019-03-07' }))).toEqual({ 一: '', 甲: '', 先: '-1' });
  });

  test('the reach of a summary then is that of the work the baseline knows', () => {
    expect(keptShown(plan, kept).get(id('甲'))).toEqual({ start: '2019-03-04', end: '2019-03-15' });
    const { [id('后')]: _, ...rest } = kept.spans;
    expect(keptShown(plan, { ...kept, spans: rest }).get(id('甲'))).toEqual({ start: '2019-03-04', end: '2019-03-08' });
  });

  test('counted is only what was dated itself', () => {
    expect([...deviations(moved('后', { start: '2019-03-18', end: '2019-03-29' }), kept).keys()]).toEqual([id('后')]);
  });
});
