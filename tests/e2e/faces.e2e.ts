// One plan on four faces: what is selected comes along, two people rewrite one clause, a phone finds and moves, and rare characters break nothing.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { en } from '../../client/i18n/en.ts';
import { zh } from '../../client/i18n/zh.ts';
import type { Id } from '../../shared/model/plan.ts';
import { progressOf } from '../../shared/model/schedule.ts';
import type { ViewName } from '../../shared/protocol/presence.ts';
import { labelled, seeds, test } from '../kit/driver.ts';
import type { Person } from '../kit/driver.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** What stands for the node in this face when it is selected. */
function chosen({ page }: Person, face: ViewName, id: Id): Locator {
  // A row of the list is wider than the screen; its title is what one reads.
  if (face === 'list') return page.locator(`#list-${id}-title`);
  if (face === 'text') return page.locator(`#text-${id}`);
  const name = face === 'gantt' ? 'data-row' : 'data-node';
  return page.locator(`#view [${name}="${id}"][aria-selected="true"]`);
}

test('what is selected comes along from face to face, and into sight', async ({ server, someone }) => {
  const chair = await someone();
  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await chair.open(sample);
  const plan = await chair.plan(sample);
  await chair.look('list');
  // Deep down in one face, then from the far end of the next.
  for (const [label, faces] of [
    ['27.2', ['list', 'mindmap', 'text', 'gantt']],
    ['3.1', ['text', 'mindmap', 'list', 'gantt']],
    ['28.1', ['gantt', 'list', 'text', 'mindmap']],
  ] as const) {
    const id = labelled(plan, label);
    await chair.look(faces[0]);
    await chair.inspect(label);
    for (const face of faces) {
      await chair.look(face);
      const it = chosen(chair, face, id);
      await expect(it, `${label} in ${face}`).toBeVisible();
      await expect(it, `${label} in ${face}`).toBeInViewport({ ratio: 0.5 });
    }
  }
});

test('two people rewrite the two ends of one clause at once', async ({ server, someone }) => {
  const [one, other] = [await someone(), await someone()];
  await one.enter(server.chairLink);
  const { real } = await seeds(one);
  await one.open(real);
  await other.enter(server.guatu('link', real, '--role', 'editor', '--office', '局基教科'));
  const id = labelled(await one.plan(real), '9.1');
  const before = (await one.plan(real)).nodes.get(id)!.title;
  for (const person of [one, other]) {
    await person.look('text');
    await person.inspect('9.1');
    await person.page.locator(`#text-${id}`).click();
  }
  await one.page.keyboard.press('ControlOrMeta+Home');
  await other.page.keyboard.press('ControlOrMeta+End');
  // Letter by letter, in turn: neither waits for the other.
  const [front, back] = ['全区协同、', '，年底前见效'];
  for (let at = 0; at < Math.max(front.length, back.length); at++) {
    await Promise.all([one.page.keyboard.insertText(front[at] ?? ''), other.page.keyboard.insertText(back[at] ?? '')]);
  }
  const after = `${front}${before}${back}`;
  await expect.poll(async () => (await one.plan(real)).nodes.get(id)!.title).toBe(after);
  for (const person of [one, other])
    await expect.poll(() => person.page.locator(`#text-${id}`).textContent()).toBe(after);
});

test('on a phone my clause is found and its progress set in three taps', async ({ server, someone }) => {
  const me = await someone(PHONE);
  await me.enter(server.chairLink);
  const { sample } = await seeds(me);
  await me.open(sample);
  const plan = await me.plan(sample);
  const id = labelled(plan, '27.2');
  const { page } = me;
  let taps = 0;
  const tap = async (what: Locator, at?: { readonly x: number; readonly y: number }): Promise<void> => {
    taps++;
    await what.tap(at && { position: at });
  };
  await expect(page.locator('.works')).toBeVisible();
  await tap(page.getByRole('button', { name: zh['cmd.view.rail'] }));
  await page.keyboard.type('27.2');
  await page.keyboard.press('Enter');
  const slider = page.locator(`[data-node="${id}"]`).getByRole('slider');
  await expect(slider).toBeInViewport();
  const box = (await slider.boundingBox())!;
  await tap(slider, { x: box.width * 0.4, y: box.height / 2 });
  expect(taps).toBeLessThanOrEqual(3);
  await expect
    .poll(async () => {
      const now = await me.plan(sample);
      return progressOf(now, id);
    })
    .toBe(40);
  // Nothing that is tapped is smaller than a finger.
  expect(box.height).toBeGreaterThanOrEqual(32);
});

test('on a phone the name of the plan has room, and what is saved stands in words', async ({ server, someone }) => {
  const me = await someone(PHONE);
  await me.enter(server.chairLink);
  const { sample } = await seeds(me);
  await me.open(sample);
  const { page, context } = me;
  const bar = page.locator('.topbar');
  const room = async (): Promise<void> => {
    const name = bar.locator('.title-text');
    expect((await name.boundingBox())!.width).toBeGreaterThanOrEqual(150);
    for (const words of [bar.getByRole('status'), bar.locator('.badge:visible')])
      for (const each of await words.all()) {
        await expect(each).toBeInViewport({ ratio: 1 });
        expect(await each.evaluate((shown) => shown.scrollWidth - shown.clientWidth), 'cut off').toBeLessThanOrEqual(1);
      }
    // One line for the name, one for the words, one for the faces.
    expect((await bar.boundingBox())!.height).toBeLessThanOrEqual(110);
  };
  for (const words of [zh, en]) {
    await expect(bar.getByRole('status')).toHaveText(words['save.saved']);
    await room();
    // What the page fetches ahead has come.
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await expect(bar.getByRole('status')).toHaveText(words['save.offline']);
    await room();
    await context.setOffline(false);
    await expect(bar.getByRole('status')).toHaveText(words['save.saved'], { timeout: 30_000 });
    if (words === zh) {
      await bar.getByRole('button', { name: zh['more'] }).tap();
      await page.getByRole('menuitemradio', { name: 'English' }).tap();
    }
  }
});

test('on a phone the map shows the sections first, pans, pinches, and lifts after a long press', async ({
  server,
  someone,
}) => {
  const me = await someone(PHONE);
  await me.enter(server.chairLink);
  const { sample } = await seeds(me);
  await me.open(sample);
  const plan = await me.plan(sample);
  await me.look('mindmap');
  const { page } = me;
  const topic = (label: string): Locator => page.locator(`#map-${labelled(plan, label)}`);
  for (const label of ['一', '四', '八']) await expect(topic(label)).toBeInViewport({ ratio: 1 });
  const session = await me.context.newCDPSession(page);
  const touch = (type: string, ...points: readonly (readonly [number, number])[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  const box = async (label: string): Promise<{ x: number; y: number; width: number; height: number }> =>
    (await topic(label).locator('rect').first().boundingBox())!;

  await test.step('a finger pans, and what it began on comes along; nothing is written', async () => {
    const before = await box('四');
    await touch('touchStart', [before.x + 40, before.y + 12]);
    for (let step = 1; step <= 6; step++) await touch('touchMove', [before.x + 40, before.y + 12 - step * 12]);
    await touch('touchEnd');
    const after = await box('四');
    expect(before.y - after.y).toBeGreaterThan(50);
    expect(Math.abs(before.x - after.x)).toBeLessThan(4);
  });

  await test.step('two fingers pinch around what lies between them', async () => {
    const before = await box('四');
    const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
    await touch('touchStart', [x, y - 40], [x, y + 40]);
    for (let step = 1; step <= 8; step++) await touch('touchMove', [x, y - 40 - step * 6], [x, y + 40 + step * 6]);
    await touch('touchEnd');
    await expect.poll(async () => (await box('四')).width / before.width).toBeGreaterThan(1.7);
    const after = await box('四');
    expect(Math.abs(after.x + after.width / 2 - x)).toBeLessThan(12);
    await touch('touchStart', [x, y - 88], [x, y + 88]);
    for (let step = 1; step <= 8; step++) await touch('touchMove', [x, y - 88 + step * 6], [x, y + 88 - step * 6]);
    await touch('touchEnd');
  });

  await test.step('a long press lifts a section, and it lands above the one before it', async () => {
    const [from, to] = [await box('五'), await box('四')];
    const [x, y] = [from.x + 60, from.y + from.height / 2];
    await touch('touchStart', [x, y]);
    await expect(page.locator('.stage')).toHaveAttribute('data-dragging', 'true');
    for (let step = 1; step <= 6; step++) await touch('touchMove', [x, y + ((to.y + 2 - y) * step) / 6]);
    await touch('touchEnd');
    const [four, five] = [labelled(plan, '四'), labelled(plan, '五')];
    await expect
      .poll(async () => {
        const now = await me.plan(sample);
        return [labelled(now, '四'), labelled(now, '五')];
      })
      .toEqual([five, four]);
  });
});
