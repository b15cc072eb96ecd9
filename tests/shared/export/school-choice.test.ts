// Who has put the band of terms away on screen gets charts without it, and the room goes back to the rows, whatever they leave as.
import { expect, test } from 'vitest';
import { startingChoice } from '../../../client/export/starting.ts';
import { FIRST_VIEW } from '../../../client/state/view-store.ts';
import { pagesFor } from '../../../shared/export/pdf.ts';
import { runExport } from '../../../shared/export/registry.ts';
import { WORDS } from '../../../shared/layout/words.ts';
import { parts, SAMPLE } from './kit.ts';

const input = { ...SAMPLE, today: '2019-06-18' };
const TERM = '2019学年第一学期';
const seen = { ...FIRST_VIEW, open: 'gantt' } as const;

async function leaving(format: string, school: boolean): Promise<string> {
  const { format: id, ...chosen } = startingChoice(format, { ...seen, school });
  const options = { ...chosen, lang: 'zh' } as const;
  if (id === 'pdf') return JSON.stringify(pagesFor(input, options).pages);
  const { file } = await runExport(id, input, options);
  return typeof file === 'string' ? file : Object.values(parts(file)).join('');
}

test.each(['svg:gantt', 'pdf:gantt:A3', 'pdf:text', 'docx'])('%s has the band when the screen has', async (format) => {
  expect(await leaving(format, true)).toContain(TERM);
  expect(await leaving(format, false)).not.toContain(TERM);
});

test('the picture without it is lower by the band alone', async () => {
  const height = (svg: string): number => Number(/ height="([\d.]+)"/.exec(svg)![1]);
  const [shown, none] = [await leaving('svg:gantt', true), await leaving('svg:gantt', false)];
  expect(height(shown) - height(none)).toBeGreaterThan(10);
  expect(height(shown) - height(none)).toBeLessThan(30);
});

test('an official document says the terms that are known, and not that others are yet to be entered', async () => {
  expect(await leaving('svg:gantt', true)).toContain(WORDS.zh.unknownTerms);
  for (const format of ['pdf:text', 'docx']) {
    const document = await leaving(format, true);
    expect(document).toContain(TERM);
    expect(document).not.toContain(WORDS.zh.unknownTerms);
  }
});
