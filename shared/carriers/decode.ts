// Bytes → characters. Offices keep texts as UTF-8 with and without a mark, as UTF-16 with and without one, and as GBK.

/** Undefined for what is no text: a zero byte never stands in one. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = bytes.length === 0 ? '' : decoded(bytes);
  return text === undefined || text.includes('\0') ? undefined : text;
}

function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  const wide = withoutMark(bytes);
  if (wide) return decode(wide, bytes);
  return decode('utf-8', bytes) ?? decode('gb18030', bytes);
}

/** Of texts only UTF-16 has zero bytes: those of line ends and digits, all on one side of their pairs. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let [even, odd] = [0, 0];
  const looked = Math.min(bytes.length, 65_536);
  for (let at = 0; at < looked; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (bytes.length % 2 !== 0 || even + odd === 0) return undefined;
  return odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : undefined;
}

export function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
