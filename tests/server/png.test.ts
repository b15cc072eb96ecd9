import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { findFonts } from '../../server/fonts.ts';
import { makeRasteriser } from '../../server/png.ts';
import type { Rasteriser } from '../../server/png.ts';
import { pngSize } from '../../shared/export/png.ts';
import { collection, squareFont } from './kit/font.ts';

const dirs: string[] = [];
const dirWith = (files: Readonly<Record<string, Uint8Array>>): string => {
  const dir = mkdtempSync(join(tmpdir(), 'guatu-fonts-'));
  dirs.push(dir);
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(dir, name, '..'), { recursive: true });
    writeFileSync(join(dir, name), bytes);
  }
  return dir;
};
afterAll(() => dirs.forEach((dir) => rmSync(dir, { recursive: true })));

describe('fonts', () => {
  test('that can draw 中 are found in FONT_DIR and below, whatever they are called', async () => {
    const dir = dirWith({ 'office/x1.ttf': squareFont({ family: '某局仿宋' }) });
    expect(await findFonts({ dir })).toMatchObject({ family: '某局仿宋', files: [join(dir, 'office/x1.ttf')] });
  });

  test('with either kind of character map, alone or in a collection', async () => {
    const dir = dirWith({ 'a.ttf': squareFont({ family: 'Wide', format: 12 }) });
    expect((await findFonts({ dir }))?.family).toBe('Wide');
    const latin = squareFont({ family: 'Latin', char: 0x41 });
    const both = dirWith({ 'b.ttc': collection([latin, squareFont({ family: 'Second' })]) });
    expect(await findFonts({ dir: both })).toMatchObject({ family: 'Second', files: [join(both, 'b.ttc')] });
  });

  test('are chosen as the screen would choose them, with their bold', async () => {
    const dir = dirWith({
      'a.ttf': squareFont({ family: 'Any' }),
      'b.ttf': squareFont({ family: 'Noto Sans CJK SC', weight: 700 }),
      'c.ttf': squareFont({ family: 'Noto Sans CJK SC' }),
      'd.ttf': squareFont({ family: 'Noto Sans CJK SC', weight: 900 }),
    });
    expect(await findFonts({ dir })).toMatchObject({
      family: 'Noto Sans CJK SC',
      files: [join(dir, 'c.ttf'), join(dir, 'b.ttf')],
    });
  });

  test('that lack Chinese, are cut short or are no fonts are passed over', async () => {
    const whole = squareFont({ family: 'Cut' });
    const dir = dirWith({
      'latin.ttf': squareFont({ family: 'Latin', char: 0x41 }),
      'cut.ttf': whole.slice(0, 190),
      'half.ttf': whole.slice(0, whole.length / 2),
      'empty.ttf': new Uint8Array(),
      'noise.otf': Uint8Array.from({ length: 5000 }, (_, index) => (index * 31) % 251),
      'readme.txt': whole,
    });
    // Ours is left.
    for (const none of [dir, join(dir, 'nowhere')])
      expect(await findFonts({ dir: none })).toMatchObject({ family: 'Noto Serif SC', files: { length: 2 } });
  });
});

describe('PNG without a browser', () => {
  let made: Rasteriser | undefined;
  afterEach(async () => {
    await made?.stop();
    made = undefined;
  });
  const start = async (dir: string): Promise<Rasteriser> => {
    return (made = await makeRasteriser({ dir }));
  };
  const svg = (family: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20" fill="#fff"/><text x="10" y="18" font-size="20" font-family="${family}">中</text></svg>`;

  const lettered = (text: string, weight: number): string =>
    svg('none').replace('中', text).replace('<text', `<text font-weight="${weight}"`);

  test('draws Chinese at the width asked for, even for families the machine lacks', async () => {
    const { draw } = await start(dirWith({ 'a.ttf': squareFont({ family: '某局仿宋' }) }));
    for (const family of ["'某局仿宋'", "'PingFang SC', 'Microsoft YaHei', sans-serif", 'system-ui']) {
      const { png } = await draw(svg(family), 80);
      expect(pngSize(png)).toEqual({ width: 80, height: 40 });
      expect(pixel(png, 40, 16), family).toEqual([0, 0, 0, 255]);
      expect(pixel(png, 5, 5), family).toEqual([255, 255, 255, 255]);
    }
  });

  test('answers each of many drawings with its own, and the same with the same bytes', async () => {
    const { draw } = await start(dirWith({ 'a.ttf': squareFont({ family: 'Any' }) }));
    const widths = [10, 20, 30, 40, 50];
    const drawn = await Promise.all(widths.map((width) => draw(svg('Any'), width)));
    expect(drawn.map(({ png }) => pngSize(png).width)).toEqual(widths);
    expect(await draw(svg('Any'), 50)).toEqual(drawn[4]);
  });

  test('says what is wrong with a drawing and goes on', async () => {
    const { draw } = await start(dirWith({ 'a.ttf': squareFont({ family: 'Any' }) }));
    await expect(draw('<svg', 10)).rejects.toThrow('png: ');
    expect(pngSize((await draw(svg('Any'), 40)).png).width).toBe(40);
  });

  test('leaves no word out where the machine has no Chinese font', async () => {
    const { draw } = await start(dirWith({ 'latin.ttf': squareFont({ family: 'Latin', char: 0x41 }) }));
    // Their own shapes, in headings as well: an empty box is the same for all.
    for (const weight of [400, 700]) {
      const drawn = await Promise.all([...'中龘㛃䶮𬭚〓'].map((char) => draw(lettered(char, weight), 80)));
      expect(new Set(drawn.map(({ png }) => Buffer.from(png).toString('base64'))).size).toBe(6);
      expect(drawn.flatMap(({ missing }) => missing)).toEqual([]);
    }
  });

  test('names the characters no font has, and sets 〓 for them', async () => {
    const { draw } = await start(dirWith({ 'latin.ttf': squareFont({ family: 'Latin', char: 0x41 }) }));
    const { png, missing } = await draw(lettered('𠮷𰻝𠮷', 700), 80);
    expect(missing).toEqual(['𠮷', '𰻝']);
    expect(png).toEqual((await draw(lettered('〓〓〓', 700), 80)).png);
  });

  test('sets what the chosen face lacks in any other face that has it, the office’s first', async () => {
    const dir = dirWith({
      'a.ttf': squareFont({ family: 'Noto Sans CJK SC' }),
      'rare/b.ttf': squareFont({ family: '某局人名', char: 0x20bb7, format: 12 }),
    });
    const { draw } = await start(dir);
    const { png, missing } = await draw(lettered('𠮷', 700), 80);
    expect(missing).toEqual([]);
    expect(pixel(png, 40, 16)).toEqual([0, 0, 0, 255]);
  });

  test('stopped in the middle of a drawing, leaves nobody waiting', async () => {
    const { draw, stop } = await start(dirWith({ 'a.ttf': squareFont({ family: 'Any' }) }));
    const [drawing] = await Promise.allSettled([draw(svg('Any'), 4000), stop()]);
    expect(drawing.status).toBe('rejected');
  });
});

/** One pixel of an 8-bit RGBA picture. */
function pixel(png: Uint8Array, x: number, y: number): number[] {
  const { width, height } = pngSize(png);
  const view = new DataView(png.buffer, png.byteOffset);
  const data: Uint8Array[] = [];
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at))
    if (view.getUint32(at + 4) === 0x49444154) data.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * 4;
  const rows = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) unfilter(raw, rows, row, stride);
  return [...rows.subarray(y * stride + x * 4, y * stride + x * 4 + 4)];
}

function unfilter(raw: Buffer, rows: Buffer, row: number, stride: number): void {
  const filter = raw[row * (stride + 1)]!;
  for (let i = 0; i < stride; i++) {
    const left = i >= 4 ? rows[row * stride + i - 4]! : 0;
    const up = row > 0 ? rows[(row - 1) * stride + i]! : 0;
    const corner = i >= 4 && row > 0 ? rows[(row - 1) * stride + i - 4]! : 0;
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
    rows[row * stride + i] = (raw[row * (stride + 1) + 1 + i]! + guess) & 255;
  }
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
