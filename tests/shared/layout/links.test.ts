// The lines of dependencies keep off the words of the rows they pass and of the work they come to.
import { expect, test } from 'vitest';
import { CHINA } from '../../../shared/model/calendar.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { createGanttLayout } from '../../../shared/layout/gantt.ts';
import { rows } from '../../../shared/layout/rows.ts';
import type { Scene, Shape } from '../../../shared/layout/scene.ts';
import { SIDE } from '../../../shared/layout/side.ts';
import { measure } from '../../../shared/layout/text.ts';
import { timescale } from '../../../shared/layout/timescale.ts';
import { planOf } from '../../kit/plan.ts';

const drawn = (plan: Plan, layout = createGanttLayout()): Scene =>
  layout(plan, {
    rows: rows(plan, { folded: new Set() }),
    scale: timescale({ zoom: 'month', from: '2019-01-01', to: '2019-12-31' }),
    today: '2019-04-02',
    calendar: CHINA,
    density: 'normal',
    side: SIDE,
    lang: 'zh',
  });
const layer = (scene: Scene, name: string) => scene.layers.find((each) => each.name === name)!.groups;
type Of<K extends Shape['kind']> = Extract<Shape, { kind: K }>;
const shapes = <K extends Shape['kind']>(scene: Scene, name: string, kind: K): readonly Of<K>[] =>
  layer(scene, name).flatMap((group) => group.shapes.filter((shape): shape is Of<K> => shape.kind === kind));

/** The straight pieces of a path of lines and corners. */
function strokes(d: string): readonly (readonly [number, number, number, number])[] {
  const found: (readonly [number, number, number, number])[] = [];
  let [x, y] = [0, 0];
  for (const [, letter, numbers] of d.matchAll(/([MLQ])([^MLQ]+)/g)) {
    const at = numbers!.trim().split(/[ ,]+/).map(Number);
    if (letter === 'L') found.push([x, y, at[0]!, at[1]!]);
    [x, y] = at.slice(-2) as [number, number];
  }
  return found;
}

test('a link that passes over rows strikes through no words, and comes to a left-standing label between the rows', () => {
  const plan = planOf(`
  一
    甲
      先做的 02-01..02-20
      这是一项名字很长很长的工作 01-07..01-09
      另一项名字也很长很长而且一直写下去的工作 01-10..01-14
      接着做的 06-01..06-30
      在年底才开始并且名字很长的一项工作 12-20..12-28`);
  const at = (title: string): string => [...plan.nodes.values()].find((node) => node.title.startsWith(title))!.id;
  const links = ['接着做', '在年底'].map((to) => ({ from: at('先做的'), to: at(to), type: 'FS', lag: 0 }) as const);
  const scene = drawn({ ...plan, links: new Map(links.map((link) => [`${link.from}>${link.to}`, link])) });
  const lines = layer(scene, 'links').flatMap(({ shapes: own }) =>
    own.flatMap((shape) => (shape.kind === 'path' && shape.stroke ? strokes(shape.d) : [])),
  );
  expect(lines.length).toBeGreaterThan(3);
  const hit = shapes(scene, 'body', 'text').filter(({ x, y, text, size }) =>
    lines.some(
      ([x1, y1, x2, y2]) =>
        Math.max(x1, x2) > x + 1 &&
        Math.min(x1, x2) < x + measure(text, size) - 1 &&
        Math.max(y1, y2) > y - size * 0.7 &&
        Math.min(y1, y2) < y,
    ),
  );
  expect(hit.map(({ text }) => text)).toEqual([]);
});
