// The whole of a planner's work on the Gantt without a mouse: made, dated, moved, resized, linked, marked, moved together, taken back.
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { setSettings } from '../../../client/state/settings.ts';
import { settled } from '../stand.tsx';
import { benchOf } from './hand.tsx';
import type { Bench } from './hand.tsx';

const TEXT = `
一
  甲
    先做的
    后做的 05-06..05-17`;

let bench: Bench;
afterEach(() => bench.stand.close());

const type = async (keys: string): Promise<void> => {
  await userEvent.keyboard(keys);
  await settled(() => undefined);
};
const said = (): string => document.querySelector('[aria-live="assertive"]')?.textContent ?? '';
const focused = (): string => document.activeElement?.id ?? '';

test('everything, by keys', async () => {
  bench = await benchOf(TEXT, { day: '2019-02-20' });
  const { stand } = bench;

  // One stop for Tab: into the grid, and out of it again.
  expect(document.querySelectorAll('.gantt-rows [tabindex="0"]')).toHaveLength(1);
  bench.row('一').focus();
  await type('{ArrowDown}{ArrowDown}');
  expect(focused()).toBe(bench.row('先做的').id);

  // Date: by a key, then moved by days and weeks.
  await type('d');
  const first = bench.span('先做的')!;
  expect(first).toBeDefined();
  await type('{ArrowRight}');
  expect(focused()).toBe(bench.bar('先做的').id);
  await type('{ArrowRight}{Shift>}{ArrowRight}{/Shift}{ArrowLeft}');
  expect(bench.span('先做的')!.start).toBe(later(first.start, 7));
  await type('{Shift>}{ArrowLeft}{/Shift}');
  expect(bench.span('先做的')).toEqual(first);

  // Resize: by a key, and lifted.
  await type(']]');
  expect(bench.span('先做的')!.end).toBe(later(first.end, 2));
  await type(' ');
  expect(said()).toContain('已拿起');
  await type('{ArrowRight}{ArrowRight}{Escape}');
  expect(bench.span('先做的')!.start).toBe(first.start);

  // A row below it, named at once.
  await type('a');
  await type('新加的{Enter}');
  expect(bench.span('新加的')).toBeUndefined();
  bench.row('新加的').focus();
  await type('d');
  expect(bench.span('新加的')).toBeDefined();

  // A node, and the four of the quarters.
  bench.row('后做的').focus();
  await type('{ArrowUp}{ArrowDown}m');
  await type('验收{Enter}');
  expect(bench.span('验收')).toEqual({ start: '2019-05-17', end: '2019-05-17' });
  bench.row('后做的').focus();
  await type('{ArrowUp}{ArrowDown}q');
  const nodes = [...stand.plan().nodes.values()].filter(({ kind }) => kind === 'milestone');
  expect(nodes.map(({ span }) => span!.end).sort()).toEqual([
    '2019-03-31',
    '2019-05-17',
    '2019-06-30',
    '2019-09-30',
    '2019-12-31',
  ]);

  // Link: two picked, one key.
  bench.row('先做的').focus();
  await type('{ArrowDown}{ArrowUp}{Shift>}{ArrowDown}{/Shift}l');
  expect([...stand.plan().links.values()].map(({ from, to, type: kind }) => [from, kind, to])).toEqual([
    [bench.id('先做的'), 'FS', bench.id('新加的')],
  ]);

  // Both move together, as one step; back and forth.
  const before = [bench.span('先做的')!, bench.span('新加的')!];
  const count = stand.written.length;
  bench.row('先做的').focus();
  await type('{ArrowDown}{ArrowUp}{ArrowRight}{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
  expect(stand.written.slice(count)).toEqual(['time.week-later']);
  expect([bench.span('先做的')!.start, bench.span('新加的')!.start]).toEqual(
    before.map(({ start }) => later(start, 7)),
  );
  await type('{Control>}z{/Control}');
  expect([bench.span('先做的'), bench.span('新加的')]).toEqual(before);

  // Back to 待定, taken back, and done again.
  bench.row('新加的').focus();
  await type('{ArrowUp}{ArrowDown}{Shift>}{Delete}{/Shift}');
  expect(bench.span('新加的')).toBeUndefined();
  await type('{Control>}z{/Control}');
  expect(bench.span('新加的')).toEqual(before[1]);
  await type('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(bench.span('新加的')).toBeUndefined();
});

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

test('a bar speaks a whole sentence in either language', async () => {
  bench = await benchOf(TEXT);
  expect(bench.bar('后做的').getAttribute('aria-label')).toMatch(
    /^1\.2 后做的，5月6日至5月17日，10个工作日，(未启动|推进中|滞后)，未明确牵头$/,
  );
  setSettings({ lang: 'en' });
  await settled(() => undefined);
  expect(bench.bar('后做的').getAttribute('aria-label')).toMatch(/^1\.2 后做的, 6 May to 17 May, 10 working days, /);
  setSettings({ lang: 'zh' });
});

test('what keys move stays in sight, what a colleague moves scrolls nothing', async () => {
  bench = await benchOf(TEXT, { perDay: 40, day: '2019-05-01' });
  bench.row('后做的').focus();
  await type('{ArrowUp}{ArrowDown}{ArrowRight}');
  const inSight = (edge: 'left' | 'right'): void => {
    const pane = bench.scroller().getBoundingClientRect();
    const x = bench.felt('后做的')[edge];
    expect(x).toBeGreaterThan(pane.left + 380);
    expect(x).toBeLessThan(pane.right);
  };
  for (let week = 0; week < 8; week++) {
    await type('{Shift>}{ArrowRight}{/Shift}');
    inSight('right');
  }
  for (let week = 0; week < 16; week++) {
    await type('{Shift>}{ArrowLeft}{/Shift}');
    inSight('left');
  }
  for (let day = 0; day < 30; day++) await type(']');
  inSight('right');

  const { scrollLeft } = bench.scroller();
  const value = { start: '2019-12-02', end: '2019-12-06' };
  await settled(() => undefined);
  await settled(() => bench.stand.remote([{ do: 'put', id: bench.id('后做的'), key: 'span', value }]));
  expect(bench.scroller().scrollLeft).toBe(scrollLeft);
});

test('a light set by hand says so, and why', async () => {
  bench = await benchOf(TEXT);
  const set = { id: bench.id('后做的'), light: 'hold', reason: '等市里批复' } as const;
  await settled(() => bench.stand.commands.run('content.set-status', set));
  expect(bench.bar('后做的').getAttribute('aria-label')).toContain('，暂缓（人工设定：等市里批复），');
  await settled(() => bench.stand.commands.run('content.set-status', { ...set, reason: '' }));
  expect(bench.bar('后做的').getAttribute('aria-label')).toContain('，暂缓（人工设定），');
});

test('the grid tells its whole size and each row its place, however few are drawn', async () => {
  const clauses = Array.from({ length: 300 }, (_, n) => `    工作${n} 03-01..04-30`).join('\n');
  bench = await benchOf(`一\n  甲\n${clauses}\n  乙\n    乙一`);
  const grid = document.querySelector('[role="treegrid"]')!;
  const look = async (top: number): Promise<void> => {
    await settled(() => bench.scroller().scrollTo({ top }));
    await settled(() => undefined);
    for (const row of grid.querySelectorAll<HTMLElement>('[role="row"][data-row]')) {
      const node = stand().nodes.get(row.dataset['row']!)!;
      const index = Number(row.getAttribute('aria-rowindex'));
      expect(row.style.top).toBe(`${headHeight() + (index - 2) * 36}px`);
      expect(row.getAttribute('aria-level')).toBe({ section: '1', item: '2', clause: '3' }[node.kind as 'clause']);
      const siblings = stand().tree.children.get(stand().tree.parent.get(node.id)!)!;
      expect(row.getAttribute('aria-setsize')).toBe(String(siblings.length));
      expect(row.getAttribute('aria-posinset')).toBe(String(siblings.indexOf(node.id) + 1));
      expect(row.hasAttribute('aria-expanded')).toBe(node.kind !== 'clause');
      expect([...row.children].map((cell) => cell.getAttribute('aria-colindex'))).toEqual(['1', '2', '3', '4']);
    }
  };
  const stand = () => bench.stand.plan();
  const headHeight = (): number => document.querySelector('.gantt-head')!.getBoundingClientRect().height;
  expect(grid.getAttribute('aria-rowcount')).toBe('305');
  expect(grid.getAttribute('aria-colcount')).toBe('4');
  await look(0);
  await look(5000);
  // Whoever had the focus keeps the one stop, far out of sight as it is.
  bench.row('工作140').focus();
  await look(0);
  expect(focused()).toBe(bench.row('工作140').id);
  expect(grid.querySelectorAll('[role="row"][tabindex="0"]')).toHaveLength(1);
});
