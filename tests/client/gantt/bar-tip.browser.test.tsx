// What the mouse is told that rests on a bar: nothing in passing, then everything the ear is told of it.
import { afterEach, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { settled } from '../stand.tsx';
import { benchOf, drag, drop } from './hand.tsx';
import type { Bench } from './hand.tsx';

const TEXT = `
一
  甲
    甲一 03-01..04-30
    甲二 03-04..03-08`;

let bench: Bench;
afterEach(() => bench.stand.close());

const told = (): string => document.querySelector<HTMLElement>('.bar-tip')?.innerText ?? '';
/** Into the middle of what is felt, as the browser's own mouse. */
const rest = (title: string): Promise<void> => userEvent.hover(bench.bar(title).querySelector('.felt')!);

test('a resting mouse reads the whole name, the days, the status with the reason it was set by hand, and who leads', async () => {
  bench = await benchOf(TEXT);
  await settled(() =>
    bench.stand.commands.run('content.set-status', { id: bench.id('甲一'), light: 'late', reason: '等市里批复' }),
  );
  await rest('甲一');
  await expect.poll(told).toContain('1.1 甲一');
  expect(told()).toContain('3月1日至4月30日');
  expect(told()).toMatch(/\d+个工作日/);
  expect(told()).toContain('（人工设定：等市里批复）');
  expect(told()).toContain('未明确牵头');
  // What is shown is what is spoken.
  const spoken = bench.bar('甲一').getAttribute('aria-label')!;
  for (const part of told()
    .split(/\n| · /)
    .slice(1))
    expect(spoken).toContain(part);

  await userEvent.keyboard('{Escape}');
  expect(told()).toBe('');
});

test('it stays within the window, goes with the bar to another, and is silent while something is dragged', async () => {
  bench = await benchOf(TEXT, { day: '2019-01-01' });
  await rest('甲二');
  await expect.poll(told).toContain('甲二');
  const box = document.querySelector('.bar-tip')!.getBoundingClientRect();
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(innerWidth);
  expect(box.bottom).toBeLessThanOrEqual(innerHeight);
  expect(box.top).toBeGreaterThanOrEqual(bench.felt('甲二').bottom);
  await rest('甲一');
  await expect.poll(told).toContain('甲一');
  expect(document.querySelectorAll('.bar-tip')).toHaveLength(1);

  const from = bench.middle('甲一');
  await drag(from, [from[0] + 40, from[1]]);
  expect(document.querySelector('.bar-tip')).toBeNull();
  await drop([from[0] + 40, from[1]]);
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 1, y: 1 });
});
