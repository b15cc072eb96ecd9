// Printed from the browser: the year on one A3 sheet or in tiles, every item's name on it, nothing cut, nothing too small to read.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Plan } from '../../shared/model/plan.ts';
import { seeds, test } from '../kit/driver.ts';
import type { Person } from '../kit/driver.ts';

interface Laid {
  readonly sheets: number;
  /** Points of the smallest type, as printed. */
  readonly least: number;
  /** What a sheet's edge or a repeated header cuts through. */
  readonly cut: readonly string[];
  readonly words: readonly string[];
}

/** Presses 打印 in the dialog; the browser's own dialog, which no test can answer, is taken as opened. */
async function print(page: Page): Promise<Laid> {
  await page.evaluate(() => {
    window.print = () => (document.documentElement.dataset['asked'] = '');
  });
  await page.getByRole('dialog').getByRole('button', { name: '打印' }).click();
  await expect(page.locator('html[data-asked]')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  const laid = await page.evaluate(() => {
    const cut: string[] = [];
    const words: string[] = [];
    let least = Infinity;
    for (const sheet of document.querySelectorAll('.print-sheet'))
      for (const part of sheet.querySelectorAll<SVGSVGElement>('svg > svg')) {
        const outside = part.parentElement!.getBoundingClientRect();
        const scale = outside.width / Number(part.parentElement!.getAttribute('width'));
        const top = outside.top + Number(part.getAttribute('y')) * scale;
        const bottom = top + Number(part.getAttribute('height')) * scale;
        for (const text of part.querySelectorAll('text')) {
          const box = text.getBoundingClientRect();
          const middle = (box.top + box.bottom) / 2;
          if (middle < top || middle > bottom) continue;
          words.push(text.textContent);
          const matrix = text.getScreenCTM()!;
          least = Math.min(least, Number(text.getAttribute('font-size')) * Math.hypot(matrix.a, matrix.b) * 0.75);
          // A line of type is higher than its letters.
          const slack = (box.bottom - box.top) * 0.25;
          if (box.top < top - slack || box.bottom > bottom + slack) cut.push(text.textContent);
        }
      }
    // A drawing names its sizes to a hundredth.
    least = Math.round(least * 100) / 100;
    return { sheets: document.querySelectorAll('.print-sheet').length, least, cut, words };
  });
  await page.emulateMedia({ media: null });
  return laid;
}

/** As the printer gets it: pages, their size, and their text where there is a program to read it. */
async function paper(page: Page, path: string): Promise<{ pages: number; sizes: readonly string[]; text?: string }> {
  const file = await page.pdf({ preferCSSPageSize: true });
  writeFileSync(path, file);
  const source = file.toString('latin1');
  const sizes = [...source.matchAll(/\/MediaBox\s*\[\s*([\d. ]+)\]/g)].map(([, box]) =>
    box!.trim().split(/\s+/).slice(2).map((pt) => Math.round((Number(pt) / 72) * 25.4)).join('×'),
  ); // prettier-ignore
  const read = spawnSync('pdftotext', ['-enc', 'UTF-8', '-layout', path, '-'], { encoding: 'utf8' });
  return { pages: sizes.length, sizes, ...(read.status === 0 && { text: read.stdout }) };
}

const items = (plan: Plan): readonly string[] =>
  [...plan.nodes.values()].filter(({ kind }) => kind === 'item').map(({ title }) => title);
const missing = (names: readonly string[], words: string): readonly string[] => {
  const said = words.replace(/\s/g, '');
  return names.filter((name) => !said.includes(name.replace(/\s/g, '').slice(0, 14)));
};

async function opened(someone: () => Promise<Person>, server: { chairLink: string }) {
  const chair = await someone();
  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await chair.open(sample);
  return { chair, names: items(await chair.plan(sample)) };
}

test('the year on one A3 sheet, or in tiles with page x of y', async ({ server, someone }, info) => {
  const { chair, names } = await opened(someone, server);
  const { page } = chair;
  expect(names).toHaveLength(28);
  await page.keyboard.press('ControlOrMeta+p');
  const dialog = page.getByRole('dialog', { name: '打印' });
  await expect(dialog.locator('img.export-sheet').first()).toBeVisible();

  await dialog.getByLabel('排法').selectOption('page');
  const one = await print(page);
  expect(one.sheets).toBe(1);
  expect(one.least).toBeGreaterThanOrEqual(7);
  expect(one.cut).toEqual([]);
  expect(missing(names, one.words.join(' '))).toEqual([]);
  const sheet = await paper(page, info.outputPath('one.pdf'));
  expect(sheet.sizes).toEqual(['420×297']);
  if (sheet.text) expect(missing(names, sheet.text)).toEqual([]);
  await expect(page.locator('.print-sheets'), 'what was laid out for the printer goes with it').toHaveCount(0);

  await dialog.getByLabel('排法').selectOption('tiles');
  const tiles = await print(page);
  expect(tiles.sheets).toBeGreaterThan(1);
  expect(tiles.least).toBeGreaterThanOrEqual(7);
  expect(tiles.cut).toEqual([]);
  expect(missing(names, tiles.words.join(' '))).toEqual([]);
  // The head stands on each of them.
  expect(tiles.words.filter((word) => word === '序号')).toHaveLength(tiles.sheets);
  const sheets = await paper(page, info.outputPath('tiles.pdf'));
  expect(sheets.sizes).toEqual(Array.from({ length: tiles.sheets }, () => '420×297'));
  if (sheets.text)
    for (let n = 1; n <= tiles.sheets; n++) expect(sheets.text).toMatch(new RegExp(`${n} ?/ ?${tiles.sheets}`));
});

test('the browser’s own print gives the sheets of the open face', async ({ server, someone }, info) => {
  const { chair, names } = await opened(someone, server);
  const { page } = chair;
  await page.waitForLoadState('networkidle');
  // The code for it comes by itself once the plan has settled.
  await expect(async () => {
    const chart = await paper(page, info.outputPath('chart.pdf'));
    expect(new Set(chart.sizes)).toEqual(new Set(['420×297']));
    if (chart.text) expect(missing(names, chart.text)).toEqual([]);
  }).toPass();
  await chair.look('list');
  const list = await paper(page, info.outputPath('list.pdf'));
  expect(new Set(list.sizes)).toEqual(new Set(['297×210']));
});

test('the browser’s own print works too when the server was away at first', async ({ server, someone }, info) => {
  const chair = await someone();
  let refused = 0;
  await chair.page.route(/assets\/sheets-/, (route) => {
    refused++;
    return refused > 1 ? route.continue() : route.abort('connectionrefused');
  });
  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await chair.open(sample);
  await chair.says('saved');
  await expect(async () => {
    const chart = await paper(chair.page, info.outputPath('chart.pdf'));
    expect(new Set(chart.sizes)).toEqual(new Set(['420×297']));
  }).toPass();
  expect(refused).toBeGreaterThan(1);
});
