// The workshop, whole: three people, one plan, a server that is killed in the middle, and the document that comes out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Download } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { diffDays } from '../../shared/model/day.ts';
import type { Id, Span } from '../../shared/model/plan.ts';
import { parentOf } from '../../shared/model/tree.ts';
import { boxOf, labelled, middle, seeds, test } from '../kit/driver.ts';
import type { Person } from '../kit/driver.ts';
import { allPresent } from '../programs.mjs';

test('three people, one plan, one crash, one document', async ({ server, someone }) => {
  test.setTimeout(240_000);
  const [chair, basic, moral] = [await someone(), await someone(), await someone()];
  await chair.enter(server.chairLink);
  const { real } = await seeds(chair);
  await chair.open(real);
  for (const [person, office] of [
    [basic, '局基教科'],
    [moral, '局德育科'],
  ] as const) {
    await person.enter(server.guatu('link', real, '--role', 'editor', '--office', office));
    await expect(person.page).toHaveURL(new RegExp(`/plan/${real}$`));
  }
  const everyone = [chair, basic, moral];
  for (const person of everyone) await person.says('saved');
  const before = await chair.plan(real);
  const node = labelled(before, '9.1');

  await test.step('one drags 9.1 from the tray to May, and everybody sees the bar', async () => {
    await basic.look('gantt');
    const chip = basic.tray.locator(`[data-node="${node}"]`);
    await basic.drag(await middle(chip), () => dayAt(basic, node, '5月'));
    for (const person of [moral, chair]) await person.look('gantt');
    for (const person of everyone) await expect(person.the(node, 'bar')).toBeVisible();
    await expect.poll(async () => (await spanOf(chair, real, node)).start).toMatch(/^2019-05/);
  });
  const dropped = await spanOf(chair, real, node);

  await test.step('another resizes it', async () => {
    const bar = await boxOf(moral.the(node, 'bar').locator('.felt'));
    const perDay = bar.width / (diffDays(dropped.start, dropped.end) + 1);
    const end = await middle(moral.the(node, 'end'));
    await moral.drag(end, { x: end.x + perDay * 10, y: end.y });
    await expect.poll(async () => diffDays(dropped.end, (await spanOf(chair, real, node)).end)).toBeGreaterThan(5);
    expect((await spanOf(chair, real, node)).start).toBe(dropped.start);
  });
  const resized = await spanOf(chair, real, node);

  await test.step('both write in one note', async () => {
    for (const person of [basic, moral]) await person.inspect('9.1');
    await basic.note.focus();
    await basic.page.keyboard.type('九月前选定学校。');
    await expect(moral.note).toContainText('九月前选定学校。');
    await moral.note.focus();
    await moral.page.keyboard.press('ControlOrMeta+End');
    await moral.page.keyboard.type('国防教育由德育科配合。');
    for (const person of [basic, moral]) {
      await expect(person.note).toContainText('九月前选定学校。');
      await expect(person.note).toContainText('国防教育由德育科配合。');
    }
  });

  await test.step('the server is killed in mid-sentence; everybody goes on', async () => {
    for (const person of everyone) await person.says('saved');
    await server.kill();
    await basic.page.keyboard.press('ControlOrMeta+End');
    await basic.page.keyboard.type('断网时写的。');
    await basic.says('offline');
    await chair.look('mindmap');
    await chair.run('view.fit');
    const [item, target] = [labelled(before, '6'), labelled(before, '三')];
    await chair.drag(await middle(chair.the(item, 'box')), () => middle(chair.the(target, 'box')));
    await chair.says('offline');
    await server.start();
    for (const person of everyone) await person.says('saved');
    expect(parentOf(await chair.plan(real), item)).toBe(target);
    await expect(moral.note).toContainText('断网时写的。');
  });

  await test.step('all three show the same', async () => {
    const shown = await Promise.all(everyone.map(readText));
    expect(shown[0]!.length).toBeGreaterThan(8 + 28);
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
    const bars = await Promise.all(everyone.map((person) => readChart(person)));
    expect(bars[0]!.length).toBeGreaterThan(0);
    expect(bars[1]).toEqual(bars[0]);
    expect(bars[2]).toEqual(bars[0]);
  });

  await test.step("undo takes back one's own step and nobody else's", async () => {
    await moral.run('view.undo');
    await expect.poll(() => spanOf(chair, real, node)).toEqual(dropped);
    await moral.run('view.redo');
    await expect.poll(() => spanOf(chair, real, node)).toEqual(resized);
    const plan = await chair.plan(real);
    expect(parentOf(plan, labelled(before, '6'))).toBe(labelled(before, '三'));
  });

  await test.step('the chair takes the document, and it holds the dates and all 28 titles', async () => {
    const plan = await chair.plan(real);
    const items = [...plan.nodes.values()].filter(({ kind }) => kind === 'item').map(({ title }) => title);
    expect(items).toHaveLength(28);
    const folder = mkdtempSync(join(tmpdir(), 'guatu-docx-'));
    const file = join(folder, 'plan.docx');
    await (await docxOf(chair)).saveAs(file);
    const text = docxText(readFileSync(file));
    for (const title of items) expect(text).toContain(title);
    for (const day of [resized.start, resized.end]) expect(text).toMatch(dayPattern(day));
    alsoAsPdf(file, items);
    rmSync(folder, { recursive: true, force: true });
  });
});

async function spanOf(person: Person, plan: Id, node: Id): Promise<Span> {
  const span = (await person.plan(plan)).nodes.get(node)?.span;
  if (!span) throw new Error('it has no dates');
  return span;
}

/** A point on the row of a node, below the head's first label that reads so. */
async function dayAt(person: Person, node: Id, label: string): Promise<{ x: number; y: number }> {
  const month = person.page.locator('.layer-head text').filter({ hasText: new RegExp(`^${label}$`) });
  // The row first: looking for it may scroll the chart, and the month with it.
  const row = await boxOf(person.the(node));
  const head = await boxOf(month.first());
  return { x: head.x + head.width / 2, y: row.y + row.height / 2 };
}

/** Every paragraph with what stands in its margin, without the flags of who is where. */
async function readText(person: Person): Promise<readonly string[]> {
  await person.look('text');
  const sheet = person.page.locator('#view .page');
  await expect(sheet.locator('.para').first()).toBeVisible();
  return sheet.evaluate((shown) => {
    const copy = shown.cloneNode(true) as Element;
    for (const flag of copy.querySelectorAll('.flags')) flag.remove();
    return [...copy.querySelectorAll('.para, .margin-entry')].map((each) => each.textContent ?? '');
  });
}

async function readChart(person: Person): Promise<readonly string[]> {
  await person.look('gantt');
  await person.run('view.fit');
  const bars = person.page.locator('#view .layer-body [data-part="bar"]');
  await expect(bars.first()).toBeVisible();
  return bars.evaluateAll((all) =>
    all.map((bar) => `${bar.getAttribute('data-node')} ${bar.getAttribute('aria-label')}`),
  );
}

function docxOf(person: Person): Promise<Download> {
  return person.takes(/^公文 Word/);
}

function docxText(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']!);
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');
}

/** 2019-09-02 as the task list may write it: 2019年9月2日, 9月2日, 9/2, 2019-09-02, 2019.9.2. */
function dayPattern(day: string): RegExp {
  const [year, month, date] = day.split('-').map(Number);
  return new RegExp(`${day}|${month}月${date}日|${month}/${date}(?!\\d)|${year}\\.${month}\\.${date}(?!\\d)`);
}

/** In addition, where the programs are: an office suite opens the file and prints the same titles. */
function alsoAsPdf(file: string, titles: readonly string[]): void {
  if (!allPresent(['soffice', 'pdftotext'], 'the document was read as XML only, not turned into PDF')) return;
  const folder = join(file, '..');
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { timeout: 120_000 });
  const { stdout } = spawnSync('pdftotext', [file.replace(/docx$/, 'pdf'), '-'], { encoding: 'utf8' });
  const printed = stdout.replace(/\s+/g, '');
  for (const title of titles) expect(printed, 'the PDF').toContain(title.replace(/\s+/g, ''));
}
