import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHINA, isWorking } from '../../../shared/model/calendar.ts';
import { addDays } from '../../../shared/model/day.ts';
import { restOf } from '../../../shared/model/rest.ts';
import { RUNS } from '../../kit/runs.ts';

const on = (start: string, end = start) => ({ start, end });

describe('dates on days off', () => {
  test('in the middle of National Day: the last working day before, the first after', () => {
    expect(restOf(on('2019-10-05'), undefined, CHINA)).toEqual({
      off: ['2019-10-05'],
      earlier: on('2019-09-30'),
      later: on('2019-10-08'),
    });
  });

  test('only the end that is off moves', () => {
    expect(restOf(on('2019-09-16', '2019-10-05'), undefined, CHINA)).toEqual({
      off: ['2019-10-05'],
      earlier: on('2019-09-16', '2019-09-30'),
      later: on('2019-09-16', '2019-10-08'),
    });
  });

  test('an end that was there before is not asked about again', () => {
    expect(restOf(on('2019-10-05', '2019-10-11'), on('2019-10-05', '2019-10-10'), CHINA)).toBeUndefined();
  });

  test('a 调休 Saturday is no day off, a year without a notice is not guessed at', () => {
    expect(restOf(on('2019-10-12'), undefined, CHINA)).toBeUndefined();
    expect(restOf(on('2093-10-03'), undefined, CHINA)).toBeUndefined();
  });

  test('at the edge of what is known only one way is offered', () => {
    const years = [...CHINA.years.keys()];
    const last = Math.max(...years);
    const end = restOf(on(`${last}-12-26`, `${last}-12-27`), undefined, CHINA);
    if (end) expect(end.earlier ?? end.later).toBeDefined();
  });

  test('what is offered begins and ends on working days where it was moved, and never ends before it begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 20 }), (n, length) => {
        const start = addDays('2019-01-20', n);
        const span = on(start, addDays(start, length));
        const rest = restOf(span, undefined, CHINA);
        for (const way of [rest?.earlier, rest?.later]) {
          if (!way) continue;
          expect(way.start <= way.end).toBe(true);
          for (const edge of ['start', 'end'] as const)
            if (way[edge] !== span[edge]) expect(isWorking(way[edge], CHINA)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});
