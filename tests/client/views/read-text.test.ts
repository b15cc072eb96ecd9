import { expect, test } from 'vitest';
import { decodeText } from '../../../client/views/read-text.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

test('a text is read in the encodings offices have', () => {
  expect(decodeText(new TextEncoder().encode('青浦教育'))).toBe('青浦教育');
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
  expect(decodeText(bytes(0xff, 0xfe, 0x52, 0x97))).toBe('青');
  expect(decodeText(bytes(0xfe, 0xff, 0x97, 0x52))).toBe('青');
  expect(decodeText(bytes(0xc7, 0xe0, 0xc6, 0xd6))).toBe('青浦');
});

test('what is no text is not taken for one', () => {
  expect(decodeText(bytes(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00))).toBeUndefined();
});
