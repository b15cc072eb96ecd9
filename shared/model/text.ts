// What any text of a plan must be before it is written: whole characters only; and how one text becomes another by the smallest splice.

/**
 * Half of a character such as 𠮷, left over from a cut, becomes U+FFFD: encoding it for the others would do so anyway,
 * and then the writer and the readers would hold two different texts.
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}

export interface Splice {
  readonly at: number;
  /** So many UTF-16 units go … */
  readonly gone: number;
  /** … and these come. */
  readonly come: string;
}

/** The smallest splice that makes `old` read `now`, never through the middle of a character. */
export function spliceBetween(old: string, now: string): Splice {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  if (cutsPair(old, head) || cutsPair(now, head)) head--;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  if (cutsPair(old, old.length - tail) || cutsPair(now, now.length - tail)) tail--;
  return { at: head, gone: old.length - tail - head, come: now.slice(head, now.length - tail) };
}

/** The offset falls between the two halves of a character such as 𠮷; the shared text would replace both halves for everybody. */
function cutsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Where a quotation stands after the splice; nowhere when its first or its last character went. The shared text says the same (doc/quote.ts). */
export function quoteAfter(
  { from, to }: { readonly from: number; readonly to: number },
  { at, gone, come }: Splice,
): { readonly from: number; readonly to: number } | undefined {
  const moved = (character: number): number | undefined => {
    if (character < at) return character;
    return character < at + gone ? undefined : character + come.length - gone;
  };
  const first = moved(from);
  const last = moved(to - 1);
  return first !== undefined && last !== undefined ? { from: first, to: last + 1 } : undefined;
}
