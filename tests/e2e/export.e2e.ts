// A file is made without a mouse: opened by its key, chosen by arrows, made by Enter, the plan reached again by Escape.
import { expect } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
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
  await tabTo(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type === 'radio'));
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
