import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHINA } from '../../../shared/model/calendar.ts';
import type { Node, Plan } from '../../../shared/model/plan.ts';
import { spans } from '../../../shared/model/schedule.ts';
import { createGanttLayout, layoutGantt } from '../../../shared/layout/gantt.ts';
import { daysOf } from '../../../shared/model/schedule.ts';
import type { GanttView } from '../../../shared/layout/sheet.ts';
import { rows } from '../../../shared/layout/rows.ts';
import { hit } from '../../../shared/layout/scene.ts';
import type { Group, Layer, Scene } from '../../../shared/layout/scene.ts';
import { SIDE, sideOf } from '../../../shared/layout/side.ts';
import { ZOOMS, timescale } from '../../../shared/layout/timescale.ts';
import { idOf, planOf } from '../../kit/plan.ts';
import { randomFold, randomPlan } from './plans.ts';
import { RUN_NAME, RUNS } from '../../kit/runs.ts';

const YEAR = { from: '2019-01-01', to: '2019-12-31' };
const view = (plan: Plan, change: Partial<GanttView> = {}): GanttView => ({
  rows: rows(plan, { folded: new Set() }),
  scale: timescale({ zoom: 'month', ...YEAR }),
  today: '2019-09-20',
  calendar: CHINA,
  density: 'normal',
  side: SIDE,
  lang: 'zh',
  ...change,
});
const layer = (scene: Scene, name: Layer['name']): readonly Group[] =>
  scene.layers.find((each) => each.name === name)!.groups;
const words = (groups: readonly Group[]): string[] =>
  groups.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])));
const changed = (plan: Plan, title: string, fields: Partial<Node>): Plan => {
  const id = idOf(plan, title);
  return { ...plan, nodes: new Map(plan.nodes).set(id, { ...plan.nodes.get(id)!, ...fields }) };
};

const plan = planOf(`
  聚焦改革
    考试招生
      落实中考方案 @局基教科 03-01..06-30 40%
      制定评价方案
    对口交流
      签订协议 02-01..02-28
        ◆ 签约 02-20
  聚焦队伍
    教师培养
      名师工程 05-01..11-30 100%
`);

describe('law 6, scene', { timeout: 600_000 }, () => {
  test(RUN_NAME, () => {
    expect(RUNS.numRuns).toBeGreaterThan(0);
  });

  const anyView = fc.record({
    seed: fc.integer(),
    size: fc.integer({ min: 1, max: 60 }),
    fold: fc.integer(),
    zoom: fc.constantFrom(...ZOOMS),
    density: fc.constantFrom('normal' as const, 'dense' as const, 'wall' as const),
    width: fc.constantFrom(0, 200, 460, 900),
    today: fc.constantFrom('2018-06-01', '2019-01-01', '2019-09-20', '2019-12-31'),
  });
  const cases = (check: (plan: Plan, scene: Scene, view: GanttView) => void): void =>
    fc.assert(
      fc.property(anyView, ({ seed, size, fold, zoom, density, width, today }) => {
        const plan = randomPlan(seed, size);
        const asked = view(plan, {
          rows: rows(plan, { folded: randomFold(plan, fold) }),
          scale: timescale({ zoom, ...YEAR }),
          density,
          side: sideOf(width),
          today,
        });
        check(plan, layoutGantt(plan, asked), asked);
      }),
      RUNS,
    );

  test('each visible node has one row, one line of cells, and one figure when it is dated within the scale', () => {
    cases((plan, scene, { rows, side }) => {
      const dated = spans(plan);
      const inScale = ({ id }: { id: string }): boolean => {
        const span = dated.get(id);
        return !!span && span.start <= YEAR.to && span.end >= YEAR.from;
      };
      const ids = (name: Layer['name'], part: readonly string[]): string[] =>
        layer(scene, name)
          .filter(({ target }) => target && part.includes(target.part))
          .map(({ target }) => target!.node);
      expect(ids('backdrop', ['row'])).toEqual(rows.map(({ id }) => id));
      expect(ids('side', ['cell'])).toEqual(side.width > 0 ? rows.map(({ id }) => id) : []);
      expect(ids('body', ['bar', 'summary', 'milestone'])).toEqual(rows.filter(inScale).map(({ id }) => id));
    });
  });
  test('nothing lies outside the scene', () => {
    cases((_, scene) => {
      for (const { groups } of scene.layers)
        for (const { key, bounds } of groups) {
          expect(Math.min(bounds.x, bounds.y), key).toBeGreaterThanOrEqual(-0.001);
          expect(bounds.x + bounds.w, key).toBeLessThanOrEqual(scene.width + 0.001);
          expect(bounds.y + bounds.h, key).toBeLessThanOrEqual(scene.height + 0.001);
        }
    });
  });
  test('every shape lies within the bounds of its group', () => {
    cases((_, scene) => {
      for (const { groups } of scene.layers)
        for (const { key, bounds, shapes } of groups)
          for (const shape of shapes) {
            if (shape.kind !== 'rect' && shape.kind !== 'circle') continue;
            const reach =
              shape.kind === 'rect'
                ? shape
                : { x: shape.x - shape.r, y: shape.y - shape.r, w: 2 * shape.r, h: 2 * shape.r };
            expect(reach.x, key).toBeGreaterThanOrEqual(bounds.x - 1);
            expect(reach.x + reach.w, key).toBeLessThanOrEqual(bounds.x + bounds.w + 1);
            expect(reach.y, key).toBeGreaterThanOrEqual(bounds.y - 1);
            expect(reach.y + reach.h, key).toBeLessThanOrEqual(bounds.y + bounds.h + 1);
          }
    });
  });
  test('a hit at the middle of a figure finds it', () => {
    cases((_, scene) => {
      for (const { grip, target } of layer(scene, 'body'))
        expect(hit(scene, grip!.x + grip!.w / 2, grip!.y + grip!.h / 2)).toEqual(target);
    });
  });
  test('no key stands twice in a layer', () => {
    cases((_, scene) => {
      for (const { groups } of scene.layers) expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    });
  });
});

describe('what is drawn', () => {
  test('a section and an item over others is a bracket, a dated clause a bar, a milestone a diamond', () => {
    const parts = layer(layoutGantt(plan, view(plan)), 'body').map(({ target }) => [
      plan.nodes.get(target!.node)!.title,
      target!.part,
    ]);
    expect(parts).toEqual([
      ['聚焦改革', 'summary'],
      ['考试招生', 'summary'],
      ['落实中考方案', 'bar'],
      ['对口交流', 'summary'],
      ['签订协议', 'bar'],
      ['签约', 'milestone'],
      ['聚焦队伍', 'summary'],
      ['教师培养', 'summary'],
      ['名师工程', 'bar'],
    ]);
  });
  test('a bar reaches from the first day to the end of the last', () => {
    const asked = view(plan);
    const bar = layer(layoutGantt(plan, asked), 'body').find(({ target }) => target!.node === idOf(plan, '签订协议'))!;
    expect(bar.grip!.x).toBe(SIDE.width + asked.scale.x('2019-02-01'));
    expect(bar.grip!.w).toBeCloseTo(28 * asked.scale.perDay);
  });
  test('a title that fits stands in the bar, else beside it', () => {
    const find = (scene: Scene): { inside: boolean } => {
      const { grip, shapes } = layer(scene, 'body').find(({ target }) => target!.node === idOf(plan, '签订协议'))!;
      const text = shapes.find((shape) => shape.kind === 'text')!;
      return { inside: text.x < grip!.x + grip!.w };
    };
    expect(find(layoutGantt(plan, view(plan, { scale: timescale({ zoom: 'week', ...YEAR }) }))).inside).toBe(true);
    expect(find(layoutGantt(plan, view(plan, { scale: timescale({ zoom: 'quarter', ...YEAR }) }))).inside).toBe(false);
  });
  test('an undated node has its row, and the table says 待定', () => {
    const scene = layoutGantt(plan, view(plan));
    const cells = layer(scene, 'side').find(({ key }) => key === idOf(plan, '制定评价方案'))!;
    expect(words([cells])).toEqual(['1.2', '制定评价方案', '待定']);
  });
  test('the table says number, title, lead and dates', () => {
    const cells = layer(layoutGantt(plan, view(plan)), 'side').find(({ key }) => key === idOf(plan, '落实中考方案'))!;
    expect(words([cells])).toEqual(['1.1', '落实中考方案', '局基教科', '3/1–6/30']);
  });
  test('today has a line and a flag with its date', () => {
    const scene = layoutGantt(plan, view(plan));
    expect(layer(scene, 'over')).toHaveLength(1);
    expect(words(layer(scene, 'head')).at(-1)).toBe('今天 9/20');
    expect(layer(layoutGantt(plan, view(plan, { today: '2020-01-01' })), 'over')).toEqual([]);
  });
  test('days off carry their names, and a worked weekend day is marked 班', () => {
    const scale = timescale({ zoom: 'day', from: '2019-09-23', to: '2019-10-13' });
    const scene = layoutGantt(plan, view(plan, { scale }));
    const hints = layer(scene, 'backdrop').flatMap(({ hint }) => hint ?? []);
    expect(hints).toContain('国庆节');
    expect(words(layer(scene, 'head'))).toContain('29 班');
    const weeks = layoutGantt(plan, view(plan, { scale: timescale({ zoom: 'week', from: scale.from, to: scale.to }) }));
    expect(words(layer(weeks, 'head')).filter((word) => word === '班')).toHaveLength(2);
  });
  test('a year without a notice is not tinted, and says why', () => {
    const scale = timescale({ zoom: 'week', from: '2035-01-01', to: '2035-01-31' });
    const bands = layer(layoutGantt(plan, view(plan, { scale })), 'backdrop').filter(({ key }) =>
      key.startsWith('band'),
    );
    expect(bands.map(({ hint, shapes }) => [hint, shapes.length])).toEqual([['节假日安排未录入', 0]]);
  });
  test('a link that holds is quiet; one that does not is red, dashed, and says why', () => {
    const [from, to] = [idOf(plan, '落实中考方案'), idOf(plan, '名师工程')];
    const link = { from, to, type: 'FS', lag: 0 } as const;
    const broken = layer(layoutGantt({ ...plan, links: new Map([[`${from}>${to}`, link]]) }, view(plan)), 'links')[0]!;
    expect(broken.target).toEqual({ node: `${from}>${to}`, part: 'link' });
    expect(broken.hint).toContain('7/1');
    expect(broken.shapes[0]).toMatchObject({ stroke: 'danger', dash: '4 3' });
    const whole = { ...plan, links: new Map([[`${from}>${to}`, { ...link, type: 'SS' as const }]]) };
    const held = layer(layoutGantt(whole, view(plan)), 'links')[0]!;
    expect(held.hint).toBeUndefined();
    expect(held.shapes[0]).not.toHaveProperty('dash');
  });
  test('a demonstration is marked 示例', () => {
    const sample = { ...plan, meta: { ...plan.meta, sample: true } };
    const scene = layoutGantt(sample, view(sample));
    expect(words(layer(scene, 'corner'))).toContain('示例');
    expect(scene.marked).toBe(true);
    expect(layoutGantt(sample, view(sample, { side: sideOf(0) })).marked).toBe(false);
  });
  test('English says everything in English', () => {
    const scene = layoutGantt(plan, view(plan, { lang: 'en' }));
    expect(words(layer(scene, 'corner'))).toEqual(['No.', 'Work', 'Lead', 'Dates']);
    expect(words(layer(scene, 'head')).join()).not.toMatch(/[\u4e00-\u9fff]/);
  });
  test('the days worth showing hold the horizon and whatever reaches beyond it', () => {
    const far = changed(plan, '名师工程', { span: { start: '2019-11-01', end: '2020-03-31' } });
    expect(daysOf(far, '2026-01-01')).toEqual({ start: '2019-01-01', end: '2020-03-31' });
  });
});

describe('what is reused', () => {
  const all = (scene: Scene): ReadonlySet<Group> => new Set(scene.layers.flatMap(({ groups }) => groups));
  const fresh = (before: Scene, after: Scene): string[] => {
    const old = all(before);
    return after.layers.flatMap(({ name, groups }) =>
      groups
        .filter((group) => !old.has(group))
        .map(({ key, target }) => {
          const node = target && plan.nodes.get(target.node);
          return `${name} ${node?.title ?? key}`;
        }),
    );
  };
  const redraw = (next: Plan, change: Partial<GanttView> = {}): string[] => {
    const layout = createGanttLayout();
    return fresh(layout(plan, view(plan)), layout(next, view(next, change)));
  };
  test('the same plan twice is the same layers', () => {
    const layout = createGanttLayout();
    const first = layout(plan, view(plan));
    expect(layout(plan, view(plan)).layers.every((each, index) => each === first.layers[index])).toBe(true);
  });
  test('a rename redraws one bar and one line of the table', () => {
    expect(redraw(changed(plan, '名师工程', { title: '名师工作室' }))).toEqual(['body 名师工程', 'side 名师工程']);
  });
  test('a span that moves its parents redraws their brackets too, and nothing else', () => {
    expect(redraw(changed(plan, '名师工程', { span: { start: '2019-05-01', end: '2019-12-15' } }))).toEqual([
      'body 聚焦队伍',
      'body 教师培养',
      'body 名师工程',
      'side 聚焦队伍',
      'side 教师培养',
      'side 名师工程',
    ]);
  });
  test('a span inside its parents’ leaves them alone', () => {
    expect(redraw(changed(plan, '签约', { span: { start: '2019-02-21', end: '2019-02-21' } }))).toEqual([
      'body 签约',
      'side 签约',
    ]);
  });
  test('another today redraws the line, its flag and the names under it', () => {
    expect(redraw(plan, { today: '2019-09-21' })).toEqual(['over today', 'head lower 2019-09-01', 'head today']);
  });
});

describe('a window', () => {
  const big = randomPlan(5, 400);
  const asked = view(big, { scale: timescale({ zoom: 'day', ...YEAR }) });
  const whole = layoutGantt(big, asked);
  const window = { top: 2000, bottom: 2900, left: 3000, right: 4400 };
  const part = layoutGantt(big, { ...asked, window });
  test('lays out only the rows in sight, where they always are', () => {
    const seen = layer(part, 'side').filter(({ target }) => target?.part === 'cell');
    expect(seen.length).toBeGreaterThanOrEqual(25);
    expect(seen.length).toBeLessThanOrEqual(27);
    const places = new Map(layer(whole, 'side').map(({ key, bounds }) => [key, bounds]));
    for (const { key, bounds } of seen) expect(bounds).toEqual(places.get(key));
  });
  test('the scene keeps its size, so that it can be scrolled', () => {
    expect([part.width, part.height]).toEqual([whole.width, whole.height]);
  });
  test('only the periods in sight are named', () => {
    expect(layer(part, 'head').length).toBeLessThan(layer(whole, 'head').length / 5);
  });
  test('a bar that begins before it still says its name in sight, and a bar wholly in sight is the same as ever', () => {
    const wide = layer(
      layoutGantt(big, { ...asked, window: { top: 0, bottom: 1e6, left: 3000, right: 4400 } }),
      'body',
    );
    const edge = 3000 + asked.side.width;
    const whole = new Map(layer(layoutGantt(big, asked), 'body').map((group) => [group.key, group]));
    const text = ({ shapes }: Group) => shapes.find((shape) => shape.kind === 'text');
    let moved = 0;
    for (const group of wide) {
      const before = whole.get(group.key)!;
      if (!group.grip || group.grip.x >= edge || group.grip.x + group.grip.w <= edge) expect(group).toEqual(before);
      else if (text(group)?.x !== text(before)?.x) {
        moved++;
        expect(text(group)!.x).toBeLessThan(group.grip.x + group.grip.w);
        expect(text(group)!.x).toBeGreaterThan(text(before)!.x);
      }
    }
    expect(moved).toBeGreaterThan(5);
  });
  test('scrolling by a row keeps all other groups', () => {
    const layout = createGanttLayout();
    const before = new Set(layout(big, { ...asked, window }).layers.flatMap(({ groups }) => groups));
    const after = layout(big, { ...asked, window: { ...window, top: 2036, bottom: 2936 } });
    const drawn = after.layers.flatMap(({ groups }) => groups).filter((group) => !before.has(group));
    expect(drawn.length).toBeLessThanOrEqual(6);
  });
});
