// What comes in as text: bytes → characters, and what is refused unread because it is too long.
import { MOST_CHARS, MOST_LINES, tooLong } from '../shared/yaodian/page.ts';
import type { Said } from './refusals.ts';

/** Says the limit and by how much it was passed. */
export function lengthRefused(text: string): Said | undefined {
  const long = tooLong(text);
  if (!long) return undefined;
  const [lines, chars, mostLines, mostChars] = [long.lines, long.chars, MOST_LINES, MOST_CHARS].map((n) =>
    n.toLocaleString('en-US'),
  );
  return {
    zh: `一份要点最多 ${mostLines} 行、${mostChars} 字，这份有 ${lines} 行、${chars} 字。`,
    en: `A text may have ${mostLines} lines and ${mostChars} characters; this one has ${lines} lines and ${chars} characters.`,
  };
}

/** Offices keep texts as UTF-8 with and without a mark, as UTF-16 with and without a mark, and as GB18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = wideWithoutMark(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Only UTF-16 has zero bytes: those of line ends and digits, all on one side of their pairs. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 65_536);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 !== 0 || even + odd === 0) return undefined;
  return odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : undefined;
}
