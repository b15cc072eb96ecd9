// A file is made without a mouse: opened by its key, chosen by arrows, made by Enter, the plan reached again by Escape. On a phone's width, in English, as well.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { en } from '../../client/i18n/en.ts';
import { zh } from '../../client/i18n/zh.ts';
import { noticeText } from '../../shared/export/notices.ts';
import { EXPORTERS } from '../../shared/export/registry.ts';
import { faultsOf } from '../kit/axe.ts';
import { seeds, test } from '../kit/driver.ts';

test('the export dialog by keys alone', async ({ server, someone }) => {
  const chair = await someone();
  const { page } = chair;
  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await chair.open(sample);
  await chair.says('saved');

  await page.keyboard.press('ControlOrMeta+Shift+E');
  const dialog = page.getByRole('dialog', { name: zh['cmd.file.export'] });
  await expect(dialog).toBeVisible();
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  const chosen = (): Promise<string> =>
    dialog.locator('input[type=radio]:checked').evaluate((each) => each.closest('label')!.textContent);
  const tabTo = async (what: () => Promise<boolean>): Promise<void> => {
    for (let i = 0; i < 40; i++) {
      if (await what()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab never came there');
  };
  // The keys begin at the format that is chosen.
  await expect(dialog.locator('input[type=radio]:checked')).toBeFocused();
  const down = async (name: string): Promise<void> => {
    for (let i = 0; i < 40 && !(await chosen()).startsWith(name); i++) await page.keyboard.press('ArrowDown');
  };
  // The list scrolls within itself: at its last format the dialog stands where it stood, on a low screen too.
  await page.setViewportSize({ width: 1366, height: 700 });
  const place = await dialog.boundingBox();
  await down(zh['export.name.json']);
  expect(await dialog.boundingBox()).toEqual(place);
  await expect(dialog.getByRole('heading', { name: zh['cmd.file.export'] })).toBeInViewport();
  await down(zh['export.name.xlsx']);
  expect(await chosen()).toContain('.xlsx');
  await expect(dialog.getByRole('table')).toBeVisible();

  const label = zh['export.make'].replace('{ext}', 'xlsx');
  await tabTo(async () => (await focused()) === label);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  await expect(dialog.getByRole('status')).toContainText(file.suggestedFilename());

  await page.keyboard.press('Escape');
  await expect(dialog).not.toBeAttached();
  // The keys are the plan's again.
  await page.keyboard.press('3');
  await expect(page.getByRole('main', { name: zh['view.list'] })).toBeVisible();
});

test('every format in English on a screen of 390 px, by keys', async ({ server, someone }) => {
  const chair = await someone({ locale: 'en-US', viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  const { page } = chair;
  await page.goto(server.base);
  await page.evaluate(() => localStorage.setItem('guatu:settings', JSON.stringify({ asked: true, lang: 'en' })));
  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await chair.open(sample);
  await expect(page.locator('.save-state')).toHaveAttribute('data-word', 'saved');

  await page.keyboard.press('ControlOrMeta+Shift+E');
  const dialog = page.getByRole('dialog', { name: en['cmd.file.export'] });
  const format = dialog.getByRole('combobox', { name: en['export.format'], exact: true });
  const tabTo = async (goal: Locator): Promise<void> => {
    for (let i = 0; i < 40; i++) {
      if (await goal.evaluate((each) => each === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab never came there');
  };
  await tabTo(format);
  await page.keyboard.press('Home');
  const place = (): Promise<unknown> => dialog.locator('.export-end').boundingBox();
  const first = await place();
  const faults: string[] = [];
  for (const { id, ext } of EXPORTERS) {
    await expect(format).toHaveValue(id);
    await expect(dialog.getByRole('region', { name: en['export.preview'] })).toHaveAttribute('aria-busy', 'false');
    await expect(dialog.locator('.export-sheet:not(.ghost), .export-table, .export-text').first()).toBeVisible();
    // What is not the file's own words is English; nothing of it lies beside the screen or below what stands at its foot.
    const said = dialog.locator('h2, .label, .hint, button, [label] > option, .export-count');
    expect(
      (await said.allTextContents()).filter((text) => /\p{sc=Han}/u.test(text)),
      id,
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBe(390);
    await expect(dialog.locator('.export-count'), id).toBeInViewport({ ratio: 1 });
    await expect(dialog.getByRole('button', { name: en['export.make'].replace('{ext}', ext) }), id).toBeVisible();
    expect(await place(), id).toEqual(first);
    if (['docx', 'opinions-docx', 'supervise-xlsx', 'svg', 'json'].includes(id))
      faults.push(...(await faultsOf(page, id)));
    await page.keyboard.press('ArrowDown');
  }
  expect(faults).toEqual([]);

  // An empty table says why before it is made.
  for (let i = 0; i < 40 && (await format.inputValue()) !== 'opinions-xlsx'; i++) await page.keyboard.press('ArrowUp');
  await expect(dialog.locator('.export-count')).toHaveText(noticeText({ code: 'no-opinions' }, 'en'));
  for (let i = 0; i < 40 && (await format.inputValue()) !== 'supervise-xlsx'; i++) await page.keyboard.press('ArrowUp');
  const period = dialog.getByLabel(en['export.ask.period']);
  await tabTo(period);
  await page.keyboard.press('Home');
  await expect(period.locator('option:checked')).toHaveText('Q1 2019');
  await tabTo(dialog.getByRole('button', { name: en['export.make'].replace('{ext}', 'xlsx') }));
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toContain('2019-Q1');
  await expect(dialog.getByRole('status')).toContainText(file.suggestedFilename());
  await page.keyboard.press('Escape');
  await expect(dialog).not.toBeAttached();
});
