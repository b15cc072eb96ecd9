// Fingers on the Gantt: a long press lifts, a swipe scrolls and never moves anything, two fingers zoom.
import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { TOUCH_DELAY } from '../../../client/drag/sensors.ts';
import { diceOf, show } from '../../kit/plan.ts';
import { settled } from '../stand.tsx';
import { benchOf, touch } from './hand.tsx';
import type { At, Bench } from './hand.tsx';

const TEXT = `
一
  甲
    甲一 03-01..04-30
    甲二 04-01..04-10
      ◆ 节点 04-20
    甲三
${Array.from({ length: 40 }, (_, n) => `    工作${n} 03-${String((n % 20) + 1).padStart(2, '0')}..05-20`).join('\n')}`;

let bench: Bench;
afterEach(async () => {
  await bench.stand.close();
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false });
});

const later = ([x, y]: At, days: number): At => [x + bench.perDay * days, y];

test('a long press lifts, and the bar moves as by a mouse', async () => {
  bench = await benchOf(TEXT);
  const from = bench.middle('甲二');
  const began = Date.now();
  await touch('touchStart', [from], began);
  await expect.poll(() => bench.tip(), { timeout: 2000 }).not.toBe('');
  await touch('touchMove', [later(from, 4)], began + 600);
  await touch('touchMove', [later(from, 9)], began + 640);
  await settled(() => undefined);
  await touch('touchEnd', [], began + 700);
  await settled(() => undefined);
  expect(bench.stand.written).toEqual(['time.shift']);
  expect(bench.span('甲二')).toEqual({ start: '2019-04-10', end: '2019-04-19' });
});

test('a press that goes before its time has lifted nothing, however late the page hears of it', async () => {
  bench = await benchOf(TEXT);
  const from = bench.middle('甲二');
  const began = Date.now();
  await touch('touchStart', [from], began);
  // The page was so busy that it counted to the end before it was told of the swipe.
  await expect.poll(() => bench.tip(), { timeout: 2000 }).not.toBe('');
  await touch('touchMove', [later(from, 9)], began + TOUCH_DELAY - 200);
  await touch('touchMove', [later(from, 12)], began + TOUCH_DELAY - 180);
  await settled(() => undefined);
  expect(bench.tip()).toBe('');
  await touch('touchEnd', [], began + TOUCH_DELAY - 100);
  await settled(() => undefined);
  expect(bench.stand.written).toEqual([]);
});

test('a hundred swipes move nothing, and scroll', { timeout: 120_000 }, async () => {
  bench = await benchOf(TEXT);
  const before = show(bench.stand.plan());
  const seed = Date.now() % 100_000;
  const random = diceOf(seed);
  const box = bench.scroller().getBoundingClientRect();
  let scrolled = 0;
  let last = 0;
  bench.scroller().addEventListener('scroll', () => {
    if (last < seen) scrolled++;
    last = seen;
  });
  let seen = 0;
  for (; seen < 100; seen++) {
    const felt = [...document.querySelectorAll('.gantt-bar .felt, .handle, .layer-strips rect')];
    const at = felt[Math.floor(random() * felt.length)]!.getBoundingClientRect();
    const x = Math.min(box.right - 20, Math.max(box.left + 400, at.left + random() * at.width));
    const y = Math.min(box.bottom - 20, Math.max(box.top + 70, at.top + at.height / 2));
    const angle = random() * 2 * Math.PI;
    const far = 30 + random() * 150;
    const went = (share: number): At => [x + Math.cos(angle) * far * share, y + Math.sin(angle) * far * share];
    const when = Date.now();
    await touch('touchStart', [[x, y]], when);
    await touch('touchMove', [went(0.3)], when + 20 + random() * 60);
    await touch('touchMove', [went(1)], when + 100 + random() * 100);
    await touch('touchEnd', [], when + 240);
  }
  await settled(() => undefined);
  expect(bench.stand.written, `seed ${seed}`).toEqual([]);
  expect(show(bench.stand.plan()), `seed ${seed}`).toBe(before);
  expect(scrolled, `seed ${seed}`).toBeGreaterThan(20);
});

describe('under a coarse pointer', () => {
  test.each(['甲二', '甲一'])(
    'the handles of %s are as wide and as high as a finger, and do not lie on each other',
    async (title) => {
      await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true });
      expect(matchMedia('(pointer: coarse)').matches).toBe(true);
      bench = await benchOf(TEXT);
      await settled(() => bench.stand.commands.run('view.select', { ids: [bench.id(title)] }));
      const boxes = [...bench.bar(title).querySelectorAll('.handle'), ...document.querySelectorAll('.link-knob')].map(
        (element) => element.getBoundingClientRect(),
      );
      expect(boxes).toHaveLength(4);
      for (const { width, height } of boxes) {
        expect(width).toBeGreaterThanOrEqual(44);
        expect(height).toBeGreaterThanOrEqual(44);
      }
      for (const a of boxes)
        for (const b of boxes)
          if (a !== b) expect(Math.min(a.right, b.right) - Math.max(a.left, b.left)).toBeLessThanOrEqual(0.5);
    },
  );
});

describe('two fingers', () => {
  test('stretch the days around what lies between them, and move nothing', async () => {
    bench = await benchOf(TEXT);
    const [x, y] = bench.middle('甲一');
    const apart = (d: number): At[] => [
      [x - d, y],
      [x + d, y],
    ];
    await touch('touchStart', apart(50));
    for (const d of [60, 70, 80, 100]) await touch('touchMove', apart(d));
    await settled(() => undefined);
    await touch('touchEnd', []);
    await settled(() => undefined);
    expect(bench.stand.view().zoom.gantt).toBeCloseTo(16, 1);
    expect(Math.abs(bench.middle('甲一')[0] - x)).toBeLessThanOrEqual(1);
    expect(bench.stand.written).toEqual([]);
  });
});
