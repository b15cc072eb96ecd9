// What a newcomer sees on the first day: the printed link, two plans, and a third made from pasted text.
import { expect } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import { plansOf, seeds, test } from '../kit/driver.ts';

test('the printed link works once opened and leaves no token behind', async ({ server, someone }) => {
  const chair = await someone();
  await chair.enter(server.chairLink);
  const token = server.chairLink.split('#invite=')[1]!;
  expect(chair.page.url()).not.toContain(token);
  const [cookie] = await chair.context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(cookie!.value).not.toContain(token);
  expect(await chair.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(token);

  await chair.page.goto(server.base);
  await expect(chair.page.getByRole('heading', { name: zh['home.plans'] })).toBeVisible();

  const stranger = await someone();
  await stranger.page.goto(server.base);
  await expect(stranger.page.getByRole('heading', { name: zh['home.plans'] })).toBeHidden();
  expect((await stranger.page.request.get(`${server.base}/api/plans`)).status()).toBe(401);
});

test('two plans are there: the text as it is, undated, and a finished workshop marked 示例', async ({
  server,
  someone,
}) => {
  const chair = await someone();
  const { page } = chair;
  await chair.enter(server.chairLink);
  const cards = page.locator('a.card');
  await expect(cards).toHaveCount(2);
  await expect(cards.filter({ hasText: '示例排期' })).toContainText(zh['plan.sample']);

  await cards.filter({ hasNotText: zh['plan.sample'] }).click();
  await expect(page.getByRole('button', { name: '2019年青浦教育工作要点', exact: true })).toBeVisible();
  await expect(chair.tray.getByRole('heading')).toContainText('39');
  await chair.says('saved');
  const { real, sample } = await seeds(chair);
  const plain = await chair.plan(real);
  expect([...plain.nodes.values()].filter(({ span }) => span)).toEqual([]);
  expect([...plain.nodes.values()].filter(({ kind }) => kind === 'clause')).toHaveLength(39);

  await chair.open(sample);
  await expect(page.locator('.topbar')).toContainText(zh['plan.sample']);
  await expect(page.locator('#view [data-part="bar"]').first()).toBeVisible();
  const dated = [...(await chair.plan(sample)).nodes.values()];
  expect(dated.filter(({ kind, span }) => kind === 'clause' && span).length).toBeGreaterThan(25);
  expect(dated.filter(({ kind }) => kind === 'milestone').length).toBeGreaterThan(5);
});

test('pasted 要点 text becomes a plan after a check, and nothing before', async ({ server, someone }) => {
  const chair = await someone();
  const { page } = chair;
  await chair.enter(server.chairLink);
  await page.getByRole('button', { name: zh['home.new'] }).click();
  await page.getByRole('textbox', { name: zh['in.or'] }).fill(TEXT);
  await page.getByRole('button', { name: zh['new.check'] }).click();
  const check = page.getByRole('tree', { name: zh['check.tree'] });
  await expect(check).toContainText('落实课后服务');
  await expect(check).toContainText('局基教科');
  expect(await plansOf(chair)).toHaveLength(2);

  await page.getByRole('button', { name: zh['check.make'] }).click();
  await expect(page).toHaveURL(/\/plan\//);
  await expect(page.getByRole('button', { name: '2020年某区教育工作要点' })).toBeVisible();
  await chair.look('text');
  await expect(page.getByRole('main')).toContainText('落实课后服务');
  expect(await plansOf(chair)).toHaveLength(3);
});

const TEXT = `2020年某区教育工作要点
2020年是收官之年。
一、提升质量
1. 落实课后服务。做到应开尽开。（局基教科）
2. 加强体育工作。保证每天一小时。（局体卫艺科、局基教科）
二、加强保障
3. 推进校舍建设。开工两所学校。（局基建科）
`;
