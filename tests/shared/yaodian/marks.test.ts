// Number marks in every usual style, read and written.
import { describe, expect, test } from 'vitest';
import { chineseNumber } from '../../../shared/model/numbering.ts';
import { readMark, readNumeral, writeMark } from '../../../shared/yaodian/marks.ts';

describe('marks', () => {
  test.each([
    ['一、聚焦', 'chinese', 1, '一、'],
    ['十二．聚焦', 'chinese', 12, '一．'],
    ['（三）聚焦', 'chineseBracket', 3, '（一）'],
    ['(二十一) 聚焦', 'chineseBracket', 21, '(一) '],
    ['㈡聚焦', 'chineseBracket', 2, '㈠'],
    ['6. 促进', 'arabic', 6, '1. '],
    ['6 . 促进', 'arabic', 6, '1 . '],
    ['１２．促进', 'arabic', 12, '１．'],
    ['3、促进', 'arabic', 3, '1、'],
    ['007. 促进', 'arabic', 7, '001. '],
    ['（4）促进', 'arabicBracket', 4, '（1）'],
    ['5）促进', 'arabicBracket', 5, '1）'],
    ['③促进', 'circled', 3, '①'],
    ['⒊促进', 'arabic', 3, '⒈'],
    ['⑷促进', 'arabicBracket', 4, '⑴'],
    ['第二部分 任务', 'part', 2, '第一部分 '],
    ['第3章 任务', 'part', 3, '第1章 '],
    ['第十条　任务', 'article', 10, '第一条　'],
  ])('%s', (text, style, number, sample) => {
    const mark = readMark(text)!;
    expect([mark.style, mark.number, mark.sample]).toEqual([style, number, sample]);
    expect(text.startsWith(mark.raw)).toBe(true);
    expect(writeMark(sample, number)).toBe(mark.raw);
  });

  test.each(['2.0版本', '2019年是', '（2018-2020）', '70周年', '8个镇', '三年行动', '一是', '聚焦', ''])(
    '%s is none',
    (text) => {
      expect(readMark(text)).toBeUndefined();
    },
  );

  test('numerals go both ways from 1 to 999', () => {
    for (let n = 1; n <= 999; n++) expect(readNumeral(chineseNumber(n))).toBe(n);
    expect(['一百', '一百零五', '二百三十', '三百一十二'].map(readNumeral)).toEqual([100, 105, 230, 312]);
  });

  test('a style that runs out of signs says the number otherwise', () => {
    expect(writeMark('①', 20)).toBe('⑳');
    expect(writeMark('①', 21)).toBe('(21)');
    expect(writeMark('㈠', 11)).toBe('（十一）');
  });
});
