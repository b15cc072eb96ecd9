// The calendar with real hands: a notice that changes under a plan, a year nobody has entered, and what happens to linked work.
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FollowBar } from '../../../client/parts/follow-bar.tsx';
import { Panels } from '../../../client/parts/panels.tsx';
import { watchCalendar } from '../../../client/state/calendar-news.ts';
import { setSettings, settings } from '../../../client/state/settings.ts';
import { GanttView } from '../../../client/views/gantt.tsx';
import { NOTICES } from '../../../shared/model/holidays.ts';
import type { Meta, Notice } from '../../../shared/model/plan.ts';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import '../../../client/style/frame.css';

let stand: Stand;
afterEach(() => stand.close());

/** 2019 as it was first published: one day off in May. */
const FIRST: Notice = (() => {
  const now = NOTICES.find(({ year }) => year === 2019)!;
  return {
    ...now,
    source: '国办发明电〔2018〕15号',
    off: [...now.off.filter(([name]) => name !== '劳动节'), ['劳动节', '2019-05-01', '2019-05-01']],
    work: now.work.filter(([name]) => name !== '劳动节'),
  };
})();

const AMENDED =
  '国务院办公厅关于调整2019年劳动节假期安排的通知 国办发明电〔2019〕3号\n' +
  '劳动节：5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。';

async function open(text: string, role: 'chair' | 'editor' = 'chair', meta: Partial<Meta> = {}): Promise<void> {
  stand = standOf(docOf(text, 1, meta), { open: 'gantt', zoom: { gantt: 4, mindmap: 1 }, table: 240 }, role);
  await stand.draw(
    <>
      <main className="view" style={{ position: 'relative' }}>
        <GanttView />
        <FollowBar />
      </main>
      <Panels />
    </>,
  );
}

const dates = (title: string): string => {
  const { start, end } = stand.plan().nodes.get(idOf(stand.plan(), title))!.span!;
  return start === end ? end : `${start}..${end}`;
};
const dialog = (): string => document.querySelector('.dialog')?.textContent ?? '';
const inRow = (title: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('.dialog tr')].find((row) => row.textContent.includes(title))!;
const button = (text: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('.dialog button')].find((each) => each.textContent.includes(text))!;

test('a notice that changes under a plan lists what it touches and why, and moves only what is taken', async () => {
  await open(`
一
  甲
    四个工作日 04-29..05-03
    不受影响 06-03..06-06
      ◆ 五一节点 05-03
      ◆ 别的节点 05-08`);
  stand.commands.run('record.keep', { sort: 'notice', id: '2019', value: FIRST });
  const silent = watchCalendar(stand.desktop.connection.plan, () => undefined);
  await settled(() => stand.commands.run('file.settings', { tab: 'holidays' }));
  await expect.poll(() => document.querySelector('#notice-text')).not.toBeNull();
  await userEvent.fill(document.querySelector('#notice-text')!, AMENDED);
  await expect.poll(dialog).toContain('录入后有2项工作受影响');
  expect(dates('四个工作日')).toBe('2019-04-29..2019-05-03');

  await userEvent.click(document.querySelector('.notice-in input[type=checkbox]')!);
  await userEvent.click(button('录入2019年'));
  await expect.poll(dialog).toContain('最近一次变动影响到的工作');
  expect(inRow('四个工作日').textContent).toContain('工作日4→2天');
  expect(inRow('四个工作日').textContent).toContain('建议改为2019/4/29 – 2019/5/6');
  expect(inRow('五一节点').textContent).toContain('截止日变成休息日');
  expect(dialog()).not.toContain('不受影响');
  expect(['四个工作日', '五一节点', '不受影响', '别的节点'].map(dates)).toEqual([
    '2019-04-29..2019-05-03',
    '2019-05-03',
    '2019-06-03..2019-06-06',
    '2019-05-08',
  ]);

  await userEvent.click(inRow('四个工作日').querySelector('button')!);
  await expect.poll(() => dates('四个工作日')).toBe('2019-04-29..2019-05-06');
  expect(dates('五一节点')).toBe('2019-05-03');
  silent();
});

test('the chart says that a year’s holidays are not entered, and takes the chair to where they are', async () => {
  await open('一\n  甲\n    一项', 'chair', { year: 2027 });
  const note = document.querySelector<HTMLElement>('.gantt-unknown button')!;
  expect(note.textContent).toContain('2027年节假日安排未录入');
  await userEvent.click(note);
  await expect.poll(dialog).toContain('2027年的节假日安排未录入');
});

test('who is not the chair reads it on the chart', async () => {
  await open('一\n  甲\n    一项', 'editor', { year: 2027 });
  expect(document.querySelector('.gantt-corner')!.textContent).toContain('2027年节假日安排未录入');
  expect(document.querySelector('.gantt-unknown button')).toBeNull();
});

test('linked work is proposed for unless I choose otherwise, and says why when it moves along', async () => {
  const before = settings.get().follow;
  await open('一\n  甲\n    先 03-04..03-08\n    后 03-11..03-15');
  const [first, then] = ['先', '后'].map((title) => idOf(stand.plan(), title));
  stand.commands.run('time.link', { from: first!, to: then! });
  expect(before).toBe('ask');
  await settled(() => stand.commands.run('file.settings', { tab: 'following' }));
  await expect.poll(() => document.querySelectorAll('.dialog input[type=radio]').length).toBe(3);
  expect(
    document.querySelector<HTMLInputElement>('.dialog input[type=radio]:checked')!.parentElement!.textContent,
  ).toContain('提议');
  const choose = (name: string): Promise<void> =>
    userEvent.click([...document.querySelectorAll('.dialog label')].find((each) => each.textContent.includes(name))!);
  await choose('自动带动');
  await settled(() => stand.desktop.panel.set(null));
  await settled(() => stand.commands.run('time.shift', { ids: [first!], days: 7 }));
  expect(dates('后')).toBe('2019-03-18..2019-03-22');
  expect(document.querySelector('.follow-bar')!.textContent).toContain('因为前置“1.1 先”');

  await settled(() => stand.commands.run('view.undo'));
  expect([dates('先'), dates('后')]).toEqual(['2019-03-04..2019-03-08', '2019-03-11..2019-03-15']);
  await settled(() => stand.commands.run('file.settings', { tab: 'following' }));
  await expect.poll(() => document.querySelectorAll('.dialog input[type=radio]').length).toBe(3);
  await choose('不提醒');
  await settled(() => stand.desktop.panel.set(null));
  await settled(() => stand.desktop.following.set(null));
  await settled(() => stand.commands.run('time.shift', { ids: [first!], days: 7 }));
  expect(dates('后')).toBe('2019-03-11..2019-03-15');
  expect(document.querySelector('.follow-bar')).toBeNull();
  setSettings({ follow: before });
});
