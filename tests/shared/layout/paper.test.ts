import { describe, expect, test } from 'vitest';
import { CHINA } from '../../../shared/model/calendar.ts';
import { layoutGantt } from '../../../shared/layout/gantt.ts';
import { layoutMindmap } from '../../../shared/layout/mindmap.ts';
import { paginate, paper, scaleFor, smallestType, typeOn, wholeOn } from '../../../shared/layout/paper.ts';
import { rows } from '../../../shared/layout/rows.ts';
import { sideOf } from '../../../shared/layout/side.ts';
import { fit, timescale } from '../../../shared/layout/timescale.ts';
import { randomPlan } from './plans.ts';

const plan = randomPlan(11, 120);
const gantt = (width?: number) =>
  layoutGantt(plan, {
    rows: rows(plan, { folded: new Set() }),
    scale: width
      ? fit({ start: '2019-01-01', end: '2019-12-31' }, width)
      : timescale({ zoom: 'week', from: '2019-01-01', to: '2019-12-31' }),
    today: '2019-09-20',
    calendar: CHINA,
    density: 'dense',
    side: sideOf(420),
    lang: 'zh',
  });
const mm = (px: number): number => (px / 96) * 25.4;

test('paper is as large as its name says', () => {
  expect(mm(paper('A4', false).width)).toBeCloseTo(210);
  expect(mm(paper('A3', true).width)).toBeCloseTo(420);
  expect(mm(paper([900, 2400], true).height)).toBeCloseTo(900);
});

describe('cut into pages', () => {
  const scene = gantt();
  const sheet = paper('A4', true);
  const pages = paginate(scene, sheet, 0.8);
  const bodies = pages.map(({ parts }) => parts[0]!.from);
  test('the pages cover the whole chart, without overlapping', () => {
    const area = bodies.reduce((sum, { w, h }) => sum + w * h, 0);
    const { left, top } = scene.frozen!;
    expect(area).toBeCloseTo((scene.width - left) * (scene.height - top));
  });
  test('no row is cut', () => {
    for (const { y, h } of bodies) expect(scene.cuts!.y.concat(scene.frozen!.top)).toContain(y + h);
  });
  test('no month is cut', () => {
    for (const { x, w } of bodies) expect(scene.cuts!.x.map((each) => Math.round(each))).toContain(Math.round(x + w));
  });
  test('header and table stand on every page, at the margins', () => {
    for (const { parts } of pages) {
      expect(parts.map(({ layers }) => layers.map(({ name }) => name).join())).toEqual([
        'backdrop,links,body,over',
        'side',
        'head',
        'corner',
      ]);
      expect(parts[3]!.at).toMatchObject({ x: sheet.margin, y: sheet.margin });
    }
  });
  test('nothing stands in the margins', () => {
    for (const { parts, width, height } of pages)
      for (const { at } of parts) {
        expect(at.x + at.w).toBeLessThanOrEqual(width - sheet.margin + 0.01);
        expect(at.y + at.h).toBeLessThanOrEqual(height - sheet.margin + 0.01);
      }
  });
  test('each page says which of how many it is', () => {
    expect(pages.map(({ foot }) => foot[0]?.kind === 'text' && foot[0].text)).toEqual(
      pages.map((_, index) => `第${index + 1}页/共${pages.length}页`),
    );
  });
  test('every bar is on some page', () => {
    const drawn = new Set(pages.flatMap(({ parts }) => parts[0]!.layers.flatMap(({ groups }) => groups)));
    for (const { groups } of scene.layers.filter(({ name }) => name === 'body'))
      for (const group of groups) expect(drawn.has(group)).toBe(true);
  });
  test('a sheet too small for the header is a fault', () => {
    expect(() => paginate(scene, paper([60, 60], false), 1)).toThrow('leaves no room');
  });
});

describe('a mind map', () => {
  const map = layoutMindmap(plan, { folded: new Set(), arrangement: 'both', today: '2019-09-20', lang: 'zh' });
  test('is cut between topics where it can be', () => {
    const rightOnly = layoutMindmap(plan, { folded: new Set(), arrangement: 'right', today: '2019-09-20', lang: 'zh' });
    const pages = paginate(rightOnly, paper([rightOnly.width, 297], true), 1);
    expect(pages.length).toBeGreaterThan(1);
  });
  test('fits one page, and says whether it can still be read', () => {
    const large = wholeOn(map, paper([2000, 3000], true));
    const small = wholeOn(map, paper('A4', true), 40);
    expect(typeOn(large)).toBeGreaterThan(7);
    expect(typeOn(small)).toBeLessThan(7);
    const { at } = small.parts[0]!;
    expect(at.y).toBeGreaterThan(40);
    expect(at.x + at.w).toBeLessThanOrEqual(small.width);
    expect(at.y + at.h).toBeLessThanOrEqual(small.height);
  });
});

test('the scale for a type size gives that size', () => {
  const scene = gantt(800);
  expect(smallestType(scene) * scaleFor(scene, 7) * 0.75).toBeCloseTo(7);
});
