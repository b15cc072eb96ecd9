// What is wanting, on screen: always counted, one click from its place, and answered for by the chair with a reason and a name.
import { page, userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { Findings, FindingsButton } from '../../../client/parts/findings.tsx';
import { Panels } from '../../../client/parts/panels.tsx';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand | undefined;

afterEach(async () => {
  await stand?.close();
  stand = undefined;
});

async function opened(role: 'chair' | 'editor' = 'chair'): Promise<Stand> {
  stand = standOf(docOf('一\n  甲\n    完成20项改造 @局基教科 03-01..03-29'), {}, role);
  await stand.draw(
    <>
      <FindingsButton />
      <Panels />
    </>,
  );
  await settled(() => void stand!.commands.run('findings.open'));
  await userEvent.click(page.getByText('正文的数没有对应目标'));
  return stand;
}

test('the count is in sight and opens the list', async () => {
  await opened();
  await expect.element(page.getByText('1个部分，1项，1条措施。')).toBeVisible();
  expect(document.querySelector('.findings-key')?.textContent).toBe('3');
});

test('a click on a finding goes to its clause', async () => {
  const at = await opened();
  await userEvent.click(page.getByRole('button', { name: /1.1.*20项/ }));
  expect(at.view().selected).toEqual([idOf(at.plan(), '完成20项改造')]);
  expect(document.querySelector('.findings-list')).toBeNull();
});

test('the chair answers for one with a reason and a name, and can ask for it again', async () => {
  const at = await opened();
  await userEvent.click(page.getByRole('button', { name: '“正文的数没有对应目标：20项”不用补，写明理由' }));
  await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '由市里统计');
  await userEvent.fill(page.getByRole('textbox', { name: '姓名' }), '张三');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/张三，.*：由市里统计/)).toBeVisible();
  expect([...at.plan().records.waiver.values()]).toMatchObject([{ by: '张三', reason: '由市里统计' }]);
  expect(document.querySelector('.findings-key')?.textContent).toBe('2');
  await userEvent.click(page.getByRole('button', { name: '“正文的数没有对应目标：20项”仍要补' }));
  expect(at.plan().records.waiver.size).toBe(0);
});

test('who is not the chair may look and is offered no waiver', async () => {
  const at = await opened('editor');
  expect(document.querySelectorAll('.findings-list .button.line').length).toBe(0);
  const finding = { code: 'number', node: idOf(at.plan(), '完成20项改造'), words: '20项' } as const;
  expect(at.commands.run('findings.waive', { finding, by: '李四', reason: '无' })).toMatchObject({
    refused: 'chair-only',
  });
});

test('in the rail each kind is counted, and listed only once it is opened', async () => {
  stand = standOf(docOf('一\n  甲\n    完成20项改造 @局基教科 03-01..03-29'), {}, 'chair');
  await stand.draw(<Findings />);
  expect(document.querySelector('.findings h2 .count')?.textContent).toBe('3');
  expect(document.querySelectorAll('.findings .finding')).toHaveLength(0);
  await userEvent.click(page.getByText('正文的数没有对应目标'));
  await userEvent.click(page.getByRole('button', { name: /1.1.*20项/ }));
  expect(stand.view().selected).toEqual([idOf(stand.plan(), '完成20项改造')]);
});
