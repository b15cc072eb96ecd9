// The band of terms and teaching weeks leaves the house with the chart: in the picture, on every sheet of a PDF, in the appended chart.
import { describe, expect, test } from 'vitest';
import { chartSheets } from '../../../shared/export/pdf/wall.ts';
import { pictureScene, pictureSvg } from '../../../shared/export/picture.ts';
import { SHEET, planSheets } from '../../../shared/export/planchart.ts';
import { LEAST_PT } from '../../../shared/export/pdf/wall.ts';
import { layoutGantt } from '../../../shared/layout/gantt.ts';
import { typeOn } from '../../../shared/layout/paper.ts';
import { rows } from '../../../shared/layout/rows.ts';
import type { Layer } from '../../../shared/layout/scene.ts';
import { SIDE } from '../../../shared/layout/side.ts';
import { DENSITY } from '../../../shared/layout/theme.ts';
import { fit } from '../../../shared/layout/timescale.ts';
import { calendarOf, schoolOver } from '../../../shared/model/almanac.ts';
import { daysOf } from '../../../shared/model/schedule.ts';
import { contentsOfOutlines, SAMPLE } from './kit.ts';

const today = '2019-06-18';
const input = { ...SAMPLE, today };
const plan = SAMPLE.plan;

function band(layers: readonly Layer[]): readonly string[] {
  const groups = layers.filter(({ name }) => name === 'head').flatMap((layer) => layer.groups);
  const pieces = groups.filter(({ key }) => key.startsWith('school 2'));
  return pieces.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])));
}

/** What the face shows over the same days, at the same width. */
function onScreen(): readonly string[] {
  const about = daysOf(plan, today);
  const scale = fit(about, 1_080);
  const school = schoolOver(plan, about, { start: scale.from, end: scale.to });
  const shown = rows(plan, { folded: new Set() });
  const view = {
    rows: shown,
    scale,
    today,
    calendar: calendarOf(plan),
    density: 'normal',
    side: SIDE,
    lang: 'zh',
  } as const;
  return band(layoutGantt(plan, { ...view, school }).layers);
}

describe('the terms of a plan whose 校历 is known', () => {
  test('stand in the picture as they stand on the screen', () => {
    const drawn = band(pictureScene(input, 'gantt', { lang: 'zh' }).layers);
    expect(onScreen()).toContain('2019学年第一学期（20周）');
    expect(drawn).toEqual(onScreen());
    expect(pictureSvg(input, 'gantt', { lang: 'zh' })).toContain('2019学年第一学期（20周）');
  });

  test('head every sheet of a PDF, whose type stays readable and whose rows stay on the paper', () => {
    for (const paper of ['A4', 'A3', 'A0'] as const)
      for (const how of ['page', 'tiles'] as const) {
        const { pages, notices } = chartSheets(input, paper, how, { lang: 'zh' });
        for (const page of pages) {
          // A sheet as wide as a wall has room for the weeks themselves.
          const named = band(page.parts.flatMap(({ layers }) => layers)).join(' ');
          expect(named, `${paper} ${how}`).toMatch(paper === 'A0' ? /第1周 .* 第?18周/ : /2019学年第一学期/);
          if (!notices.some(({ code }) => code === 'small'))
            expect(typeOn(page)).toBeGreaterThanOrEqual(LEAST_PT - 1e-9);
          for (const { at } of page.parts) {
            expect(at.x + at.w).toBeLessThanOrEqual(page.width);
            expect(at.y + at.h).toBeLessThanOrEqual(page.height);
          }
        }
      }
  });

  test('head every sheet of the appended chart, and no sheet grows beyond its paper', () => {
    for (const [index, scene] of planSheets(plan, today, SHEET).entries()) {
      expect(band(scene.layers)).toContain('2019学年第一学期（20周）');
      expect(scene.height).toBeLessThanOrEqual(index === 0 ? SHEET.first : SHEET.other);
    }
  });
});

test('a plan of which the 校历 knows no day has no such band and keeps the room', () => {
  const old = contentsOfOutlines([], { year: 2012 }).plan;
  const scene = pictureScene({ plan: old, today: '2012-03-01' }, 'gantt', { lang: 'zh' });
  expect(band(scene.layers)).toEqual([]);
  expect(scene.frozen!.top).toBe(2 * DENSITY.dense.band);
});
