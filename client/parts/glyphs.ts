// Which characters of a drawing no font of this machine has. A browser does not say; it draws the same empty box for each of them.
import { isCommon } from '../../shared/export/pdf/trim.ts';
import { isSilent } from '../../shared/export/pdf/typecase.ts';
import { fontFamily } from '../../shared/layout/theme.ts';

export function lackingHere(svg: string): readonly string[] {
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, found]) => found!).join('');
  const rare = [...new Set(words)].filter((char) => {
    const code = char.codePointAt(0)!;
    return !isSilent(code) && !isCommon(code);
  });
  // A machine without any Chinese font lacks 中 as well.
  return ['中', ...rare].filter((char) => words.includes(char) && !drawn(char));
}

/** Nobody's: two of the characters that Unicode keeps for everyone and assigns to none. */
const NOBODYS = ['\u{10FFFD}', '\u{10FFFC}'];
/** Px; small, and yet two characters never look alike. */
const SIZE = 32;

const known = new Map<string, boolean>();
let boxes: readonly string[] | undefined;

function drawn(char: string): boolean {
  const held = known.get(char);
  if (held !== undefined) return held;
  boxes ??= NOBODYS.map(look);
  // Where every missing character is drawn with its own number in a box, nothing can be told.
  const has = boxes[0] !== boxes[1] || look(char) !== boxes[0];
  known.set(char, has);
  return has;
}

function look(char: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.font = `${SIZE * 0.75}px ${fontFamily('sans')}`;
  pen.fillText(char, 2, SIZE * 0.8);
  return pen.getImageData(0, 0, SIZE, SIZE).data.join();
}
