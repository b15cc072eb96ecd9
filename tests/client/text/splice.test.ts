import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applySplice, carried, merged, oneLine, received, spliceOf } from '../../../client/views/text/splice.ts';

const text = fc.string({ unit: fc.constantFrom('推', '进', '，', '𠮷', '𠮸', 'a', ' '), maxLength: 8 });

describe('a splice', () => {
  test('turns the one text into the other, whatever they are', () => {
    fc.assert(fc.property(text, text, (a, b) => applySplice(a, spliceOf(a, b)) === b));
  });

  test('never cuts a character outside the basic plane in two', () => {
    expect(spliceOf('𠮷祥', '𠮸祥')).toEqual({ at: 0, remove: 2, insert: '𠮸' });
    fc.assert(
      fc.property(
        text,
        text,
        (a, b) => !/(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(spliceOf(a, b).insert),
      ),
    );
  });
});

describe('my caret, when somebody else edits', () => {
  const move = (before: string, after: string): string => {
    const at = before.indexOf('|');
    const plain = before.replace('|', '');
    const now = carried(at, spliceOf(plain, after));
    return `${after.slice(0, now)}|${after.slice(now)}`;
  };

  test('stays before the same letters when words come in before it', () => {
    expect(move('推进|落实', '全面推进落实')).toBe('全面推进|落实');
  });
  test('stays when words come in after it, or right at it', () => {
    expect(move('推进|落实', '推进落实到位')).toBe('推进|落实到位');
    expect(move('推进|落实', '推进并落实')).toBe('推进|并落实');
  });
  test('stands where its words were when they are taken out', () => {
    expect(move('全面推|进落实', '落实')).toBe('|落实');
  });
});

describe('two edits of one text', () => {
  test('at its two ends are both kept', () => {
    expect(merged('推进落实', '全面推进落实', '推进落实到位')).toBe('全面推进落实到位');
    expect(merged('推进落实', '推进落实到位', '全面推进落实')).toBe('全面推进落实到位');
  });
  test('at one point are both kept, what is in the plan first', () => {
    expect(merged('课程', '课程丙', '课程乙')).toBe('课程乙丙');
  });
  test('over the same words lose those words once and keep both replacements', () => {
    expect(merged('加强领导', '加大力度', '加快领导')).toBe('加快大力度');
  });
  test('that are the same edit are one edit', () => {
    expect(merged('课程', '课程改革', '课程改革')).toBe('课程改革');
  });
  test('lose none of either person’s insertions', () => {
    fc.assert(
      fc.property(text, fc.nat(8), fc.nat(8), (base, i, j) => {
        const chars = [...base];
        const put = (at: number, word: string): string => [...chars.slice(0, at), word, ...chars.slice(at)].join('');
        const both = merged(base, put(i, '甲'), put(j, '乙'));
        expect([...both].toSorted().join('')).toBe([...base, '甲', '乙'].toSorted().join(''));
      }),
    );
  });
  test('are one-sided when I have typed nothing', () => {
    expect(received({ base: '甲', text: '甲' }, '乙')).toEqual({ base: '乙', text: '乙' });
    expect(received({ base: '甲', text: '甲丙' }, '乙甲')).toEqual({ base: '乙甲', text: '乙甲丙' });
  });
});

test('a pasted paragraph becomes one line: Chinese closes up, Latin keeps a space', () => {
  expect(oneLine('推进\n落实')).toBe('推进落实');
  expect(oneLine('work \r\n plan')).toBe('work plan');
  expect(oneLine('2019年\n工作')).toBe('2019年工作');
});
