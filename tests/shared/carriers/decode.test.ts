import { expect, test } from 'vitest';
import { decodeText } from '../../../shared/carriers/decode.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const wide = (text: string, littleEnd: boolean): Uint8Array =>
  Uint8Array.from([...text].flatMap((sign) => {
    const pair = [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8];
    return littleEnd ? pair : pair.toReversed();
  })); // prettier-ignore

test('a text is read in the encodings offices have', () => {
  expect(decodeText(new TextEncoder().encode('青浦教育'))).toBe('青浦教育');
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
  expect(decodeText(bytes(0xff, 0xfe, 0x52, 0x97))).toBe('青');
  expect(decodeText(bytes(0xfe, 0xff, 0x97, 0x52))).toBe('青');
  expect(decodeText(bytes(0xc7, 0xe0, 0xc6, 0xd6))).toBe('青浦');
  expect(decodeText(bytes())).toBe('');
});

test('UTF-16 without a mark is known by where its zero bytes stand', () => {
  const text = '2019年青浦教育工作要点\n一、甲\n1. 乙。\n';
  expect(decodeText(wide(text, true))).toBe(text);
  expect(decodeText(wide(text, false))).toBe(text);
  expect(decodeText(wide('plan 2019', true))).toBe('plan 2019');
});

test('what is no text is not taken for one', () => {
  expect(decodeText(bytes(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00))).toBeUndefined();
  expect(decodeText(bytes(0xff, 0xff, 0xff))).toBeUndefined();
});
