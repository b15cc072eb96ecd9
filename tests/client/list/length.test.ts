import { describe, expect, test } from 'vitest';
import { endAfter } from '../../../client/views/list/length.ts';
import { CHINA } from '../../../shared/model/calendar.ts';

const from = (start: string, text: string): string | undefined => endAfter(text, start, CHINA);

describe('a length typed into an end', () => {
  test('of working days goes by the notices, 调休 included', () => {
    for (const text of ['4个工作日', '4 个工作日', '４工作日', '4 working days', '4wd', '+4工作日'])
      expect(from('2019-04-29', text), text).toBe('2019-05-06');
    expect(from('2019-09-26', '3个工作日')).toBe('2019-09-29');
    expect(from('2019-04-29', '1 working day')).toBe('2019-04-29');
  });

  test('of days, weeks and months counts the first day', () => {
    expect(from('2019-03-04', '10天')).toBe('2019-03-13');
    expect(from('2019-03-04', '2周')).toBe('2019-03-17');
    expect(from('2019-03-01', '3个月')).toBe('2019-05-31');
    expect(from('2019-03-04', '1 week')).toBe('2019-03-10');
  });

  test('in a year without a notice working days are not guessed at', () => {
    expect(from('2093-03-02', '4个工作日')).toBeUndefined();
    expect(from('2093-03-02', '4天')).toBe('2093-03-05');
  });

  test('is nothing else: no date, no nought, no other word', () => {
    for (const text of ['3/15', '3月15日', '6月底', '0天', '-2天', '4', '4人', '天', ''])
      expect(from('2019-03-04', text), text).toBeUndefined();
  });
});
