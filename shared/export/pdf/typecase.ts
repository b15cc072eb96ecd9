// The fonts of one document: which face sets which character, and what of each has to be embedded. A character no font has is set as 〓 and reported.
import type { FaceName } from '../../layout/theme.ts';
import { FACES } from '../../layout/theme.ts';
import type { TrueType } from './truetype.ts';

/** A font as a document uses it; codes are numbered as they come, so that each character copies as itself. */
export interface Used {
  readonly font: TrueType;
  readonly name: string;
  /** Character → code in the file. */
  readonly codes: Map<number, number>;
  /** Glyph of each code. */
  readonly glyphs: number[];
}

export interface Run {
  readonly used: Used;
  readonly codes: readonly number[];
  /** Ems. */
  readonly width: number;
}

export interface TypeCase {
  /** The text in runs of one font each. */
  readonly set: (text: string, face: FaceName, weight: number) => readonly Run[];
  readonly used: () => readonly Used[];
  /** In the order they were met. */
  readonly missing: () => readonly string[];
}

/** The printer's sign for a type that is not in the case. */
export const GETA = 0x3013;

/** `spares` set only what no font has. */
export function typeCase(fonts: readonly TrueType[], spares: readonly TrueType[] = []): TypeCase {
  const all = new Map<TrueType, Used>();
  const missing = new Set<string>();
  const orders = new Map<string, readonly TrueType[]>();

  const take = (font: TrueType): Used => {
    const known = all.get(font);
    if (known) return known;
    const used = { font, name: `F${all.size + 1}`, codes: new Map<number, number>(), glyphs: [0] };
    all.set(font, used);
    return used;
  };
  const pick = (code: number, order: readonly TrueType[]): readonly [TrueType, number] => {
    for (const font of order) {
      const glyph = font.glyphOf(code);
      if (glyph > 0) return [font, glyph];
    }
    missing.add(String.fromCodePoint(code));
    const font = order.find((each) => each.glyphOf(GETA) > 0) ?? order[0]!;
    return [font, font.glyphOf(GETA)];
  };
  return {
    set(text, face, weight) {
      const key = `${face} ${weight >= 500}`;
      const order = orders.get(key) ?? [fonts, spares].flatMap((some) => orderOf(some, face, weight >= 500));
      orders.set(key, order);
      const runs: { used: Used; codes: number[]; width: number }[] = [];
      for (const char of text) {
        const code = char.codePointAt(0)!;
        if (isSilent(code)) continue;
        const [font, glyph] = pick(code, order);
        const used = take(font);
        let at = used.codes.get(code);
        if (at === undefined) {
          at = used.glyphs.length;
          used.codes.set(code, at);
          used.glyphs.push(glyph);
        }
        const width = font.advance(glyph) / font.unitsPerEm;
        const last = runs.at(-1);
        if (last?.used === used) {
          last.codes.push(at);
          last.width += width;
        } else runs.push({ used, codes: [at], width });
      }
      return runs;
    },
    used: () => [...all.values()],
    missing: () => [...missing],
  };
}

const SPECIAL: ReadonlySet<string> = new Set(
  [...FACES.fang, ...FACES.kai, ...FACES.biao].filter((name) => !(FACES.song as readonly string[]).includes(name)),
);

/** Joiners and selectors have no type of their own. */
export function isSilent(code: number): boolean {
  return code < 0x20 || (code >= 0x200b && code <= 0x200f) || (code >= 0xfe00 && code <= 0xfe0f) || code === 0xfeff;
}

/** Faces of the wanted name first, as the list prefers them, then the others; of each the weight that is nearest. */
function orderOf(fonts: readonly TrueType[], face: FaceName, bold: boolean): readonly TrueType[] {
  // Where an office has no 黑体 or 小标宋, a heavy 宋 stands in for it.
  const wanted = bold || face === 'hei' || face === 'biao' ? 700 : 400;
  const rank = ({ families }: TrueType): number => {
    const list: readonly string[] = FACES[face];
    // What is made for another use, 仿宋 or 小标宋, stands in for 黑体 only when there is nothing plainer.
    const other = families.some((family) => SPECIAL.has(family)) ? 1 : 0;
    return Math.min(...families.map((family) => (list.includes(family) ? list.indexOf(family) : list.length + other)));
  };
  return [...fonts].sort((a, b) => rank(a) - rank(b) || Math.abs(a.weight - wanted) - Math.abs(b.weight - wanted));
}
