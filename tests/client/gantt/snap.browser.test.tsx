// What draws a dragged edge in, seen and said; and what switches it off.
import { afterEach, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
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

const said = (): string => document.querySelector('[aria-live="assertive"]')?.textContent ?? '';

/** Lifted by Space; whatever the arrows do is said. */
async function lifted(perDay: number, day?: string): Promise<(keys: string) => Promise<string>> {
  bench = await benchOf(TEXT, { perDay, ...(day && { day }) });
  bench.bar('甲一').focus();
  const type = async (keys: string): Promise<string> => {
    await userEvent.keyboard(keys);
    await settled(() => undefined);
    return said();
  };
  await type(' ');
  return type;
}
const right = (times: number): string => '{ArrowRight}'.repeat(times);

test('by keys a lifted bar is drawn to the same boundaries, which is said, and leaves them again', async () => {
  const type = await lifted(4);
  // Its end a day short of the 30th, where a pointer would be drawn in too.
  expect(await type(right(16))).toMatch(/至4月28日/);
  expect(await type(right(1))).toContain('4月19日至4月30日');
  expect(said()).toContain('对齐月末');
  expect(line()!.left + 1).toBeCloseTo(bench.felt('甲一').right, 0);
  expect(await type(right(1))).toContain('4月20日至5月1日');
  expect(said()).not.toContain('对齐');
  expect(await type('{ArrowLeft}')).toContain('对齐月末');
  await type('{Enter}');
  expect(bench.span('甲一')).toEqual({ start: '2019-04-19', end: '2019-04-30' });
});

test('a week by keys is drawn in as a week by the pointer; by year from far, by day from nowhere', async () => {
  const type = await lifted(1.5, '2018-12-01');
  // 04-26 lies within five days of 04-30.
  expect(await type('{Shift>}{ArrowRight}{ArrowRight}{/Shift}')).toContain('4月30日');
  expect(said()).toContain('对齐月末');
  await type('{Escape}');
  await bench.stand.close();
  const byDay = await lifted(30, '2019-03-28');
  expect(await byDay(right(18))).toContain('4月19日至4月30日');
  expect(said()).not.toContain('对齐');
  await byDay('{Escape}');
});

test('with Alt a step by keys is a day and nothing more', async () => {
  const type = await lifted(4);
  await type(right(16));
  expect(await type('{Alt>}{ArrowRight}{/Alt}')).toContain('至4月29日');
  expect(said()).not.toContain('对齐');
  expect(await type('{Alt>}{ArrowRight}{/Alt}')).toContain('至4月30日');
  expect(said()).not.toContain('对齐');
  await type('{Enter}');
  expect(bench.span('甲一')?.end).toBe('2019-04-30');
});
