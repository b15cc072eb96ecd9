// Lines across the chart: their flags stay in sight, and the chair moves them by hand and by keys.
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { zh } from '../../../client/i18n/zh.ts';
import { MarkersTab } from '../../../client/parts/settings/markers.tsx';
import { notices } from '../../../client/state/notices.ts';
import { settled } from '../stand.tsx';
import { benchOf, drag, drop } from './hand.tsx';
import type { At, Bench } from './hand.tsx';

const ROWS = Array.from({ length: 60 }, (_, n) => `    工作${n} 03-01..04-30`).join('\n');

let bench: Bench;
afterEach(() => bench.stand.close());

const open = async (role: 'chair' | 'editor' = 'chair'): Promise<void> => {
  bench = await benchOf(`一\n  甲\n${ROWS}`, { day: '2019-02-20', role });
  await settled(() =>
    bench.stand.remote([{ do: 'record', sort: 'marker', id: 'march', value: { day: '2019-03-13', name: '动员会' } }]),
  );
};
const flag = (): HTMLElement => document.querySelector('.marker-flag')!;
const hold = (): At => {
  const { left, top } = flag().getBoundingClientRect();
  return [left + 12, top + 10];
};
const day = (): string => bench.stand.plan().records.marker.get('march')!.day;

test('a flag stays below the head wherever the rows are scrolled to', async () => {
  await open();
  const { top } = flag().getBoundingClientRect();
  await settled(() => bench.scroller().scrollTo({ top: 900 }));
  await settled(() => undefined);
  expect(flag().getBoundingClientRect().top).toBe(top);
  expect(flag().textContent).toBe('动员会');
});

test('the chair drags it by days, and Escape leaves it', async () => {
  await open();
  const from = hold();
  const to: At = [from[0] + 8 * bench.perDay, from[1]];
  await drag(from, to);
  expect(bench.tip()).toContain('2019年3月21日（周四）');
  expect(document.querySelector('.marker-line')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  await drop(to);
  expect(day()).toBe('2019-03-13');
  await drag(from, to);
  await drop(to);
  expect(day()).toBe('2019-03-21');
  expect(bench.stand.written).toEqual(['marker.move']);
});

test('by keys: Space, arrows, Space', async () => {
  await open();
  flag().focus();
  await userEvent.keyboard(' {ArrowRight}{Shift>}{ArrowRight}{/Shift} ');
  expect(day()).toBe('2019-03-21');
});

test('an editor sees it, moves nothing and is told whose it is', async () => {
  await open('editor');
  const from = hold();
  const to: At = [from[0] + 8 * bench.perDay, from[1]];
  await drag(from, to);
  await drop(to);
  expect(day()).toBe('2019-03-13');
  expect(bench.stand.written).toEqual([]);
  expect(flag().title).toContain('标线由主持人改动');
  await userEvent.click(flag());
  expect(notices.get().map(({ say }) => say((key) => zh[key]))).toContain('标线由主持人改动');
  for (const run of [
    () => bench.stand.commands.run('marker.move', { id: 'march', days: 1 }),
    () => bench.stand.commands.run('marker.add', { day: '2019-03-20' }),
    () => bench.stand.commands.run('marker.drop', { id: 'march' }),
    () => bench.stand.commands.run('record.drop', { sort: 'marker', id: 'march' }),
  ])
    expect(run()).toEqual({ refused: 'chair-only' });
  expect([...bench.stand.plan().records.marker.keys()]).toEqual(['march']);
});

test('in the settings an editor reads them, told who sets them, and the chair has fields', async () => {
  for (const role of ['editor', 'chair'] as const) {
    await open(role);
    await bench.stand.draw(<MarkersTab />);
    const fields = document.querySelectorAll('.settings-list input, .settings-list button, .row input');
    expect(fields.length > 0).toBe(role === 'chair');
    expect(document.body.textContent.includes(zh['set.chair'])).toBe(role === 'editor');
    expect(document.querySelector('.settings-list')).not.toBeNull();
    if (role === 'editor') await bench.stand.close();
  }
});
