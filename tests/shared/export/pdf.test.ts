// PDF as other programs see it: words, fonts and pages by poppler, on a machine that need not have a Chinese font.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import truth from '../../golden/2019-qingpu.json' with { type: 'json' };
import { typeFonts } from '../../../server/fonts.ts';
import { runExport } from '../../../shared/export/registry.ts';
import type { ExportInput, ExportOptions, Made } from '../../../shared/export/format.ts';
import { chartSheets } from '../../../shared/export/pdf/wall.ts';
import { typeOn } from '../../../shared/layout/paper.ts';
import { pathOperators } from '../../../shared/export/pdf/path.ts';
import { allRows } from '../../../shared/export/chart.ts';
import { readFaces } from '../../../shared/export/pdf/truetype.ts';
import { subset } from '../../../shared/export/pdf/subset.ts';
import { numbering } from '../../../shared/model/numbering.ts';
import { allPresent } from '../../programs.mjs';
import { OFFICIAL, SAMPLE, contentsOfOutlines } from './kit.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'guatu-pdf-'));
const TODAY = '2019-06-18';
const official: ExportInput = { ...OFFICIAL, today: TODAY };
const sample: ExportInput = { ...SAMPLE, today: TODAY };
const fonts = await typeFonts();
const base: ExportOptions = { lang: 'zh', fonts };

interface Printed extends Made {
  /** Pages of words, white space left out. */
  readonly pages: readonly string[];
  readonly path: string;
}

async function print(input: ExportInput, options: Partial<ExportOptions> = {}): Promise<Printed> {
  const made = await runExport('pdf', input, { ...base, ...options });
  const path = join(FOLDER, 'it.pdf');
  writeFileSync(path, made.file);
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { encoding: 'utf8' });
  return {
    ...made,
    path,
    pages: text
      .split('\f')
      .slice(0, -1)
      .map((page) => page.replace(/\s/g, '')),
  };
}

function sizes(path: string): readonly string[] {
  const info = execFileSync('pdfinfo', ['-f', '1', '-l', '99', path], { encoding: 'utf8' });
  return [...info.matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map(
    ([, w, h]) => `${Math.round(+w!)}×${Math.round(+h!)}`,
  );
}

/** Points of the smallest type: words as poppler boxes them, against the title, which is known to be 12 pt on a full sheet. */
function smallest(path: string): number {
  const boxes = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' });
  const words = [...boxes.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(
    ([, top, bottom, text]) => ({ h: Number(bottom) - Number(top), text: text! }),
  );
  const title = words.find(({ text }) => text.includes('工作要点'))!;
  return (Math.min(...words.map(({ h }) => h)) / title.h) * 12;
}

const bare = (text: string): string => text.replace(/\s/g, '');

// What is asserted is what another program reads.
const read = allPresent(['pdftotext'], 'the PDF files were not read');

describe.runIf(read)('the official document', () => {
  test('can be read and searched: title, preamble, every section, item and clause', async () => {
    const { pages } = await print(official);
    const all = pages.join('').replace(/—\d+—/g, '');
    for (const { title } of truth.items) expect(all).toContain(bare(title));
    for (const node of OFFICIAL.plan.nodes.values()) expect(all).toContain(bare(node.title));
  });

  test('stands on A4 with its page numbers, the list and the chart across the sheet', async () => {
    const { pages, path } = await print(official);
    pages.forEach((page, index) => expect(page).toContain(`—${index + 1}—`));
    const all = sizes(path);
    const upright = all.filter((size) => size === '595×842').length;
    expect(upright).toBeGreaterThan(8);
    expect(new Set(all.slice(0, upright))).toEqual(new Set(['595×842']));
    expect(new Set(all.slice(upright))).toEqual(new Set(['842×595']));
    expect(pages[upright]).toContain('附件1');
  });

  test('embeds a part of each font, by which its words are found', async () => {
    const { path, file, notices } = await print(sample);
    const lines = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(lines.length).toBe(2);
    for (const line of lines)
      expect(line).toMatch(/^[A-Z]{6}\+NotoSerifSC(-Bold)? +CID TrueType +Identity-H +yes yes yes/);
    expect(file.length).toBeLessThan(600_000);
    expect(notices).toContainEqual({ code: 'font', detail: 'Noto Serif SC' });
  });

  test('reports a character no font has, sets 〓 for it and still copies the character', async () => {
    const input = { ...contentsOfOutlines([{ kind: 'section', title: '甲\u{2CEB0}乙' }]), today: TODAY };
    const { pages, notices } = await print(input);
    expect(notices).toContainEqual({ code: 'glyphs', detail: '\u{2CEB0}' });
    expect(pages.join('')).toContain('甲\u{2CEB0}乙');
  });

  test('cannot be made without a font: our own fault, not a broken file', async () => {
    await expect(runExport('pdf', official, { ...base, fonts: [Uint8Array.of(1, 2, 3)] })).rejects.toThrow('font');
  });
});

describe.runIf(read)('the chart on paper', () => {
  test('a year of 28 items is one page of A3, every row on it, in type of 7 pt or more', async () => {
    const { pages, path } = await print(official, { view: 'gantt', paper: 'A3' });
    expect(sizes(path)).toEqual(['1191×842']);
    const rows = allRows(OFFICIAL.plan).filter(({ kind }) => kind === 'section' || kind === 'item');
    expect(rows.length).toBe(36);
    for (const { id } of rows) expect(pages[0]).toContain(bare(OFFICIAL.plan.nodes.get(id)!.title));
    const sheets = chartSheets(official, 'A3', undefined, base);
    expect(typeOn(sheets.pages[0]!)).toBeGreaterThanOrEqual(7);
  });

  test('in tiles repeats title, header and table, counts its pages, and cuts no row', async () => {
    const { pages, path } = await print(sample, { view: 'gantt', paper: 'A4', fit: 'tiles' });
    expect(new Set(sizes(path))).toEqual(new Set(['842×595']));
    expect(pages).toHaveLength(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`第${index + 1}页/共${pages.length}页`);
      expect(page).toContain('2019年二季度');
      expect(page).toContain('牵头');
    });
    for (const { title, kind } of SAMPLE.plan.nodes.values())
      if (kind === 'item') expect(pages.filter((page) => page.includes(bare(title)))).toHaveLength(1);
    for (const page of chartSheets(sample, 'A4', 'tiles', base).pages)
      for (const { at } of page.parts) expect(at.y + at.h).toBeLessThanOrEqual(page.height);
  });

  test('a whole year of 96 rows with its terms is one page of A3 too', async () => {
    for (const fit of [undefined, 'page'] as const) {
      const { pages, path, notices } = await print(sample, { view: 'gantt', paper: 'A3', fit });
      expect(sizes(path)).toEqual(['1191×842']);
      expect(notices.map(({ code }) => code)).not.toContain('folded');
      expect(pages[0]).toContain('2019学年第一学期');
      const numbers = numbering(SAMPLE.plan);
      for (const { id, kind } of allRows(SAMPLE.plan)) {
        const said = kind === 'milestone' ? SAMPLE.plan.nodes.get(id)!.title : numbers.get(id)!.label;
        expect(pages[0]).toContain(bare(said));
      }
      expect(smallest(path)).toBeGreaterThanOrEqual(7);
    }
  });

  test('too large for one page in 7 pt shows items only, and says so', async () => {
    const { pages, notices } = await print(sample, { view: 'gantt', paper: 'A4', fit: 'page' });
    expect(pages).toHaveLength(1);
    expect(notices.map(({ code }) => code)).toContain('folded');
  });

  test('on A0 is one sheet for the wall, and so is the map', async () => {
    for (const view of ['gantt', 'mindmap'] as const) {
      const { pages, path } = await print(sample, { view, paper: 'A0' });
      expect(pages).toHaveLength(1);
      expect(sizes(path)).toEqual(['3370×2384']);
      for (const { title } of truth.items) expect(pages[0]).toContain(bare(title).slice(0, 5));
    }
  });
});

test.runIf(read)('the task list alone holds every clause, its head on each page', async () => {
  const { pages } = await print(sample, { view: 'list' });
  for (const page of pages.slice(0, -1))
    for (const head of ['序号', '重点工作', '具体任务', '完成时限']) expect(page).toContain(head);
  const all = pages.join('');
  for (const { title, kind } of SAMPLE.plan.nodes.values())
    if (kind === 'item') expect(all).toContain(bare(title).slice(0, 5));
});

describe('the parts', () => {
  test('a subset holds the outlines of its glyphs and no others', () => {
    const [face] = readFaces(fonts.at(-2)!);
    const glyphs = [...'挂图'].map((char) => face!.glyphOf(char.codePointAt(0)!));
    const { file, places } = subset(face!, glyphs);
    expect(glyphs.map((glyph) => places.get(glyph))).toEqual([1, 2]);
    expect(file.length).toBeLessThan(4_000);
    const [part] = readFaces(file);
    // It has no character map, so it is nothing to set type from.
    expect(part).toBeUndefined();
  });

  test('a path of any kind ends where it should', () => {
    const last = (d: string): readonly number[] =>
      pathOperators(d).split('\n').at(-1)!.split(' ').slice(-3, -1).map(Number);
    expect(last('M0 0L3 4')).toEqual([3, 4]);
    expect(last('M1 1h2v3')).toEqual([3, 4]);
    expect(last('M0 0a5 5 0 0 1 10 0')).toEqual([10, 0]);
    expect(last('M0 0Q5 5 10 0')).toEqual([10, 0]);
    // A half circle to the right, drawn clockwise, passes above.
    expect(pathOperators('M0 0A5 5 0 0 1 10 0').split('\n')[1]).toMatch(/ 5 -5 c$/);
    expect(() => pathOperators('M0 0S1 1 2 2')).toThrow('S');
  });
});
