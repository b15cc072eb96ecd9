// The habits of other programs in the running product: XMind's keys on the map, Excel's in the list, blocks pasted from both, offices changed everywhere at once.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import { childrenOf, inOrder } from '../../shared/model/tree.ts';
import { labelled, seeds, test } from '../kit/driver.ts';
import type { Person } from '../kit/driver.ts';

async function at(someone: () => Promise<Person>, link: string): Promise<{ me: Person; real: Id }> {
  const me = await someone();
  await me.enter(link);
  const { real } = await seeds(me);
  await me.open(real);
  return { me, real };
}

/** Puts on the clipboard what another program puts there, by a real copy, and pastes it. */
async function paste({ page }: Person, plain: string, html = ''): Promise<void> {
  await page.evaluate(
    ([text, rich]) =>
      document.addEventListener(
        'copy',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          event.clipboardData!.setData('text/plain', text!);
          if (rich) event.clipboardData!.setData('text/html', rich);
        },
        { capture: true, once: true },
      ),
    [plain, html],
  );
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+v');
}

/** A branch as an indented text, the top one left out. */
function below(plan: Plan, top: Id, depth = 0): string[] {
  return childrenOf(plan, top).flatMap((id) => [
    '  '.repeat(depth) + plan.nodes.get(id)!.title,
    ...below(plan, id, depth + 1),
  ]);
}

test('the map is typed, folded to a level and pasted into as in XMind', async ({ server, someone }) => {
  const { me, real } = await at(someone, server.chairLink);
  const { page } = me;
  await me.look('mindmap');
  const topics = page.locator('#view [role="treeitem"]');
  const root = page.locator('#view [role="treeitem"][aria-level="1"]');

  await test.step('keys show 1, 9 and 37 topics, for me alone', async () => {
    await root.click();
    await page.keyboard.press('ControlOrMeta+1');
    await expect(topics).toHaveCount(9);
    await page.keyboard.press('ControlOrMeta+2');
    await me.run('view.fit');
    await expect(topics).toHaveCount(37);
    await page.keyboard.press('Home');
    await page.keyboard.press('ControlOrMeta+/');
    await expect(topics).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+1');
    await expect(topics).toHaveCount(9);
  });

  await test.step('forty topics take no mouse and at most one key more than one for each', async () => {
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      keys++;
      await page.keyboard.press(key);
    };
    await page.keyboard.press('Home');
    const before = inOrder(await me.plan(real)).length;
    const wanted: string[] = [];
    const type = async (text: string, depth: number): Promise<void> => {
      wanted.push('  '.repeat(depth) + text);
      await page.keyboard.insertText(text);
      await press('Enter');
    };
    const inward = async (): Promise<string> => {
      const middleOf = (topic: Locator): Promise<number> =>
        topic.evaluate((element) => {
          const { left, right } = element.getBoundingClientRect();
          return (left + right) / 2;
        });
      const mine = page.locator('#view [role="treeitem"][aria-selected="true"]');
      return (await middleOf(mine)) > (await middleOf(root)) ? 'ArrowLeft' : 'ArrowRight';
    };
    // Five parts of one item, and under it six measures: a topic is begun by one key, and ended by another.
    for (let part = 1; part <= 5; part++) {
      await press(part === 1 ? 'Tab' : 'Enter');
      await type(`部分${part}`, 0);
      await press('Tab');
      await type(`工作${part}`, 1);
      for (let measure = 1; measure <= 6; measure++) {
        await press(measure === 1 ? 'Tab' : 'Enter');
        await type(`措施${part}之${measure}`, 2);
      }
      // The way back is towards the middle, on whichever side the branch came to hang.
      if (part < 5) for (let up = 0; up < 2; up++) await press(await inward());
    }
    const walked = 4 * 2;
    expect(wanted).toHaveLength(40);
    // One key begins, one ends: what is beyond is the way back.
    expect(keys).toBe(2 * 40 + walked);
    expect(keys).toBeLessThanOrEqual(3 * 40);
    await expect.poll(async () => inOrder(await me.plan(real)).length).toBe(before + 40);
    const plan = await me.plan(real);
    expect(below(plan, 'root').slice(-40)).toEqual(wanted);
  });

  await test.step('twenty indented lines become that very branch, and one undo takes all', async () => {
    const { plan, id } = await newest(me, real);
    await page.locator(`#map-${id}`).click();
    const lines = Array.from({ length: 20 }, (_, i) => `${'\t'.repeat(i % 4 === 0 ? 0 : 1)}步骤${i + 1}𠮷`);
    await paste(me, lines.join('\n'));
    const wanted = lines.map((line) => line.replace('\t', '  '));
    await expect.poll(async () => below(await me.plan(real), id)).toEqual(wanted);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => inOrder(await me.plan(real)).length).toBe(inOrder(plan).length);
  });
});

/** The last measure of the plan. */
async function newest(me: Person, real: Id): Promise<{ plan: Plan; id: Id }> {
  const plan = await me.plan(real);
  return { plan, id: inOrder(plan).at(-1)! };
}

/** A block as Excel puts it on the clipboard. */
function fromExcel(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((text) => `<td height=19 class=xl65 style='height:14.25pt'>${text.replace(/\n/g, '<br>')}</td>`).join('\n');
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15"><style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {mso-number-format:"Short Date";}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=288 style='border-collapse:collapse'>
<!--StartFragment--><col width=72 span=4 style='width:54pt'>${rows.map((row) => `<tr height=19 style='height:14.25pt'>${cells(row)}</tr>`).join('\n')}<!--EndFragment-->
</table></body></html>`;
}

test('the list is used by keys alone, with a block of 10 by 4 from Excel', async ({ server, someone }) => {
  const { me, real } = await at(someone, server.chairLink);
  const { page } = me;
  const plan = await me.plan(real);
  await me.look('list');
  const cell = (label: string, column: string): Locator => page.locator(`#list-${labelled(plan, label)}-${column}`);
  const cursor = page.locator('.list-row [data-cursor]');
  const node = async (label: string) => (await me.plan(real)).nodes.get(labelled(plan, label))!;

  await test.step('arrows make a cursor and walk; a date is shown back before it is taken', async () => {
    await page.locator('.list-catcher').focus();
    for (let row = 0; row < 3; row++) await page.keyboard.press('ArrowDown');
    await expect(cursor).toHaveAttribute('id', `list-${labelled(plan, '1.1')}-title`);
    while ((await cursor.getAttribute('data-column')) !== 'start') await page.keyboard.press('Tab');
    await page.keyboard.insertText('3月底');
    await expect(page.locator('.list-when')).toContainText('2019年3月');
    expect((await node('1.1')).span).toBeUndefined();
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await node('1.1')).span?.start ?? (await node('1.1')).span?.end)
      .toContain('2019-03');
    await expect(cursor).toHaveAttribute('id', `list-${labelled(plan, '1.2')}-start`);
  });

  await test.step('Shift and arrows make a range, Ctrl+D fills it, Ctrl+Z takes it back', async () => {
    await page.keyboard.press('ArrowUp');
    const before = (await node('1.2')).span;
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ControlOrMeta+d');
    await expect.poll(async () => (await node('1.2')).span?.start).toBe((await node('1.1')).span?.start);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await node('1.2')).span).toEqual(before);
  });

  const names = ['局办公室', '局人事科', '局基教科', '局计财科', '局德育科'];
  await test.step('a block of 10 by 4 lands where the cursor is, in one step', async () => {
    await page.keyboard.press('ControlOrMeta+Home');
    for (let row = 0; row < 2; row++) await page.keyboard.press('ArrowDown');
    while ((await cursor.getAttribute('data-column')) !== 'deliverable') await page.keyboard.press('Tab');
    const from = (await cursor.getAttribute('id'))!;
    const shown = page.locator('.list-row');
    const order = await shown.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-node')!));
    const head = await page
      .locator('.list-head .list-cell')
      .evaluateAll((cells) => cells.map((each) => each.getAttribute('data-column')));
    expect(from).toContain(labelled(plan, '1.1'));
    const columns = head.slice(head.indexOf('deliverable'), head.indexOf('deliverable') + 4);
    const block = Array.from({ length: 10 }, (_, i) =>
      columns.map((column) =>
        column === 'lead' || column === 'assist'
          ? names[i % 5]!
          : column === 'chief'
            ? `分管${i}`
            : `成果${i}：𠮷祥、“放管服”`,
      ),
    );
    await paste(me, block.map((row) => row.join('\t')).join('\r\n'), fromExcel(block));
    const rest = page.getByRole('dialog').getByRole('button', { name: zh['list.left.ok'] });
    // Headings have no such cells: what was not taken is listed, never dropped unsaid.
    if (await rest.isVisible()) await page.keyboard.press('Escape');
    const begin = order.indexOf(labelled(plan, '1.1'));
    for (const row of [0, 1, 4, 9]) {
      const id = order[begin + row]!;
      const now = (await me.plan(real)).nodes.get(id)!;
      if (now.kind === 'clause') {
        await expect.poll(async () => (await me.plan(real)).nodes.get(id)!.deliverable).toBe(block[row]![0]);
      }
    }
    await page.locator('.list-catcher').focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await node('1.1')).deliverable ?? '').toBe('');
  });

  await test.step('the menu of a column opens by key, and hides it', async () => {
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: zh['list.menu.hide'] }).press('Enter');
    await expect(cell('1.1', 'deliverable')).toHaveCount(0);
  });
});

test('whoever is of an office sees its work in one click', async ({ server, someone }) => {
  const { real } = await at(someone, server.chairLink);
  const other = await someone();
  await other.enter(server.guatu('link', real, '--role', 'editor', '--office', '局基教科'));
  await other.look('list');
  const rows = other.page.locator('.list-row');
  await expect(rows.nth(8)).toBeVisible();
  await other.page.locator('.list-tools').getByRole('button', { name: zh['filter.mine'] }).click();
  await expect(other.page.locator('.list-foot')).toContainText('符合筛选8项');
  await expect(other.page.locator('.list-row[data-kind="clause"]')).toHaveCount(8);
});

test('an office renamed, merged and expanded is so in the text and in the file', async ({ server, someone }) => {
  const { me, real } = await at(someone, server.chairLink);
  const { page } = me;
  await me.look('text');
  const sheet = page.locator('.page');
  const count = async (name: string): Promise<number> => (await sheet.innerText()).split(name).length - 1;
  const panel = page.getByRole('dialog', { name: zh['offices.title'] });
  const open = async (name: string): Promise<void> => {
    await me.run('office.show');
    await panel
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click();
  };
  const close = (): Promise<void> => page.keyboard.press('Escape');

  await test.step('renamed', async () => {
    const before = await count('局德育科');
    expect(before).toBeGreaterThan(0);
    await open('局德育科');
    await panel.getByLabel(zh['offices.name'], { exact: true }).fill('局思政科');
    await page.keyboard.press('Enter');
    await expect.poll(() => count('局思政科')).toBe(before);
    expect(await count('局德育科')).toBe(0);
    // Whoever goes on by keys goes on from there.
    await expect(panel.getByLabel(zh['offices.name'], { exact: true })).toBeFocused();
    await close();
  });
  await test.step('merged', async () => {
    const [one, other] = [await count('局思政科'), await count('局法制科')];
    await open('局思政科');
    await panel.getByLabel(zh['offices.merge'], { exact: true }).selectOption('局法制科');
    await panel.getByRole('button', { name: zh['offices.merge.do'], exact: true }).click();
    await expect.poll(() => count('局思政科')).toBe(0);
    expect(await count('局法制科')).toBe(one + other);
    await close();
  });
  await test.step('a collective one expanded to chosen offices', async () => {
    expect(await count('局各职能科室')).toBeGreaterThan(0);
    const [a, b] = [await count('局办公室'), await count('局人事科')];
    await open('局各职能科室');
    const how = panel.locator('.office-expand');
    await how.locator('summary').click();
    const places = await how.locator('fieldset').first().getByRole('checkbox').count();
    for (const name of ['局办公室', '局人事科'])
      await how.locator('.office-grid').getByText(name, { exact: true }).click();
    await how.getByRole('button', { name: zh['offices.expand.do'], exact: true }).click();
    await expect.poll(() => count('局各职能科室')).toBe(0);
    expect((await count('局办公室')) - a).toBeGreaterThan(0);
    expect((await count('局人事科')) - b).toBeGreaterThan(0);
    expect(places).toBeGreaterThan(0);
    await close();
  });
  await test.step('and the file says the same', async () => {
    const { offices, nodes } = await me.plan(real);
    const leads = [...nodes.values()].flatMap(({ lead }) => [...lead.keys()].map((id) => offices.get(id)!.name));
    expect(leads).not.toContain('局思政科');
    expect(leads).not.toContain('局各职能科室');
    expect(leads).toContain('局法制科');
  });
});
