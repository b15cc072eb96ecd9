// A revised text comes into a plan that lives: it changes what it says and nothing else. Bars, notes, links, progress and steps stay, also of what was reworded, moved or given to another office.
import { expect } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import { isRefusedFile, planFromJson } from '../../shared/export/json.ts';
import type { Contents } from '../../shared/export/json.ts';
import type { Id, Node, Plan } from '../../shared/model/plan.ts';
import { isBinned } from '../../shared/model/tree.ts';
import { exportPath } from '../../shared/protocol/api.ts';
import { labelled, seeds, test } from '../kit/driver.ts';
import type { Person } from '../kit/driver.ts';

test('a revised text leaves alone what it does not speak of', async ({ server, someone }) => {
  test.setTimeout(120_000);
  const chair = await someone();
  const { page } = chair;
  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await chair.open(sample);

  await test.step('a note with a bold word on what will be reworded, another on what will be moved', async () => {
    for (const [label, words] of [
      ['9.1', '经费由计财科落实'],
      ['3.2', '与街道商定地点'],
    ] as const) {
      await chair.inspect(label);
      await chair.note.click();
      await page.keyboard.type(words);
      await page.keyboard.press('ControlOrMeta+b');
      await page.keyboard.type('（急）');
    }
    await chair.says('saved');
  });

  const before = await contents(chair, sample);
  const { plan } = before;
  const at = (label: string): Id => labelled(plan, label);
  const [reworded, moved, given, gone] = [at('9.1'), at('3.2'), at('2.2'), at('10.1')];
  expect([before.notes.has(reworded), before.notes.has(moved)]).toEqual([true, true]);
  expect(plan.links.size).toBeGreaterThan(0);
  for (const id of [reworded, moved, given]) expect(plan.nodes.get(id)!.span).toBeDefined();

  await test.step('the text as it went out, revised in five places, gives five differences', async () => {
    const answer = await page.request.get(new URL(exportPath(sample, 'txt'), page.url()).href);
    await chair.run('file.revise');
    const dialog = page.getByRole('dialog', { name: zh['revise.title'] });
    await dialog.getByLabel(zh['in.or']).fill(revised(await answer.text(), plan));
    await dialog.getByRole('button', { name: zh['new.check'] }).click();
    await expect(dialog.locator('.suggestion')).toHaveCount(5);
    const fields = dialog.locator('.suggestion');
    const said = await fields.evaluateAll((all) => all.map((each) => each.getAttribute('data-field')));
    expect(said.toSorted()).toEqual(['add', 'bin', 'lead', 'place', 'title']);
    await dialog.getByRole('button', { name: zh['revise.take-all'] }).click();
    await chair.says('saved');
  });

  const after = await contents(chair, sample);
  const now = (id: Id): Node => after.plan.nodes.get(id)!;
  const was = (id: Id): Node => plan.nodes.get(id)!;
  expect(now(reworded)).toEqual({ ...was(reworded), title: `${was(reworded).title}，确保取得实效` });
  expect(now(moved)).toEqual({ ...was(moved), place: now(moved).place });
  expect(now(moved).place.parent).toBe(was(at('5.1')).place.parent);
  expect(now(given)).toEqual({ ...was(given), lead: now(given).lead });
  expect([...now(given).lead.keys()].map((id) => after.plan.offices.get(id)!.name)).toEqual(['局人事科']);
  expect(isBinned(after.plan, gone)).toBe(true);
  const untouched = [...plan.nodes.keys()].filter((id) => ![reworded, moved, given, gone].includes(id));
  const told = ({ nodes }: Plan) => untouched.map((id) => ({ ...nodes.get(id)!, place: nodes.get(id)!.place.parent }));
  expect(told(after.plan)).toEqual(told(plan));
  const added = [...after.plan.nodes.keys()].filter((id) => !plan.nodes.has(id)).map(now);
  expect(added.map(({ kind, title, span }) => [kind, title, span])).toEqual([['clause', '新设家长开放日', undefined]]);
  expect(after.notes).toEqual(before.notes);
  expect(after.plan.links).toEqual(plan.links);
  expect(after.plan.offices).toEqual(plan.offices);

  await test.step('one undo takes all of it back', async () => {
    await page.keyboard.press('Escape');
    await chair.run('view.undo');
    await expect.poll(async () => isBinned((await contents(chair, sample)).plan, gone)).toBe(false);
    const back = await contents(chair, sample);
    expect(back.plan.nodes.get(reworded)!.title).toBe(was(reworded).title);
    expect(back.notes).toEqual(before.notes);
  });
});

/** A clause longer, one elsewhere, one by another office, one less and one more. */
function revised(text: string, plan: Plan): string {
  const title = (label: string): string => plan.nodes.get(labelled(plan, label))!.title;
  const whole = (label: string): string => {
    const from = text.indexOf(title(label));
    const bracket = /^[^（]*（牵头[^）]*）。?/.exec(text.slice(from + title(label).length))![0];
    return title(label) + bracket;
  };
  const [moving, fifth, fourth] = [whole('3.2'), whole('5.1'), whole('4.1')];
  const edits: readonly (readonly [string, string])[] = [
    [title('9.1'), `${title('9.1')}，确保取得实效`],
    [whole('2.2'), whole('2.2').replace('局法制科', '局人事科')],
    [whole('10.1'), ''],
    [moving, ''],
    [fifth, fifth + moving],
    [fourth, `${fourth}新设家长开放日（牵头部门：局办公室）。`],
  ];
  return edits.reduce((all, [old, words]) => {
    if (all.split(old).length !== 2) throw new Error(`not there once: ${old}`);
    return all.replace(old, words);
  }, text);
}

async function contents({ page }: Person, id: Id): Promise<Contents> {
  const answer = await page.request.get(new URL(exportPath(id, 'json'), page.url()).href);
  const read = planFromJson(await answer.text());
  if (isRefusedFile(read)) throw new Error(`the file does not read back: ${read.refused}`);
  return read;
}
