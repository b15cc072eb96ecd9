// A document is founded without a mouse: checked, mended, made; its deadlines stay words until somebody takes them.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { test } from '../kit/driver.ts';
import { xlsx } from '../shared/carriers/kit.ts';

const TEXT = `2024年区教育局工作要点
一、教学
1. 修订章程。完成章程修订并报备。
牵头单位：局办公室
配合单位：局人事科
完成时限：2024年6月30日前
2. 组织培训。开展全员培训。
牵头单位：局人事科
完成时限：第三季度
二、保障
3. 校舍巡查。每月开展一次校舍安全巡查。
责任单位：局督导室
完成时限：持续推进
`;

/** By Tab alone, as far as it takes. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let n = 0; n < 80; n++) {
    if (await goal.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not come there');
}

const spans = (plan: Plan): Record<string, string | undefined> =>
  Object.fromEntries(
    [...plan.nodes.values()].flatMap(({ kind, title, span }) =>
      kind === 'clause' ? [[title, span && `${span.start}/${span.end}`]] : [],
    ),
  );

test('a text with deadlines becomes a plan by keys alone, dated only where it was taken', async ({
  server,
  someone,
}) => {
  const chair = await someone();
  const { page } = chair;
  await chair.enter(server.chairLink);
  await tabTo(page, page.getByRole('button', { name: zh['home.new'] }));
  await page.keyboard.press('Enter');
  const paste = page.getByRole('textbox', { name: zh['in.or'] });
  await tabTo(page, paste);
  await page.keyboard.insertText(TEXT);
  await tabTo(page, page.getByRole('button', { name: zh['new.check'] }));
  await page.keyboard.press('Enter');

  const tree = page.getByRole('tree', { name: zh['check.tree'] });
  await expect(tree).toContainText('2024年6月30日前');
  await test.step('what was read is walked through, and a word of it mended', async () => {
    await tabTo(page, tree);
    await page.keyboard.press('Home');
    for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F2');
    await expect(page.getByLabel(zh['check.words'])).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.insertText('、细则');
    await page.keyboard.press('Escape');
    await expect(tree).toContainText('完成章程修订并报备、细则');
  });
  await tabTo(page, page.getByRole('button', { name: zh['check.make'] }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/plan\//);
  await chair.says('saved');
  const id = /\/plan\/([\w-]+)/.exec(page.url())![1]!;
  const plan = await chair.plan(id);
  expect(Object.values(spans(plan))).toEqual([undefined, undefined, undefined]);
  expect([...plan.nodes.values()].flatMap(({ due }) => due?.words ?? [])).toEqual([
    '2024年6月30日前', '第三季度', '持续推进',
  ]); // prettier-ignore

  await test.step('one of what the text proposes is taken, and nothing else is dated', async () => {
    await page.keyboard.press('Shift+T');
    const panel = page.getByRole('dialog', { name: zh['times.title'] });
    // The third is a count: once a month.
    await expect(panel.locator('.proposal')).toHaveCount(3);
    await tabTo(page, panel.getByRole('button', { name: /^采纳“第三季度”/ }));
    await page.keyboard.press('Enter');
    await expect(panel.locator('.proposal')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await chair.says('saved');
    expect(spans(await chair.plan(id))).toEqual({
      '完成章程修订并报备、细则': undefined,
      开展全员培训: '2024-07-01/2024-09-30',
      每月开展一次校舍安全巡查: undefined,
    });
  });
});

test('the columns of a table are set right by keys, rows that are no work are listed', async ({ server, someone }) => {
  const chair = await someone();
  const { page } = chair;
  await chair.enter(server.chairLink);
  await page.getByRole('button', { name: zh['home.new'] }).click();
  const rows = [
    ['2024年重点任务分解表'],
    ['序号', '板块', '重点任务', '谁来办', '督办'],
    ['1', '教学', '修订课程实施方案', '局基教科、局督导室', '局办公室'],
    ['2', '教学', '开展全员培训', '局人事科', '局办公室'],
    ['', '', '合计', '', ''],
    ['3', '保障', '', '局计财科', '局办公室'],
  ];
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '分解表.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(xlsx(rows)) });
  const tree = page.getByRole('tree', { name: zh['check.tree'] });
  await expect(tree.getByRole('treeitem', { name: /修订课程实施方案/ })).toContainText('局基教科');
  // Nothing is dropped without a word.
  await expect(page.locator('.check-doubt', { hasText: '合计' })).toBeVisible();
  await expect(page.locator('.check-doubt', { hasText: '局计财科' })).toBeVisible();
  const column = page.getByLabel(/^督办/);
  await tabTo(page, column);
  while ((await column.inputValue()) !== 'assist') await page.keyboard.press('ArrowUp');
  await expect(tree.getByRole('treeitem', { name: /开展全员培训/ })).toContainText('局办公室');
  await tabTo(page, page.getByRole('button', { name: zh['check.make'] }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/plan\//);
  await chair.says('saved');
  const plan = await chair.plan(/\/plan\/([\w-]+)/.exec(page.url())![1]!);
  const names = (marks: ReadonlyMap<string, string>): string =>
    [...marks.keys()].map((office) => plan.offices.get(office)!.name).join('、');
  expect(
    [...plan.nodes.values()].flatMap(({ title, lead, assist }) =>
      lead.size > 0 ? [`${title} ${names(lead)} | ${names(assist)}`] : [],
    ),
  ).toEqual(['修订课程实施方案 局基教科、局督导室 | 局办公室', '开展全员培训 局人事科 | 局办公室']);
});
