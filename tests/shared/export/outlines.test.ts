// Outlines of PostScript's kind become those of TrueType: same shape, whatever operators drew it.
import { describe, expect, test } from 'vitest';
import { glyphOf } from '../../../shared/export/pdf/quads.ts';
import type { Step } from '../../../shared/export/pdf/cff.ts';
import { readFaces } from '../../../shared/export/pdf/truetype.ts';
import { cubicFont, squareFont } from '../../server/kit/font.ts';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** A simple glyph taken apart, as our own writer lays it. */
function pointsIn(glyph: Uint8Array): readonly (readonly Point[])[] {
  const view = new DataView(glyph.buffer, glyph.byteOffset);
  const ends = Array.from({ length: view.getInt16(0) }, (_, index) => view.getUint16(10 + 2 * index));
  const count = ends.at(-1)! + 1;
  const flags = 10 + 2 * ends.length + 2;
  let [x, y] = [0, 0];
  const all = Array.from({ length: count }, (_, index): Point => {
    x += view.getInt16(flags + count + 2 * index);
    y += view.getInt16(flags + 3 * count + 2 * index);
    return { x, y, on: view.getUint8(flags + index) === 1 };
  });
  return ends.map((end, index) => all.slice(index === 0 ? 0 : ends[index - 1]! + 1, end + 1));
}

describe('a font of PostScript’s kind', () => {
  const [face] = readFaces(cubicFont({ family: '思源' }));

  test('is read as any other: name, weight, characters, widths', () => {
    expect(face).toMatchObject({ families: ['思源'], weight: 400, unitsPerEm: 1000, embeddable: true });
    expect(face!.codes()).toEqual([0x4e2d]);
    expect(face!.advance(face!.glyphOf(0x4e2d))).toBe(1000);
    expect(new DataView(face!.table('maxp')!.buffer).getUint32(0)).toBe(0x10000);
  });

  test('draws what its lines, curves and subroutines draw', () => {
    const [square] = pointsIn(face!.outline(face!.glyphOf(0x4e2d)));
    const corners = square!.filter(({ on }) => on).map(({ x, y }) => [x, y]);
    expect(corners).toEqual([
      [0, 0],
      [0, 800],
      [1000, 800],
      [1000, 0],
    ]);
    expect(new DataView(face!.outline(1).buffer).getInt16(8)).toBe(800);
  });

  test('that is damaged is no font, or has no such glyph; nothing hangs', () => {
    const whole = cubicFont({ family: 'X' });
    for (let cut = 0; cut < whole.length; cut += 7) {
      const damaged = whole.slice();
      damaged.fill(29, cut, cut + 9);
      for (const each of readFaces(damaged)) {
        let drawn = 0;
        try {
          for (const code of each.codes().slice(0, 100)) drawn += each.outline(each.glyphOf(code)).length;
        } catch (fault) {
          expect(fault).toBeInstanceOf(RangeError);
        }
        expect(drawn).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

test('a circle of four cubic curves stays round to half a unit', () => {
  const k = 0.5523;
  const r = 400;
  const arc = (x0: number, y0: number, x: number, y: number): Step => ({
    to: 'curve',
    x1: x0 - k * y0,
    y1: y0 + k * x0,
    x2: x + k * y,
    y2: y - k * x,
    x,
    y,
  });
  const steps: Step[] = [
    { to: 'move', x: r, y: 0 },
    arc(r, 0, 0, r),
    arc(0, r, -r, 0),
    arc(-r, 0, 0, -r),
    arc(0, -r, r, 0),
  ];
  const [points] = pointsIn(glyphOf(steps));
  for (const [index, point] of points!.entries()) {
    const next = points![(index + 1) % points!.length]!;
    if (point.on) expect(Math.abs(Math.hypot(point.x, point.y) - r)).toBeLessThan(1);
    // Halfway along each quadratic: a quarter of both ends and half of what bends it.
    if (!point.on) {
      const before = points![index - 1]!;
      const middle = [before.x / 4 + point.x / 2 + next.x / 4, before.y / 4 + point.y / 2 + next.y / 4];
      expect(Math.abs(Math.hypot(...middle) - r)).toBeLessThan(1.3);
    }
  }
});

test('what draws nothing is empty', () => {
  expect(glyphOf([]).length).toBe(0);
  expect(glyphOf([{ to: 'move', x: 1, y: 1 }]).length).toBe(0);
  const [face] = readFaces(squareFont({ family: 'X' }));
  expect(face!.outline(0).length).toBe(0);
});
