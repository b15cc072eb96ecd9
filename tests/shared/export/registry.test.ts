import { describe, expect, test } from 'vitest';
import truth from '../../golden/2019-qingpu.json' with { type: 'json' };
import { QINGPU_2019 } from '../../../server/seed/text.ts';
import { typeFonts } from '../../../server/fonts.ts';
import { cutRows } from '../../../shared/export/planchart.ts';
import { DENSITY } from '../../../shared/layout/theme.ts';
import { allRows } from '../../../shared/export/chart.ts';
import { isPng } from '../../../shared/export/png.ts';
import { EXPORTERS, exporterOf, fileName, pixelsFor, runExport } from '../../../shared/export/registry.ts';
import { GROUPS } from '../../../shared/export/format.ts';
import type { ExportInput } from '../../../shared/export/format.ts';
import { isRefusedFile, planFromJson } from '../../../shared/export/json.ts';
import { planOf } from '../../kit/plan.ts';
import { OFFICIAL, SAMPLE, all, contentsOfOutlines, parseXml } from './kit.ts';

const TODAY = '2019-06-18';
const official: ExportInput = { ...OFFICIAL, today: TODAY };
const sample: ExportInput = { ...SAMPLE, today: TODAY };
const fonts = await typeFonts();
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAGyTiDwAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);

describe('the list of formats', () => {
  test('is complete and without doubles', () => {
    const ids = EXPORTERS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ['docx', 'svg', 'png', 'xlsx', 'csv', 'ics', 'mspdi', 'md', 'opml', 'mm', 'xmind', 'json', 'txt'])
      expect(ids).toContain(id);
    // The menu shows one group after the other.
    expect([...new Set(EXPORTERS.map(({ group }) => group))]).toEqual(
      GROUPS.filter((group) => EXPORTERS.some((each) => each.group === group)),
    );
    for (const exporter of EXPORTERS) {
      expect(exporterOf(exporter.id)).toBe(exporter);
      expect(exporter.titleKey).toBe(`export.${exporter.id}`);
      expect(exporter.mime).toMatch(/^\w+\/[\w.+-]+(; charset=utf-8)?$/);
    }
    expect(exporterOf('exe')).toBeUndefined();
    expect(exporterOf('toString')).toBeUndefined();
  });

  test.each(EXPORTERS.map(({ id }) => id))('%s gives the same for the same plan, twice', async (id) => {
    const rasterise = async () => ({ png: PIXEL, missing: [] });
    const made = await runExport(id, sample, { lang: 'zh', rasterise, fonts });
    expect(made.file.length).toBeGreaterThan(0);
    expect(await runExport(id, sample, { lang: 'zh', rasterise, fonts })).toEqual(made);
  });

  test.each([
    ['docx', undefined, '2019年青浦教育工作要点.docx'],
    ['json', undefined, '2019年青浦教育工作要点.json'],
    ['svg', undefined, '2019年青浦教育工作要点-甘特图.svg'],
    ['png', 'mindmap', '2019年青浦教育工作要点-脑图.png'],
  ] as const)('%s of %s is saved as %s', (id, view, name) => {
    expect(fileName(OFFICIAL.plan, exporterOf(id)!, { lang: 'zh', view })).toBe(name);
  });
});

describe('text', () => {
  test('of the untouched plan is the source, byte for byte', async () => {
    expect((await runExport('txt', official, { lang: 'zh' })).file).toBe(QINGPU_2019);
  });

  test('of a demonstration says 示例, even where its title does not', async () => {
    expect((await runExport('txt', sample, { lang: 'zh' })).file).toMatch(/^示例/);
    const plain = { ...contentsOfOutlines([{ kind: 'section', title: '一' }], { sample: true }), today: TODAY };
    expect((await runExport('txt', plain, { lang: 'zh' })).file).toMatch(/^示例 · 试排\n/);
    const untitled = {
      ...contentsOfOutlines([{ kind: 'section', title: '一' }], { sample: true, title: '' }),
      today: TODAY,
    };
    expect((await runExport('txt', untitled, { lang: 'zh' })).file).toMatch(/^示例 · /);
  });
});

describe('pictures', () => {
  test.each(['gantt', 'mindmap'] as const)(
    'of the %s show the whole plan, unfolded, in both languages',
    async (view) => {
      for (const lang of ['zh', 'en'] as const) {
        const svg = (await runExport('svg', official, { lang, view })).file as string;
        const words = all(parseXml(svg), 'text')
          .map(({ text }) => text)
          .join('');
        for (const { title } of truth.items) expect(words).toContain(title.slice(0, 8));
        expect(words).not.toMatch(/示例|Sample/);
      }
      expect((await runExport('svg', sample, { lang: 'zh', view })).file).toContain('示例');
    },
  );

  test('say the whole percent of what ends with the year', async () => {
    const plan = planOf('一\n  甲\n    甲一 01-01..12-20 75%');
    const svg = (await runExport('svg', { plan, notes: new Map(), today: TODAY }, { lang: 'zh', view: 'gantt' })).file;
    expect(String(svg).match(/>75%</g)).toHaveLength(2);
  });

  test('of PNG kind are drawn at 2.5 times and say 300 dpi', async () => {
    const asked: number[] = [];
    const rasterise = async (svg: string, width: number) => {
      asked.push(width / Number(/ width="([\d.]+)"/.exec(svg)![1]));
      return { png: PIXEL, missing: [] };
    };
    const png = (await runExport('png', official, { lang: 'zh', rasterise })).file as Uint8Array;
    expect(isPng(png)).toBe(true);
    expect(new DataView(png.buffer, png.byteOffset).getUint32(41)).toBe(11811);
    expect(asked[0]).toBeCloseTo(2.5, 2);
  });

  test('of plans too large for any canvas are drawn smaller', () => {
    const width = pixelsFor('<svg xmlns="x" width="1600" height="140000" viewBox="">');
    expect(width * (140000 / 1600)).toBeLessThanOrEqual(16000);
    expect(pixelsFor('<svg xmlns="x" width="12000" height="12000">') ** 2).toBeLessThanOrEqual(100_000_000);
  });

  test('without anything that draws are our own fault, not a broken file', async () => {
    await expect(runExport('png', official, { lang: 'zh' })).rejects.toThrow('png');
  });
});

describe('the sheets of the appended chart', () => {
  const size = { width: 1100, first: 500, other: 740 };
  const head = 2 * DENSITY.dense.band;

  test('hold every row once, in order', () => {
    const rows = allRows(SAMPLE.plan);
    expect(cutRows(rows, size, head).flat()).toEqual(rows);
  });

  test('never end with a heading whose work is on the next', () => {
    const sheets = cutRows(allRows(SAMPLE.plan), size, head);
    expect(sheets.length).toBeGreaterThan(2);
    for (const [index, sheet] of sheets.entries()) {
      const next = sheets[index + 1]?.[0];
      if (next) expect(next.depth).toBeLessThanOrEqual(sheet.at(-1)!.depth);
    }
  });

  test('come to an end even where everything heads something', () => {
    const deep = planOf('一\n  甲\n    甲一\n      子\n        丑');
    expect(cutRows(allRows(deep), { width: 1100, first: 60, other: 60 }, head)).toHaveLength(5);
    expect(cutRows([], size, head)).toEqual([]);
  });
});

test('a plan handed over as JSON is the plan', async () => {
  const back = planFromJson((await runExport('json', sample, { lang: 'zh' })).file as string);
  expect(isRefusedFile(back)).toBe(false);
  expect(back).toEqual(SAMPLE);
});
