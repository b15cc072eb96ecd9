// The text of a chosen file: UTF-8, UTF-16 by its mark, else GB18030, which Windows notepads in Chinese offices wrote for decades.
const MOST_BYTES = 2 << 20;

/** Undefined for what is no text, or too long to be a plan. */
export async function readText(file: Blob): Promise<string | undefined> {
  if (file.size > MOST_BYTES) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return decodeText(bytes);
}

export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  const text = decode('utf-8', bytes) ?? decode('gb18030', bytes);
  // A zero byte never stands in a text; a .docx renamed to .txt is full of them.
  return text?.includes('\0') ? undefined : text;
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
