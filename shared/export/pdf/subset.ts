// A font file with only the glyphs a document uses, numbered anew from 0, as PDF wants one embedded.
import type { TrueType } from './truetype.ts';

type Places = ReadonlyMap<number, number>;
type Table = readonly [name: string, bytes: Uint8Array];

export interface Subset {
  readonly file: Uint8Array;
  /** Old glyph → new. */
  readonly places: Places;
}

/** `more` are tables that a document has no use for, made from where the glyphs have come to stand. */
export function subset(font: TrueType, glyphs: readonly number[], more?: (places: Places) => readonly Table[]): Subset {
  const places = new Map<number, number>([[0, 0]]);
  const queue = [0];
  const place = (glyph: number): number => {
    const known = places.get(glyph);
    if (known !== undefined) return known;
    places.set(glyph, queue.length);
    queue.push(glyph);
    return queue.length - 1;
  };
  glyphs.forEach(place);
  const outlines: Uint8Array[] = [];
  // The queue grows while composite glyphs name their parts.
  for (let at = 0; at < queue.length; at++) outlines.push(renumbered(font.outline(queue[at]!), place));
  return { file: assemble(font, queue, outlines, more?.(places) ?? []), places };
}

const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const XY_SCALE = 0x40;
const TWO_BY_TWO = 0x80;

function renumbered(outline: Uint8Array, place: (glyph: number) => number): Uint8Array {
  if (outline.length < 10) return outline;
  const copy = outline.slice();
  const view = new DataView(copy.buffer);
  if (view.getInt16(0) >= 0) return copy;
  for (let at = 10, flags: number = MORE; flags & MORE;) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, place(view.getUint16(at + 2)));
    const scale = flags & SCALE ? 2 : flags & XY_SCALE ? 4 : flags & TWO_BY_TWO ? 8 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + scale;
  }
  return copy;
}

function assemble(
  font: TrueType,
  glyphs: readonly number[],
  outlines: readonly Uint8Array[],
  more: readonly Table[],
): Uint8Array {
  const count = glyphs.length;
  const loca = new DataView(new ArrayBuffer(4 * (count + 1)));
  let length = 0;
  outlines.forEach((outline, index) => {
    length += (outline.length + 3) & ~3;
    loca.setUint32(4 * (index + 1), length);
  });
  const glyf = new Uint8Array(length);
  outlines.forEach((outline, index) => glyf.set(outline, loca.getUint32(4 * index)));
  const hmtx = new DataView(new ArrayBuffer(4 * count));
  glyphs.forEach((glyph, index) => {
    hmtx.setUint16(4 * index, font.advance(glyph));
    const outline = outlines[index]!;
    if (outline.length >= 4) hmtx.setInt16(4 * index + 2, new DataView(outline.buffer, outline.byteOffset).getInt16(2));
  });
  const changed = (name: string, at: number, value: number): Uint8Array => {
    const copy = font.table(name)!.slice();
    new DataView(copy.buffer).setUint16(at, value);
    return copy;
  };
  const kept = ['cvt ', 'fpgm', 'prep'].flatMap((name): [string, Uint8Array][] => {
    const table = font.table(name);
    return table ? [[name, table]] : [];
  });
  return sfnt([
    ...kept,
    ...more,
    ['glyf', glyf],
    // 1: offsets are four bytes long.
    ['head', changed('head', 50, 1)],
    ['hhea', changed('hhea', 34, count)],
    ['hmtx', new Uint8Array(hmtx.buffer)],
    ['loca', new Uint8Array(loca.buffer)],
    ['maxp', changed('maxp', 4, count)],
  ]);
}

/** Tables with their directory; a reader of an embedded font heeds no checksums. */
function sfnt(tables: readonly Table[]): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + 16 * sorted.length;
  const file = new Uint8Array(sorted.reduce((sum, [, bytes]) => sum + ((bytes.length + 3) & ~3), start));
  const view = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, 16 * power);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, 16 * (sorted.length - power));
  let at = start;
  sorted.forEach(([name, bytes], index) => {
    const entry = 12 + 16 * index;
    [...name].forEach((char, i) => view.setUint8(entry + i, char.charCodeAt(0)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    file.set(bytes, at);
    at += (bytes.length + 3) & ~3;
  });
  return file;
}
