// What may be chosen of an export, and what the file then holds: one office, one section, beside a baseline, the text alone.
import { describe, expect, test } from 'vitest';
import { asksOf, sectionNamed, sectionsOf } from '../../../shared/export/format.ts';
import { rowsIn } from '../../../shared/export/filter.ts';
import { previewOf } from '../../../shared/export/preview.ts';
import { numbering } from '../../../shared/model/numbering.ts';
import { EXPORTERS, exporterOf, fileName, runExport } from '../../../shared/export/registry.ts';
import type { ExportInput, ExportOptions } from '../../../shared/export/format.ts';
import { keepBaseline } from '../../../shared/ops/baselines.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { setSpan } from '../../../shared/ops/time.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { OFFICIAL, SAMPLE, parts } from './kit.ts';

const input: ExportInput = { ...SAMPLE, today: '2019-06-18' };
const options: ExportOptions = { lang: 'zh' };
const office = [...SAMPLE.plan.offices.values()].find(({ name }) => name === '局基教科')!.id;

function done(plan: Plan, outcome: Outcome): Plan {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return applyChanges(plan, outcome);
}

describe('a part of the plan', () => {
  test('is a section by its id, its number or its title', () => {
    const [, second] = sectionsOf(OFFICIAL.plan);
    for (const name of [second!.id, '二', '二、', second!.title])
      expect(sectionNamed(OFFICIAL.plan, name)).toBe(second!.id);
    expect(sectionNamed(OFFICIAL.plan, '九')).toBeUndefined();
  });

  test('keeps the numbers of the whole', () => {
    const section = sectionNamed(OFFICIAL.plan, '四')!;
    const rows = rowsIn(OFFICIAL.plan, { section });
    const labelOf = ({ id }: (typeof rows)[number]): string | undefined => numbering(OFFICIAL.plan).get(id)?.label;
    expect(rows[0]).toMatchObject({ id: section });
    expect(labelOf(rows[0]!)).toBe('四');
    expect(rows.filter(({ kind }) => kind === 'item').map(labelOf)).toEqual(['10', '11', '12', '13', '14', '15']);
  });

  test('of an office is its own clauses with the headings above them', () => {
    const rows = rowsIn(OFFICIAL.plan, {
      office: [...OFFICIAL.plan.offices.values()].find(({ name }) => name === '局基教科')!.id,
    });
    expect(rows.filter(({ kind }) => kind === 'clause')).toHaveLength(8);
    expect(rows[0]!.kind).toBe('section');
  });

  test('is all that the table, the chart and the file’s name speak of', async () => {
    const section = sectionNamed(SAMPLE.plan, '二')!;
    const csv = (await runExport('csv', input, { ...options, section })).file as string;
    expect(csv).toContain('二、');
    expect(csv).not.toContain('三、');
    const svg = (await runExport('svg', input, { ...options, view: 'gantt', office })).file as string;
    const whole = (await runExport('svg', input, { ...options, view: 'gantt' })).file as string;
    expect(svg.length).toBeLessThan(whole.length / 2);
    expect(svg).toContain('局基教科');
    expect(fileName(SAMPLE.plan, exporterOf('csv')!, { lang: 'zh', office, section })).toMatch(
      /-局基教科 · 二、.*\.csv$/,
    );
  });

  test('that a format does not know is not heeded, nor in its name', async () => {
    expect((await runExport('txt', input, { ...options, office })).file).toBe(
      (await runExport('txt', input, options)).file,
    );
    expect(fileName(SAMPLE.plan, exporterOf('txt')!, { lang: 'zh', office })).not.toContain('局基教科');
  });
});

describe('a baseline', () => {
  const dated = [...SAMPLE.plan.nodes.values()].find(({ kind, span }) => kind === 'clause' && span)!;
  const { start, end } = dated.span!;
  const later = `${end.slice(0, 4)}-12-30`;
  const kept = done(SAMPLE.plan, keepBaseline(SAMPLE.plan, { id: 'fixed', name: '定稿', at: '2019-03-01', by: '' }));
  const moved = done(kept, setSpan(kept, { id: dated.id, span: { start, end: later } }));
  const beside: ExportInput = { ...input, plan: moved };

  test('stands in the table as 原定 beside 现定, with the days between', async () => {
    const rows = ((await runExport('csv', beside, { ...options, baseline: 'fixed' })).file as string).split('\r\n');
    expect(rows[0]).toContain('启动,完成时限,原定启动,原定完成,偏差（天）');
    const row = rows.find((line) => line.includes(dated.id))!;
    expect(row).toContain(`${start},${later},${start},${end},`);
    expect((await runExport('csv', beside, options)).file).not.toContain('原定');
  });

  test('stands below the bars of the chart, which says which it is', async () => {
    const with_ = (await runExport('svg', beside, { ...options, view: 'gantt', baseline: 'fixed' })).file as string;
    expect(with_).toContain('对照定稿');
    expect(with_).toMatch(/>\+\d+天</);
  });
});

test('a document without attachments is the text alone', async () => {
  const bare = parts(
    (await runExport('docx', { ...OFFICIAL, today: '2019-06-18' }, { ...options, annexes: 'none' })).file as Uint8Array,
  );
  expect(bare['word/document.xml']).not.toContain('附件');
  expect(bare['word/document.xml']!.match(/<w:sectPr/g)).toHaveLength(1);
  expect(Object.keys(bare).some((path) => path.includes('media/'))).toBe(false);
});

describe('the preview', () => {
  test.each(EXPORTERS.map(({ id }) => id))('of %s shows what the file begins with', async (id) => {
    const exporter = exporterOf(id)!;
    for (const view of exporter.views ?? [undefined]) {
      const preview = await previewOf(exporter, input, { ...options, view });
      // Nobody has given an opinion or kept a version in this plan.
      if (!/^(opinions|compare)/.test(id)) expect(preview.count).toBeGreaterThan(0);
      const said = JSON.stringify(preview);
      expect(said).toMatch(preview.kind === 'pages' ? /<svg/ : /2019|一、|序号/);
      expect(said.length).toBeLessThan(2_000_000);
    }
  });

  test('says of an empty report why it is empty', async () => {
    const codes = async (id: string): Promise<readonly string[]> =>
      (await previewOf(exporterOf(id)!, input, options)).notices.map(({ code }) => code);
    expect(await codes('opinions-docx')).toContain('no-opinions');
    expect(await codes('redline-docx')).toContain('no-versions');
    expect(await codes('xlsx')).toEqual([]);
  });

  test('never shows the ids of nodes', async () => {
    expect(JSON.stringify(await previewOf(exporterOf('xlsx')!, input, options))).not.toContain('编号');
  });

  test('shows a part as the file does', async () => {
    const section = sectionNamed(SAMPLE.plan, '二')!;
    const all = await previewOf(exporterOf('xlsx')!, input, options);
    const some = await previewOf(exporterOf('xlsx')!, input, { ...options, section });
    expect(some.count).toBeLessThan(all.count / 3);
  });
});

test('every choice an exporter asks for is one it heeds', async () => {
  const asked = EXPORTERS.flatMap((exporter) =>
    (exporter.views ?? [undefined]).flatMap((view) => asksOf(exporter, view)),
  );
  expect(new Set(asked)).toEqual(
    new Set(['annexes', 'school', 'office', 'section', 'paper', 'fit', 'baseline', 'beside', 'period', 'from', 'to']),
  );
});
