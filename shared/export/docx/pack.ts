// The finished document as bytes: the library's parts with ours in their place, zipped so that equal documents are equal files.
import { Packer } from 'docx';
import type { Document } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';

/** Local time without a zone: the zip stores it as it stands, and 1980 is where zip begins. */
const EPOCH = '1980-01-01T00:00:00';
/** Readers that sniff the type expect this part first. */
const FIRST = '[Content_Types].xml';

/** `parts` replace what the library wrote under the same path. */
export async function pack(document: Document, parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const overrides = Object.entries(parts).map(([path, data]) => ({ path, data }));
  const files = unzipSync(await Packer.pack(document, 'uint8array', undefined, overrides));
  const paths = Object.keys(files).sort((a, b) => (a === FIRST ? -1 : b === FIRST ? 1 : a < b ? -1 : 1));
  const zip: Zippable = {};
  for (const path of paths) zip[path] = [files[path]!, { mtime: EPOCH, os: 0 }];
  return zipSync(zip, { level: 9 });
}
