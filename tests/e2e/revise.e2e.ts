// A document comes in by the page, is checked, becomes a plan, goes out, is edited in Word, and comes back as a handful of suggestions.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { en } from '../../client/i18n/en.ts';
import { zh } from '../../client/i18n/zh.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import { isBinned } from '../../shared/model/tree.ts';
import { exportPath } from '../../shared/protocol/api.ts';
import { labelled, seeds, test } from '../kit/driver.ts';
import type { Person } from '../kit/driver.ts';
import { trackIn } from '../shared/carriers/tracked.ts';
import { openWord } from '../shared/carriers/word.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('a Word file is dropped, checked, founded, edited and merged back', async ({ server, someone }) => {
  test.setTimeout(180_000);
  const chair = await someone();
  await chair.enter(server.chairLink);
  const { real } = await seeds(chair);
  const given = await exported(chair, real);
  await chair.page.goto(server.base);
  await expect(chair.page.locator('a.card').first()).toBeVisible();

  const { page } = chair;
  await test.step('dropped on the home page it is shown for checking, and nothing is written', async () => {
    await drop(page, '.home', '要点.docx', given);
    const tree = page.getByRole('tree', { name: zh['check.tree'] });
    await expect(tree).toContainText('推动全国教育大会精神落地生根');
    await expect(page.locator('.check-counts')).toHaveText(/8 部分28 重点工作39 措施23 牵头部门/);
    await page.locator('.check-doubt').first().click();
    await expect(page.locator('.source-line[data-chosen]')).toHaveCount(1);
  });

  await test.step('a name is mended by keys alone, and the plan is made', async () => {
    const tree = page.getByRole('tree', { name: zh['check.tree'] });
    await tree.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const words = page.getByLabel(zh['check.words']);
    await expect(words).toBeFocused();
    await words.fill('推动大会精神落地生根');
    await page.keyboard.press('Escape');
    await expect(tree).toContainText('推动大会精神落地生根');
    // What was mended would be lost with the page: the browser asks.
    const asks = page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await asks).toBe(true);
    await page.getByRole('button', { name: zh['check.make'] }).click();
    await expect(page).toHaveURL(/\/plan\//);
    await chair.says('saved');
  });
  const id = /\/plan\/([\w-]+)/.exec(page.url())![1]!;
  const plan = await chair.plan(id);
  const at = (label: string): Id => labelled(plan, label);
  expect([...plan.nodes.values()].filter(({ kind }) => kind === 'clause')).toHaveLength(39);
  expect(plan.nodes.get(at('1'))!.title).toBe('推动大会精神落地生根');

  const out = await exported(chair, id);
  const other = await someone();
  await other.enter(server.guatu('link', id, '--role', 'editor', '--office', '局基教科'));
  await other.says('saved');

  await test.step('two measures change online while the document is edited elsewhere', async () => {
    for (const label of ['5.1', '7.1']) {
      await other.inspect(label);
      const title = other.inspector.getByRole('textbox', { name: zh['inspector.title'] });
      await title.press('ControlOrMeta+End');
      await other.page.keyboard.type('，年底前报送总结');
      await title.blur();
    }
    await other.says('saved');
  });

  await test.step('the edited copy gives six suggestions and no other', async () => {
    await drop(page, '.app', '要点（修改）.docx', edited(out, plan));
    const dialog = page.getByRole('dialog', { name: zh['revise.title'] });
    await expect(dialog.locator('.suggestion')).toHaveCount(6);
    const fields = await dialog
      .locator('.suggestion')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-field')));
    expect(fields.toSorted()).toEqual(['bin', 'lead', 'place', 'title', 'title', 'title']);
    await expect(dialog.locator('.suggestion ins').first()).toBeVisible();
    // Escape while the reading is checked takes neither the check nor the suggestions away.
    await dialog.getByRole('button', { name: zh['revise.check'] }).click();
    await page.getByRole('tree', { name: zh['check.tree'] }).focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tree', { name: zh['check.tree'] })).toBeVisible();
    await page.getByRole('button', { name: zh['check.back'] }).click();
    await expect(dialog.locator('.suggestion')).toHaveCount(6);
    await dialog
      .getByRole('button', { name: /^采纳：/ })
      .first()
      .click();
    await expect(dialog.locator('.suggestion')).toHaveCount(5);
    await dialog.getByRole('button', { name: zh['revise.keep'] }).click();
    await chair.says('saved');
  });

  await test.step('a colleague sees the five that were left, and takes them in one step', async () => {
    const count = other.page.getByRole('button', { name: zh['suggest.count'].replace('{n}', '5') });
    await count.click();
    const panel = other.page.getByRole('dialog', { name: zh['suggest.title'] });
    await expect(panel.locator('.suggestion[data-state="open"]')).toHaveCount(5);
    await expect(panel).toContainText('要点（修改）.docx');
    const before = await chair.plan(id);
    await panel.getByRole('button', { name: zh['revise.take-all'] }).click();
    await expect(panel.locator('.suggestion[data-state="open"]')).toHaveCount(0);
    await other.page.keyboard.press('Escape');
    await other.says('saved');
    const now = await chair.plan(id);
    expect(isBinned(now, at('10.1'))).toBe(true);
    expect(now.nodes.get(at('1.2'))!.title).toContain('前期筹备与保障工作');
    expect(now.nodes.get(at('5.1'))!.title).toMatch(/，年底前报送总结/);
    await other.run('view.undo');
    await expect.poll(async () => isBinned(await chair.plan(id), at('10.1'))).toBe(false);
    expect((await chair.plan(id)).nodes.get(at('2.2'))!.lead).toEqual(before.nodes.get(at('2.2'))!.lead);
  });
});

function edited(docx: Uint8Array, plan: Plan): Uint8Array {
  const at = (label: string): Id => labelled(plan, label);
  const title = (label: string): string => plan.nodes.get(at(label))!.title;
  const word = openWord(docx);
  word.litter();
  word.reword(at('1.2'), '筹备工作', '前期筹备与保障工作');
  word.reword(at('9.1'), title('9.1').slice(0, 4), '进一步');
  word.reword(at('20.1'), title('20.1').slice(-5), '，确保取得实效');
  word.reword(at('2.2'), '局法制科', '局人事科');
  word.insertAfter(at('4.1'), word.remove(at('3.2')));
  word.remove(at('10.1'));
  return word.bytes();
}

test('files made to harm are refused in words within two seconds, and the page goes on', async ({
  server,
  someone,
}) => {
  const chair = await someone();
  const { page } = chair;
  await chair.enter(server.chairLink);
  await page.getByRole('button', { name: zh['home.new'] }).click();
  const input = page.locator('input[type=file]');
  const alert = page.getByRole('alert');
  const xml = (document: string): Buffer =>
    Buffer.from(zipSync({ 'word/document.xml': new TextEncoder().encode(document) }));
  const HOSTILE = [
    ['bomb.docx', Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(60 << 20) })), /展开后大得异常/],
    ['xxe.docx', xml('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'), /DTD 或实体/],
    ['deep.docx', xml('<a>'.repeat(100_000)), /层层嵌套/],
    ['signs.docx', xml('<x>\u0001</x>'), /XML 有错/],
    ['magic.docx', Buffer.from('not an archive at all'), /压缩包损坏/],
  ] as const;
  for (const [name, buffer, words] of HOSTILE) {
    await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await expect(alert, name).toHaveText(words, { timeout: 2_000 });
  }
  const folder = mkdtempSync(join(tmpdir(), 'guatu-huge-'));
  const huge = join(folder, 'huge.csv');
  writeFileSync(huge, Buffer.alloc(100 << 20, 'a,b,c\n'));
  await input.setInputFiles(huge);
  await expect(alert).toHaveText(/文件太大/, { timeout: 2_000 });
  rmSync(folder, { recursive: true, force: true });
  await page.evaluate(() => localStorage.setItem('guatu:settings', JSON.stringify({ asked: true, lang: 'en' })));
  await page.reload();
  await page.getByRole('button', { name: en['home.new'] }).click();
  await input.setInputFiles({ name: 'a.docx', mimeType: WORD, buffer: Buffer.from('no') });
  await expect(alert).toHaveText(/damaged or cut short/);
});

test('a file is read and checked without the server', async ({ server, someone }) => {
  const chair = await someone();
  const { page, context } = chair;
  await chair.enter(server.chairLink);
  const ready = page.waitForResponse((response) => /reader-.*\.js$/.test(response.url()));
  await page.getByRole('button', { name: zh['home.new'] }).click();
  await ready;
  await expect.poll(() => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /check-.*\.js$/.test(name)))).toBe(true); // prettier-ignore
  await context.setOffline(true);
  const text = '2024年工作要点\n一、甲部分\n1. 甲一。措施一。（牵头部门：子科）\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '要点.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(page.getByRole('tree', { name: zh['check.tree'] })).toContainText('措施一');
  await page.getByRole('button', { name: zh['check.make'] }).click();
  await expect(page.getByRole('alert')).toHaveText(zh['entry.offline.text']);
  await context.setOffline(false);
  await page.getByRole('button', { name: zh['check.make'] }).click();
  await expect(page).toHaveURL(/\/plan\//);
});

async function exported(person: Person, plan: Id): Promise<Uint8Array> {
  const answer = await person.context.request.get(new URL(exportPath(plan, 'docx'), person.page.url()).href);
  expect(answer.status()).toBe(200);
  return new Uint8Array(await answer.body());
}

/** As a file manager drops it. */
async function drop(page: Page, selector: string, name: string, bytes: Uint8Array): Promise<void> {
  const data = Buffer.from(bytes).toString('base64');
  const transfer = await page.evaluateHandle(
    ({ data: text, name: called, type }) => {
      const holder = new DataTransfer();
      holder.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], called, { type }));
      return holder;
    },
    { data, name, type: WORD },
  );
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.locator(selector).dispatchEvent(event, { dataTransfer: transfer });
}

test('a copy that was marked up comes in with its authors and its comments', async ({ server, someone }) => {
  const chair = await someone();
  await chair.enter(server.chairLink);
  const { real } = await seeds(chair);
  const given = await exported(chair, real);
  const plan = await chair.plan(real);
  const at = (label: string): Id => labelled(plan, label);
  const marked = trackIn(given);
  const who = { by: '局基教科', date: '2019-03-04T09:00:00Z' };
  marked.reword(at('1.2'), '筹备工作', '前期筹备与保障工作', who);
  marked.remove(at('10.1'), who);
  marked.comment(at('6.1'), '请明确完成时限', who);
  const { page } = chair;
  await page.goto(`${server.base}/plan/${real}`);
  await chair.says('saved');
  await drop(page, '.app', '要点（修订）.docx', marked.bytes());
  const dialog = page.getByRole('dialog', { name: zh['revise.title'] });
  await expect(dialog.locator('.suggestion')).toHaveCount(3);
  await expect(dialog.locator('.suggestion[data-field="title"]')).toContainText('局基教科 · 2019年3月4日');
  await expect(dialog.locator('.suggestion[data-field="remark"]')).toContainText('请明确完成时限');
  await dialog.getByRole('button', { name: zh['revise.keep'] }).click();
  await chair.says('saved');
  const now = await chair.plan(real);
  expect([...now.records.suggestion.values()].map(({ by, at: day }) => `${by} ${day}`)).toEqual([
    '局基教科 2019-03-04',
    '局基教科 2019-03-04',
  ]);
  expect([...now.records.opinion.values()]).toMatchObject([
    { node: at('6.1'), by: '局基教科', words: '请明确完成时限' },
  ]);
});
