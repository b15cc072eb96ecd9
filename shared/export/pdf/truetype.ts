// A font file taken apart: which glyph a character has, how wide it is, what its outline is. PostScript's outlines are given as TrueType's, so that whoever embeds a font knows one kind only.
import { readCff } from './cff.ts';
import { glyphOf } from './quads.ts';

export interface TrueType {
  readonly families: readonly string[];
  readonly weight: number;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
  /** What its maker permits, in the maker's words; empty when the file says nothing. */
  readonly licence: string;
  /** False when the maker forbids putting it into a document. */
  readonly embeddable: boolean;
  /** Every character it has a glyph for, in order. */
  readonly codes: () => readonly number[];
  /** 0 for none. */
  readonly glyphOf: (code: number) => number;
  /** In units of the em. */
  readonly advance: (glyph: number) => number;
  /** As the `glyf` table has it. */
  readonly outline: (glyph: number) => Uint8Array;
  /** Tables a subset takes over whole. */
  readonly table: (name: string) => Uint8Array | undefined;
}

/** The faces of a .ttf, .otf, .ttc or .otc; those with outlines of other kinds, and files that are no fonts, are left out. */
export function readFaces(bytes: Uint8Array): readonly TrueType[] {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return offsets(view).flatMap((at) => readFace(bytes, view, at) ?? []);
  } catch (error) {
    // Reading past the end is what a damaged font file leads to.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const COLLECTION = 0x74746366;

function offsets(view: DataView): readonly number[] {
  if (view.getUint32(0) !== COLLECTION) return [0];
  return Array.from({ length: Math.min(view.getUint32(8), 64) }, (_, index) => view.getUint32(12 + 4 * index));
}

function readFace(bytes: Uint8Array, view: DataView, at: number): TrueType | undefined {
  const places = new Map<string, readonly [number, number]>();
  for (let i = 0; i < view.getUint16(at + 4); i++) {
    const entry = at + 12 + 16 * i;
    const name = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    places.set(name, [view.getUint32(entry + 8), view.getUint32(entry + 12)]);
  }
  const table = (name: string): Uint8Array | undefined => {
    const place = places.get(name);
    return place && bytes.subarray(place[0], place[0] + place[1]);
  };
  const dataOf = (name: string): DataView | undefined => {
    const found = table(name);
    return found && new DataView(found.buffer, found.byteOffset, found.byteLength);
  };
  const [head, hhea, hmtx, loca, cmap, os2] = ['head', 'hhea', 'hmtx', 'loca', 'cmap', 'OS/2'].map(dataOf);
  const [glyf, cff] = [table('glyf'), table('CFF ')];
  if (!head || !hhea || !hmtx || !cmap) return undefined;
  const outline = glyf && loca ? quadratic(glyf, loca, head.getInt16(50) === 1) : cff && cubic(cff);
  if (!outline) return undefined;
  const measured = hhea.getUint16(34);
  return {
    families: namesIn(dataOf('name'), FAMILY),
    licence: [...namesIn(dataOf('name'), LICENCE), ...namesIn(dataOf('name'), COPYRIGHT)][0] ?? '',
    embeddable: ((os2?.getUint16(8) ?? 0) & RESTRICTED) === 0,
    codes: () => codesIn(cmap),
    weight: os2?.getUint16(4) ?? 400,
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphOf: characters(cmap),
    advance: (glyph) => hmtx.getUint16(4 * Math.min(glyph, measured - 1)),
    outline,
    table: (name) => (name === 'maxp' && !glyf ? MAXP : table(name)),
  };
}

function quadratic(glyf: Uint8Array, loca: DataView, long: boolean): TrueType['outline'] {
  const start = (glyph: number): number => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  return (glyph) => glyf.subarray(start(glyph), start(glyph + 1));
}

function cubic(cff: Uint8Array): TrueType['outline'] | undefined {
  const draw = readCff(cff);
  return draw && ((glyph) => glyphOf(draw(glyph)));
}

/** What a TrueType font says of the largest of its glyphs, for one that had no need to: version 1.0, and room enough. */
const MAXP = Uint8Array.from(
  [1, 0, 0, 0x0fff, 0x0fff, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0].flatMap((value) => [value >> 8, value & 255]),
);

/** The best of the maps: all planes (format 12) before the first one (format 4). */
export function characters(cmap: DataView): (code: number) => number {
  const maps = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(4 + 8 * index + 4));
  const full = maps.find((at) => cmap.getUint16(at) === 12);
  const basic = maps.find((at) => cmap.getUint16(at) === 4);
  const known = new Map<number, number>();
  return (code) => {
    let glyph = known.get(code);
    if (glyph === undefined) {
      glyph = full !== undefined ? inGroups(cmap, full, code) : basic !== undefined ? inSegments(cmap, basic, code) : 0;
      known.set(code, glyph);
    }
    return glyph;
  };
}

function codesIn(cmap: DataView): readonly number[] {
  const glyphOf = characters(cmap);
  const maps = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(4 + 8 * index + 4));
  const full = maps.find((at) => cmap.getUint16(at) === 12);
  const ranges: (readonly [number, number])[] =
    full === undefined
      ? [[0, 0xffff]]
      : Array.from({ length: cmap.getUint32(full + 12) }, (_, index) => {
          const group = full + 16 + 12 * index;
          return [cmap.getUint32(group), Math.min(cmap.getUint32(group + 4), 0x10ffff)];
        });
  const found: number[] = [];
  for (const [first, last] of ranges)
    for (let code = first; code <= last; code++) if (glyphOf(code) > 0) found.push(code);
  return found;
}

function inGroups(cmap: DataView, at: number, code: number): number {
  let [low, high] = [0, cmap.getUint32(at + 12) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = at + 16 + 12 * middle;
    const first = cmap.getUint32(group);
    if (code < first) high = middle - 1;
    else if (code > cmap.getUint32(group + 4)) low = middle + 1;
    else return cmap.getUint32(group + 8) + code - first;
  }
  return 0;
}

function inSegments(cmap: DataView, at: number, code: number): number {
  if (code > 0xffff) return 0;
  const doubled = cmap.getUint16(at + 6);
  for (let i = 0; i < doubled; i += 2) {
    if (cmap.getUint16(at + 14 + i) < code) continue;
    const first = cmap.getUint16(at + 16 + doubled + i);
    if (first > code) return 0;
    const delta = cmap.getUint16(at + 16 + 2 * doubled + i);
    const place = at + 16 + 3 * doubled + i;
    const range = cmap.getUint16(place);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = cmap.getUint16(place + range + 2 * (code - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

const FAMILY = [1, 16];
const COPYRIGHT = [0];
const LICENCE = [13];
/** The bit of fsType that forbids embedding. */
const RESTRICTED = 0x2;

/** Its names of these kinds, English and Chinese. Names are UTF-16 on platforms 0 and 3. */
function namesIn(table: DataView | undefined, kinds: readonly number[]): readonly string[] {
  if (!table) return [];
  const names = new Set<string>();
  for (let i = 0; i < table.getUint16(2); i++) {
    const at = 6 + 12 * i;
    const [platform, kind] = [table.getUint16(at), table.getUint16(at + 6)];
    if ((platform !== 0 && platform !== 3) || !kinds.includes(kind)) continue;
    const from = table.getUint16(4) + table.getUint16(at + 10);
    let name = '';
    for (let c = 0; c < table.getUint16(at + 8); c += 2) name += String.fromCharCode(table.getUint16(from + c));
    names.add(name);
  }
  return [...names];
}
