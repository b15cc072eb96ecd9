// What is done on one face is seen at once on the others, on a colleague's screen: a date on a topic, topics dragged together, an item taken to another section, a layout kept for an office.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import { childrenOf } from '../../shared/model/tree.ts';
import { boxOf, labelled, middle, seeds, test } from '../kit/driver.ts';
import type { Person } from '../kit/driver.ts';

test('a date on a topic of the map is a bar on the chart of another screen', async ({ server, someone }) => {
  const [me, other] = [await someone(), await someone()];
  await me.enter(server.chairLink);
  await other.enter(server.chairLink);
  const { real } = await seeds(me);
  for (const person of [me, other]) await person.open(real);
  const plan = await me.plan(real);
  const id = labelled(plan, '9.1');
  await other.look('gantt');
  await other.inspect('9.1');
  await me.look('mindmap');
  await me.inspect('9.1');
  await me.page.keyboard.press('Escape');
  const chip = await middle(me.page.locator(`#map-${id} [data-part="span"]`));
  await me.page.mouse.click(chip.x, chip.y);
  const field = me.page.locator('.map-chip-field');
  await field.getByRole('textbox', { name: zh['inspector.start'] }).fill('3/15');
  await me.page.keyboard.press('Tab');
  await expect(other.the(id, 'bar')).toBeVisible();
  await expect.poll(async () => (await me.plan(real)).nodes.get(id)!.span?.start).toBe('2019-03-15');
  await expect(me.page.locator(`#map-${id}`)).toContainText('3/15');
});

test('one section alone shows its six items, and three of them go together in one step', async ({
  server,
  someone,
}) => {
  const me = await someone();
  await me.enter(server.chairLink);
  const { real } = await seeds(me);
  await me.open(real);
  const { page } = me;
  const plan = await me.plan(real);
  await me.look('mindmap');
  const [section, ...items] = ['四', '10', '11', '12', '13', '14', '15'].map((label) => labelled(plan, label));
  await page.locator('#view [role="treeitem"][aria-level="1"]').click();
  await page.keyboard.press('ControlOrMeta+2');
  await me.inspect('四');
  await page.locator(`#map-${section}`).click();
  await page.keyboard.press('ControlOrMeta+.');
  const crumbs = page.locator('.map-crumbs');
  await expect(crumbs).toContainText('聚焦公平公正均衡发展');
  await expect(page.locator('#view [role="treeitem"]')).toHaveCount(7);
  await me.run('view.fit');

  await page.locator(`#map-${items[0]}`).click({ position: { x: 40, y: 10 } });
  for (const id of items.slice(1, 3))
    await page.locator(`#map-${id}`).click({ position: { x: 40, y: 10 }, modifiers: ['ControlOrMeta'] });
  const from = await boxOf(page.locator(`#map-${items[1]}`));
  await me.drag({ x: from.x + 40, y: from.y + 10 }, async () => {
    const last = await boxOf(page.locator(`#map-${items[5]}`));
    return { x: last.x + last.width / 2, y: last.y + last.height + 6 };
  });
  const moved = [...items.slice(3), ...items.slice(0, 3)];
  await expect.poll(async () => childrenOf(await me.plan(real), section!)).toEqual(moved);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => childrenOf(await me.plan(real), section!)).toEqual(items);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(crumbs).toHaveCount(0);
});

test('an item taken to the next section by keys is renumbered everywhere, and so is what names it', async ({
  server,
  someone,
}) => {
  const [me, other] = [await someone(), await someone()];
  for (const person of [me, other]) await person.enter(server.chairLink);
  const { real } = await seeds(me);
  for (const person of [me, other]) await person.open(real);
  const plan = await me.plan(real);
  const [first, six, third] = ['1.2', '6', '三'].map((label) => labelled(plan, label));
  await other.look('mindmap');
  await other.inspect('6');
  await me.look('text');
  await me.page.locator(`#text-${first}`).click();
  await me.page.keyboard.press('ControlOrMeta+End');
  await me.page.keyboard.insertText('，与第二部分第6项、第7项一并落实');
  await me.page.keyboard.press('Escape');
  await me.page.locator(`#text-${six}`).click();
  for (let down = 0; down < 2; down++) await me.page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => childrenOf(await me.plan(real), third!)[1]).toBe(six);
  const told = '与第三部分第7项、第6项一并落实';
  await expect(me.page.locator(`#text-${first}`)).toContainText(told);
  await expect(other.page.locator(`#map-${six}`)).toContainText('7');
  await other.look('list');
  await expect(other.page.locator(`#list-${six}-mark`)).toContainText('7');
  const answer = await me.page.request.get(new URL(`/api/plans/${real}/export/txt`, me.page.url()).href);
  const text = await answer.text();
  expect(text).toContain(told);
  expect(text).toMatch(/^7\. 促进区域教育一体化发展/m);
});

test('a layout of the list is kept for an office, which finds it in its menu, and no other does', async ({
  server,
  someone,
}) => {
  const chair = await someone();
  await chair.enter(server.chairLink);
  const { real } = await seeds(chair);
  const of = async (office: string): Promise<Person> => {
    const one = await someone();
    await one.enter(server.guatu('link', real, '--role', 'editor', '--office', office));
    await one.look('list');
    await expect(one.page.locator('.list-row').nth(3)).toBeVisible();
    return one;
  };
  const tools = ({ page }: Person, name: string): Locator =>
    page.locator('.list-tools').getByRole('button', { name: new RegExp(`^${name}`) });
  const heading = ({ page }: Person): Locator => page.locator('.list-heading');

  const keeper = await of('局基教科');
  await tools(keeper, zh['list.group']).click();
  await keeper.page.getByRole('menuitemradio', { name: zh['list.group.lead'] }).click();
  await expect(heading(keeper).first()).toBeVisible();
  await tools(keeper, zh['looks']).click();
  await keeper.page.getByRole('menuitem', { name: zh['looks.manage'] }).click();
  await keeper.page.getByRole('textbox', { name: zh['looks.name'] }).fill('按牵头排');
  await keeper.page.getByRole('combobox', { name: zh['looks.for'] }).selectOption('office');
  await keeper.page.getByRole('button', { name: zh['looks.ok'], exact: true }).click();
  await keeper.says('saved');

  const colleague = await of('局基教科');
  await expect(heading(colleague)).toHaveCount(0);
  await tools(colleague, zh['looks']).click();
  await colleague.page.getByRole('menuitem', { name: '按牵头排' }).click();
  await expect(heading(colleague).first()).toBeVisible();

  const stranger = await of('局人事科');
  await tools(stranger, zh['looks']).click();
  await expect(stranger.page.getByRole('menuitem', { name: zh['looks.usual'] })).toBeVisible();
  await expect(stranger.page.getByRole('menuitem', { name: '按牵头排' })).toHaveCount(0);
});
