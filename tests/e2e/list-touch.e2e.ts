// The list under a finger at a tablet's width: a swipe scrolls, a tap picks, two taps write, a long press begins a range with two corners.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import { labelled, seeds, test } from '../kit/driver.ts';
import type { Point } from '../kit/driver.ts';
import { fingersOf } from '../kit/fingers.ts';

const TABLET = { viewport: { width: 1180, height: 820 }, hasTouch: true };

/** When the list has stood still for ten frames. */
async function glided(page: Page): Promise<void> {
  await page.locator('.list-scroll').evaluate(
    (el) =>
      new Promise<void>((done) => {
        let [last, still] = [-1, 0];
        const look = (): void => {
          still = el.scrollTop === last ? still + 1 : 0;
          last = el.scrollTop;
          if (still >= 10) done();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

test('a finger scrolls, picks, writes, draws a range and moves a row in the list', async ({ server, someone }) => {
  const me = await someone(TABLET);
  await me.enter(server.chairLink);
  const { sample } = await seeds(me);
  await me.open(sample);
  const plan = await me.plan(sample);
  await me.look('list');
  const { page } = me;
  const finger = await fingersOf(me);
  const cell = (label: string, column: string): Locator => page.locator(`#list-${labelled(plan, label)}-${column}`);
  const on = async (what: Locator): Promise<Point> => {
    const { x, y, width, height } = (await what.boundingBox())!;
    return { x: x + Math.min(60, width / 2), y: y + height / 2 };
  };
  const frame = page.locator('.list-frame');
  const picked = page.locator('.list-row[data-selected="true"]');
  const scrolled = (): Promise<number> => page.locator('.list-scroll').evaluate((el) => el.scrollTop);

  await test.step('thirty swipes, slow and quick, scroll and neither pick nor open anything', async () => {
    await expect(cell('2.1', 'title')).toBeVisible();
    const at = await on(cell('2.1', 'title'));
    for (let swipe = 0; swipe < 30; swipe++) {
      const far = swipe % 2 === 0 ? -160 : 150;
      await finger.down({ x: at.x + (swipe % 5) * 40, y: at.y });
      await finger.to({ x: at.x + (swipe % 5) * 40, y: at.y + far }, 3 + (swipe % 4) * 4);
      await finger.up();
      expect(await frame.getAttribute('data-editing')).toBe('false');
    }
    await expect(picked).toHaveCount(0);
    await finger.swipe({ x: at.x, y: 700 }, { x: at.x, y: 200 });
    await expect.poll(scrolled).toBeGreaterThan(200);
    // A finger that comes down while it still glides only stops it.
    await glided(page);
    await page.locator('.list-scroll').evaluate((el) => el.scrollTo(0, 0));
    await glided(page);
  });

  await test.step('a tap picks a cell, and what it is about opens only when the hand is gone', async () => {
    await finger.tap(await on(cell('2.1', 'deliverable')));
    await expect(cell('2.1', 'deliverable')).toHaveAttribute('data-cursor', 'true');
    expect(await frame.getAttribute('data-editing')).toBe('false');
    await expect(me.inspector).toBeVisible();
  });

  await test.step('two taps open it; what is typed is the plan’s', async () => {
    const at = await on(cell('2.1', 'deliverable'));
    await finger.tap(at);
    await finger.tap(at);
    await expect(frame).toHaveAttribute('data-editing', 'true');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('职能清单一份');
    await page.keyboard.press('Enter');
    await expect(cell('2.1', 'deliverable')).toHaveText('职能清单一份');
  });

  await test.step('a long press begins a range, which the finger draws out', async () => {
    await finger.down(await on(cell('2', 'title')));
    await expect(cell('2', 'title')).toHaveAttribute('data-cursor', 'true');
    await expect(page.getByRole('toolbar', { name: zh['list.touch'] })).toBeVisible();
    await finger.to(await on(cell('2.2', 'title')));
    await finger.up();
    await expect(picked).toHaveCount(3);
  });

  await test.step('its corners are as large as a finger, and draw it further and back', async () => {
    const corner = (which: string): Locator => page.locator(`.list-corner[data-corner="${which}"]`);
    const middle = async (of: Locator): Promise<Point> => {
      const { x, y, width, height } = (await of.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      return { x: x + width / 2, y: y + height / 2 };
    };
    await finger.down(await middle(corner('end')));
    await finger.to(await on(cell('3', 'deliverable')));
    await finger.up();
    await expect(picked).toHaveCount(4);
    await expect(cell('2', 'deliverable')).toHaveAttribute('data-in', 'true');
    await finger.down(await middle(corner('start')));
    await finger.to(await on(cell('2.1', 'title')));
    await finger.up();
    await expect(picked).toHaveCount(3);
    await expect(cell('2', 'title')).not.toHaveAttribute('data-in', 'true');
  });

  await test.step('the range is copied, and filled down in one step that is taken back in one', async () => {
    const bar = page.getByRole('toolbar', { name: zh['list.touch'] });
    await finger.tap(await on(bar.getByRole('button', { name: zh['list.touch.copy'] })));
    await expect(page.locator('.list-frame p.sr')).toHaveText(/已复制3行2列/);
    await finger.tap(await on(bar.getByRole('button', { name: zh['list.touch.fill'] })));
    await expect(cell('2.2', 'deliverable')).toHaveText('职能清单一份');
    await me.run('view.undo');
    await expect(cell('2.2', 'deliverable')).not.toHaveText('职能清单一份');
  });

  await test.step('a row is lifted by its grip after a long press, and set down elsewhere', async () => {
    await finger.tap(await on(cell('2.2', 'title')));
    const row = page.locator(`.list-row[data-node="${labelled(plan, '2.2')}"]`);
    const grip = (await row.locator('.list-grip').boundingBox())!;
    await finger.down({ x: grip.x + grip.width / 2, y: grip.y + grip.height / 2 });
    await expect(page.locator('.stage')).toHaveAttribute('data-dragging', 'true');
    const to = (await cell('2.1', 'mark').boundingBox())!;
    await finger.to({ x: grip.x + grip.width / 2, y: to.y + 6 });
    await finger.up();
    await expect.poll(async () => labelled(await me.plan(sample), '2.1')).toBe(labelled(plan, '2.2'));
  });
});
