// One week later is one week later: by mouse, by finger, by keys and by command, the same bar ends on the same days.
import { expect } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import { addDays, diffDays } from '../../shared/model/day.ts';
import type { Id, Span } from '../../shared/model/plan.ts';
import { boxOf, labelled, seeds, test } from '../kit/driver.ts';
import type { Person, Point } from '../kit/driver.ts';

test('mouse, finger, keys and command move a bar by the same week', async ({ server, someone }) => {
  const chair = await someone();
  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await chair.open(sample);
  await chair.look('gantt');
  await chair.says('saved');
  const node = labelled(await chair.plan(sample), '1.2');
  // Months, so that a day is wide enough to be meant, and a week wider than what a finger may tremble.
  await chair.page.getByRole('combobox', { name: zh['gantt.zoom'] }).selectOption('month');
  await chair.inspect('1.2');
  await chair.run('view.inspector');
  const before = await spanOf(chair, sample, node);
  const weekLater = { start: addDays(before.start, 7), end: addDays(before.end, 7) };

  const expectWeekLater = async (how: string): Promise<void> => {
    await expect.poll(() => spanOf(chair, sample, node), how).toMatchObject(weekLater);
    await chair.says('saved');
    await chair.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => spanOf(chair, sample, node)).toEqual(before);
  };

  await test.step('mouse', async () => {
    const { hold, week } = await gripOf(chair, node, before);
    await chair.drag(hold, { x: hold.x + week, y: hold.y });
    await expectWeekLater('mouse');
  });

  await test.step('finger', async () => {
    const { hold, week } = await gripOf(chair, node, before);
    await touchDrag(chair, hold, { x: hold.x + week, y: hold.y });
    await expectWeekLater('finger');
  });

  await test.step('keys', async () => {
    await chair.the(node, 'bar').focus();
    await chair.page.keyboard.press('Space');
    await expect(chair.page.locator('.stage')).toHaveAttribute('data-dragging', 'true');
    await chair.page.keyboard.press('Shift+ArrowRight');
    await chair.page.keyboard.press('Space');
    await expectWeekLater('keys');
  });

  await test.step('command', async () => {
    await chair.the(node, 'bar').click();
    await chair.run('time.week-later');
    await expectWeekLater('command');
  });

  await test.step('Escape lets go and nothing is written', async () => {
    const { hold, week } = await gripOf(chair, node, before);
    await chair.page.mouse.move(hold.x, hold.y);
    await chair.page.mouse.down();
    await chair.page.mouse.move(hold.x + week, hold.y, { steps: 5 });
    await expect(chair.page.locator('.stage')).toHaveAttribute('data-dragging', 'true');
    await chair.page.keyboard.press('Escape');
    await chair.page.mouse.up();
    await expect(chair.page.locator('.stage')).not.toHaveAttribute('data-dragging', 'true');
    expect(await spanOf(chair, sample, node)).toEqual(before);
  });
});

test('while I drag, others see my ghost and the bar stays', async ({ server, someone }) => {
  const [chair, office] = [await someone(), await someone()];
  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await office.enter(server.guatu('link', sample, '--role', 'editor', '--office', '局基教科'));
  await chair.open(sample);
  for (const person of [chair, office]) {
    await person.look('gantt');
    await person.says('saved');
    await person.inspect('1.2');
  }
  const node = labelled(await office.plan(sample), '1.2');
  const before = await spanOf(office, sample, node);
  const { hold, week } = await gripOf(office, node, before);
  const still = await boxOf(chair.the(node, 'bar'));
  await office.page.mouse.move(hold.x, hold.y);
  await office.page.mouse.down();
  await office.page.mouse.move(hold.x + 3 * week, hold.y, { steps: 5 });
  await expect(chair.page.locator('#view .peer-ghost').first()).toBeVisible();
  await expect(chair.page.locator('#view .peer-ghost').first()).toContainText('局基教科');
  expect((await boxOf(chair.the(node, 'bar'))).x).toBeCloseTo(still.x, 0);
  await office.page.keyboard.press('Escape');
  await office.page.mouse.up();
  await expect(chair.page.locator('#view .peer-ghost')).toHaveCount(0);
});

async function spanOf(person: Person, plan: Id, node: Id): Promise<Span> {
  const span = (await person.plan(plan)).nodes.get(node)?.span;
  if (!span) throw new Error('it has no dates');
  return span;
}

/** Where to hold a bar, and how many px a week is. */
async function gripOf(person: Person, node: Id, span: Span): Promise<{ hold: Point; week: number }> {
  const felt = person.the(node, 'bar').locator('.felt').first();
  const { x, y, width, height } = await boxOf(felt);
  const days = diffDays(span.start, span.end) + 1;
  return { hold: { x: x + width / 2, y: y + height / 2 }, week: (width / days) * 7 };
}

/** A finger that rests until the bar is lifted, then moves. */
async function touchDrag({ context, page }: Person, from: Point, to: Point): Promise<void> {
  const glass = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<unknown> =>
    glass.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }) => ({ x, y })) });
  const stage = page.locator('.stage');
  await touch('touchStart', [from]);
  await expect(stage).toHaveAttribute('data-dragging', 'true');
  await touch('touchMove', [{ x: (from.x + to.x) / 2, y: from.y }]);
  await touch('touchMove', [to]);
  await expect(page.locator('.drag-tip')).toContainText('推后7天');
  await touch('touchEnd', []);
  await expect(stage).not.toHaveAttribute('data-dragging', 'true');
  await glass.detach();
}
