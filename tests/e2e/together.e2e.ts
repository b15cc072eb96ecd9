// Two offices on one chart: they see each other's hands, hear what they lost, and keep their own view and their own undo.
import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { zh } from '../../client/i18n/zh.ts';
import { addDays, diffDays } from '../../shared/model/day.ts';
import type { Id, Plan, Span } from '../../shared/model/plan.ts';
import { exportPath } from '../../shared/protocol/api.ts';
import { boxOf, labelled, seeds, test } from '../kit/driver.ts';
import type { Person, Point } from '../kit/driver.ts';
import type { Host } from '../kit/host.ts';

interface Two {
  readonly chair: Person;
  readonly office: Person;
  readonly plan: Id;
  id(label: string): Promise<Id>;
  span(label: string): Promise<Span>;
}

/** The chair and 局基教科 on the Gantt of the demonstration, by months. */
async function two(server: Host, someone: () => Promise<Person>): Promise<Two> {
  const [chair, office] = [await someone(), await someone()];
  await chair.enter(server.chairLink);
  const { sample } = await seeds(chair);
  await office.enter(server.guatu('link', sample, '--role', 'editor', '--office', '局基教科'));
  await chair.open(sample);
  for (const person of [chair, office]) {
    await person.look('gantt');
    await person.says('saved');
    await person.page.getByRole('combobox', { name: zh['gantt.zoom'] }).selectOption('month');
  }
  const now = (): Promise<Plan> => chair.plan(sample);
  return {
    chair,
    office,
    plan: sample,
    id: async (label) => labelled(await now(), label),
    async span(label) {
      const plan = await now();
      const span = plan.nodes.get(labelled(plan, label))?.span;
      if (!span) throw new Error(`${label} has no dates`);
      return span;
    },
  };
}

/** Takes hold of the bar and holds it `days` away; days are told by the bar itself. */
async function hold(person: Person, node: Id, span: Span, days: number): Promise<Point> {
  const felt = person.the(node, 'bar').locator('.felt').first();
  const { x, y, width, height } = await boxOf(felt);
  const perDay = width / (diffDays(span.start, span.end) + 1);
  const from = { x: x + width / 2, y: y + height / 2 };
  const to = { x: from.x + days * perDay, y: from.y };
  await person.page.mouse.move(from.x, from.y);
  await person.page.mouse.down();
  await person.page.mouse.move(to.x, to.y, { steps: 6 });
  await expect(person.page.locator('.stage')).toHaveAttribute('data-dragging', 'true');
  return to;
}

const later = ({ start, end }: Pick<Span, 'start' | 'end'>, days: number) => ({
  start: addDays(start, days),
  end: addDays(end, days),
});
const ghost = (person: Person) => person.page.locator('#view .peer-ghost');
const notice = (person: Person) => person.page.locator('.toast');

test('two hands on one bar see each other; who loses hears it, and has the way back', async ({ server, someone }) => {
  const { chair, office, id, span } = await two(server, someone);
  const node = await id('1.2');
  for (const person of [chair, office]) await person.inspect('1.2');
  const before = await span('1.2');
  await hold(office, node, before, 7);
  await expect(ghost(chair)).toContainText('局基教科');
  await hold(chair, node, before, 14);
  await expect(ghost(office)).toHaveCount(1);
  await expect(ghost(chair)).toHaveCount(1);
  await office.page.mouse.up();
  await expect.poll(() => span('1.2')).toMatchObject(later(before, 7));
  // The chair's hand goes by days, from where the bar now lies.
  await chair.page.mouse.up();
  await expect.poll(() => span('1.2')).toMatchObject(later(before, 21));
  const lost = notice(office).filter({ hasText: zh['gantt.lost.restore'] });
  await expect(lost).toBeVisible();
  await expect(lost).toContainText('主持人');
  await lost.getByRole('button', { name: zh['gantt.lost.restore'] }).click();
  await expect.poll(() => span('1.2')).toMatchObject(later(before, 7));
});

test('a ghost moves on the other screen as the hand does', async ({ server, someone }) => {
  const { chair, office, id, span } = await two(server, someone);
  const node = await id('1.2');
  for (const person of [chair, office]) await person.inspect('1.2');
  const before = await span('1.2');
  // Both pages read the clock of this one machine.
  await office.page.evaluate(() => {
    addEventListener('mousemove', () => Object.assign(window, { went: Date.now() }), true);
  });
  await chair.page.evaluate(() => {
    const seen: { at: number; where: string }[] = [];
    Object.assign(window, { seen });
    const look = (): void => {
      const where = document.querySelector<HTMLElement>('#view .peer-ghost')?.style.transform ?? '';
      if (where && seen.at(-1)?.where !== where) seen.push({ at: Date.now(), where });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const to = await hold(office, node, before, 2);
  await expect(ghost(chair)).toHaveCount(1);
  const perDay = (to.x - (await originOf(office, to))) / 2;
  const delays: number[] = [];
  for (let n = 1; n <= 15; n++) {
    const known = await chair.page.evaluate(() => (window as unknown as Seen).seen.length);
    // Far enough apart that no boundary draws both to the same day.
    await office.page.mouse.move(to.x + (n % 2 === 0 ? 0 : 8) * perDay, to.y);
    const { at } = await (
      await chair.page.waitForFunction((count) => (window as unknown as Seen).seen[count], known)
    ).evaluate((found) => found as { at: number });
    delays.push(at - (await office.page.evaluate(() => (window as unknown as Seen).went)));
  }
  await office.page.keyboard.press('Escape');
  await office.page.mouse.up();
  delays.sort((a, b) => a - b);
  const [median, p95] = [delays[7]!, delays[14]!];
  test.info().annotations.push({ type: 'ghost', description: `median ${median} ms, worst of fifteen ${p95} ms` });
  console.log(`ghost: median ${median} ms, worst of fifteen ${p95} ms; floor of the field 150 ms`);
  // Generous: what it is on a machine that does nothing else is in docs/benchmarks.md.
  expect(median).toBeLessThan(600);
});

interface Seen {
  readonly seen: readonly { readonly at: number }[];
  readonly went: number;
}

/** Where the hand took hold: half a bar from its dashed outline's edge. */
async function originOf(person: Person, { x }: Point): Promise<number> {
  const box = await person.page.locator('.drag-origin').boundingBox();
  return box ? box.x + box.width / 2 : x;
}

test('what I fold, zoom and filter changes neither the plan nor what others see', async ({ server, someone }) => {
  const { chair, office, plan } = await two(server, someone);
  const hash = async (): Promise<string> => {
    const file = await chair.page.request.get(new URL(exportPath(plan, 'json'), chair.page.url()).href);
    return createHash('sha256')
      .update(await file.body())
      .digest('hex');
  };
  const seen = (): Promise<unknown> =>
    office.page.evaluate(() => ({
      rows: [...document.querySelectorAll('[data-row]')].map((row) => row.id),
      bars: [...document.querySelectorAll('.gantt-bar')].map(
        (bar) => bar.id + bar.querySelector('.felt')?.getAttribute('x'),
      ),
      zoom: document.querySelector<HTMLSelectElement>('.gantt-tools select')?.value,
      scroll: [document.querySelector('.gantt-scroll')!.scrollLeft, document.querySelector('.gantt-scroll')!.scrollTop],
      selected: document.querySelectorAll('[data-selected]').length,
      kept: Object.entries(localStorage).filter(([key]) => key.startsWith('guatu:view')),
    }));
  // A view is kept a moment after it was changed.
  // A day is a hair wider or narrower than 4 px, so that scrolling falls on whole ones.
  await expect.poll(async () => JSON.stringify(await seen())).toMatch(/\\"gantt\\":(3\.9|4[.,])/);
  const [plain, theirs] = [await hash(), await seen()];
  await chair.run('view.fold-all');
  await chair.page.getByRole('combobox', { name: zh['gantt.zoom'] }).selectOption('quarter');
  await chair.page.locator('[data-find]').fill('jjk');
  await expect(chair.page.locator('.gantt-bar').first()).toBeVisible();
  await chair.run('view.unfold-all');
  await chair.run('view.zoom-in');
  await chair.run('links.critical');
  await chair.says('saved');
  expect(await hash()).toBe(plain);
  expect(await seen()).toEqual(theirs);
});

test('undo is mine alone, asks before it passes over a colleague, and survives a lost line', async ({
  server,
  someone,
}) => {
  const { chair, office, plan, span } = await two(server, someone);
  const [x, y] = [await span('1.2'), await span('1.1')];
  const shift = async (person: Person, label: string, command: 'time.week-later' | 'time.day-later'): Promise<void> => {
    await person.inspect(label);
    await person.run(command);
    await person.says('saved');
  };
  const undo = (person: Person): Promise<void> => person.page.keyboard.press('ControlOrMeta+z');
  const bar = chair.page.getByRole('alertdialog', { name: zh['undo.title'] });

  await test.step('A moves X, B moves Y, A undoes: X is back, Y is not touched', async () => {
    await shift(chair, '1.2', 'time.week-later');
    await shift(office, '1.1', 'time.week-later');
    await undo(chair);
    await expect.poll(() => span('1.2')).toMatchObject(later(x, 0));
    expect(await span('1.1')).toMatchObject(later(y, 7));
  });

  await test.step('what B has changed since is asked about, through a lost line', async () => {
    await shift(chair, '1.2', 'time.week-later');
    await shift(office, '1.2', 'time.day-later');
    await chair.context.setOffline(true);
    await chair.says('offline');
    await chair.context.setOffline(false);
    await chair.says('saved');
    await expect.poll(() => span('1.2')).toMatchObject(later(x, 8));
    await undo(chair);
    await expect(bar).toContainText('局基教科');
    await chair.page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    expect(await span('1.2')).toMatchObject(later(x, 8));
    await undo(chair);
    await bar.getByRole('button', { name: zh['undo.theirs'] }).click();
    await expect(bar).toHaveCount(0);
    expect(await span('1.2')).toMatchObject(later(x, 8));
  });

  await test.step('or it goes back all the same', async () => {
    await shift(chair, '1.2', 'time.week-later');
    await shift(office, '1.2', 'time.day-later');
    await expect.poll(() => span('1.2')).toMatchObject(later(x, 16));
    await undo(chair);
    await bar.getByRole('button', { name: zh['undo.mine'] }).click();
    await expect.poll(() => span('1.2')).toMatchObject(later(x, 8));
  });

  await test.step('so is a value that is no date, with who made it what', async () => {
    const progress = async (): Promise<number | undefined> => {
      const now = await chair.plan(plan);
      return now.nodes.get(labelled(now, '1.2'))?.progress;
    };
    const set = async (person: Person, percent: string): Promise<void> => {
      await person.inspect('1.2');
      const field = person.page.getByRole('textbox', { name: zh['inspector.progress.number'] });
      await field.fill(percent);
      await field.press('Enter');
      await person.says('saved');
      await expect.poll(progress).toBe(Number(percent));
    };
    await set(chair, '35');
    await set(office, '60');
    await chair.page.keyboard.press('Escape');
    await chair.run('view.undo');
    await expect(bar).toContainText('进度：你改成35%');
    await expect(bar).toContainText('局基教科');
    await expect(bar).toContainText('后来改成60%');
    await bar.getByRole('button', { name: zh['undo.theirs'] }).click();
    expect(await progress()).toBe(60);
  });
});

test('several moved together are one notice to the others', async ({ server, someone }) => {
  const { chair, office, plan, id } = await two(server, someone);
  await chair.inspect('1.2');
  await office.inspect('1.2');
  const before = await chair.plan(plan);
  await office.page.keyboard.press('Escape');
  // Rows below each other: five bars by Shift and the arrows, moved by one key.
  await office.the(await id('1.1'), 'bar').focus();
  for (let n = 0; n < 7; n++) await office.page.keyboard.press('Shift+ArrowDown');
  await office.page.keyboard.press('Shift+ArrowRight');
  await office.says('saved');
  const told = notice(chair).filter({ hasText: '一起推后了7天' });
  await expect(told).toHaveCount(1);
  await expect(told).toContainText('局基教科');
  const after = await chair.plan(plan);
  const moved = [...after.nodes.values()].filter(
    ({ id: each, span: now }) => now?.start !== before.nodes.get(each)?.span?.start,
  );
  await expect(told).toContainText(`${moved.length}项`);
  for (const { id: each, span: now } of moved) expect(now).toMatchObject(later(before.nodes.get(each)!.span!, 7));
});
