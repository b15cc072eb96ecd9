// GB/T 9704 measured on paper: LibreOffice lays the document out, poppler says where each line came to stand.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { runExport } from '../../../shared/export/registry.ts';
import { allPresent } from '../../programs.mjs';
import { SAMPLE } from './kit.ts';

interface Line {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}

/** Millimetres from each edge. */
interface Paper {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly number: Line;
}

const tools = allPresent(['soffice', 'pdftotext', 'fc-list'], 'the document was not measured');

let pages: readonly Paper[] = [];
let upright: readonly Paper[] = [];
let turned: readonly Paper[] = [];

beforeAll(async () => {
  if (!tools) return;
  const folder = mkdtempSync(join(tmpdir(), 'guatu-measured-'));
  const { file } = await runExport('docx', { ...SAMPLE, today: '2019-06-18' }, { lang: 'zh', annexes: 'checked' });
  writeFileSync(join(folder, 'plan.docx'), file);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const made = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'plan.docx')];
  spawnSync('soffice', made, { timeout: 120_000 });
  spawnSync('pdftotext', ['-bbox-layout', join(folder, 'plan.pdf'), join(folder, 'plan.html')]);
  pages = read(readFileSync(join(folder, 'plan.html'), 'utf8'));
  upright = pages.filter(({ width, height }) => width < height);
  turned = pages.filter(({ width, height }) => width > height);
}, 150_000);

function read(html: string): readonly Paper[] {
  const mm = (points: string): number => (Number(points) * 25.4) / 72;
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([^]*?)<\/page>/g)].map(([, w, h, body]) => {
    const [width, height] = [mm(w!), mm(h!)];
    const all = [...body!.matchAll(/<line xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">([^]*?)<\/line>/g)].map(
      ([, left, top, right, bottom, words]): Line => ({
        left: mm(left!),
        top: mm(top!),
        right: width - mm(right!),
        bottom: height - mm(bottom!),
        text: [...words!.matchAll(/>([^<]*)<\/word>/g)].map(([, word]) => word).join(''),
      }),
    );
    // A demonstration says so in the head margin.
    const lines = all.filter(({ text }) => !/^—\d+—$|^示例：日期/.test(text)).sort((a, b) => a.top - b.top);
    return { width, height, lines, number: all.find(({ text }) => /^—\d+—$/.test(text))! };
  });
}

const least = (values: readonly number[]): number => Math.min(...values);

test.runIf(tools)('A4 with margins of 37, 28, 35 and 26 mm', () => {
  expect(upright.length).toBeGreaterThan(8);
  for (const { width, height, lines } of upright) {
    expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
    // White within the type itself, up to a quarter of a character.
    expect(least(lines.map(({ left }) => left))).toBeGreaterThanOrEqual(27.9);
    expect(least(lines.map(({ left }) => left))).toBeLessThan(29.5);
    expect(least(lines.map(({ top }) => top))).toBeGreaterThanOrEqual(37);
    expect(least(lines.map(({ bottom }) => bottom))).toBeGreaterThanOrEqual(34.9);
    // What ends in a stop may hang it into the margin; nothing else does.
    for (const { right, text } of lines)
      expect(right, text).toBeGreaterThan(/[，。、；：！？）”》]$/.test(text) ? 20 : 25.9);
  }
});

test.runIf(tools)('22 lines to a page and 28 characters to a line', () => {
  const full = upright.slice(1, -1);
  const counts = full.map(({ lines }) => lines.length);
  // A heading that may not end a page, or a single line that may not begin one, takes a line with it.
  for (const count of counts) expect([20, 21, 22]).toContain(count);
  expect(counts.filter((count) => count === 22).length).toBeGreaterThan(counts.length / 2);
  const tops = full[0]!.lines.map(({ top }) => top);
  for (const [index, top] of tops.entries())
    if (index > 0) expect(top - tops[index - 1]!).toBeCloseTo((579 / 1440) * 25.4, 1);
  const chinese = full.flatMap(({ lines }) => lines).filter(({ text }) => /^[\p{Script=Han}]+$/u.test(text));
  expect(Math.max(...chinese.map(({ text }) => [...text].length))).toBe(28);
});

test.runIf(tools)('page numbers below the block: odd at the right, even at the left, one character in', () => {
  for (const [index, { number, width, height }] of pages.entries()) {
    expect(number.text).toBe(`—${index + 1}—`);
    const odd = index % 2 === 0;
    const inset = (14 / 72) * 25.4;
    if (width < height) {
      expect(odd ? number.right : number.left).toBeCloseTo((odd ? 26 : 28) + inset, 0);
      expect(number.bottom).toBeLessThan(28);
    } else {
      // Turned to be read, the upright sheet's foot is at the left, its right below.
      expect(number.left).toBeLessThan(28);
      expect(odd ? number.bottom : number.top).toBeCloseTo((odd ? 26 : 28) + inset, 0);
    }
  }
});

test.runIf(tools)('each attachment begins a new page across the sheet, its name at the top', () => {
  const starts = pages.filter(({ lines }) => /^附件\d$/.test(lines[0]?.text ?? ''));
  expect(starts.map(({ lines }) => lines[0]!.text)).toEqual(['附件1', '附件2', '附件3']);
  for (const start of starts) expect(turned).toContain(start);
  expect(pages.indexOf(starts[0]!)).toBe(upright.length);
  expect(turned[0]!.lines.some(({ text }) => text.includes('任务清单'))).toBe(true);
});
