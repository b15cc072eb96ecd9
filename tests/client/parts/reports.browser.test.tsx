// What people say of a node, in a real browser: progress noted in one line, an opinion given and answered with its reason.
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { zh } from '../../../client/i18n/zh.ts';
import { OpinionsField } from '../../../client/parts/opinions.tsx';
import { ReportsField } from '../../../client/parts/reports.tsx';
import { docOf, idOf } from '../../kit/plan.ts';
import { SMALL } from '../../kit/random.ts';
import { standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;
afterEach(() => stand.close());

const open = async (Field: typeof ReportsField, role: 'editor' | 'viewer' = 'editor'): Promise<string> => {
  stand = standOf(docOf(SMALL), {}, role);
  const id = idOf(stand.plan(), '甲一');
  await stand.draw(<Field node={stand.plan().nodes.get(id)!} />);
  return id;
};

test('a line of progress is noted with Enter, and sets the percent', async () => {
  const id = await open(ReportsField);
  await userEvent.fill(page.getByLabelText(zh['report.words']), '印发方案');
  await userEvent.fill(page.getByLabelText(zh['report.progress']), '45%');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('listitem')).toHaveTextContent(/印发方案.*45%/);
  expect(stand.plan().nodes.get(id)!.progress).toBe(45);
  expect(stand.written).toEqual(['report.add']);
  await expect.element(page.getByLabelText(zh['report.words'])).toHaveValue('');
});

test('an opinion that is not taken is answered only with its reason', async () => {
  await open(OpinionsField);
  await userEvent.click(page.getByRole('button', { name: zh['opinion.give'] }));
  await userEvent.fill(page.getByLabelText(zh['opinion.words']), '写明时限');
  await userEvent.click(page.getByRole('button', { name: zh['opinion.keep'] }));
  await userEvent.selectOptions(page.getByLabelText(zh['opinion.answer']), zh['opinion.left']);
  expect([...stand.plan().records.opinion.values()][0]!.answer).toBe('open');
  await userEvent.fill(page.getByLabelText(zh['opinion.reason']), '已写明');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => [...stand.plan().records.opinion.values()][0])
    .toMatchObject({ answer: 'left', reason: '已写明' });
});

test('who may only look is offered nothing to write', async () => {
  await open(ReportsField, 'viewer');
  expect(document.querySelector('input')).toBeNull();
});
