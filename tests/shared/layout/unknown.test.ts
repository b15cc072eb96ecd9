import { describe, expect, test } from 'vitest';
import { layoutGantt } from '../../../shared/layout/gantt.ts';
import { rows } from '../../../shared/layout/rows.ts';
import type { Group } from '../../../shared/layout/scene.ts';
import { sideOf } from '../../../shared/layout/side.ts';
import { ZOOMS, timescale } from '../../../shared/layout/timescale.ts';
import type { Zoom } from '../../../shared/layout/timescale.ts';
import { calendarOf } from '../../../shared/model/almanac.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { planOf } from '../../kit/plan.ts';

const plan: Plan = (() => {
  const made = planOf(`
    聚焦改革
      考试招生 2027-03-01..2027-06-30
  `);
  return { ...made, meta: { ...made.meta, year: 2027 } };
})();

function noted(zoom: Zoom, lang: 'zh' | 'en' = 'zh', shown = plan, width = 460): readonly Group[] {
  const { layers } = layoutGantt(shown, {
    rows: rows(shown, { folded: new Set() }),
    scale: timescale({ zoom, from: '2026-12-01', to: '2028-01-31' }),
    today: '2027-05-10',
    calendar: calendarOf(shown),
    density: 'normal',
    side: sideOf(width),
    lang,
  });
  return layers.flatMap(({ groups }) => groups.filter(({ key }) => key.startsWith('unknown')));
}

const said = (groups: readonly Group[]): string[] =>
  groups.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])));

describe('a year whose holidays nobody has entered', () => {
  test.each(ZOOMS)('says so above the table at %s zoom, and its days are underlined', (zoom) => {
    expect(said(noted(zoom))).toEqual(['2027年节假日安排未录入']);
    expect(said(noted(zoom, 'en'))).toEqual(['Public holidays of 2027 not entered']);
    expect(noted(zoom).map(({ key }) => key)).toContain('unknown 2027');
  });

  test.each([120, 200, 320, 900])('stays within a table of %i px, and beside the 示例 mark', (width) => {
    for (const sample of [false, true]) {
      const shown = { ...plan, meta: { ...plan.meta, sample } };
      for (const lang of ['zh', 'en'] as const) {
        const { x, w } = noted('month', lang, shown, width).find(({ key }) => key === 'unknown')!.bounds;
        expect(x).toBeGreaterThanOrEqual(sample && width >= 200 ? 60 : 0);
        // The button that chooses columns has its place behind it.
        expect(x + w).toBeLessThanOrEqual(width >= 200 ? width - 32 : width);
      }
    }
  });

  test('of many years in a row is said in short', () => {
    const long = { ...plan, meta: { ...plan.meta, horizon: { start: '2027-01-01', end: '2031-12-31' } } };
    expect(said(noted('month', 'zh', long))).toEqual(['2027–2031年节假日安排未录入']);
  });

  test('is told of the years the plan is about, and not once its notice is kept', () => {
    const notice = { year: 2027, source: '通知', off: [['元旦', '2027-01-01', '2027-01-03']], work: [] } as const;
    const kept = { ...plan, records: { ...plan.records, notice: new Map([['2027', notice]]) } };
    expect(said(noted('month', 'zh', kept))).toEqual([]);
    expect(noted('month', 'zh', kept).map(({ key }) => key)).toEqual(['unknown 2028']);
  });
});
