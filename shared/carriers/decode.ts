// Bytes → characters. Offices keep texts as UTF-8 with and without a mark, as UTF-16, and as GBK.

/** Undefined for what is no text: a zero byte never stands in one. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = bytes.length === 0 ? '' : decoded(bytes);
  return text === undefined || text.includes('\0') ? undefined : text;
}

function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  return decode('utf-8', bytes) ?? wide(bytes) ?? decode('gb18030', bytes);
}

/** UTF-16 without a mark, as some programs save it: in Chinese text with line ends every other byte is often zero. */
function wide(bytes: Uint8Array): string | undefined {
  let [even, odd] = [0, 0];
  const looked = Math.min(bytes.length, 4_096);
  for (let at = 0; at < looked; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (even + odd === 0 || bytes.length % 2 === 1) return undefined;
  return decode(odd >= even ? 'utf-16le' : 'utf-16be', bytes);
}

export function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
