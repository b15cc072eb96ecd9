import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeXml, legalFileName, legalXml } from '../../../shared/export/clean.ts';

describe('text for XML', () => {
  test('loses what XML 1.0 forbids and nothing else', () => {
    expect(legalXml('a\u0000\u0001\u000b\u001fb\ufffe\uffff')).toBe('ab');
    expect(legalXml('\ud842')).toBe('');
    expect(legalXml('\udfb7x\ud842')).toBe('x');
    expect(legalXml('𠮷祥\t\r\n“双减” ◐')).toBe('𠮷祥\t\r\n“双减” ◐');
  });

  test('is well-formed whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = legalXml(text);
        expect(clean).not.toMatch(/\p{Surrogate}/u);
        expect(legalXml(clean)).toBe(clean);
        expect(escapeXml(text)).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe('file names', () => {
  test.each([
    ['2019年青浦教育工作要点', '2019年青浦教育工作要点'],
    ['示例 · 2019年（示例排期）', '示例 · 2019年（示例排期）'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['  行\n换\t行  ', '行 换 行'],
    ['..', '要点'],
    ['', '要点'],
    ['CON', '要点-CON'],
    ['com1', '要点-com1'],
    ['\ud842\u0001', '要点'],
  ])('%j is saved as %s', (title, name) => {
    expect(legalFileName(title)).toBe(name);
  });

  test('fit every file system: at most 255 bytes, never empty, no dot at either end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const name = legalFileName(title);
        expect(name).not.toBe('');
        expect(new TextEncoder().encode(`${name}-甘特图.docx`).length).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/^[. ]|[. ]$|[\\/:*?"<>|\n]/);
      }),
    );
  });
});
