// Zooming over all six steps, by wheel, pinch, two fingers, keys and list: the moment under the pointer stays where it is.
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { GanttView } from '../../../client/views/gantt.tsx';
import { ZOOMS } from '../../../shared/layout/timescale.ts';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import '../../../client/style/frame.css';

const TEXT = `
一
  甲
    头 01-01..01-31
    尾 01-01..01-31
    中 01-01..01-31`;

let stand: Stand;
afterEach(() => stand.close());

async function open(perDay: number): Promise<void> {
  const doc = docOf(TEXT);
  stand = standOf(doc, { open: 'gantt', inspector: false, zoom: { gantt: perDay, mindmap: 1 }, table: 240 });
  const put = (title: string, start: string, end: string): void =>
    void stand.commands.run('time.set-span', { id: idOf(stand.plan(), title), span: { start, end } });
  put('尾', '2020-12-01', '2020-12-31');
  put('中', '2019-09-17', '2020-03-15');
  await stand.draw(
    <main className="view" style={{ position: 'relative' }}>
      <GanttView />
    </main>,
  );
  await expect.poll(() => document.querySelector('.gantt-side')).not.toBeNull();
  await settled(() => undefined);
}

const scroller = (): HTMLElement => document.querySelector('.gantt-scroll')!;
const edge = (title: string, side: 'left' | 'right'): number =>
  document.querySelector(`[data-node="${idOf(stand.plan(), title)}"][data-part="bar"] path`)!.getBoundingClientRect()[
    side
  ];
/** The days in sight, in client px. */
const days = (): { left: number; right: number; middle: number } => {
  const { left } = document.querySelector('.gantt-side')!.getBoundingClientRect();
  const from = left + document.querySelector('.gantt-side')!.clientWidth;
  const { right } = scroller().getBoundingClientRect();
  return { left: from, right, middle: (from + right) / 2 };
};
/** A moment as a share of the way from the first bar's beginning to the last one's. */
const momentAt = (x: number): number => (x - edge('头', 'left')) / (edge('尾', 'left') - edge('头', 'left'));
const placeOf = (moment: number): number => edge('头', 'left') + moment * (edge('尾', 'left') - edge('头', 'left'));
const zoom = (): string => document.querySelector<HTMLSelectElement>('.gantt-tools select')!.value;

/** Acts, and tells by how many px what lay under `x` has moved. */
async function moved(x: number, act: () => unknown): Promise<number> {
  const moment = momentAt(x);
  await settled(() => void act());
  return Math.abs(placeOf(moment) - x);
}

const wheel = (x: number, deltaY: number): boolean =>
  scroller().dispatchEvent(
    new WheelEvent('wheel', {
      deltaY,
      ctrlKey: true,
      clientX: x,
      clientY: scroller().getBoundingClientRect().top + 150,
      bubbles: true,
      cancelable: true,
    }),
  );

function fingers(type: 'touchstart' | 'touchmove' | 'touchend', xs: readonly number[]): void {
  const clientY = scroller().getBoundingClientRect().top + 150;
  const touches = xs.map((clientX, identifier) => new Touch({ identifier, target: scroller(), clientX, clientY }));
  scroller().dispatchEvent(new TouchEvent(type, { touches, bubbles: true, cancelable: true }));
}

describe('the moment under the pointer stays within a px', () => {
  test.each([
    ['a notch of the wheel', 100],
    ['a pinch of the trackpad', 7],
  ])('by %s, from days to years and back', async (_, delta) => {
    await open(40);
    const met = new Set<string>();
    const steps = Math.ceil(Math.log(40 / 0.3) / (Math.min(50, delta) * 0.004));
    // What React draws is the same for every step; a pinch is told only every tenth.
    for (let n = 0; n < 2 * steps; n++) {
      const { left, right } = days();
      const x = Math.round(left + (right - left) * (0.2 + 0.6 * ((n % 7) / 6)));
      expect(await moved(x, () => wheel(x, n < steps ? delta : -delta)), `step ${n}, ${zoom()}`).toBeLessThanOrEqual(1);
      met.add(zoom());
      if (delta < 50) n += 9;
    }
    expect(delta < 50 || met.size === ZOOMS.length).toBe(true);
  });

  test('by two fingers, together and apart', async () => {
    await open(8);
    const { middle } = days();
    fingers('touchstart', [middle - 40, middle + 40]);
    // The first move only takes hold.
    for (const half of [40, 60, 100, 200, 120, 60, 30, 22]) {
      const off = await moved(middle, () => fingers('touchmove', [middle - half, middle + half]));
      expect(off, `${half} px apart`).toBeLessThanOrEqual(1);
    }
    fingers('touchend', []);
  });

  test('by the keys, through all six steps', async () => {
    await open(40);
    const { middle } = days();
    const met = [zoom()];
    for (const key of [...'-----', ...'+++++']) {
      const moment = momentAt(middle);
      await userEvent.keyboard(key);
      await settled(() => undefined);
      expect(Math.abs(placeOf(moment) - middle), `${key} to ${zoom()}`).toBeLessThanOrEqual(1);
      met.push(zoom());
    }
    expect(met).toEqual([...ZOOMS, ...[...ZOOMS].reverse().slice(1)]);
  });

  test('by the list, to each step from each other', async () => {
    await open(4);
    const select = document.querySelector<HTMLSelectElement>('.gantt-tools select')!;
    const { middle } = days();
    for (const from of ZOOMS)
      for (const to of ZOOMS) {
        if (from === to) continue;
        await userEvent.selectOptions(select, from);
        await settled(() => undefined);
        const moment = momentAt(middle);
        await userEvent.selectOptions(select, to);
        await settled(() => undefined);
        expect(zoom()).toBe(to);
        expect(Math.abs(placeOf(moment) - middle), `${from} to ${to}`).toBeLessThanOrEqual(1);
      }
  });
});

test.each([0.3, 4, 40])('fit shows all of 2019-01-01 to 2020-12-31, from %f px a day', async (perDay) => {
  await open(perDay);
  await userEvent.keyboard('0');
  await settled(() => undefined);
  const { left, right } = days();
  expect(edge('头', 'left')).toBeGreaterThanOrEqual(left);
  expect(edge('尾', 'right')).toBeLessThanOrEqual(right);
  // And not smaller than it need be.
  expect(edge('尾', 'right') - edge('头', 'left')).toBeGreaterThan(0.85 * (right - left));
});
