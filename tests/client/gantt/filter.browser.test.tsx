// Filtering and lanes on the official plan, as a hand and as a keyboard would.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { FilterBar } from '../../../client/parts/filter/bar.tsx';
import { Rail } from '../../../client/parts/rail.tsx';
import { setSettings } from '../../../client/state/settings.ts';
import { GanttView } from '../../../client/views/gantt.tsx';
import { seeds } from '../../../server/seed/seeds.ts';
import { found } from '../../../shared/doc/found.ts';
import { diceOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import '../../../client/style/frame.css';
import '../../../client/style/rail.css';

const EIGHT = ['4.1', '5.1', '6.2', '11.1', '12.1', '14.1', '19.1', '20.1'];
let stand: Stand;

beforeEach(async () => {
  setSettings({ lang: 'zh' });
  const doc = new Y.Doc();
  found(doc, seeds().official, diceOf(2019));
  stand = standOf(doc, { open: 'gantt', inspector: false }, 'editor', '局基教科');
  await stand.draw(
    <>
      <Rail />
      <main className="view">
        <FilterBar />
        <GanttView />
      </main>
    </>,
  );
});
afterEach(() => stand.close());

const clauses = (): string[] => levelOf(3);
const levelOf = (level: number): string[] =>
  [...document.querySelectorAll(`[role=row][aria-level="${level}"]`)].map(
    (row) => row.querySelector('[role=gridcell]')!.textContent.split(' ')[0]!,
  );
const chips = (): string[] => [...document.querySelectorAll('.filter-bar .chip')].map((chip) => chip.textContent);
const count = (): string => document.querySelector('.filter-count')?.textContent ?? '';
const find = (): HTMLInputElement => document.querySelector('[data-find]')!;
const button = (name: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('button')].find((each) => each.textContent === name)!;

test.each(['jjk', '基教'])('%s shows exactly the 8 clauses of 局基教科, and says so', async (text) => {
  await userEvent.fill(find(), text);
  expect(clauses()).toEqual(EIGHT);
  expect(count()).toBe('8 / 75 条');
  expect(chips()).toEqual([`“${text}”`]);
});

test('one press shows my office alone, and another all again', async () => {
  await userEvent.click(button('我科室'));
  expect(clauses()).toEqual(EIGHT);
  await userEvent.click(button('我科室'));
  expect(document.querySelector('.filter-bar')).toBeNull();
});

test('a chip goes by a press or by a key, and the focus stays among the chips', async () => {
  const office = [...stand.plan().offices.values()].find(({ name }) => name === '局人事科')!.id;
  await settled(() => stand.desktop.view.set({ filter: { text: '教师', offices: [office], undated: true } }));
  expect(chips()).toEqual(['“教师”', '局人事科', '待定']);
  await userEvent.click(document.querySelector('.filter-bar .chip')!);
  expect(chips()).toEqual(['局人事科', '待定']);
  document.querySelector<HTMLElement>('.filter-bar .chip')!.focus();
  await userEvent.keyboard('{Delete}');
  expect(chips()).toEqual(['待定']);
  await expect.poll(() => document.activeElement?.textContent).toBe('待定');
  await userEvent.keyboard('{Enter}');
  expect(document.querySelector('.filter-bar')).toBeNull();
});

test('nothing found says so and offers all again', async () => {
  await userEvent.fill(find(), '没有这样的工作');
  expect(count()).toBe('没有符合条件的工作');
  await userEvent.click(document.querySelector('.gantt-blank button')!);
  expect(stand.view().filter).toEqual({});
  expect(clauses().length).toBeGreaterThan(0);
});

test('Enter goes from hit to hit, opening what is folded above it for me alone', async () => {
  await settled(() => stand.commands.run('view.fold-all'));
  await userEvent.fill(find(), 'jjk');
  await userEvent.keyboard('{Enter}{Enter}');
  const [chosen] = stand.view().selected;
  expect(stand.plan().nodes.get(chosen!)!.title).toContain('中考');
  expect(document.querySelector('.filter-at')!.textContent).toBe('第2处，共8处');
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  expect(document.querySelector('.filter-at')!.textContent).toBe('第1处，共8处');
  await userEvent.fill(find(), '');
  expect(document.querySelector(`#gantt-row-${chosen}`)).not.toBeNull();
  expect(stand.written).toEqual([]);
});

test('lanes are 22, fold by keys, and leave the plan alone', async () => {
  const before = Y.encodeStateAsUpdate(stand.doc);
  await settled(() => stand.commands.run('lanes.lead'));
  const lane = (): HTMLElement => document.querySelector('[role=row][aria-level="1"]')!;
  expect(lane().textContent).toContain('局办公室');
  expect(lane().getAttribute('aria-expanded')).toBe('true');
  lane().focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(lane().getAttribute('aria-expanded')).toBe('false');
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement!.textContent).toContain('局组织科');
  await userEvent.keyboard('{Enter}{Enter}{ArrowRight}');
  expect(document.activeElement!.getAttribute('aria-level')).toBe('2');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(document.activeElement!.textContent).toContain('局组织科');
  expect(Number(document.querySelector('[role=treegrid]')!.getAttribute('aria-rowcount'))).toBeGreaterThan(22);
  expect(Y.encodeStateAsUpdate(stand.doc)).toEqual(before);
});
