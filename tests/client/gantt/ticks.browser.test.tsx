// 每年6次 on the chart: six rounds, each done by a click or a key; and what a summary shows, a frame after its part has moved.
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { GanttView } from '../../../client/views/gantt.tsx';
import type { Id } from '../../../shared/model/plan.ts';
import { spans } from '../../../shared/model/schedule.ts';
import { docOf, idOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import '../../../client/style/frame.css';

let stand: Stand;
afterEach(() => stand.close());

async function open(): Promise<void> {
  const doc = docOf('一\n  甲\n    讲坛\n    先 03-04..03-08\n    后 03-11..05-31', 1, {
    asOf: '2019-06-14',
    sample: true,
  });
  stand = standOf(doc, { open: 'gantt', inspector: false, zoom: { gantt: 1.6, mindmap: 1 }, table: 200 });
  await stand.draw(
    <main className="view" style={{ position: 'relative' }}>
      <GanttView />
    </main>,
  );
  await expect.poll(() => document.querySelector('.gantt-chart')).not.toBeNull();
}

const id = (title: string): Id => idOf(stand.plan(), title);
const ticks = (): SVGGElement[] => [...document.querySelectorAll<SVGGElement>('.gantt-tick')];
const checked = (): (string | null)[] => ticks().map((each) => each.getAttribute('aria-checked'));
const done = (): readonly string[] => stand.plan().nodes.get(id('讲坛'))!.ticks!.done;

test('six times a year are six rounds, and each of them can be done', async () => {
  await open();
  await settled(() => stand.commands.run('ticks.set', { id: id('讲坛'), times: 6 }));
  expect(checked()).toEqual(Array.from({ length: 6 }, () => 'false'));
  expect(ticks()[3]!.getAttribute('aria-label')).toBe('第4次，讲坛');
  await userEvent.click(ticks()[0]!);
  await expect.poll(checked).toEqual(['true', 'false', 'false', 'false', 'false', 'false']);
  expect(done()).toEqual(['2019-06-14']);

  await settled(() => stand.desktop.view.set({ selected: [id('讲坛')] }));
  for (let n = 2; n <= 6; n++) {
    await userEvent.keyboard('x');
    await expect.poll(() => done().length).toBe(n);
  }
  expect(checked()).toEqual(Array.from({ length: 6 }, () => 'true'));
  expect(stand.commands.run('ticks.tick', { id: id('讲坛') })).toHaveProperty('refused');

  await userEvent.click(ticks()[5]!);
  await expect.poll(() => done().length).toBe(5);
});

test('a summary reaches from the first day below it to the last, in the frame after a part has moved', async () => {
  await open();
  const reach = (title: string): DOMRect =>
    document.querySelector(`[data-node="${id(title)}"][data-part="summary"] path`)!.getBoundingClientRect();
  const bar = (title: string): DOMRect =>
    document.querySelector(`[data-node="${id(title)}"][data-part="bar"] path`)!.getBoundingClientRect();
  const fits = (): void => {
    for (const title of ['一', '甲']) {
      expect(reach(title).left).toBeCloseTo(Math.min(bar('先').left, bar('后').left), 0);
      expect(reach(title).right).toBeCloseTo(Math.max(bar('先').right, bar('后').right), 0);
    }
  };
  fits();
  const before = reach('甲').right;
  stand.commands.run('time.shift', { ids: [id('后')], days: 60 });
  await new Promise(requestAnimationFrame);
  for (const title of ['一', '甲']) expect(reach(title).right).toBeCloseTo(before + 60 * 1.6, 0);
  // The bar itself glides there.
  await expect.poll(() => Math.abs(bar('后').right - reach('甲').right)).toBeLessThan(0.5);
  fits();
  expect(spans(stand.plan()).get(id('一'))).toMatchObject({ start: '2019-03-04', end: '2019-07-30' });
});
