// Carrying over, on screen: what is proposed and why, what is not, and that nothing is made while a clause is undecided.
import { page, userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { Panels } from '../../../client/parts/panels.tsx';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

const PLAN = `
一
  甲
    已经做完的事 03-01..03-29 100%
    做了一半的事 05-06..05-31 50%
    落实行动计划（2018-2020）
    没有依据的事
`;

let stand: Stand | undefined;

afterEach(async () => {
  await stand?.close();
  stand = undefined;
});

async function opened(): Promise<Stand> {
  stand = standOf(docOf(PLAN));
  await stand.draw(<Panels />);
  await settled(() => void stand!.commands.run('carry.open'));
  await expect.element(page.getByRole('heading', { name: '结转为2020年度计划' })).toBeVisible();
  return stand;
}

test('fates are proposed with their reasons, and left open where there is none', async () => {
  await opened();
  await expect.element(page.getByText('完成1，结转1，常态化0，收官1，未定1')).toBeVisible();
  await expect.element(page.getByText('收官年：2018-2020')).toBeVisible();
  // The end of May 2020 is a Sunday.
  expect(document.querySelector('.carry-rows')?.textContent).toContain('月末 · 原落在5/31，休息日');
  expect(document.querySelector<HTMLButtonElement>('.carry-make .button.main')?.disabled).toBe(true);
});

test('choosing is an edit of the plan, one step to undo, and then the plan can be made', async () => {
  const at = await opened();
  await userEvent.selectOptions(page.getByRole('combobox', { name: '1.4 的去向' }), '结转');
  expect(at.plan().nodes.get(idOf(at.plan(), '没有依据的事'))!.fate).toBe('carry');
  expect(at.written).toEqual(['carry.fate']);
  await expect.element(page.getByRole('button', { name: '建立2020年度计划' })).toBeEnabled();
  await settled(() => void at.commands.run('view.undo'));
  await expect.element(page.getByRole('button', { name: '还有1条未定' })).toBeDisabled();
});
