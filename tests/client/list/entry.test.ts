import { describe, expect, test } from 'vitest';
import { readBlock, readDay, readPercent, withEnd, readLight } from '../../../client/views/list/entry.ts';

describe('a day typed into a cell', () => {
  test.each([
    ['2019-03-15', '2019-03-15'],
    ['2019/3/15', '2019-03-15'],
    ['2019.3.15', '2019-03-15'],
    ['20190315', '2019-03-15'],
    ['2019年3月15日', '2019-03-15'],
    ['2019年3月15号', '2019-03-15'],
    ['3/15', '2019-03-15'],
    ['3-15', '2019-03-15'],
    ['3月15日', '2019-03-15'],
    ['3月15', '2019-03-15'],
    [' ３月１５日 ', '2019-03-15'],
    ['2020/2/29', '2020-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed, 2019)).toEqual({ day });
  });

  test.each(['2019-02-29', '13/1', '3月', '三月十五日', '明天', '15', '2019', '', '3/15/x'])(
    '%s is no day',
    (typed) => {
      expect(readDay(typed, 2019)).toBeUndefined();
    },
  );

  test.each([
    ['6月底前', '2019-06-30', 'month'],
    ['2020年3月底前', '2020-03-31', 'month'],
    ['第一季度', '2019-03-31', 'quarter'],
    ['3季度末', '2019-09-30', 'quarter'],
    ['上半年', '2019-06-30', 'half'],
    ['年底前', '2019-12-31', 'year'],
    ['2020年底', '2020-12-31', 'year'],
  ])('%s, as an end, is %s and remembers how it was said', (typed, day, grain) => {
    expect(readDay(typed, 2019, true)).toEqual({ day, grain });
    expect(readDay(typed, 2019)).toBeUndefined();
  });
});

describe('one end of a span typed', () => {
  const span = { start: '2019-03-01', end: '2019-03-31' };
  test('leaves the other where it is', () => {
    expect(withEnd(span, 'start', { day: '2019-03-15' })).toEqual({ start: '2019-03-15', end: '2019-03-31' });
    expect(withEnd(span, 'end', { day: '2019-04-15' })).toEqual({ start: '2019-03-01', end: '2019-04-15' });
  });
  test('past the other takes it along', () => {
    expect(withEnd(span, 'start', { day: '2019-05-01' }, 'pushed')).toEqual({ start: '2019-05-01', end: '2019-05-01' });
    expect(withEnd(span, 'end', { day: '2019-02-01' }, 'pushed')).toEqual({ start: '2019-02-01', end: '2019-02-01' });
  });
  test('alone, an end that passes the other is left to be refused: the other day is not thrown away', () => {
    expect(withEnd(span, 'start', { day: '2019-05-01' })).toEqual({ start: '2019-05-01', end: '2019-03-31' });
    expect(withEnd(span, 'end', { day: '2019-02-01' })).toEqual({ start: '2019-03-01', end: '2019-02-01' });
  });
  test('of undated work is both ends: no other day is invented', () => {
    expect(withEnd(undefined, 'end', { day: '2019-06-30', grain: 'month' })).toEqual({
      start: '2019-06-30',
      end: '2019-06-30',
      grain: 'month',
    });
  });
  test('exactly is no longer rough', () => {
    expect(withEnd({ ...span, grain: 'month' }, 'end', { day: '2019-03-20' })).toEqual({
      start: '2019-03-01',
      end: '2019-03-20',
    });
  });
});

test('a percentage is whole and at most a hundred; nothing takes it away', () => {
  expect([readPercent('40'), readPercent('40%'), readPercent('４０％'), readPercent(' ')]).toEqual([40, 40, 40, null]);
  expect([readPercent('101'), readPercent('4.5'), readPercent('-1'), readPercent('半')]).toEqual(
    Array(4).fill(undefined),
  );
});

test('a block from Excel is rows of cells, quoted where a cell has a break or a tab in it', () => {
  expect(readBlock('甲\t3/1\r\n"乙\n丙 ""丁"""\t\r\n')).toEqual([
    ['甲', '3/1'],
    ['乙\n丙 "丁"', ''],
  ]);
});

test('a light is read by the bureau’s own word, and still by the usual one', () => {
  expect(readLight('▲ 红灯', { late: '红灯' })).toBe('late');
  expect(readLight('滞后', { late: '红灯' })).toBe('late');
  expect(readLight('红灯')).toBeUndefined();
});
