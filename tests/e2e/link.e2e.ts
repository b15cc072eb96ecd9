// A link to one piece of work: copied by its key, opened by somebody else in the face it names, whatever they had filtered.
import { expect } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import { VIEWS } from '../../shared/protocol/presence.ts';
import { labelled, seeds, test } from '../kit/driver.ts';

test('what one person copies, another sees', async ({ server, someone }) => {
  const [chair, other] = [await someone(), await someone()];
  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await chair.open(sample);
  await chair.says('saved');
  const node = labelled(await chair.plan(sample), '28.1');
  await chair.inspect('28.1');
  await chair.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await chair.page.keyboard.press('ControlOrMeta+Shift+C');
  await expect(chair.page.getByText(zh['link.copied'])).toBeVisible();
  const link = await chair.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${server.base}/plan/${sample}?node=${node}&face=gantt`);

  await other.enter(server.guatu('link', sample, '--role', 'viewer'));
  await other.page.goto(`${server.base}/plan/${sample}?undated=1`);
  await expect(other.page.getByRole('main')).toBeVisible();
  for (const face of VIEWS) {
    await other.page.goto(link.replace('face=gantt', `face=${face}`));
    await expect(other.page.getByRole('main', { name: zh[`view.${face}`] })).toBeVisible();
    await expect(other.inspector.locator('.crumbs b')).toHaveText('28.1');
    await expect(other.the(node)).toBeInViewport();
    // Once there, the address is the plan's own again.
    await expect(other.page).toHaveURL(`${server.base}/plan/${sample}`);
  }
  await other.page.goto(link.replace(node, 'nosuchnode00'));
  await expect(other.page.getByText(zh['link.gone'])).toBeVisible();
});
