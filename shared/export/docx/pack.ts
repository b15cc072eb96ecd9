// The finished document as bytes: the library's parts with ours in their place, zipped so that equal documents are equal files.
import { Packer } from 'docx';
import type { Document } from 'docx';
import { unzipSync } from 'fflate';
import { zip } from '../zip.ts';

/** `parts` replace what the library wrote under the same path. */
export async function pack(document: Document, parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const overrides = Object.entries(parts).map(([path, data]) => ({ path, data }));
  return zip(unzipSync(await Packer.pack(document, 'uint8array', undefined, overrides)), '[Content_Types].xml');
}
