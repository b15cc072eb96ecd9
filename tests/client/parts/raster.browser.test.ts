// In a real browser: pictures drawn on a canvas, and the whole document made there as the export menu does.
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { rasterise } from '../../../client/parts/raster.ts';
import { isPng, pngSize } from '../../../shared/export/png.ts';
import { runExport } from '../../../shared/export/registry.ts';
import type { ExportInput } from '../../../shared/export/format.ts';
import { planOf } from '../../kit/plan.ts';

const input: ExportInput = {
  plan: planOf('一\n  甲\n    甲一 03-01..06-30 @局办公室\n      ◆ 初稿 05-20'),
  notes: new Map(),
  today: '2019-06-18',
};

async function pixel(png: Uint8Array, x: number, y: number): Promise<readonly number[]> {
  const bitmap = await createImageBitmap(new Blob([png.slice()], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return [...context.getImageData(x, y, 1, 1).data];
}

describe('a canvas', () => {
  test('draws an SVG at the width asked for, in its proportions', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">' +
      '<rect width="20" height="20" fill="#ff0000"/></svg>';
    const { png } = await rasterise(svg, 120);
    expect(isPng(png)).toBe(true);
    expect(pngSize(png)).toEqual({ width: 120, height: 60 });
    expect(await pixel(png, 30, 30)).toEqual([255, 0, 0, 255]);
    expect(await pixel(png, 90, 30)).toEqual([0, 0, 0, 0]);
  });

  test('draws words the SVG names only by family', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40">' +
      '<text y="38" font-size="40" font-family="sans-serif">█</text></svg>';
    expect(await pixel((await rasterise(svg, 40)).png, 12, 24)).toEqual([0, 0, 0, 255]);
  });

  test('refuses what is no picture', async () => {
    await expect(rasterise('<svg', 40)).rejects.toThrow();
  });
});

describe('the exporters run in the page', () => {
  test.each(['gantt', 'mindmap'] as const)('PNG of the %s', async (view) => {
    const png = (await runExport('png', input, { lang: 'zh', view, rasterise })).file as Uint8Array;
    expect(pngSize(png).width).toBeGreaterThan(800);
    expect(new DataView(png.buffer, png.byteOffset).getUint32(41)).toBe(11811);
  });

  test('DOCX with its chart as vector and as drawn here', async () => {
    const files = unzipSync((await runExport('docx', input, { lang: 'zh', rasterise })).file as Uint8Array);
    const names = Object.keys(files);
    expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(1);
    const png = files[names.find((name) => name.endsWith('.png'))!]!;
    expect(pngSize(png).width).toBe(1948);
  });
});

test('what no font of this machine has is named', async () => {
  const svg = (words: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text x="0" y="18">${words}</text></svg>`;
  expect((await rasterise(svg('中甲A，'), 60)).missing).toEqual([]);
  // Assigned in no version of Unicode, so in no font.
  expect((await rasterise(svg('中\u{3FFFD}乙'), 60)).missing).toEqual(['\u{3FFFD}']);
});
