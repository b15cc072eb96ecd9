// Rows of our workbooks are as high as their words need: some programs open a file without heights one line high, and what is below is hidden.
import { expect, test } from 'vitest';
import type { ExportId } from '../../../shared/export/format.ts';
import { runExport } from '../../../shared/export/registry.ts';
import { heightsOf } from '../../../shared/export/table/heights.ts';
import { all, parseXml, parts } from './kit.ts';
import { year } from './year.ts';

const cell = (value: string, style = 'text') => ({ value, style });
/** Ten characters of a column hold five of Chinese, less its edges. */
const heights = (text: string, merges?: readonly (readonly [number, number, number, number])[]): number =>
  heightsOf({ widths: [10, 40, 0], rows: [[cell(text)]], ...(merges && { merges }) })[0]!;

test('a row grows by its lines, whether they were broken by hand or by the edge', () => {
  const one = heights('一行');
  const line = heights('一\n二\n三') - heights('一\n二');
  expect(line).toBeGreaterThan(13);
  expect(heights('一\n二\n三\n四')).toBeGreaterThanOrEqual(4 * line);
  expect(heights('一二三四五六七八九十'.repeat(2))).toBeGreaterThanOrEqual(4 * line);
  expect(heights('')).toBe(one);
  expect(heights('字'.repeat(2_000))).toBe(409);
});

test('the widest or the longest cell decides, a hidden one says nothing', () => {
  const two = heightsOf({
    widths: [10, 40, 0],
    rows: [[cell('一'), cell('二'), cell('字'.repeat(300))]],
  });
  expect(two[0]).toBe(heights('一'));
});

test('what goes across the sheet has the room of all its columns', () => {
  expect(heights('一二三四五六七八九十', [[0, 0, 0, 1]])).toBe(heights('一'));
  expect(heights('一二三四五六七八九十')).toBeGreaterThan(heights('一'));
});

test.each(['xlsx', 'supervise-xlsx', 'opinions-xlsx', 'compare-xlsx'] as const)(
  'every row of %s says its height',
  async (id: ExportId) => {
    const made = parts((await runExport(id, year, { lang: 'zh', period: '2019-Q2' })).file as Uint8Array);
    const rows = all(parseXml(made['xl/worksheets/sheet1.xml']!), 'row').map(({ attrs }) => Number(attrs['ht']));
    expect(rows.length).toBeGreaterThan(2);
    for (const height of rows) expect(height).toBeGreaterThanOrEqual(18);
    if (id !== 'compare-xlsx') expect(Math.max(...rows)).toBeGreaterThan(60);
  },
);
