// The finished document as bytes: the library's parts with ours in their place, zipped so that equal documents are equal files.
import { Packer } from 'docx';
import type { Document } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { zip } from '../zip.ts';

/** `parts` replace what the library wrote under the same path; `more` join it, and may read the lists they must stand in. */
export async function pack(
  document: Document,
  parts: Readonly<Record<string, string>>,
  more: (lists: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const overrides = Object.entries(parts).map(([path, data]) => ({ path, data }));
  const files = unzipSync(await Packer.pack(document, 'uint8array', undefined, overrides));
  const lists = Object.fromEntries(
    ['word/_rels/document.xml.rels', FIRST].map((path) => [path, strFromU8(files[path]!)]),
  );
  return zip({ ...files, ...more(lists) }, FIRST);
}

const FIRST = '[Content_Types].xml';
