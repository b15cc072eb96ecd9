// What a font file says of itself without being read whole: its families, its weight, and which characters it has. Knows no places.
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { characters } from '../shared/export/pdf/truetype.ts';

export interface Face {
  readonly file: string;
  readonly family: string;
  /** 400 regular, 700 bold. */
  readonly weight: number;
  /** Whether it has a glyph for this character. */
  readonly has: (code: number) => boolean;
}

/** The faces of one file, under each of their names; none for a file that is no font. */
export async function readFaces(file: string): Promise<readonly Face[]> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return [];
  try {
    const faces: Face[] = [];
    for (const at of await faceOffsets(handle)) {
      const tables = await readTables(handle, at);
      const cmap = tables.get('cmap');
      if (!cmap) continue;
      const has = total(characters(cmap));
      const weight = tables.get('OS/2')?.getUint16(4) ?? 400;
      for (const family of familyNames(tables.get('name'))) faces.push({ file, family, weight, has });
    }
    return faces;
  } catch (error) {
    // Reading past the end is what a damaged font file leads to.
    if (error instanceof RangeError) return [];
    throw error;
  } finally {
    await handle.close();
  }
}

/** A damaged map has no characters. */
function total(glyphOf: (code: number) => number): (code: number) => boolean {
  return (code) => {
    try {
      return glyphOf(code) > 0;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  };
}

async function read(handle: FileHandle, position: number, length: number): Promise<DataView> {
  const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, position);
  return new DataView(buffer.buffer, 0, bytesRead);
}

/** A collection holds several faces, a plain file one at its start. */
async function faceOffsets(handle: FileHandle): Promise<readonly number[]> {
  const head = await read(handle, 0, 12);
  if (head.byteLength < 12 || head.getUint32(0) !== 0x74746366) return [0];
  const count = Math.min(head.getUint32(8), 64);
  const list = await read(handle, 12, 4 * count);
  return Array.from({ length: count }, (_, index) => list.getUint32(4 * index));
}

const LARGEST_TABLE = 4 << 20;

async function readTables(handle: FileHandle, at: number): Promise<ReadonlyMap<string, DataView>> {
  const head = await read(handle, at, 12);
  const count = Math.min(head.getUint16(4), 100);
  const list = await read(handle, at + 12, 16 * count);
  const tables = new Map<string, DataView>();
  for (let i = 0; i < count; i++) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => list.getUint8(16 * i + byte)));
    if (name !== 'cmap' && name !== 'name' && name !== 'OS/2') continue;
    const length = Math.min(list.getUint32(16 * i + 12), LARGEST_TABLE);
    tables.set(name, await read(handle, list.getUint32(16 * i + 8), length));
  }
  return tables;
}

/** The family under each of its names, English and Chinese: a drawing may ask for either. Names are UTF-16 on platforms 0 and 3. */
function familyNames(table: DataView | undefined): readonly string[] {
  if (!table) return [];
  const names = new Set<string>();
  const storage = table.getUint16(4);
  for (let i = 0; i < table.getUint16(2); i++) {
    const at = 6 + 12 * i;
    const platform = table.getUint16(at);
    const kind = table.getUint16(at + 6);
    if ((platform !== 0 && platform !== 3) || (kind !== 1 && kind !== 16)) continue;
    let name = '';
    for (let c = 0; c < table.getUint16(at + 8); c += 2)
      name += String.fromCharCode(table.getUint16(storage + table.getUint16(at + 10) + c));
    names.add(name);
  }
  return [...names];
}
