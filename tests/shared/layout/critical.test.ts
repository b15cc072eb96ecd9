import { expect, test } from 'vitest';
import { layoutGantt } from '../../../shared/layout/gantt.ts';
import type { Group, Scene } from '../../../shared/layout/scene.ts';
import { rows } from '../../../shared/layout/rows.ts';
import { sideOf } from '../../../shared/layout/side.ts';
import { timescale } from '../../../shared/layout/timescale.ts';
import { CHINA } from '../../../shared/model/calendar.ts';
import { network } from '../../../shared/model/critical.ts';
import type { Network } from '../../../shared/model/critical.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { spans } from '../../../shared/model/schedule.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const bare = planOf('部分\n  事项\n    先 03-04..03-08\n    后 03-11..03-15\n    闲 03-04..03-05');
const [a, b, c] = ['先', '后', '闲'].map((title) => idOf(bare, title)) as [string, string, string];
const made = [a, c].map((from) => [`${from}>${b}`, { from, to: b, type: 'FS', lag: 0 }] as const);
const plan: Plan = { ...bare, links: new Map(made) };

function drawn(shown: Plan, critical: Network | undefined, lang: 'zh' | 'en' = 'zh'): Scene {
  return layoutGantt(shown, {
    rows: rows(shown, { folded: new Set() }),
    scale: timescale({ from: '2019-01-01', to: '2019-12-31', zoom: 'week' }),
    today: '2019-03-01',
    calendar: CHINA,
    density: 'normal',
    side: sideOf(460),
    lang,
    critical,
  });
}
const groups = (scene: Scene, name: 'over' | 'links' | 'body'): readonly Group[] =>
  scene.layers.find((layer) => layer.name === name)!.groups;
const label = (scene: Scene, id: string): string =>
  groups(scene, 'body')
    .find(({ key }) => key === id)!
    .shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
    .join();

test('the critical path is framed on demand, and only then; what may move says how far', () => {
  const found = network(plan, spans(plan), CHINA);
  const framed = (critical: Network | undefined): string[] =>
    groups(drawn(plan, critical), 'over')
      .map(({ key }) => key)
      .filter((key) => /^(critical|slack)/.test(key));
  expect(framed(undefined)).toEqual([]);
  expect(framed(found)).toEqual([`critical ${a}`, `critical ${b}`, `slack ${c}`]);
  // Of working days: from Tuesday to Friday.
  expect(found.until.get(c)).toBe('2019-03-08');
  expect([a, b, c].map((id) => label(drawn(plan, found), id))).toEqual(['先 关键', '后 关键', '闲 余3天']);
  expect(label(drawn(plan, found, 'en'), c)).toBe('闲 3 d spare');
  expect(label(drawn(plan, undefined), c)).toBe('闲');
});

test('links of the critical path are heavier, the others as always', () => {
  const width = (critical: Network | undefined, key: string): number => {
    const [line] = groups(drawn(plan, critical), 'links').find((group) => group.key === key)!.shapes;
    return line?.kind === 'path' ? (line.width ?? 0) : 0;
  };
  const found = network(plan, spans(plan), CHINA);
  expect(width(found, `${a}>${b}`)).toBeGreaterThanOrEqual(2 * width(undefined, `${a}>${b}`));
  expect(width(found, `${c}>${b}`)).toBe(width(undefined, `${c}>${b}`));
});

test('a link that does not hold is red, and says so beside the bar', () => {
  const early = planOf('部分\n  事项\n    先 03-04..03-12\n    后 03-11..03-15');
  const [from, to] = ['先', '后'].map((title) => idOf(early, title)) as [string, string];
  const broken: Plan = { ...early, links: new Map([[`${from}>${to}`, { from, to, type: 'FS', lag: 0 }]]) };
  const scene = drawn(broken, undefined);
  const [line] = groups(scene, 'links')[0]!.shapes;
  expect(line).toMatchObject({ stroke: 'danger' });
  expect(label(scene, to)).toBe('后 衔接不上，最早3/13');
  expect(label(scene, from)).toBe('先');
});
