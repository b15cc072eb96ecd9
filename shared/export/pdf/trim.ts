// A font with only some of its characters, itself a font again: what a server carries instead of every weight of a family whole. Names and licence stay in it.
import { subset } from './subset.ts';
import type { TrueType } from './truetype.ts';

export function trimmed(font: TrueType, keep: (code: number) => boolean): Uint8Array {
  const codes = font.codes().filter(keep);
  const { file } = subset(font, codes.map(font.glyphOf), (places) => [
    ['cmap', mapOf(codes.map((code) => [code, places.get(font.glyphOf(code))!]))],
    ...['name', 'OS/2'].flatMap((name): [string, Uint8Array][] => {
      const table = font.table(name);
      return table ? [[name, table]] : [];
    }),
    ['post', POST],
  ]);
  return file;
}

/** No names of glyphs. */
const POST = Uint8Array.from([0, 3, ...Array.from({ length: 30 }, () => 0)]);

/** One map for all planes (format 12); runs of codes whose glyphs run too are one group. */
function mapOf(pairs: readonly (readonly [code: number, glyph: number])[]): Uint8Array {
  const groups: [number, number, number][] = [];
  for (const [code, glyph] of pairs) {
    const last = groups.at(-1);
    if (last && code === last[1] + 1 && glyph === last[2] + code - last[0]) last[1] = code;
    else groups.push([code, code, glyph]);
  }
  const view = new DataView(new ArrayBuffer(12 + 16 + 12 * groups.length));
  view.setUint16(2, 1);
  // Windows, all of Unicode.
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + 12 * groups.length);
  view.setUint32(24, groups.length);
  groups.flat().forEach((value, index) => view.setUint32(28 + 4 * index, value));
  return new Uint8Array(view.buffer);
}

let known: ReadonlySet<number> | undefined;

/** Whatever GB 2312 has, and Latin: what headings are made of. */
export function isCommon(code: number): boolean {
  known ??= new Set(gb2312());
  return code < 0x250 || (code >= 0x2000 && code < 0x2800) || known.has(code);
}

function gb2312(): readonly number[] {
  const bytes: number[] = [];
  for (let row = 0xa1; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))].map((char) => char.codePointAt(0)!);
}
