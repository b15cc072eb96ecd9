import { expect, test } from 'vitest';
import { layoutGantt } from '../../../shared/layout/gantt.ts';
import { rows } from '../../../shared/layout/rows.ts';
import { sideOf } from '../../../shared/layout/side.ts';
import { timescale } from '../../../shared/layout/timescale.ts';
import { CHINA } from '../../../shared/model/calendar.ts';
import { network } from '../../../shared/model/critical.ts';
import { spans } from '../../../shared/model/schedule.ts';
import { idOf, planOf } from '../../kit/plan.ts';

test('the critical path is framed on demand, and only then', () => {
  const bare = planOf('部分\n  事项\n    先 03-04..03-08\n    后 03-11..03-15\n    闲 03-04..03-05');
  const [a, b, c] = ['先', '后', '闲'].map((title) => idOf(bare, title)) as [string, string, string];
  const made = [a, c].map((from) => [`${from}>${b}`, { from, to: b, type: 'FS', lag: 0 }] as const);
  const plan = { ...bare, links: new Map(made) };
  const { critical } = network(plan, spans(plan), CHINA);
  const framed = (shown: ReadonlySet<string> | undefined): string[] =>
    layoutGantt(plan, {
      rows: rows(plan, { folded: new Set() }),
      scale: timescale({ from: '2019-01-01', to: '2019-12-31', zoom: 'week' }),
      today: '2019-03-01',
      calendar: CHINA,
      density: 'normal',
      side: sideOf(460),
      lang: 'zh',
      critical: shown,
    })
      .layers.find(({ name }) => name === 'over')!
      .groups.map(({ key }) => key)
      .filter((key) => key.startsWith('critical'));
  expect(framed(undefined)).toEqual([]);
  expect(framed(critical)).toEqual([`critical ${a}`, `critical ${b}`]);
});
