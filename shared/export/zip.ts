// Parts into one zip so that equal parts are equal bytes: fixed order, no clock, no owner.
import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';

/** Local time without a zone: the zip stores it as it stands, and 1980 is where zip begins. */
const EPOCH = '1980-01-01T00:00:00';

/** `first` stands first, because readers that sniff the type expect it there; the others by name. */
export function zip(parts: Readonly<Record<string, string | Uint8Array>>, first: string): Uint8Array {
  const paths = Object.keys(parts).sort((a, b) => (a === first ? -1 : b === first ? 1 : a < b ? -1 : 1));
  const files: Zippable = {};
  for (const path of paths) {
    const part = parts[path]!;
    files[path] = [typeof part === 'string' ? strToU8(part) : part, { mtime: EPOCH, os: 0 }];
  }
  return zipSync(files, { level: 9 });
}
