import { describe, expect, test } from 'vitest';
import { layoutGantt } from '../../../shared/layout/gantt.ts';
import { rows } from '../../../shared/layout/rows.ts';
import type { Scene } from '../../../shared/layout/scene.ts';
import { overlap } from '../../../shared/layout/scene.ts';
import { SIDE } from '../../../shared/layout/side.ts';
import { DENSITY } from '../../../shared/layout/theme.ts';
import { ZOOMS, timescale } from '../../../shared/layout/timescale.ts';
import type { Zoom } from '../../../shared/layout/timescale.ts';
import { schoolOf } from '../../../shared/model/almanac.ts';
import { CHINA } from '../../../shared/model/calendar.ts';
import { planOf } from '../../kit/plan.ts';

const plan = planOf(`
  聚焦改革
    考试招生 09-01..12-30
`);

function head(zoom: Zoom, from: string, to: string, lang: 'zh' | 'en' = 'zh') {
  const scene = layoutGantt(plan, {
    rows: rows(plan, { folded: new Set() }),
    scale: timescale({ zoom, from, to }),
    today: '2023-10-10',
    calendar: CHINA,
    density: 'normal',
    side: SIDE,
    lang,
    school: schoolOf(plan, { start: from, end: to }),
  });
  const groups = scene.layers.find(({ name }) => name === 'head')!.groups;
  const band = groups.filter(({ key }) => key.startsWith('school 2'));
  const texts = band.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])));
  return { scene, groups, band, texts };
}

const topOf = (scene: Scene): number => scene.frozen!.top;

describe('the band of terms and teaching weeks', () => {
  test('2023学年 has 21 and 19 weeks, each named at day and week zoom, with the winter between', () => {
    for (const zoom of ['day', 'week'] as const) {
      const { texts } = head(zoom, '2023-09-01', '2024-06-28');
      // The three days of the first week have no room for its whole name at week zoom.
      const weeks = texts.flatMap((text) => /^(?:第(\d+)周|(\d+)周?)$/.exec(text)?.slice(1).find(Boolean) ?? []);
      const upTo = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));
      expect(weeks).toEqual([...upTo(21), ...upTo(19)]);
      expect(texts).toContain('第21周');
      expect(texts).toContain('寒假');
    }
  });

  test('coarser zooms name the terms, and how many weeks they have', () => {
    expect(head('month', '2023-07-01', '2024-08-31').texts).toEqual([
      '校历未录入',
      '2023学年第一学期（21周）',
      '寒假',
      '2023学年第二学期（19周）',
      '校历未录入',
    ]);
    expect(head('month', '2023-09-01', '2024-06-30', 'en').texts[0]).toBe('2023–24 Term 1 (21 weeks)');
  });

  test('days the 校历 leaves out say so, and a plan it says nothing of has no band', () => {
    expect(head('month', '2019-01-01', '2019-12-31').texts).toEqual(['校历未录入', '2019学年第一学期（20周）']);
    expect(topOf(head('month', '2018-01-01', '2018-12-31').scene)).toBe(2 * DENSITY.normal.band);
  });

  test('its words stay inside their stretch at every zoom, and touch no other band', () => {
    for (const zoom of ZOOMS) {
      const { scene, groups, band } = head(zoom, '2019-08-01', '2021-07-31');
      expect(topOf(scene)).toBeGreaterThan(2 * DENSITY.normal.band);
      for (const { bounds, shapes } of band) {
        for (const shape of shapes)
          if (shape.kind === 'text') {
            expect(shape.x).toBeGreaterThanOrEqual(bounds.x);
            expect(shape.y).toBeLessThan(bounds.y + bounds.h);
          }
        const others = groups.filter(({ key }) => /^(upper|lower) /.test(key));
        expect(others.some((other) => overlap(other.bounds, bounds))).toBe(false);
      }
    }
  });
});
