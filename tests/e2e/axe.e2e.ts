// Nobody is shut out: axe finds no serious or critical fault on any face, in light and dark, nor in what opens above them.
import { expect } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import { EXPORTERS } from '../../shared/export/registry.ts';
import { VIEWS } from '../../shared/protocol/presence.ts';
import { faultsOf } from '../kit/axe.ts';
import { seeds, test } from '../kit/driver.ts';

for (const shade of ['light', 'dark'] as const) {
  test(`home, every face, inspector, palette and sharing, ${shade}`, async ({ server, someone }) => {
    const chair = await someone({ colorScheme: shade, reducedMotion: 'reduce' });
    const { page } = chair;
    await chair.enter(server.chairLink);
    await expect(page.locator('a.card')).toHaveCount(2);
    const faults = [...(await faultsOf(page, 'home'))];

    const { sample } = await seeds(chair);
    await chair.open(sample);
    await chair.says('saved');
    for (const view of VIEWS) {
      await chair.look(view);
      await expect(page.locator('#view [data-node]').first()).toBeVisible();
      faults.push(...(await faultsOf(page, view)));
    }
    await chair.inspect('9.1');
    await expect(chair.note).toBeVisible();
    faults.push(...(await faultsOf(page, 'inspector')));
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog', { name: zh['cmd.view.palette'] })).toBeVisible();
    faults.push(...(await faultsOf(page, 'palette')));
    await page.keyboard.press('Escape');
    await chair.run('file.share');
    await expect(page.getByRole('dialog')).toBeVisible();
    faults.push(...(await faultsOf(page, 'share')));
    expect(faults).toEqual([]);
  });
}

for (const shade of ['light', 'dark'] as const) {
  test(`the check screen and the panel for edited copies, ${shade}`, async ({ server, someone }) => {
    const chair = await someone({ colorScheme: shade, reducedMotion: 'reduce' });
    const { page } = chair;
    await chair.enter(server.chairLink);
    await page.getByRole('button', { name: zh['home.new'] }).click();
    const faults = [...(await faultsOf(page, 'new'))];
    const csv = '序号,重点工作,责任单位,督办\n1,甲一,子科,丑科\n合计,1,,\n';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('treeitem').first().click();
    await page.getByRole('treeitem').first().click();
    await expect(page.getByLabel(zh['check.words'])).toBeVisible();
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1, name: zh['check.title'] })).toBeVisible();
    faults.push(...(await faultsOf(page, 'check')));
    await page.goto(server.base);
    const { real } = await seeds(chair);
    await chair.open(real);
    await chair.says('saved');
    await chair.run('file.revise');
    const dialog = page.getByRole('dialog', { name: zh['revise.title'] });
    await dialog
      .getByLabel(zh['in.or'])
      .fill('2019年青浦教育工作要点\n一、新的部分\n1. 新的工作。新的措施。（牵头部门：局办公室）\n');
    await dialog.getByRole('button', { name: zh['new.check'] }).click();
    await expect(dialog.locator('.suggestion').first()).toBeVisible();
    faults.push(...(await faultsOf(page, 'revise')));
    await dialog.getByRole('button', { name: zh['revise.keep'] }).click();
    await chair.says('saved');
    for (const view of VIEWS) {
      await chair.look(view);
      await expect(page.locator('#view [data-waiting]').first()).toBeVisible();
      faults.push(...(await faultsOf(page, `${view} with suggestions`)));
    }
    await page.locator('#view [data-waiting]').first().click();
    await expect(page.getByRole('dialog', { name: zh['waiting.card'] })).toBeVisible();
    faults.push(...(await faultsOf(page, 'suggestions here')));
    expect(faults).toEqual([]);
  });
}

for (const shade of ['light', 'dark'] as const) {
  test(`the export dialog in each kind of look, and the one for printing, ${shade}`, async ({ server, someone }) => {
    const chair = await someone({ colorScheme: shade, reducedMotion: 'reduce' });
    const { page } = chair;
    await chair.enter(server.chairLink);
    const { sample } = await seeds(chair);
    await chair.open(sample);
    await chair.says('saved');
    await page.keyboard.press('ControlOrMeta+Shift+E');
    const dialog = page.getByRole('dialog', { name: zh['cmd.file.export'] });
    await expect(dialog).toBeVisible();
    const faults: string[] = [];
    // Pages, a table, lines, a picture, a report.
    for (const id of ['docx', 'xlsx', 'md', 'png', 'supervise-docx'] as const) {
      const { ext } = EXPORTERS.find((each) => each.id === id)!;
      await dialog.getByRole('radio', { name: `${zh[`export.name.${id}`]} .${ext}` }).check();
      await expect(dialog.locator('.export-sheet, .export-table, .export-text').first()).toBeVisible();
      faults.push(...(await faultsOf(page, id)));
    }
    await page.keyboard.press('Escape');
    await chair.run('file.print');
    await expect(page.getByRole('dialog', { name: zh['print.title'] })).toBeVisible();
    faults.push(...(await faultsOf(page, 'print')));
    expect(faults).toEqual([]);
  });
}
