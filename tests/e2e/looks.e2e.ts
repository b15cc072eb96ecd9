// Kept views: the chair lays the chart out for an office and keeps it; the office comes back to it by its menu, or by a link in any browser.
import { expect } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import { seeds, test } from '../kit/driver.ts';
import type { Person } from '../kit/driver.ts';

const lanes = (person: Person) => person.page.getByRole('combobox', { name: zh['lanes'], exact: true });
const looks = (person: Person) =>
  person.page
    .getByRole('toolbar', { name: zh['gantt.tools'] })
    .getByRole('button', { name: new RegExp(`^${zh['looks']}`) });

test('a view of the chart is kept for an office, and opens by a link in another browser', async ({
  server,
  someone,
}) => {
  const [chair, office] = [await someone(), await someone()];
  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await chair.open(sample);
  await chair.look('gantt');
  await lanes(chair).selectOption('lead');
  await chair.page.getByRole('combobox', { name: zh['gantt.zoom'] }).selectOption('quarter');
  await looks(chair).click();
  await chair.page.getByRole('menuitem', { name: zh['looks.manage'] }).click();
  await chair.page.getByRole('textbox', { name: zh['looks.name'] }).fill('按科室排');
  await chair.page.getByRole('combobox', { name: zh['looks.for'] }).selectOption('all');
  await chair.page.getByRole('button', { name: zh['looks.ok'], exact: true }).click();
  await chair.says('saved');
  await expect(looks(chair)).toContainText('按科室排');

  // The link is in its row of the dialog, and says nothing else of what the chair sees.
  await looks(chair).click();
  await chair.page.getByRole('menuitem', { name: zh['looks.manage'] }).click();
  const named = zh['looks.link'].replace('{name}', '按科室排');
  await chair.page.getByRole('button', { name: named }).click();
  const link = await chair.page.getByRole('textbox', { name: named }).inputValue();
  expect(new URL(link).search).toMatch(/^\?look=\w+$/);

  await office.enter(server.guatu('link', sample, '--role', 'viewer', '--office', '局基教科'));
  await office.page.goto(link);
  await expect(lanes(office)).toHaveValue('lead');
  await expect(office.page.getByRole('combobox', { name: zh['gantt.zoom'] })).toHaveValue('quarter');
  await expect(looks(office)).toContainText('按科室排');
  await expect(office.page).toHaveURL(/look=\w+/);

  // Whoever lays it out otherwise looks at something else; back brings it back.
  await lanes(office).selectOption('quarter');
  await expect(office.page).not.toHaveURL(/look=/);
  await expect(looks(office)).not.toContainText('按科室排');
  await office.page.goBack();
  await expect(lanes(office)).toHaveValue('lead');
  await expect(looks(office)).toContainText('按科室排');

  // The usual one, and this one again, by the menu.
  await looks(office).click();
  await office.page.getByRole('menuitem', { name: zh['looks.usual'] }).click();
  await expect(lanes(office)).toHaveValue('tree');
  await looks(office).click();
  await office.page.getByRole('menuitem', { name: '按科室排' }).click();
  await expect(lanes(office)).toHaveValue('lead');
});
