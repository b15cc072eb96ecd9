// The type that comes with us, cut down: still a font, with every character it should have and its licence.
import { expect, test } from 'vitest';
import { QINGPU_2019 } from '../../../server/seed/text.ts';
import { typeFonts } from '../../../server/fonts.ts';
import { isCommon, trimmed } from '../../../shared/export/pdf/trim.ts';
import { readFaces } from '../../../shared/export/pdf/truetype.ts';

const whole = readFaces((await typeFonts()).at(-1)!)[0]!;
const file = trimmed(whole, isCommon);
const [cut] = readFaces(file);

test('a font cut down is a font, with its name, weight and licence', () => {
  expect(cut).toMatchObject({ families: whole.families, weight: 700, licence: whole.licence, embeddable: true });
  expect(cut!.licence).toContain('Open Font License');
  expect(file.length).toBeLessThan(5_000_000);
});

test('it has all of GB 2312 and of the 2019 text, and no more than was asked for', () => {
  const has = new Set(cut!.codes());
  for (const char of `${QINGPU_2019}啊齄鼗（）“”—…·①⑩`)
    if (char.trim()) expect(has.has(char.codePointAt(0)!), char).toBe(true);
  for (const code of has) expect(isCommon(code)).toBe(true);
  expect([...has].filter((code) => code >= 0x4e00 && code < 0xa000).length).toBe(6763);
});

test('its glyphs are as wide and as shaped as before', () => {
  for (const char of '挂图作战ABC2019，') {
    const code = char.codePointAt(0)!;
    expect(cut!.advance(cut!.glyphOf(code))).toBe(whole.advance(whole.glyphOf(code)));
    expect(cut!.outline(cut!.glyphOf(code)).length).toBeGreaterThanOrEqual(whole.outline(whole.glyphOf(code)).length);
  }
});
