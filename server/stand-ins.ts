// Characters the chosen face lacks, each set in another face that has it; what no font here has becomes 〓 and is told. Draws nothing.
import type { Face } from './fontfile.ts';
import { GETA, isSilent } from '../shared/export/pdf/typecase.ts';
import type { Fonts } from './fonts.ts';

export interface Dressed {
  readonly svg: string;
  /** Files to load beside those of the chosen face. */
  readonly files: readonly string[];
  /** Characters no font has, in the order they were met. */
  readonly missing: readonly string[];
}

export function dressed(svg: string, { chosen, faces }: Fonts): Dressed {
  const files = new Set<string>();
  const missing = new Set<string>();
  const known = new Map<string, string>();
  const setting = (char: string): string => {
    const code = char.codePointAt(0)!;
    // A bold face draws as a regular one does only what both have.
    if (isSilent(code) || chosen.every(({ has }) => has(code))) return char;
    const face = chosen.find(({ has }) => has(code)) ?? faces.find(({ has }) => has(code));
    if (!face) {
      missing.add(char);
      return String.fromCodePoint(GETA);
    }
    files.add(face.file);
    return `<tspan font-family="${nameOf(face)}" font-weight="${face.weight}">${char}</tspan>`;
  };
  const made = svg.replace(WORDS, (_, open: string, words: string, close: string) => {
    const set = [...words].map((char) => {
      if (char < '\u0080') return char;
      const found = known.get(char) ?? setting(char);
      known.set(char, found);
      return found;
    });
    return open + set.join('') + close;
  });
  return { svg: made, files: [...files], missing: [...missing] };
}

/** Our own writer's: the words of a text element, with no element inside. */
const WORDS = /(<text[^>]*>)([^<]*)(<\/text>)/g;

function nameOf({ family }: Face): string {
  return `'${family.replace(/['"<>&]/g, '')}'`;
}
