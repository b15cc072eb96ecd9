// What a PNG file says about itself: its size in pixels, and how many of them make an inch. Knows nothing of pictures.

/** SVG → PNG of this width in pixels. The page has a canvas, the server a library; an exporter has neither and is handed one. */
export type Rasterise = (svg: string, width: number) => Promise<Raster>;

export interface Raster {
  readonly png: Uint8Array;
  /** Characters that no font of whoever drew it has. */
  readonly missing: readonly string[];
}

/** Print quality. */
export const DPI = 300;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR_END = 8 + 4 + 4 + 13 + 4;

/** The same picture with its resolution stated in a pHYs chunk, so that printing it at 100 % gives the size on screen. */
export function withDensity(png: Uint8Array, dpi: number = DPI): Uint8Array {
  if (!isPng(png)) throw new Error('withDensity: not a PNG file');
  const chunks = [...chunksOf(png)];
  const kept = chunks.filter(({ type }) => type !== 'pHYs').map(({ start, end }) => png.subarray(start, end));
  return join([png.subarray(0, 8), kept[0]!, density(dpi), ...kept.slice(1)]);
}

export function pngSize(png: Uint8Array): { readonly width: number; readonly height: number } {
  if (!isPng(png)) throw new Error('pngSize: not a PNG file');
  const view = viewOf(png);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

export function isPng(bytes: Uint8Array): boolean {
  return bytes.length >= IHDR_END && SIGNATURE.every((byte, index) => bytes[index] === byte);
}

interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function* chunksOf(png: Uint8Array): Generator<Chunk> {
  const view = viewOf(png);
  for (let start = 8; start + 12 <= png.length;) {
    const end = start + 12 + view.getUint32(start);
    yield { type: String.fromCharCode(...png.subarray(start + 4, start + 8)), start, end };
    start = end;
  }
}

/** Pixels per metre, both ways, unit 1. */
function density(dpi: number): Uint8Array {
  const chunk = new Uint8Array(4 + 4 + 9 + 4);
  const view = viewOf(chunk);
  const perMetre = Math.round(dpi / 0.0254);
  view.setUint32(0, 9);
  [...'pHYs'].forEach((char, index) => view.setUint8(4 + index, char.charCodeAt(0)));
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  view.setUint8(16, 1);
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

/** The checksum of PNG and zip. Nine bytes of input are no reason for a table. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
