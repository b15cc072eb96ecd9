import { describe, expect, test } from 'vitest';
import { SHANGHAI_TERMS } from '../../../shared/model/terms.ts';
import { CHINA } from '../../../shared/model/calendar.ts';
import { endAfter } from '../../../client/views/list/length.ts';
import { readWhen, whenText } from '../../../client/views/list/when.ts';

const says = (text: string, which: 'start' | 'end' | 'point' = 'end'): readonly string[] =>
  readWhen(text, which, 2019).map(({ start, end, due }) => due?.words ?? [start ?? '', end ?? ''].join('/'));

describe('a deadline as people type it', () => {
  test.each([
    ['3/15', '/2019-03-15'],
    ['2019.3.15', '/2019-03-15'],
    ['三月十五日', '/2019-03-15'],
    ['3月底', '/2019-03-31'],
    ['10月中旬', '/2019-10-20', '2019-10-11/2019-10-20'],
    ['第一季度', '/2019-03-31', '2019-01-01/2019-03-31'],
    ['Q2', '/2019-06-30', '2019-04-01/2019-06-30'],
    ['上半年', '/2019-06-30', '2019-01-01/2019-06-30'],
    ['3-7月', '2019-03-01/2019-07-31', '/2019-07-31'],
    ['3/1-5/20', '2019-03-01/2019-05-20', '/2019-05-20'],
    ['3-7', '/2019-03-07', '2019-03-01/2019-07-31'],
    ['2020年3月底前', '/2020-03-31'],
    ['持续推进', '持续推进'],
  ])('%s', (text, ...ways) => expect(says(text)).toEqual(ways));

  test('as a length is over by the notices, for an end that has a start; what may be a day is one', () => {
    const from = (text: string, which: 'start' | 'end' | 'point' = 'end') =>
      readWhen(text, which, 2019, [], (typed) => endAfter(typed, '2019-04-29', CHINA));
    for (const text of ['4个工作日', '４ 个工作日', '+4工作日', '4 working days', '4wd'])
      expect(from(text), text).toEqual([{ end: '2019-05-06' }]);
    for (const text of ['2周', '2 weeks', '2个星期']) expect(from(text), text).toEqual([{ end: '2019-05-12' }]);
    for (const text of ['10天', '10 days']) expect(from(text), text).toEqual([{ end: '2019-05-08' }]);
    expect(readWhen('2周', 'end', 2019, SHANGHAI_TERMS, () => '2019-05-12').at(0)).toEqual({ end: '2019-05-12' });
    expect(from('3个月')).toEqual([{ end: '2019-07-28' }]);
    expect(from('3月').at(0)).toMatchObject({ end: '2019-03-31' });
    expect(from('第2周')).toEqual(readWhen('第2周', 'end', 2019));
    expect([from('4个工作日', 'start'), from('4个工作日', 'point'), from('0天')]).toEqual([[], [], []]);
    expect(says('4个工作日')).toEqual([]);
  });

  test('that says no day is not understood, and never guessed', () => {
    for (const text of ['', '瞎写', '13/45', '2019-02-30', '2月30日', '下下周']) expect(says(text)).toEqual([]);
  });

  test('of a start is its first day, of a milestone its last', () => {
    expect(says('第一季度', 'start')).toEqual(['2019-01-01/', '2019-01-01/2019-03-31']);
    expect(says('第一季度', 'point')).toEqual(['/2019-03-31']);
    expect(says('持续推进', 'start')).toEqual([]);
  });

  test('by the school calendar is what the terms say, and without them stays words', () => {
    const school = (text: string, which: 'start' | 'end' | 'point'): readonly string[] =>
      readWhen(text, which, 2019, SHANGHAI_TERMS).map(({ start, end }) => [start ?? '', end ?? ''].join('/'));
    expect(school('第3周周五', 'end')).toEqual(['/2019-09-20']);
    expect(school('第3周', 'end')).toEqual(['2019-09-16/2019-09-22', '/2019-09-22']);
    expect(school('第3周', 'start')).toEqual(['2019-09-16/2019-09-22', '2019-09-16/']);
    expect(school('开学', 'point')).toEqual(['/2019-09-02']);
    expect(says('第3周周五')).toEqual(['第3周周五']);
  });

  test('is written so that it reads back the same', () => {
    for (const text of ['3/15', '3月底', '第一季度', '上半年', '3-7月', '10月中旬', '年底', '全年', '持续推进'])
      for (const way of readWhen(text, 'end', 2019)) {
        const [again] = readWhen(whenText(way), 'end', 2000);
        expect([again?.start, again?.end, again?.due]).toEqual([way.start, way.end, way.due]);
      }
  });
});
