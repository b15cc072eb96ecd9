// Stated deadlines become days only where the words say which.
import { expect, test } from 'vitest';
import { readDeadline } from '../../../shared/yaodian/deadline.ts';

const said = (raw: string) => {
  const { start, end, kind } = readDeadline(raw, 2019);
  return [kind, start, end];
};

test.each([
  ['3月底前', '2019-03-31'],
  ['6月30日前', '2019-06-30'],
  ['2019年6月30日前完成', '2019-06-30'],
  ['年底前', '2019-12-31'],
  ['今年底前', '2019-12-31'],
  ['年内', '2019-12-31'],
  ['2020年3月底前', '2020-03-31'],
  ['二○一九年二月底', '2019-02-28'],
  ['2020年2月底', '2020-02-29'],
  ['一季度末', '2019-03-31'],
  ['第二季度前', '2019-06-30'],
  ['９月１０日', '2019-09-10'],
  ['2019-06-30', '2019-06-30'],
  ['十二月底前', '2019-12-31'],
  ['6月前', '2019-05-31'],
  ['年中', '2019-06-30'],
])('%s is a day to be done by', (raw, end) => {
  expect(said(raw)).toEqual(['by', null, end]);
});

test.each([
  ['第一季度', '2019-01-01', '2019-03-31'],
  ['上半年', '2019-01-01', '2019-06-30'],
  ['下半年', '2019-07-01', '2019-12-31'],
  ['10月中旬', '2019-10-11', '2019-10-20'],
  ['2月下旬', '2019-02-21', '2019-02-28'],
  ['3-7月', '2019-03-01', '2019-07-31'],
  ['3月—7月', '2019-03-01', '2019-07-31'],
  ['2019年3月-12月', '2019-03-01', '2019-12-31'],
  ['2018—2020年', '2018-01-01', '2020-12-31'],
  ['9月1日至30日', '2019-09-01', '2019-09-30'],
  ['9月1日至10月15日', '2019-09-01', '2019-10-15'],
  ['2019年9月至2020年6月', '2019-09-01', '2020-06-30'],
  ['全年', '2019-01-01', '2019-12-31'],
  ['2019年', '2019-01-01', '2019-12-31'],
  ['5月', '2019-05-01', '2019-05-31'],
])('%s is a range', (raw, start, end) => {
  expect(said(raw)).toEqual(['range', start, end]);
});

test.each([
  ['持续推进', 'ongoing'],
  ['长期坚持', 'ongoing'],
  ['每月', 'recurring'],
  ['每季度末', 'recurring'],
  ['开学前', 'relative'],
  ['9月开学前', 'relative'],
  ['6月高考前完成', 'relative'],
  ['暑期', 'relative'],
  ['适时', 'relative'],
  ['抓紧', 'unclear'],
  ['13月底前', 'unclear'],
  ['2月30日前', 'unclear'],
])('%s keeps its words and gets no day', (raw, kind) => {
  expect(readDeadline(raw, 2019)).toEqual({ raw, start: null, end: null, kind });
});

test('without a year nothing is dated', () => {
  expect(readDeadline('3月底前', undefined)).toEqual({ raw: '3月底前', start: null, end: null, kind: 'by' });
  expect(readDeadline('3-7月', undefined)).toEqual({ raw: '3-7月', start: null, end: null, kind: 'range' });
  expect(readDeadline('2019年3月底前', undefined).end).toBe('2019-03-31');
});
