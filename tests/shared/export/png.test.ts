import { describe, expect, test } from 'vitest';
import { crc32, isPng, pngSize, withDensity } from '../../../shared/export/png.ts';

// One white pixel, as any encoder writes it.
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAGyTiDwAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);

const text = (bytes: Uint8Array) => String.fromCharCode(...bytes);

describe('the density of a PNG', () => {
  test('is stated right after the header, in pixels per metre', () => {
    const png = withDensity(PIXEL, 300);
    const view = new DataView(png.buffer);
    expect(text(png.subarray(37, 41))).toBe('pHYs');
    expect(view.getUint32(33)).toBe(9);
    expect(view.getUint32(41)).toBe(11811);
    expect(view.getUint32(45)).toBe(11811);
    expect(png[49]).toBe(1);
    expect(view.getUint32(50)).toBe(crc32(png.subarray(37, 50)));
  });

  test('is stated once, however often it is set', () => {
    const twice = withDensity(withDensity(PIXEL, 96), 300);
    expect(twice).toEqual(withDensity(PIXEL, 300));
    expect(text(twice).split('pHYs')).toHaveLength(2);
  });

  test('leaves every other byte as it was', () => {
    const png = withDensity(PIXEL);
    expect(text(png.subarray(0, 33))).toBe(text(PIXEL.subarray(0, 33)));
    expect(text(png.subarray(54))).toBe(text(PIXEL.subarray(33)));
    expect(pngSize(png)).toEqual({ width: 1, height: 1 });
  });

  test('is refused for what is no PNG', () => {
    expect(isPng(new Uint8Array([1, 2, 3]))).toBe(false);
    expect(() => withDensity(new Uint8Array(60))).toThrow('not a PNG');
    expect(() => pngSize(new Uint8Array(60))).toThrow('not a PNG');
  });
});

test('the checksum is the one of PNG: IEND has AE426082', () => {
  expect(crc32(new TextEncoder().encode('IEND')).toString(16)).toBe('ae426082');
});
