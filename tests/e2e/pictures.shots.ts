// Pictures of every face, in light and dark, Chinese and English, on a desk and in a hand, for looking at. The few that the README shows are kept.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { VIEWS } from '../../shared/protocol/presence.ts';
import { seeds, test } from '../kit/driver.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'images');
const SIZES = { '': { width: 1440, height: 900 }, '-phone': { width: 390, height: 844 } };

for (const lang of ['zh', 'en'] as const)
  for (const shade of ['light', 'dark'] as const)
    for (const [suffix, viewport] of Object.entries(SIZES))
      test(`pictures ${lang} ${shade}${suffix}`, async ({ server, someone }) => {
        const { page, context, enter, open } = await someone({ viewport, reducedMotion: 'reduce' });
        await context.addInitScript(
          (chosen) => localStorage.setItem('guatu:settings', JSON.stringify({ ...chosen, asked: true })),
          { lang, shade },
        );
        const take = (name: string): Promise<unknown> =>
          page.screenshot({ path: join(FOLDER, `${name}-${shade}-${lang}${suffix}.png`) });
        await enter(server.chairLink);
        await expect(page.locator('a.card')).toHaveCount(2);
        await take('home');
        const { sample } = await seeds({ page });
        await open(sample);
        for (const view of VIEWS) {
          await page.keyboard.press(String(VIEWS.indexOf(view) + 1));
          await expect(page.locator('.segment').nth(VIEWS.indexOf(view))).toHaveAttribute('aria-current', 'page');
          await expect(page.locator('#view [data-node]').first()).toBeVisible();
          await expect(page.getByRole('button', { name: lang === 'zh' ? '导出' : 'Export' })).toBeVisible();
          await page.evaluate(() => document.fonts.ready);
          await take(view);
        }
      });
