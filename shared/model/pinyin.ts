// The first letters of Chinese characters, so that "jjk" finds 局基教科. Knows one reading for each character.

/**
 * GB 2312-1980 arranges its 3,755 first-level characters by pinyin, so a character's first letter follows from where
 * its code stands: these are the first codes of each letter (no Chinese syllable begins with i, u or v).
 */
const FIRSTS: readonly (readonly [string, number])[] = [
  ['a', 0xb0a1],
  ['b', 0xb0c5],
  ['c', 0xb2c1],
  ['d', 0xb4ee],
  ['e', 0xb6ea],
  ['f', 0xb7a2],
  ['g', 0xb8c1],
  ['h', 0xb9fe],
  ['j', 0xbbf7],
  ['k', 0xbfa6],
  ['l', 0xc0ac],
  ['m', 0xc2e8],
  ['n', 0xc4c3],
  ['o', 0xc5b6],
  ['p', 0xc5be],
  ['q', 0xc6da],
  ['r', 0xc8bb],
  ['s', 0xc8f6],
  ['t', 0xcbfa],
  ['w', 0xcdda],
  ['x', 0xcef4],
  ['y', 0xd1b9],
  ['z', 0xd4d1],
];

/** The end of the first level; what follows is arranged by radical. */
const END = 0xd7fa;

/** By UTF-16 code, the code of a letter; 0 for what has none. */
let letters: Uint16Array | undefined;

/** As many codes make a string at once: more arguments than a call can have would be too many. */
const AT_ONCE = 1_024;

/** Lower-case letters for characters of the first level; everything else stays as it is, in lower case. */
export function initials(text: string): string {
  letters ??= table();
  const lower = text.toLowerCase();
  let out = '';
  // By codes: a plan of ten thousand titles is read at the first letter somebody types.
  for (let from = 0; from < lower.length; from += AT_ONCE) {
    const codes: number[] = [];
    for (let at = from; at < Math.min(from + AT_ONCE, lower.length); at++) {
      const code = lower.charCodeAt(at);
      codes.push(letters[code] || code);
    }
    out += String.fromCharCode(...codes);
  }
  return out;
}

/** `needle` as typed stands in `text`, or in its first letters. */
export function finds(text: string, needle: string): boolean {
  const wanted = needle.trim().toLowerCase();
  if (!wanted || text.toLowerCase().includes(wanted)) return true;
  return /^[a-z0-9]+$/.test(wanted) && initials(text).includes(wanted);
}

function table(): Uint16Array {
  const bytes: number[] = [];
  const order: number[] = [];
  FIRSTS.forEach(([letter, first], i) => {
    const end = FIRSTS[i + 1]?.[1] ?? END;
    for (let code = first; code < end; code++) {
      const low = code & 0xff;
      if (low < 0xa1 || low === 0xff) continue;
      bytes.push(code >> 8, low);
      order.push(letter.charCodeAt(0));
    }
  });
  const found = new Uint16Array(0x1_0000);
  // All of them have one UTF-16 code.
  const characters = new TextDecoder('gb18030').decode(new Uint8Array(bytes));
  order.forEach((letter, at) => (found[characters.charCodeAt(at)] = letter));
  return found;
}
