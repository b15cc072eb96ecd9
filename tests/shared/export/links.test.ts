// Reports, tables and calendars lead back to the plan where its page is known, and nowhere where it is not.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../shared/carriers/tree/markdown.ts';
import { EXPORTERS, runExport } from '../../../shared/export/registry.ts';
import type { ExportId, ExportInput } from '../../../shared/export/format.ts';
import { reportOf } from '../../../shared/export/reports/reports.ts';
import { SAMPLE, all, parseXml } from './kit.ts';

const address = 'https://plan.example.cn/plan/abc';
const bare: ExportInput = { ...SAMPLE, today: '2019-06-18' };
const input: ExportInput = { ...bare, address };
const clauses = [...SAMPLE.plan.nodes.values()].filter(({ kind }) => kind === 'clause');

async function textOf(id: ExportId, from: ExportInput): Promise<string> {
  const { file } = await runExport(id, from, { lang: 'zh' });
  if (typeof file === 'string') return file;
  return Object.entries(unzipSync(file))
    .filter(([path]) => /\.(xml|rels)$/.test(path))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
}

const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/https:\/\/plan\.example\.cn\/plan\/abc\?node=([\w-]+)/g)].map(([, node]) => node!);

test.each(['xlsx', 'summary-docx', 'md'] as const)('%s leads back to every clause', async (id) => {
  const found = new Set(linksIn(await textOf(id, input)));
  for (const { id: node, title } of clauses) expect(found.has(node), title).toBe(true);
});

test.each(['supervise-xlsx', 'supervise-docx'] as const)('%s leads back from each of its rows', async (id) => {
  const report = reportOf('supervise', input, { lang: 'zh' });
  if (report.kind !== 'table') throw new Error('no table');
  const nodes = report.rows.flatMap((row) => ('node' in row ? row.node : []));
  expect(nodes.length).toBeGreaterThan(20);
  expect(linksIn(await textOf(id, input))).toEqual(nodes);
});

test('a calendar’s events each have their address, folded as every line', async () => {
  const ics = (await textOf('ics', input)).replace(/\r\n /g, '');
  const events = ics.split('BEGIN:VEVENT').slice(1);
  expect(events.length).toBeGreaterThan(30);
  for (const event of events) {
    const [, node] = /UID:([\w-]+)@/.exec(event)!;
    expect(event).toContain(`URL:${address}?node=${node}\r\n`);
  }
});

test.each(EXPORTERS.map(({ id }) => id).filter((id) => id !== 'png' && id !== 'pdf'))(
  '%s without an address has no link',
  async (id) => {
    const text = await textOf(id, bare);
    expect(text).not.toMatch(/\?node=|HYPERLINK|<hyperlink/);
  },
);

describe('a workbook', () => {
  test('keeps its links in the order of the schema, each with its target', async () => {
    const { file } = await runExport('xlsx', input, { lang: 'zh' });
    const parts = unzipSync(file as Uint8Array);
    const sheet = parseXml(strFromU8(parts['xl/worksheets/sheet1.xml']!));
    const tags = sheet.children.map(({ tag }) => tag);
    expect(tags.indexOf('hyperlinks')).toBe(tags.indexOf('dataValidations') + 1);
    const rels = all(parseXml(strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels']!)), 'Relationship');
    const targets = new Map(rels.map(({ attrs }) => [attrs['Id'], attrs]));
    const links = all(sheet, 'hyperlink');
    expect(links.length).toBe(rels.length);
    for (const { attrs } of links) {
      expect(attrs['ref']).toMatch(/^A\d+$/);
      expect(targets.get(attrs['r:id'])).toMatchObject({ TargetMode: 'External' });
    }
  });
});

test('Markdown with links reads back as the same topics', async () => {
  const [plain, linked] = await Promise.all([textOf('md', bare), textOf('md', input)]);
  expect(linked).not.toBe(plain);
  expect(readMarkdown(linked)).toEqual(readMarkdown(plain));
});
