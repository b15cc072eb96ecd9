// Baselines with real hands: kept in the panel, seen under the bars, told in the details, dropped and brought back.
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Panels } from '../../../client/parts/panels.tsx';
import { Inspector } from '../../../client/views/inspector.tsx';
import { GanttView } from '../../../client/views/gantt.tsx';
import type { Id } from '../../../shared/model/plan.ts';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import '../../../client/style/frame.css';

const TEXT = `
一
  甲
    先 03-04..03-08
    后 03-11..03-15
    再 03-18..03-22`;

/** Work under a baseline has a strip, and so has what sums it up. */
const WORKS = 3;
const SUMMARIES = 2;

let stand: Stand;
afterEach(() => stand.close());

async function open(role: 'chair' | 'editor' = 'chair'): Promise<void> {
  stand = standOf(docOf(TEXT), { open: 'gantt', inspector: true, zoom: { gantt: 6, mindmap: 1 }, table: 240 }, role);
  await stand.draw(
    <>
      <main className="view" style={{ position: 'relative' }}>
        <GanttView />
      </main>
      <Inspector />
      <Panels />
    </>,
  );
  await settled(() => document.querySelector('.gantt-scroll')!.scrollTo({ left: 55 * 6 }));
}

const id = (title: string): Id => idOf(stand.plan(), title);
const names = (): string[] => [...stand.plan().records.baseline.values()].map(({ name }) => name);
const strips = (): number => document.querySelectorAll('.layer-over rect[rx]').length;
const chart = (): string => document.querySelector('.layer-over')?.textContent ?? '';
const button = (text: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('.dialog button')].find((each) => each.textContent === text)!;

test('the chair keeps 定稿; what moves after is told on the chart and in the details; dropping can be taken back', async () => {
  await open();
  expect(strips()).toBe(0);
  stand.commands.run('baseline.open');
  await expect.poll(() => button('保存')).toBeDefined();
  await userEvent.click(button('保存'));
  expect(names()).toEqual(['定稿']);
  await expect.poll(strips).toBe(WORKS + SUMMARIES);

  await settled(() => stand.commands.run('time.shift', { ids: [id('先')], days: 7 }));
  await settled(() => stand.commands.run('time.shift', { ids: [id('再')], days: -3 }));
  expect(chart()).toContain('+7天');
  expect(chart()).toContain('-3天');
  // 甲 now ends on 3/19 and not on 3/22, and so does 一.
  const told = chart()
    .split('天')
    .filter((text) => text.endsWith('-3'));
  expect(told).toHaveLength(3);
  expect(document.querySelector('.baselines')!.textContent).toContain('2项有变');
  await settled(() => stand.desktop.view.set({ selected: [id('先')] }));
  expect(document.querySelector('.deviation')!.textContent).toContain('原定3/4–3/8 · 现定3/11–3/15（+7天）');

  await userEvent.click(button('删去'));
  expect(names()).toEqual([]);
  await expect.poll(strips).toBe(0);
  await userEvent.click(button('撤销'));
  expect(names()).toEqual(['定稿']);
  await expect.poll(strips).toBe(WORKS + SUMMARIES);

  await userEvent.click(document.querySelector('.baselines input')!);
  await expect.poll(strips).toBe(0);
  expect(chart()).not.toContain('+7天');
});

test('the table sets 原定 and 偏差 of two baselines side by side', async () => {
  await open();
  const said = (title: string): string[] =>
    [...document.querySelectorAll(`.gantt-row[data-row="${id(title)}"] [role=gridcell]`)].map(
      (cell) => cell.textContent ?? '',
    );
  await settled(() => stand.commands.run('baseline.keep', { name: '定稿' }));
  await settled(() => stand.commands.run('time.shift', { ids: [id('先')], days: 7 }));
  await settled(() => stand.commands.run('baseline.keep', { name: '年中' }));
  await settled(() => stand.commands.run('time.shift', { ids: [id('先')], days: -1 }));
  const { columns } = stand.desktop.view.get();
  const shown = new Set(['mark', 'title', 'span', 'was', 'deviation', 'was2', 'deviation2']);
  await settled(() =>
    stand.desktop.view.set({ columns: { ...columns, hidden: columns.order.filter((name) => !shown.has(name)) } }),
  );
  expect(said('先').slice(1, -1)).toEqual(['3/10–3/14', '3/4–3/8', '+6', '3/11–3/15', '-1']);
  expect(said('后').slice(1, -1)).toEqual(['3/11–3/15', '3/11–3/15', '', '3/11–3/15', '']);
});

test('an editor sees them and cannot keep one', async () => {
  await open('editor');
  expect(stand.commands.run('baseline.keep', { name: '定稿' })).toEqual({ refused: 'chair-only' });
  stand.commands.run('baseline.open');
  await expect.poll(() => document.querySelector('.dialog h2')?.textContent).toBe('基线');
  expect(button('保存')).toBeUndefined();
  expect(names()).toEqual([]);
});

test('a fitted year holds the days behind what ends with it, as soon as baselines are set beside each other', async () => {
  stand = standOf(
    docOf(TEXT.replace('先 03-04..03-08', '先 01-02..01-31').replace('再 03-18..03-22', '再 12-16..12-24')),
    { open: 'gantt', inspector: false, table: 240 },
    'chair',
  );
  await stand.draw(
    <main className="view">
      <GanttView />
    </main>,
  );
  await settled(() => stand.commands.run('view.fit'));
  const words = (): DOMRect[] =>
    [...document.querySelectorAll('.layer-over text')]
      .filter((each) => each.textContent.includes('天'))
      .map((each) => each.getBoundingClientRect());
  const edge = (): number => document.querySelector('.gantt-scroll')!.getBoundingClientRect().right;
  const within = (): boolean => words().length > 0 && words().every(({ right }) => right <= edge());

  await settled(() => stand.commands.run('baseline.keep', { name: '定稿' }));
  await settled(() => stand.commands.run('time.shift', { ids: [id('再')], days: 7 }));
  await settled(() => stand.commands.run('view.fit'));
  await expect.poll(within).toBe(true);

  // Another beside it makes the words longer; what I had fitted stays fitted.
  await settled(() => stand.commands.run('baseline.keep', { name: '年中' }));
  await settled(() => stand.commands.run('time.shift', { ids: [id('再')], days: -2 }));
  const [first, second] = [...stand.plan().records.baseline.keys()];
  await settled(() => stand.desktop.view.set({ baselines: [first!] }));
  await settled(() => stand.desktop.view.set({ baselines: [first!, second!] }));
  await expect.poll(() => document.querySelector('.layer-over')!.textContent).toContain(' / ');
  await expect.poll(within).toBe(true);

  // Where I have zoomed by hand it stays as it is.
  await settled(() => stand.commands.run('view.zoom-in'));
  const { gantt } = stand.view().zoom;
  await settled(() => stand.desktop.view.set({ baselines: [first!] }));
  expect(stand.view().zoom.gantt).toBe(gantt);
});
