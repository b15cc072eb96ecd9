// By how many days a bar has moved is said where it can be read: not under the table, and not past the last day.
import { expect, test } from 'vitest';
import { layoutGantt } from '../../../shared/layout/gantt.ts';
import { rows } from '../../../shared/layout/rows.ts';
import { sideOf } from '../../../shared/layout/side.ts';
import { timescale } from '../../../shared/layout/timescale.ts';
import { calendarOf } from '../../../shared/model/almanac.ts';
import type { Baseline } from '../../../shared/model/plan.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const plan = planOf(`
一
  甲
    早 01-10..11-30
    晚 04-01..11-30`);
const kept: Baseline = {
  name: '定稿',
  at: '2019-01-01',
  by: '',
  spans: { [idOf(plan, '早')]: '2019-01-04/2019-11-24', [idOf(plan, '晚')]: '2019-03-26/2019-11-24' },
};
const side = sideOf(300);
const scale = timescale({ zoom: 'month', from: '2018-12-01', to: '2020-01-31', perDay: 3 });

/** Where the days of a bar are said, in px from where the days in sight begin, and where the bar begins and ends. */
function said(title: string, left: number): { at: number; bar: readonly [number, number] } {
  const { layers } = layoutGantt(plan, {
    rows: rows(plan, { folded: new Set() }),
    scale,
    today: '2019-06-14',
    calendar: calendarOf(plan),
    density: 'normal',
    side,
    lang: 'zh',
    baselines: [kept],
    window: { top: 0, bottom: 900, left, right: left + side.width + 1_200 },
  });
  const groups = layers.flatMap((layer) => layer.groups);
  const from = left + side.width;
  const bar = groups.find(({ key, grip }) => key === idOf(plan, title) && grip)!.grip!;
  const days = groups.find(({ key }) => key === `deviation ${idOf(plan, title)}`)!.bounds;
  return { at: days.x - from, bar: [bar.x - from, bar.x + bar.w - from] };
}

test('before a long bar where the days in sight leave room, else behind it', () => {
  const late = said('晚', 80);
  expect(late.at).toBeLessThan(late.bar[0]);
  expect(late.at).toBeGreaterThan(0);
  // 10 January is 40 px from the table: +6天 does not fit before it.
  const early = said('早', 80);
  expect(early.bar[0]).toBeCloseTo(40);
  expect(early.at).toBeGreaterThan(early.bar[1]);
  // Scrolled so far that there is room, it stands before.
  const back = said('早', 0);
  expect(back.at).toBeGreaterThan(0);
  expect(back.at).toBeLessThan(back.bar[0]);
});
