// Where an arrowhead lies, nothing is written and no light stands: whichever kind of link, on the screen and in the appended chart.
import { expect, test } from 'vitest';
import { SHEET, planSheets } from '../../../shared/export/planchart.ts';
import { layoutGantt } from '../../../shared/layout/gantt.ts';
import { rows } from '../../../shared/layout/rows.ts';
import type { Scene, Shape } from '../../../shared/layout/scene.ts';
import { SIDE } from '../../../shared/layout/side.ts';
import { measure } from '../../../shared/layout/text.ts';
import { timescale } from '../../../shared/layout/timescale.ts';
import { CHINA } from '../../../shared/model/calendar.ts';
import type { Link, Plan } from '../../../shared/model/plan.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const TYPES = ['FS', 'SS', 'FF', 'SF'] as const;
/** Px: the point of an arrow and the bit of line it comes on. */
const HEAD = 9;
const plain = planOf(`
  聚焦改革
    考试招生
      考场建设 03-18..05-31
      ◆ 考场验收 05-31
      ◆ 年终总结 12-30
`);

/** Between the work and a day to be met, there and back. */
function linked(type: Link['type'], from: string, to: string): Plan {
  const link: Link = { from: idOf(plain, from), to: idOf(plain, to), type, lag: 0 };
  return { ...plain, links: new Map([[`${link.from}>${link.to}`, link]]) };
}

function onScreen(plan: Plan, density: 'dense' | 'normal'): Scene {
  const shown = rows(plan, { folded: new Set() });
  const scale = timescale({ zoom: 'month', from: '2019-01-01', to: '2019-12-31' });
  return layoutGantt(plan, {
    rows: shown,
    scale,
    today: '2019-01-02',
    calendar: CHINA,
    density,
    side: SIDE,
    lang: 'zh',
  });
}

/** From where to where a light or words reach; nothing of the figure itself. */
function reachOf(shape: Shape): readonly [number, number] | undefined {
  if (shape.kind === 'circle') return [shape.x - shape.r, shape.x + shape.r];
  if (shape.kind !== 'text') return undefined;
  const width = measure(shape.text, shape.size);
  const x = shape.anchor === 'end' ? shape.x - width : shape.anchor === 'middle' ? shape.x - width / 2 : shape.x;
  return [x, x + width];
}

function struck(scene: Scene, to: string): readonly string[] {
  const groups = (name: string) => scene.layers.find((layer) => layer.name === name)!.groups;
  const line = groups('links')[0]!.line!;
  const [before, tip] = line.slice(-2);
  const back = tip!.x + Math.sign(before!.x - tip!.x) * HEAD;
  const [low, high] = [Math.min(back, tip!.x), Math.max(back, tip!.x)];
  const figure = groups('body').find(({ key }) => key === to)!;
  return figure.shapes.flatMap((shape) => {
    const reach = reachOf(shape);
    const inside = figure.grip && reach && reach[0] >= figure.grip.x && reach[1] <= figure.grip.x + figure.grip.w;
    return reach && !inside && reach[0] < high && reach[1] > low ? [JSON.stringify(shape)] : [];
  });
}

test.each(TYPES)('the head of a %s arrow lies over neither light nor words', (type) => {
  for (const [from, to] of [
    ['考场建设', '考场验收'],
    ['考场验收', '考场建设'],
    ['考场建设', '年终总结'],
  ] as const) {
    const plan = linked(type, from, to);
    const scenes = [onScreen(plan, 'normal'), onScreen(plan, 'dense'), ...planSheets(plan, '2019-01-02', SHEET)];
    for (const scene of scenes) expect(struck(scene, idOf(plan, to)), `${from} → ${to}`).toEqual([]);
  }
});
