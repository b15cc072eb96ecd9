// What any text of a plan must be before it is written: whole characters only.

/**
 * Half of a character such as 𠮷, left over from a cut, becomes U+FFFD: encoding it for the others would do so anyway,
 * and then the writer and the readers would hold two different texts.
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}
