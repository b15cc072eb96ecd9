// The check screen in a real browser, with the real reading thread: both sides lead to each other, and a reading is mended by mouse and by keys.
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { zh } from '../../../client/i18n/zh.ts';
import { foundingOf, readFile } from '../../../client/state/reading.ts';
import { Check } from '../../../client/views/check.tsx';
import { paintRoot } from '../../../client/style/theme.ts';
import '../../../client/style/base.css';
import '../../../client/style/controls.css';
import { flatten } from '../../../shared/carriers/reading.ts';
import type { Reading } from '../../../shared/carriers/reading.ts';
import type { FoundingBody } from '../../../client/state/session.ts';
import { isRefusedFile, planFromJson } from '../../../shared/export/json.ts';
import { settled } from '../stand.tsx';

const TEXT = `关于印发的通知
2024年工作要点
一、甲部分
1. 甲一。措施一。（牵头部门：子科）
2. 甲二。措施二甲，措施二乙。（牵头部门：丑科，完成时限：3-7月）
3. 甲三。谁来做尚未确定。
（此件公开发布）
`;

async function show(
  name: string,
  text: string,
): Promise<{ made: () => Reading | undefined; left: () => boolean; close: () => Promise<void> }> {
  paintRoot();
  const reading = await readFile(new File([text], name));
  if (!reading || 'refused' in reading) throw new Error('it was not read');
  const host = document.createElement('div');
  host.style.cssText = 'position: fixed; inset: 0';
  document.body.append(host);
  const root = createRoot(host);
  let made: Reading | undefined;
  let left = false;
  const run = async (checked: Reading): Promise<undefined> => void (made = checked);
  await settled(() =>
    root.render(
      <Check first={reading} name={name} back={() => (left = true)} act={{ label: '建立计划', busy: '……', run }} />,
    ),
  );
  return {
    made: () => made,
    left: () => left,
    async close() {
      await settled(() => root.unmount());
      host.remove();
    },
  };
}

const tree = page.getByRole('tree');
const row = (words: string) => page.getByRole('treeitem').filter({ hasText: words }).first();

test('what is chosen on one side is shown on the other', async () => {
  const screen = await show('要点.txt', TEXT);
  await row('措施一').click();
  await expect
    .poll(() => document.querySelector('.source-line[data-chosen] [data-on]')?.textContent)
    .toContain('措施一');
  document.querySelector<HTMLElement>('.source-line [data-key]:last-child')!.click();
  await expect.poll(() => document.querySelector('[role="treeitem"][aria-selected="true"]')?.textContent).toBeTruthy();
  const doubt = page.getByRole('button', { name: /第6行/ }).first();
  await doubt.click();
  await expect.poll(() => document.querySelector('.source-line[data-chosen] .source-number')?.textContent).toBe('6');
  await screen.close();
});

test('levels, splits and ways out are done by keys, and undone', async () => {
  const screen = await show('要点.txt', TEXT);
  (tree.element() as HTMLElement).focus();
  for (const key of ['{Home}', '{ArrowDown}', '{ArrowDown}', '{ArrowDown}']) await userEvent.keyboard(key);
  await expect
    .poll(() => document.querySelector('[role="treeitem"][aria-selected="true"]')?.textContent)
    .toContain('甲二');
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await expect
    .poll(() => document.querySelector('[role="treeitem"][aria-selected="true"]')?.getAttribute('aria-level'))
    .toBe('3');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect
    .poll(() => document.querySelector('[role="treeitem"][aria-selected="true"]')?.getAttribute('aria-level'))
    .toBe('2');
  await userEvent.keyboard('{Delete}');
  await expect.element(row('甲二')).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}z{/Control}');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  const words = page.getByLabelText(zh['check.words']);
  await expect.element(words).toHaveFocus();
  (words.element() as HTMLTextAreaElement).setSelectionRange(5, 5);
  await userEvent.keyboard('{Enter}');
  await expect.element(row('措施二乙')).toBeInTheDocument();
  await screen.close();
});

test('going back asks before it drops what was mended, and only then', async () => {
  const untouched = await show('要点.txt', TEXT);
  await page.getByRole('button', { name: zh['check.back'] }).click();
  expect(untouched.left()).toBe(true);
  await untouched.close();
  const screen = await show('要点.txt', TEXT);
  const back = page.getByRole('button', { name: zh['check.back'], exact: true });
  const asked = page.getByRole('dialog', { name: zh['check.leave'] });
  // The field is left by the same press.
  await page.getByLabelText(zh['check.name']).fill('另一个名称');
  await back.click();
  await expect.element(asked).toBeInTheDocument();
  expect(screen.left()).toBe(false);
  // Behind the question nothing is undone, and Enter stays.
  await userEvent.keyboard('{Control>}z{/Control}{Enter}');
  await expect.element(asked).not.toBeInTheDocument();
  expect(screen.left()).toBe(false);
  await expect.element(page.getByLabelText(zh['check.name'])).toHaveValue('另一个名称');
  await back.click();
  await userEvent.keyboard('{Escape}');
  await expect.element(asked).not.toBeInTheDocument();
  await back.click();
  await page.getByRole('button', { name: zh['check.leave.drop'] }).click();
  expect(screen.left()).toBe(true);
  await screen.close();
});

test('a line left out is put in, an office is named, days that are stated are set, and what is made is what was shown', async () => {
  const screen = await show('要点.txt', TEXT);
  await page.getByRole('button', { name: zh['check.doubt.put-in'] }).last().click();
  await expect.element(row('此件公开发布')).toBeInTheDocument();
  await page.getByRole('button', { name: zh['check.undo'] }).click();
  await row('谁来做尚未确定').click();
  await row('谁来做尚未确定').click();
  await page.getByLabelText(zh['check.lead'], { exact: true }).fill('寅科、卯科');
  await userEvent.keyboard('{Enter}{Escape}');
  await page.getByRole('button', { name: /写明起止的1条/ }).click();
  await page.getByRole('button', { name: '建立计划' }).click();
  const nodes = flatten(screen.made()!.nodes);
  expect(nodes.find(({ title }) => title === '谁来做尚未确定')?.lead).toEqual(['寅科', '卯科']);
  expect(nodes.filter(({ span }) => span).map(({ span }) => span)).toEqual([
    { start: '2024-03-01', end: '2024-07-31' },
  ]);
  await screen.close();
});

test('what is sent to found it is made apart from the page, and is the plan that was shown', async () => {
  const screen = await show('要点.txt', TEXT);
  await row('措施一').click();
  await page.getByRole('button', { name: '建立计划' }).click();
  const body = await foundingOf(screen.made()!);
  if (!(body instanceof Blob)) throw new Error('it was not made');
  const { file } = JSON.parse(await body.text()) as FoundingBody;
  const back = planFromJson(file);
  if (isRefusedFile(back)) throw new Error(JSON.stringify(back));
  const shown = flatten(screen.made()!.nodes).map(({ kind, title }) => `${kind} ${title}`);
  expect([...back.plan.nodes.values()].map(({ kind, title }) => `${kind} ${title}`)).toEqual(shown);
  expect(back.plan.meta.title).toBe(screen.made()!.title);
  await screen.close();
});

test('a column taken for something else reads the table again', async () => {
  const screen = await show('a.csv', '序号,重点工作,责任单位,督办\n1,甲一,子科,丑科\n2,甲二,寅科,卯科\n');
  await page.getByLabelText(/督办/).selectOptions('assist');
  await expect.element(row('甲一')).toHaveTextContent('配合 丑科');
  await screen.close();
});

test('remarks and results of other columns are shown with their measure, and mended there', async () => {
  const csv = '序号,重点工作,责任单位,目标,备注\n1,甲一,子科,方案一份,"须经党委会审定；\n经费另报"\n2,甲二,寅科,,\n';
  const screen = await show('a.csv', csv);
  await expect.element(row('甲一')).toHaveTextContent('经费另报');
  await expect.element(row('甲一')).toHaveTextContent('方案一份');
  await row('甲一').click();
  await row('甲一').click();
  await page.getByLabelText(zh['field.note'], { exact: true }).fill('须经党委会审定');
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}经费已批{Enter}{Escape}');
  await page.getByRole('button', { name: '建立计划' }).click();
  expect(flatten(screen.made()!.nodes).map(({ note }) => note)).toEqual(['须经党委会审定\n经费已批', undefined]);
  await screen.close();
});

test('twenty thousand lines are shown without holding the page', async () => {
  const lines = Array.from({ length: 9_900 }, (_, i) => `${i + 1}. 工作${i + 1}。措施${i + 1}。（牵头部门：子科）`);
  const before = performance.now();
  const screen = await show('long.txt', `2024年工作要点\n一、甲部分\n${lines.join('\n')}`);
  await expect.element(row('工作1')).toBeInTheDocument();
  expect(document.querySelectorAll('.check-row').length).toBeLessThan(200);
  expect(performance.now() - before).toBeLessThan(10_000);
  await screen.close();
});
