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

let letters: ReadonlyMap<string, string> | undefined;

/** Lower-case letters for characters of the first level; everything else stays as it is, in lower case. */
export function initials(text: string): string {
  letters ??= table();
  let out = '';
  for (const character of text) out += letters.get(character) ?? character.toLowerCase();
  return out;
}

/** `needle` as typed stands in `text`, or in its first letters. */
export function finds(text: string, needle: string): boolean {
  const wanted = needle.trim().toLowerCase();
  if (!wanted || text.toLowerCase().includes(wanted)) return true;
  return /^[a-z0-9]+$/.test(wanted) && initials(text).includes(wanted);
}

function table(): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, string>();
  FIRSTS.forEach(([letter, first], i) => {
    const end = FIRSTS[i + 1]?.[1] ?? END;
    for (let code = first; code < end; code++) {
      const low = code & 0xff;
      if (low < 0xa1 || low === 0xff) continue;
      found.set(decoder.decode(new Uint8Array([code >> 8, low])), letter);
    }
  });
  return found;
}
