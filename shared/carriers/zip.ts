// An archive, opened without trusting a word of it: sizes are measured while inflating, entries may not overlap, nothing is unpacked that is not asked for.
import { Inflate } from 'fflate';
import { ENTRIES, ENTRY_BYTES, INFLATED_BYTES, RATIO, RATIO_FREE_BYTES } from './limits.ts';
import { Unreadable } from './refusal.ts';

export interface Archive {
  readonly names: readonly string[];
  /** Undefined when there is no such entry. */
  entry(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly start: number;
  readonly packed: number;
  readonly size: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 4 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === LOCAL;
}

export function openZip(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  for (const entry of directory(view, bytes)) {
    if (entries.has(entry.name)) throw new Unreadable('zip-damaged', entry.name);
    entries.set(entry.name, entry);
  }
  refuseBombs([...entries.values()]);
  let read = 0;
  return {
    names: [...entries.keys()],
    entry(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const content = inflate(bytes, entry);
      read += content.length;
      if (read > INFLATED_BYTES) throw new Unreadable('zip-bomb', name);
      return content;
    },
  };
}

function directory(view: DataView, bytes: Uint8Array): readonly Entry[] {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > ENTRIES) throw new Unreadable('zip-bomb', `${count} entries`);
  const found: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new Unreadable('zip-damaged');
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [nameLength, extra, comment] = [28, 30, 32].map((more) => view.getUint16(at + more, true)) as [
      number,
      number,
      number,
    ];
    const local = view.getUint32(at + 42, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    if ((flags & 1) !== 0) throw new Unreadable('locked', name);
    if (method !== 0 && method !== 8) throw new Unreadable('zip-damaged', name);
    found.push({ name, method, packed, size, start: dataStart(view, local, end, name) });
    at += 46 + nameLength + extra + comment;
  }
  return found;
}

/** The record stands at the very end, behind it only a comment. */
function endOfDirectory(view: DataView): number {
  const floor = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= floor; at--)
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) <= view.byteLength - at - 22) return at;
  throw new Unreadable('zip-damaged');
}

function dataStart(view: DataView, local: number, end: number, name: string): number {
  if (local + 30 > end || view.getUint32(local, true) !== LOCAL) throw new Unreadable('zip-damaged', name);
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

function nameOf(bytes: Uint8Array, utf8: boolean): string {
  return new TextDecoder(utf8 ? 'utf-8' : 'gb18030').decode(bytes).replaceAll('\\', '/');
}

/** Two entries over the same bytes are how a small archive claims to be petabytes. */
function refuseBombs(entries: readonly Entry[]): void {
  let total = 0;
  let reached = 0;
  for (const { name, start, packed, size } of [...entries].sort((a, b) => a.start - b.start)) {
    if (start < reached) throw new Unreadable('zip-bomb', name);
    reached = start + packed;
    total += size;
    if (size > RATIO_FREE_BYTES && size > packed * RATIO) throw new Unreadable('zip-bomb', name);
  }
  if (total > INFLATED_BYTES * 4) throw new Unreadable('zip-bomb');
}

function inflate(bytes: Uint8Array, { name, method, start, packed, size }: Entry): Uint8Array {
  if (start + packed > bytes.length) throw new Unreadable('zip-damaged', name);
  if (size > ENTRY_BYTES) throw new Unreadable('too-large', name);
  const raw = bytes.subarray(start, start + packed);
  if (method === 0) {
    if (packed !== size) throw new Unreadable('zip-damaged', name);
    return raw;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    length += chunk.length;
    // What it says of its size is checked while it grows, not when it has filled the memory.
    if (length > size) throw new Unreadable('zip-bomb', name);
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < raw.length; at += STEP) stream.push(raw.subarray(at, at + STEP), at + STEP >= raw.length);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('zip-damaged', name);
  }
  if (length !== size) throw new Unreadable('zip-damaged', name);
  return joined(chunks, length);
}

const STEP = 1 << 14;

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
