import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balance, clip, measure, wrap } from '../../../shared/layout/text.ts';

describe('how wide text is', () => {
  test('a Chinese character and its punctuation are one em', () => {
    expect(measure('教育', 15)).toBe(30);
    expect(measure('（“。”）', 10)).toBe(50);
  });
  test('a character beyond the basic plane is one em, not two', () => expect(measure('𠮷', 20)).toBe(20));
  test('what combines with the character before it takes no room', () =>
    expect(measure('e\u0301', 10)).toBe(measure('e', 10)));
  test('Latin is narrower, and bold is wider', () => {
    expect(measure('2019', 10)).toBeCloseTo(24);
    expect(measure('iiii', 10)).toBeLessThan(measure('WWWW', 10) / 2);
    expect(measure('abc', 10, 600)).toBeGreaterThan(measure('abc', 10));
  });
});

describe('clip', () => {
  test('text that fits stays as it is', () => expect(clip('办好学前教育', 13, 78)).toBe('办好学前教育'));
  test('text that does not ends in an ellipsis and fits', () => {
    expect(clip('办好学前教育', 10, 45)).toBe('办好学…');
    expect(measure(clip('办好学前教育', 10, 45), 10)).toBeLessThanOrEqual(45);
  });
  test('no comma or opening bracket stands before the ellipsis', () => {
    expect(clip('加强，提高质量', 10, 40)).toBe('加强…');
    expect(clip('落实《指南》全文', 10, 40)).toBe('落实…');
  });
  test('a surrogate pair is kept or dropped whole', () => {
    for (let width = 0; width < 80; width++)
      expect(clip('𠮷𠮷𠮷𠮷𠮷', 13, width)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
  test('where not even the ellipsis fits, nothing is shown', () => expect(clip('教育', 13, 5)).toBe(''));
});

describe('wrap, by 禁则', () => {
  test('a mark that may not begin a line takes its character along', () => {
    expect(wrap('一二三四，五六', 10, 40)).toEqual(['一二三', '四，五六']);
  });
  test('an opening bracket goes to the next line with what it opens', () => {
    expect(wrap('一二三（四）五', 10, 40)).toEqual(['一二三', '（四）五']);
  });
  test('a dash of two characters is not torn', () => expect(wrap('一二三——四', 10, 40)).toEqual(['一二', '三——四']));
  test('a Latin word or number is not torn', () => {
    expect(wrap('实施2019年计划', 10, 40)).toEqual(['实施', '2019年', '计划']);
    expect(wrap('hello brave world', 10, 45)).toEqual(['hello', 'brave', 'world']);
  });
  test('a word wider than the line is torn, for it must go somewhere', () => {
    expect(wrap('aaaaaaaaaa', 10, 30).join('')).toBe('aaaaaaaaaa');
  });
  test('the last line allowed ends in an ellipsis when something is left', () => {
    expect(wrap('一二三四五六七八', 10, 30, 2)).toEqual(['一二三', '四五…']);
    expect(wrap('一\n二\n三', 10, 30, 2)).toEqual(['一', '二…']);
  });
  test('an empty text is one empty line', () => expect(wrap('', 10, 30)).toEqual(['']));

  const CHARACTERS = [...'教育改革督导的，。、；：）》”（《“abc 12𠮷'];
  const text = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 60 }).map((chars) => chars.join(''));
  test('nothing is lost but spaces at the breaks', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 300 }), (value, width) => {
        expect(wrap(value, 13, width).join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
      }),
    );
  });
  test('no line is wider than allowed, except one character that is', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 300 }), (value, width) => {
        for (const line of wrap(value, 13, width))
          expect([...line].length === 1 || measure(line, 13) <= width + 1e-9, line).toBe(true);
      }),
    );
  });
  test('no line begins with a closing mark or ends with an opening one, in text as people write it', () => {
    const written = fc
      .array(fc.tuple(fc.constantFrom('教', '育', '改革', '𠮷'), fc.constantFrom('', '', '，', '。', '、')), {
        maxLength: 40,
      })
      .map((parts) => parts.map((pair) => pair.join('')).join(''))
      .map((value) => value.replaceAll('教育', '《教》“育”'));
    fc.assert(
      fc.property(written, fc.integer({ min: 90, max: 300 }), (value, width) => {
        for (const line of wrap(value, 13, width)) {
          expect(line).not.toMatch(/^[，。、；：）》”]/);
          expect(line).not.toMatch(/[（《“]$/);
        }
      }),
    );
  });
});

describe('balance', () => {
  test('breaks after a comma when that costs no line', () => {
    expect(balance('一、聚焦加强作风建设，着力提升教育系统行政效能', 10, 180)).toEqual([
      '一、聚焦加强作风建设，',
      '着力提升教育系统行政效能',
    ]);
  });
  test('leaves no last line of two characters', () => {
    expect(balance('认真学习深刻领会重要讲话精神', 10, 120)).toEqual(['认真学习深刻领', '会重要讲话精神']);
  });
  test('never takes more lines than wrap', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'教育，改 ab。'), maxLength: 50 }), (value) => {
        expect(balance(value, 10, 90).length).toBe(wrap(value, 10, 90).length);
      }),
    );
  });
});
