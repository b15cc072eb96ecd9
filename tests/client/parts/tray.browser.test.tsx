// The tray of undated work: of thousands it draws some, and the rest as one comes to it.
import { afterEach, expect, test } from 'vitest';
import { Rail } from '../../../client/parts/rail.tsx';
import { docOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand | undefined;
afterEach(() => stand?.close());

const drawn = (): number => document.querySelectorAll('.tray-item').length;

test('a long tray is drawn as far as one goes, by scrolling or by key, and a search begins at the top', async () => {
  const works = Array.from({ length: 450 }, (_, n) => `    落实第${n}件实事`);
  stand = standOf(docOf(['一', '  甲', ...works].join('\n')), { open: 'gantt' });
  await stand.draw(<Rail />);
  Object.assign(document.querySelector<HTMLElement>('.tray ul')!.style, { height: '300px', overflow: 'auto' });
  const begun = drawn();
  expect(begun).toBeLessThanOrEqual(200);
  expect(document.querySelector('.tray .count')!.textContent).toBe('450');

  document.querySelector('.tray-more')!.scrollIntoView();
  await expect.poll(drawn).toBeGreaterThan(begun);
  const scrolled = drawn();
  await settled(() => document.querySelector<HTMLElement>('.tray-more')!.click());
  await expect.poll(drawn).toBeGreaterThan(scrolled);

  await settled(() => stand!.desktop.view.set({ filter: { text: '件实事' } }));
  expect(drawn()).toBeLessThanOrEqual(200);
  expect(document.querySelector('.tray-item')!.textContent).toContain('落实第0件实事');
});
