// Ten minutes without the server, as far as a test can tell: what was written stays on this machine, survives a reload, and merges.
import { expect } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import { boxOf, labelled, seeds, test } from '../kit/driver.ts';
import type { Person } from '../kit/driver.ts';

test('offline edits survive leaving the page and merge with what others did meanwhile', async ({ server, someone }) => {
  const [chair, office] = [await someone(), await someone()];
  await chair.enter(server.chairLink);
  const { real } = await seeds(chair);
  await office.enter(server.guatu('link', real, '--role', 'editor', '--office', '局基教科'));
  await chair.open(real);
  for (const person of [chair, office]) await person.says('saved');
  const plan = await chair.plan(real);
  const [mine, theirs] = [labelled(plan, '1'), labelled(plan, '2')];
  const [first, second] = [plan.nodes.get(mine)!.title, plan.nodes.get(theirs)!.title];

  await office.inspect('1');
  const chip = await boxOf(office.the(mine));
  await server.kill();
  await office.says('offline');
  // It is said without moving what a hand may be about to press.
  await expect(office.page.getByText(zh['banner.offline'])).toBeVisible();
  expect(await boxOf(office.the(mine))).toEqual(chip);
  await retitle(office, `${first}（断网时改）`);
  await office.says('offline');
  await office.page.goto('about:blank');

  await server.start();
  await chair.says('saved');
  await chair.inspect('2');
  await retitle(chair, `${second}（会上改）`);
  await chair.says('saved');
  expect((await chair.plan(real)).nodes.get(mine)!.title).toBe(first);

  await office.page.goto(`${server.base}/plan/${real}`);
  await office.says('saved');
  for (const person of [chair, office]) {
    await person.look('text');
    const text = person.page.getByRole('main', { name: zh['view.text'] });
    await expect(text).toContainText(`${first}（断网时改）`);
    await expect(text).toContainText(`${second}（会上改）`);
  }
  const merged = await chair.plan(real);
  expect(merged.nodes.get(mine)!.title).toBe(`${first}（断网时改）`);
  expect(merged.nodes.get(theirs)!.title).toBe(`${second}（会上改）`);
});

test('已保存 is said only when the server has it: what it said so of survives kill -9', async ({ server, someone }) => {
  const chair = await someone();
  await chair.enter(server.chairLink);
  const { real } = await seeds(chair);
  await chair.open(real);
  await chair.says('saved');
  const title = (await chair.plan(real)).nodes.get(labelled(await chair.plan(real), '1'))!.title;
  await chair.inspect('1');
  await retitle(chair, `${title}甲`);
  await chair.says('saved');
  await server.kill();
  await chair.context.close();
  await server.start();

  const later = await someone();
  await later.enter(server.guatu('link', real, '--role', 'viewer'));
  await later.look('text');
  await expect(later.page.getByRole('main')).toContainText(`${title}甲`);
  await expect(later.page.locator('.topbar')).toContainText(zh['role.viewer']);
});

async function retitle({ inspector, page }: Person, title: string): Promise<void> {
  const field = inspector.getByRole('textbox', { name: zh['inspector.title'] });
  await field.fill(title);
  await page.keyboard.press('Tab');
}
