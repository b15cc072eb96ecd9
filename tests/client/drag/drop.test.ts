import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundaryOf, dropOf, grabOf, momentAt, usualEnd } from '../../../client/drag/drop.ts';
import { magnetOf } from '../../../client/drag/magnet.ts';
import { outcomeOf, previewOf } from '../../../client/drag/preview.ts';
import type { Grab, Where } from '../../../client/drag/drop.ts';
import { timescale, ZOOMS } from '../../../shared/layout/timescale.ts';
import { termId } from '../../../shared/model/almanac.ts';
import { addDays, toNumber } from '../../../shared/model/day.ts';
import type { Id, Plan, Term } from '../../../shared/model/plan.ts';
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
const held2 = (title: string) => ({ node: id(title), part: 'milestone' as const });
const withTerm = (plan: Plan, term: Term): Plan => ({
  ...plan,
  records: { ...plan.records, term: new Map([[termId(term), term]]) },
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

test('a clause has a time limit of its own, whatever its nodes are dated', () => {
  const plan = planOf(`
一
  甲
    甲一
      ◆ 节点 02-20`);
  const node = idOf(plan, '甲一');
  const drop = dropOf(plan, grabOf(plan, { node, part: 'row' }, at('2019-05-06'), [])!, days(at('2019-05-10')))!;
  expect(previewOf(plan, drop)!.nodes.get(node)!.span).toEqual({ start: '2019-05-06', end: '2019-05-10' });
});

describe('what cannot be dragged', () => {
  test.each([
    ['a row whose node is dated', '甲一', 'row'],
    ['a row of an item that shows its children’s dates', '甲', 'row'],
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

describe('a hand is drawn to good boundaries, which depend on the zoom', () => {
  const drop = (grabbed: Grab, moment: number, zoom: Where['zoom'], magnet: number) =>
    dropOf(PLAN, grabbed, days(moment, { zoom, magnet }))!;

  test('from seven px away, so that each day can still be hit where it is wider', () => {
    expect(magnetOf(7)).toBe(1);
    expect(magnetOf(1.4)).toBe(5);
    expect(magnetOf(7, 'touch')).toBeGreaterThan(1);
  });

  test('by day every day is its own', () => {
    expect(drop(grab('甲一', 'end', at('2019-04-30')), at('2019-05-30', 0.6), 'day', 9)).toMatchObject({
      args: { day: '2019-05-30' },
    });
    expect(boundaryOf(drop(grab('甲一', 'end', at('2019-04-30')), at('2019-05-31'), 'day', 9))).toBeUndefined();
  });

  test('by week a start is drawn to Monday and an end to the last working day of the week', () => {
    const start = drop(grab('甲二', 'start', at('2019-02-01')), at('2019-01-29', 0.2), 'week', 0.8);
    expect(start).toMatchObject({ args: { day: '2019-01-28' } });
    expect(boundaryOf(start)).toEqual({ day: '2019-01-28', edge: 'start', name: 'week' });
    // 2019-02-02 and -03 are worked before the Spring Festival.
    const end = drop(grab('甲二', 'end', at('2019-02-10')), at('2019-02-02', 0.9), 'week', 0.8);
    expect(end).toMatchObject({ args: { day: '2019-02-03' } });
    const friday = drop(grab('甲二', 'end', at('2019-02-10')), at('2019-02-23', 0.1), 'week', 0.8);
    expect(friday).toMatchObject({ args: { day: '2019-02-22' } });
  });

  test('by month the last of a month, called by the greatest that it ends', () => {
    const may = drop(grab('甲一', 'end', at('2019-04-30')), at('2019-06-01'), 'month', 1.7);
    expect(may).toMatchObject({ args: { day: '2019-05-31' } });
    expect(boundaryOf(may)?.name).toBe('month');
    expect(boundaryOf(drop(grab('甲一', 'end', at('2019-04-30')), at('2019-06-29'), 'month', 1.7))?.name).toBe(
      'quarter',
    );
    expect(boundaryOf(drop(grab('甲一', 'end', at('2019-04-30')), at('2019-12-30'), 'month', 1.7))?.name).toBe('year');
  });

  test('a whole bar by its start or its end, whichever is nearer', () => {
    const held = grab('甲一', 'bar', at('2019-03-01'));
    const byStart = drop(held, at('2019-03-31'), 'quarter', 4);
    expect(byStart).toMatchObject({ args: { days: 31 } });
    expect(boundaryOf(byStart)).toEqual({ day: '2019-04-01', edge: 'start', name: 'quarter' });
    const byEnd = drop(held, at('2019-07-03'), 'quarter', 4);
    expect(boundaryOf(byEnd)).toEqual({ day: '2019-08-31', edge: 'end', name: 'month' });
  });

  test('the first and the last day of a term, and the day after', () => {
    const held = grab('节点', 'milestone', at('2019-02-20'));
    expect(boundaryOf(drop(held, at('2019-09-03'), 'month', 1.7))).toMatchObject({ day: '2019-09-02', name: 'term' });
    const end = grab('甲一', 'end', at('2019-04-30'));
    expect(boundaryOf(drop(end, at('2020-01-18'), 'month', 1.7))).toMatchObject({ day: '2020-01-17', name: 'term' });
    const start = grab('甲一', 'start', at('2019-03-01'));
    expect(boundaryOf(drop(start, at('2020-01-18', 0.6), 'month', 0.8))).toMatchObject({
      day: '2020-01-18',
      name: 'break',
    });
  });

  test('a bureau’s own terms count, not those they replace', () => {
    const own = withTerm(PLAN, { schoolYear: 2019, term: 1, first: '2019-09-05', last: '2020-01-10', source: '校历' });
    const held = grabOf(own, held2('节点'), at('2019-02-20'), [])!;
    expect(boundaryOf(dropOf(own, held, days(at('2019-09-06'), { zoom: 'month', magnet: 1.7 }))!)).toMatchObject({
      day: '2019-09-05',
      name: 'term',
    });
  });

  test('Alt and keys bring no magnet and so no draw', () => {
    const held = grab('甲一', 'bar', at('2019-03-01'));
    expect(drop(held, at('2019-03-31'), 'quarter', 0)).toMatchObject({ args: { days: 30 } });
  });

  test('out of the tray and on an empty row as well', () => {
    expect(drop(grab('甲三', 'tray', 0), at('2019-09-03'), 'month', 2)).toMatchObject({
      args: { span: { start: '2019-09-02' } },
    });
    const drawn = drop(grab('甲三', 'row', at('2019-05-02')), at('2019-07-01', 0.4), 'month', 2);
    expect(drawn).toMatchObject({ args: { span: { start: '2019-05-01', end: '2019-06-30' } } });
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
