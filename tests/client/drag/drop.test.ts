import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropOf, grabOf, magnetOf, momentAt, outcomeOf, previewOf, usualEnd } from '../../../client/drag/drop.ts';
import type { Grab, Where } from '../../../client/drag/drop.ts';
import { timescale, ZOOMS } from '../../../shared/layout/timescale.ts';
import { addDays, toNumber } from '../../../shared/model/day.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { isRefusal } from '../../../shared/ops/change.ts';
import { clearSpan, resizeEnd, resizeStart, shiftBranch, shiftBy } from '../../../shared/ops/time.ts';
import { idOf, planOf } from '../../kit/plan.ts';
import { RUN_NAME, RUNS } from '../../kit/runs.ts';

const PLAN = planOf(`
一
  甲
    甲一 03-01..04-30
    甲二 02-01..02-10
      ◆ 节点 02-20
    甲三
  乙
    乙一
二
  丙
    丙一`);

const id = (title: string): Id => idOf(PLAN, title);
const spanOf = (plan: Plan, title: string) => plan.nodes.get(idOf(plan, title))!.span;
const at = (day: string, share = 0.5): number => toNumber(day) + share;
const days = (moment: number, more: Partial<Where> = {}): Where => ({
  over: 'days',
  moment,
  zoom: 'day',
  magnet: 0,
  ...more,
});
const held = (title: string, part: 'bar' | 'start' | 'end' | 'summary' | 'milestone' | 'tray' | 'row' | 'cell') => ({
  node: id(title),
  part,
});
const grab = (title: string, part: Parameters<typeof held>[1], from: number, selected: readonly Id[] = []): Grab =>
  grabOf(PLAN, held(title, part), from, selected)!;

describe('law 7: a drag is the command it ends in', () => {
  test(RUN_NAME, () => {
    expect(RUNS.numRuns).toBeGreaterThan(0);
  });

  test('dragging a bar k days is time.shift k, wherever in the day it was taken hold of and at any width of a day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -300, max: 300 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: -0.49, max: 0.49, noNaN: true }),
        fc.double({ min: 3, max: 80, noNaN: true }),
        (k, share, slip, perDay) => {
          const scale = timescale({ zoom: 'day', from: '2018-12-01', to: '2020-01-31', perDay });
          const from = momentAt(scale, scale.x('2019-03-20') + share * perDay);
          const to = momentAt(scale, scale.x('2019-03-20') + (share + k + slip) * perDay);
          const drop = dropOf(PLAN, grab('甲一', 'bar', from), days(to, { magnet: magnetOf(perDay) }));
          if (k === 0) {
            expect(drop).toBeUndefined();
            return;
          }
          expect(drop).toMatchObject({ command: 'time.shift', args: { ids: [id('甲一')], days: k } });
          expect(outcomeOf(PLAN, drop!)).toEqual(shiftBy(PLAN, { ids: [id('甲一')], days: k }));
        },
      ),
      RUNS,
    );
  });

  test('a milestone is dragged as a bar is', () => {
    const drop = dropOf(PLAN, grab('节点', 'milestone', at('2019-02-20')), days(at('2019-03-01')));
    expect(outcomeOf(PLAN, drop!)).toEqual(shiftBy(PLAN, { ids: [id('节点')], days: 9 }));
  });

  test('a summary moves its whole branch', () => {
    const drop = dropOf(PLAN, grab('甲', 'summary', at('2019-03-05')), days(at('2019-03-12')));
    expect(drop).toMatchObject({ command: 'time.shift-branch', args: { id: id('甲'), days: 7 } });
    expect(outcomeOf(PLAN, drop!)).toEqual(shiftBranch(PLAN, { id: id('甲'), days: 7 }));
  });

  test('what is selected moves together, as one command', () => {
    const selected = [id('甲一'), id('甲二')];
    const drop = dropOf(PLAN, grab('甲二', 'bar', at('2019-02-03'), selected), days(at('2019-02-04')));
    expect(drop).toMatchObject({ command: 'time.shift', args: { ids: selected, days: 1 } });
  });

  test('a bar outside the selection moves alone', () => {
    const drop = dropOf(PLAN, grab('甲一', 'bar', at('2019-03-03'), [id('甲二')]), days(at('2019-03-04')));
    expect(drop).toMatchObject({ args: { ids: [id('甲一')], days: 1 } });
  });

  test('an edge goes as many days as the hand, and stops at the other edge', () => {
    const later = dropOf(PLAN, grab('甲一', 'start', at('2019-03-01', 0.1)), days(at('2019-03-08', 0.2)));
    expect(outcomeOf(PLAN, later!)).toEqual(resizeStart(PLAN, { id: id('甲一'), day: '2019-03-08' }));
    const past = dropOf(PLAN, grab('甲一', 'end', at('2019-04-30', 0.9)), days(at('2019-01-10')));
    expect(outcomeOf(PLAN, past!)).toEqual(resizeEnd(PLAN, { id: id('甲一'), day: '2019-01-10' }));
    expect(spanOf(previewOf(PLAN, past!)!, '甲一')).toEqual({ start: '2019-03-01', end: '2019-03-01' });
  });
});

describe('work without a date', () => {
  test('out of the tray it begins under the hand and lasts what fits the zoom', () => {
    const drop = (zoom: Where['zoom']) =>
      previewOf(PLAN, dropOf(PLAN, grab('甲三', 'tray', 0), days(at('2019-05-06'), { zoom }))!)!;
    expect(spanOf(drop('day'), '甲三')).toEqual({ start: '2019-05-06', end: '2019-05-19' });
    expect(spanOf(drop('week'), '甲三')).toEqual({ start: '2019-05-06', end: '2019-06-02' });
    expect(spanOf(drop('month'), '甲三')).toEqual({ start: '2019-05-06', end: '2019-06-05' });
    expect(spanOf(drop('quarter'), '甲三')).toEqual({ start: '2019-05-06', end: '2019-08-05' });
  });

  test('the usual length is never empty, at any zoom and from any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.constantFrom(...ZOOMS), (n, zoom) => {
        const start = addDays('2016-01-01', n);
        expect(usualEnd(start, zoom) > addDays(start, 12)).toBe(true);
      }),
    );
  });

  test('it is not dated by a drop outside the days', () => {
    expect(dropOf(PLAN, grab('甲三', 'tray', 0), days(at('2019-05-06'), { over: 'elsewhere' }))).toBeUndefined();
    expect(dropOf(PLAN, grab('甲三', 'tray', 0), days(at('2019-05-06'), { over: 'tray' }))).toBeUndefined();
  });

  test('drawing on its empty row sets both days, in either direction', () => {
    const there = dropOf(PLAN, grab('甲三', 'row', at('2019-06-03')), days(at('2019-06-14')));
    const back = dropOf(PLAN, grab('甲三', 'row', at('2019-06-14')), days(at('2019-06-03')));
    for (const drop of [there, back])
      expect(drop).toEqual({
        command: 'time.set-span',
        args: { id: id('甲三'), span: { start: '2019-06-03', end: '2019-06-14' } },
        draft: { node: id('甲三'), span: { start: '2019-06-03', end: '2019-06-14' } },
      });
  });

  test('a bar dropped on the tray loses its dates; a summary cannot', () => {
    const drop = dropOf(PLAN, grab('甲一', 'bar', at('2019-03-03')), days(0, { over: 'tray' }));
    expect(outcomeOf(PLAN, drop!)).toEqual(clearSpan(PLAN, { ids: [id('甲一')] }));
    expect(drop!.draft).toBeUndefined();
    expect(dropOf(PLAN, grab('甲', 'summary', at('2019-03-03')), days(0, { over: 'tray' }))).toBeUndefined();
  });
});

describe('what cannot be dragged', () => {
  test.each([
    ['a row whose node is dated', '甲一', 'row'],
    ['a row whose node shows its children’s dates', '甲', 'row'],
    ['a section’s row: a section only spans what is below it', '二', 'row'],
    ['a cell of the table', '甲一', 'cell'],
    ['the edge of what has none', '甲三', 'end'],
  ] as const)('%s', (_why, title, part) => {
    expect(grabOf(PLAN, held(title, part), at('2019-03-01'), [])).toBeUndefined();
  });

  test('what is no longer in the plan', () => {
    expect(grabOf(PLAN, { node: 'gone', part: 'bar' }, 0, [])).toBeUndefined();
  });
});

describe('a drag goes on while others edit', () => {
  test('the same hand moves the bar by as many days from where a colleague has put it', () => {
    const held = grab('甲一', 'bar', at('2019-03-10'));
    const moved = previewOf(PLAN, { command: 'time.shift', args: { ids: [id('甲一')], days: 10 } })!;
    const drop = dropOf(moved, held, days(at('2019-03-13')))!;
    expect(drop).toMatchObject({ args: { days: 3 } });
    expect(spanOf(previewOf(moved, drop)!, '甲一')).toEqual({ start: '2019-03-14', end: '2019-05-13' });
  });

  test('what was dated meanwhile is not drawn over unseen: the hand’s dates stand', () => {
    const held = grab('甲三', 'row', at('2019-06-03'));
    const dated = previewOf(PLAN, {
      command: 'time.set-span',
      args: { id: id('甲三'), span: { start: '2019-01-07', end: '2019-01-08' } },
    })!;
    const drop = dropOf(dated, held, days(at('2019-06-05')))!;
    expect(spanOf(previewOf(dated, drop)!, '甲三')).toEqual({ start: '2019-06-03', end: '2019-06-05' });
  });
});

describe('a coarse hand is drawn to good boundaries', () => {
  test('not where a day can be hit', () => {
    expect(magnetOf(36)).toBe(0);
    expect(magnetOf(4)).toBe(0);
    expect(magnetOf(1.4)).toBe(2);
  });

  test('a start near the first of a quarter begins it; Alt and keys bring no magnet and so no draw', () => {
    const held = grab('甲一', 'bar', at('2019-03-01'));
    const near = at('2019-03-31');
    expect(dropOf(PLAN, held, days(near, { zoom: 'quarter', magnet: 2 }))).toMatchObject({ args: { days: 31 } });
    expect(dropOf(PLAN, held, days(near, { zoom: 'quarter', magnet: 0 }))).toMatchObject({ args: { days: 30 } });
  });

  test('an end near the last of a month ends with it', () => {
    const held = grab('甲一', 'end', at('2019-04-30'));
    expect(dropOf(PLAN, held, days(at('2019-06-01'), { zoom: 'month', magnet: 1 }))).toMatchObject({
      args: { day: '2019-05-31' },
    });
  });
});

test('a drop that the op refuses is no drop', () => {
  const drop = dropOf(PLAN, grab('甲一', 'bar', at('2019-03-03')), days(at('2019-03-03', 0.9)));
  expect(drop).toBeUndefined();
  const outcome = outcomeOf(PLAN, {
    command: 'time.set-span',
    args: { id: id('甲'), span: { start: '2019-01-01', end: '2019-01-02' } },
  });
  expect(outcome && isRefusal(outcome)).toBe(true);
});
