// What draws a dragged edge in, seen and said; and what switches it off.
import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { settled } from '../stand.tsx';
import { benchOf, drag, drop } from './hand.tsx';
import type { At, Bench } from './hand.tsx';

const TEXT = `
一
  甲
    甲一 04-01..04-12`;

let bench: Bench;
afterEach(() => bench.stand.close());

const near = ([x, y]: At, px: number): At => [x + px, y];
const line = (): DOMRect | undefined => document.querySelector('.snap-line')?.getBoundingClientRect();
const end = (): At => [bench.felt('甲一').right - 2, bench.felt('甲一').top + 8];

test('by month an end near the last of a month ends with it, says so, and shows where', async () => {
  bench = await benchOf(TEXT, { perDay: 4 });
  // A day short of the 30th.
  const to = near(end(), 17 * 4);
  await drag(end(), to);
  expect(bench.tip()).toContain('4月30日（周二）');
  expect(bench.tip()).toContain('对齐月末');
  expect(line()!.left + 1).toBeCloseTo(bench.felt('甲一').right, 0);
  await drop(to);
  expect(bench.span('甲一')?.end).toBe('2019-04-30');
  expect(line()).toBeUndefined();
});

test('Alt lets it stand where the hand is, in the middle of a drag and back', async () => {
  bench = await benchOf(TEXT, { perDay: 4 });
  const to = near(end(), 17 * 4);
  await drag(end(), to);
  expect(bench.tip()).toContain('对齐月末');
  const alt = async (type: 'keyDown' | 'keyUp'): Promise<void> => {
    await cdp().send('Input.dispatchKeyEvent', {
      type,
      key: 'Alt',
      code: 'AltLeft',
      modifiers: type === 'keyDown' ? 1 : 0,
    });
    await settled(() => undefined);
  };
  await alt('keyDown');
  expect(bench.tip()).toContain('4月29日');
  expect(bench.tip()).not.toContain('月末');
  await alt('keyUp');
  expect(bench.tip()).toContain('对齐月末');
  await alt('keyDown');
  await drop(to, ['Alt']);
  expect(bench.span('甲一')?.end).toBe('2019-04-29');
});

test('by week a bar begins on Mondays, by day anywhere', async () => {
  bench = await benchOf(TEXT, { perDay: 14, day: '2019-03-20' });
  const from = bench.middle('甲一');
  // Just short of a week.
  await drag(from, near(from, 7 * 14 - 6));
  expect(bench.tip()).toContain('对齐周一');
  await drop(near(from, 7 * 14 - 6));
  expect(bench.span('甲一')?.start).toBe('2019-04-08');
});
