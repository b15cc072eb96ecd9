import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, diffDays } from '../../../shared/model/day.ts';
import { ZOOMS, fit, timescale, visiblePart, zoomAround, zoomFor } from '../../../shared/layout/timescale.ts';
import { periodNames, periodOf, periods } from '../../../shared/layout/period.ts';

const YEAR = { from: '2019-01-01', to: '2019-12-31' };
const anyDay = fc.integer({ min: 0, max: 364 }).map((n) => addDays(YEAR.from, n));
const anyZoom = fc.constantFrom(...ZOOMS);

describe('days and px', () => {
  test('the scale is as wide as its days, the last one included', () => {
    const scale = timescale({ zoom: 'day', ...YEAR });
    expect(scale.width).toBe(365 * scale.perDay);
    expect(scale.x('2019-12-31') + scale.perDay).toBe(scale.width);
  });
  test('the day at x is the day drawn there', () => {
    fc.assert(
      fc.property(anyDay, anyZoom, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (day, zoom, share) => {
        const scale = timescale({ zoom, ...YEAR });
        expect(scale.dayAt(scale.x(day) + share * scale.perDay)).toBe(day);
      }),
    );
  });
});

describe('zooming', () => {
  test('the moment under the pointer moves less than a pixel, wherever it is', () => {
    fc.assert(
      fc.property(
        anyZoom,
        anyZoom,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, after, at, place) => {
          const scale = timescale({ zoom: before, ...YEAR });
          const x = at * scale.width;
          const view = { left: Math.max(0, x - place * 900), width: 900 };
          const next = zoomAround(scale, after, x, view);
          expect(Math.abs(next.x - next.left - (x - view.left))).toBeLessThan(1);
          const moment = diffDays(YEAR.from, scale.from) + x / scale.perDay;
          const later = diffDays(YEAR.from, next.scale.from) + next.x / next.scale.perDay;
          expect(Math.abs(later - moment) * next.scale.perDay).toBeLessThan(1);
          expect(next.left).toBeGreaterThanOrEqual(-1e-6);
          expect(next.left + view.width).toBeLessThanOrEqual(next.scale.width + 1e-6);
        },
      ),
    );
  });
  test('a pinch may ask for any number of px a day', () => {
    const next = zoomAround(timescale({ zoom: 'month', ...YEAR }), 17, 100);
    expect(next.scale.perDay).toBe(17);
    expect(next.scale.zoom).toBe('week');
  });
  test('fit shows exactly the span', () => {
    const scale = fit({ start: '2019-01-01', end: '2020-12-31' }, 900);
    expect(scale.width).toBeCloseTo(900);
    expect(scale.zoom).toBe('quarter');
  });
  test('more room, finer zoom', () => {
    expect([40, 14, 6, 3, 1, 0.4].map(zoomFor)).toEqual(['day', 'week', 'xun', 'month', 'quarter', 'year']);
  });
});

describe('periods', () => {
  test('a 旬 ends on the 10th, the 20th and the last of the month', () => {
    expect(periods({ start: '2019-02-05', end: '2019-02-28' }, 'xun')).toEqual([
      { start: '2019-02-01', end: '2019-02-10' },
      { start: '2019-02-11', end: '2019-02-20' },
      { start: '2019-02-21', end: '2019-02-28' },
    ]);
  });
  test('they follow each other without a gap, and hold the day they are asked for', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('day', 'week', 'xun', 'month', 'quarter', 'half', 'year'), (day, unit) => {
        const here = periodOf(day, unit);
        expect(here.start <= day && day <= here.end).toBe(true);
        expect(periodOf(addDays(here.end, 1), unit).start).toBe(addDays(here.end, 1));
        expect(periodOf(here.start, unit)).toEqual(here);
      }),
    );
  });
  test('are called as an office calls them', () => {
    const name = (day: string, unit: 'week' | 'xun' | 'month' | 'quarter' | 'half', top = false): string =>
      periodNames(periodOf(day, unit), unit, 'zh', top)[0]!;
    expect(name('2019-09-04', 'week')).toBe('9/2');
    expect(name('2019-09-14', 'xun')).toBe('中旬');
    expect(name('2019-09-14', 'month', true)).toBe('2019年9月');
    expect(name('2019-09-14', 'quarter')).toBe('三季度');
    expect(name('2019-09-14', 'half')).toBe('下半年');
  });
});

test('only the part inside the scale is drawn', () => {
  const scale = timescale({ zoom: 'month', ...YEAR });
  expect(visiblePart(scale, { start: '2018-10-01', end: '2019-02-03' })).toEqual({
    start: '2019-01-01',
    end: '2019-02-03',
  });
  expect(visiblePart(scale, { start: '2018-10-01', end: '2018-12-31' })).toBeUndefined();
});
