import { describe, expect, test } from 'vitest';
import { SHANGHAI_TERMS } from '../../../shared/model/terms.ts';
import { readSchoolDay } from '../../../shared/yaodian/schoolday.ts';

const read = (text: string, year: number): string[] | undefined =>
  readSchoolDay(text, SHANGHAI_TERMS, year)?.map(({ start, end }) => (start === end ? start : `${start}/${end}`));

describe('days told by the school calendar', () => {
  test.each([
    ['第3周周五', 2019, ['2019-09-20']],
    ['第三周星期五', 2019, ['2019-09-20']],
    ['3周周日', 2019, ['2019-09-22']],
    ['第1周', 2019, ['2019-09-02/2019-09-08']],
    // The first week of 2023学年 begins on a Friday, and ends with its Sunday.
    ['2023学年第一学期第1周', 2023, ['2023-09-01/2023-09-03']],
    ['2023学年第1学期第1周周五', 2019, ['2023-09-01']],
    ['第二学期第19周周五', 2024, ['2024-06-28']],
    ['上学期第2周周一', 2023, ['2023-09-04']],
    ['week 3 Fri', 2019, ['2019-09-20']],
    ['term 2, week 1 Monday', 2020, ['2020-02-17']],
    ['开学', 2019, ['2019-09-02']],
    ['2019学年第一学期期末', 2019, ['2020-01-17']],
  ])('%s in %i', (text, year, days) => {
    expect(read(text, year)).toEqual(days);
  });

  test('two terms of a year that both have the week are both meant', () => {
    expect(read('第3周周五', 2020)).toEqual(['2020-03-06']);
    expect(read('第3周周五', 2023)).toEqual(['2023-09-15']);
    expect(readSchoolDay('第3周周五', [...SHANGHAI_TERMS, SPRING], 2019)?.map(({ start }) => start)).toEqual([
      '2019-09-20',
      '2019-03-08',
    ]);
  });

  test('a week no known term has comes to no day', () => {
    expect(read('第23周周五', 2019)).toEqual([]);
    expect(read('第3周周五', 2018)).toEqual([]);
    // The term ends on the Friday of its last week.
    expect(read('2023学年第一学期第21周周六', 2023)).toEqual([]);
  });

  test('what tells no school day is left to others', () => {
    for (const text of ['9/20', '6月底', '每周五', '第3周五', '持续推进', '一周内', '开学前'])
      expect(read(text, 2019)).toBeUndefined();
  });
});

const SPRING = { schoolYear: 2018, term: 2, first: '2019-02-18', last: '2019-06-28', source: '本计划录入' } as const;
