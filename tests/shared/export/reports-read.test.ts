// The reports of a scripted year as programs that are not ours read them: laid out by LibreOffice and read by poppler, or as a sheet of words.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runExport } from '../../../shared/export/registry.ts';
import type { ExportId, ExportInput } from '../../../shared/export/format.ts';
import { keepBaseline } from '../../../shared/ops/baselines.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { retitle } from '../../../shared/ops/content.ts';
import { allPresent } from '../../programs.mjs';
import { clauses, opinion, plan, report, suggestion, year } from './year.ts';

const tools = allPresent(['soffice', 'pdftotext', 'fc-list'], 'the reports were not read');

const KEPT: readonly ExportId[] = ['supervise-docx', 'opinions-docx', 'compare-docx', 'redline-docx', 'summary-docx'];
const folder = mkdtempSync(join(tmpdir(), 'guatu-reports-'));
const leaf = clauses.find((id) => plan.nodes.get(id)!.kind === 'clause')!;

/** With a version kept in the spring, and one clause reworded since. */
function reworded(): ExportInput {
  const kept = keepBaseline(plan, { id: 'spring', name: '征求意见稿', at: '2019-03-01', by: '局办公室' });
  if (isRefusal(kept)) throw new Error(kept.refused);
  const before = applyChanges(plan, kept);
  const changes = retitle(before, { id: leaf, title: `${before.nodes.get(leaf)!.title}，并按季度公开进展` });
  if (isRefusal(changes)) throw new Error(changes.refused);
  return { ...year, plan: applyChanges(before, changes) };
}

function soffice(kind: string, ...names: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const files = names.map((name) => join(folder, name));
  spawnSync('soffice', [profile, '--headless', '--convert-to', kind, '--outdir', folder, ...files], {
    timeout: 150_000,
  });
}

beforeAll(async () => {
  if (!tools) return;
  const input = reworded();
  for (const id of [...KEPT, 'supervise-xlsx', 'opinions-xlsx', 'compare-xlsx'] as const) {
    const { file } = await runExport(id, input, { lang: 'zh', period: '2019-Q2' });
    writeFileSync(join(folder, id.replace('-', '.')), file);
  }
  soffice('pdf', ...KEPT.map((id) => id.replace('-', '.')));
  const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1';
  soffice(csv, 'supervise.xlsx', 'opinions.xlsx', 'compare.xlsx');
}, 200_000);

const bare = (text: string): string => text.replace(/\s/g, '');
const printed = (name: string): string =>
  bare(spawnSync('pdftotext', ['-enc', 'UTF-8', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' }).stdout);
const sheet = (name: string): string =>
  readFileSync(
    join(
      folder,
      readdirSync(folder).find((each) => each.startsWith(`${name}-`))!,
    ),
    'utf8',
  );
const times = (text: string, words: string): number => text.split(words).length - 1;

describe.runIf(tools)('as pages', () => {
  test('意见采纳汇总表 prints every opinion and every proposed change once', () => {
    const text = printed('opinions');
    for (const { words } of opinion.values()) expect([words, times(text, words)]).toEqual([words, 1]);
    for (const { now } of suggestion.values()) {
      const added = /补第\d+号$/.exec(now)![0];
      expect([added, times(text, added)]).toEqual([added, 1]);
    }
  });

  test('督查表 of a quarter prints the last that was reported of each work within it', () => {
    const text = printed('supervise');
    const last = new Map<string, string>();
    for (const { node, at, words } of report.values())
      if (at >= '2019-04-01' && at <= '2019-06-30') last.set(node, words);
    expect(last.size).toBeGreaterThan(20);
    for (const words of last.values()) expect(text).toContain(words);
  });

  test('新旧对照表 and 花脸稿 print what was added', () => {
    for (const name of ['compare', 'redline']) expect(printed(name)).toContain('并按季度公开进展');
    expect(printed('compare')).toContain('征求意见稿');
  });

  test('年终总结 speaks of every measure', () => {
    const text = printed('summary');
    const all = clauses.filter((id) => plan.nodes.get(id)!.kind === 'clause');
    for (const id of all) {
      const { title } = plan.nodes.get(id)!;
      expect(text, title).toContain(bare(title).slice(0, 12));
    }
  });
});

describe.runIf(tools)('as sheets', () => {
  test('opinions are one row each', () => {
    const text = sheet('opinions');
    for (const { words } of opinion.values()) expect([words, times(text, words)]).toEqual([words, 1]);
  });

  test('the others hold their head and their words', () => {
    expect(sheet('supervise')).toContain('序号');
    expect(sheet('compare')).toContain('并按季度公开进展');
  });
});
