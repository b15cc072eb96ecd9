// The times in the text, on screen: nothing is written before a click, one click is one step, and the keyboard reaches what the pointer does.
import { page, userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { Panels } from '../../../client/parts/panels.tsx';
import { Rail } from '../../../client/parts/rail.tsx';
import { TextView } from '../../../client/views/text.tsx';
import '../../../client/style/text.css';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

const HORIZON = '落实行动计划（2018-2020）各项任务';
const PLAN = `
一
  甲
    ${HORIZON}
    适时签订协议
    每年6次入园指导
    上半年完成排查
`;

let stand: Stand | undefined;

afterEach(async () => {
  await stand?.close();
  stand = undefined;
});

async function opened(role: 'chair' | 'viewer' = 'chair'): Promise<Stand> {
  stand = standOf(docOf(PLAN), { open: 'text' }, role);
  await stand.draw(
    <>
      <Rail />
      <TextView />
      <Panels />
    </>,
  );
  return stand;
}

const dated = (at: Stand): number => [...at.plan().nodes.values()].filter(({ span }) => span).length;

test('the panel lists what the text says, takes all in one step, and gives all back in one', async () => {
  const at = await opened();
  await settled(() => void at.commands.run('times.open'));
  await expect.element(page.getByRole('heading', { name: '原文里的时间' })).toBeVisible();
  expect(document.querySelectorAll('.proposal').length).toBe(4);
  expect(dated(at)).toBe(0);
  await userEvent.click(page.getByRole('button', { name: '全部采纳（3）' }));
  expect(dated(at)).toBe(2);
  expect(at.written).toEqual(['times.take']);
  const { basis, span } = at.plan().nodes.get(idOf(at.plan(), HORIZON))!;
  expect(span).toEqual({ start: '2019-01-01', end: '2019-12-31', grain: 'year' });
  expect(basis).toMatchObject({ how: 'text', words: '2018-2020' });
  await settled(() => void at.commands.run('view.undo'));
  expect(dated(at)).toBe(0);
  expect(document.querySelectorAll('.proposal').length).toBe(4);
});

test('a question is answered with a day that somebody says, and that is where the date comes from', async () => {
  const at = await opened();
  await settled(() => void at.commands.run('times.open'));
  await userEvent.fill(page.getByRole('textbox', { name: '“适时”定为哪一天' }), '9/20');
  await userEvent.keyboard('{Enter}');
  const node = at.plan().nodes.get(idOf(at.plan(), '适时签订协议'))!;
  expect(node.span).toMatchObject({ end: '2019-09-20' });
  expect(node.basis).toMatchObject({ how: 'meeting', words: '适时' });
});

test('what is left is out of sight for everybody, and can be proposed again', async () => {
  const at = await opened();
  await settled(() => void at.commands.run('times.open'));
  await userEvent.click(page.getByRole('button', { name: '不采纳“上半年”' }));
  expect(document.querySelectorAll('.proposal').length).toBe(3);
  expect(at.plan().records.suggestion.size).toBe(1);
  await userEvent.click(page.getByText('不采纳的（1）'));
  await userEvent.click(page.getByRole('button', { name: '重新提出“上半年”' }));
  expect(document.querySelectorAll('.proposal').length).toBe(4);
});

test('the words are marked in the text, and the keyboard takes them from the margin', async () => {
  const at = await opened();
  await expect.poll(() => CSS.highlights.get('time-open')?.size).toBe(4);
  const chip = page.getByRole('button', { name: '1.1：正文提出1处时间，打开来采纳或不采纳' });
  await settled(() => (chip.element() as HTMLElement).focus());
  await userEvent.keyboard('{Enter}');
  const taking = (): HTMLElement | null => document.querySelector('.waiting-card button.main');
  await expect
    .poll(() => taking()?.getAttribute('aria-label'))
    .toMatch(/^采纳“2018-2020”：2018—2020年的第2年（共3年）/);
  await settled(() => taking()!.focus());
  await userEvent.keyboard('{Enter}');
  expect(dated(at)).toBe(1);
  await expect.poll(() => CSS.highlights.get('time-open')?.size).toBe(3);
  await expect.poll(() => CSS.highlights.get('time-taken')?.size).toBe(1);
});

test('the tray shows the bar its words would make, and a click on it dates the work', async () => {
  const at = await opened();
  expect(document.querySelectorAll('.tray-ghost').length).toBe(2);
  await settled(() => document.querySelector<HTMLElement>('.tray-ghost button')!.click());
  expect(dated(at)).toBe(1);
});

test('who may only read sees the proposals and no buttons', async () => {
  const at = await opened('viewer');
  await settled(() => void at.commands.run('times.open'));
  expect(document.querySelectorAll('.proposal').length).toBe(4);
  expect(document.querySelectorAll('.proposal button').length).toBe(0);
});
