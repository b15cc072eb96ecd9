// What I read, point at, have chosen or write stays where it is on my screen, in the map, the list and the text, while a colleague edits above it.
import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { Id } from '../../shared/model/plan.ts';
import { labelled, seeds, test } from '../kit/driver.ts';
import type { Person } from '../kit/driver.ts';

type Face = 'mindmap' | 'list' | 'text';

const shown = ({ page }: Person, face: Face, id: Id): Locator =>
  face === 'text'
    ? page.locator(`#text-${id}`)
    : face === 'list'
      ? page.locator(`#list-${id}-title`)
      : page.locator(`#map-${id}`);

for (const face of ['text', 'list', 'mindmap'] as const)
  test(`nothing I hold moves in the ${face} when a colleague edits above`, async ({ server, someone }) => {
    const [me, other] = [await someone(), await someone()];
    for (const person of [me, other]) {
      await person.enter(server.chairLink);
      const { real } = await seeds(person);
      await person.open(real);
    }
    const { real } = await seeds(me);
    const plan = await me.plan(real);
    const [held, near, far] = [labelled(plan, '14.1'), labelled(plan, '13.1'), labelled(plan, '1.1')];
    await other.look('text');
    await me.look(face);
    const it = shown(me, face, held);
    const where = async (): Promise<string> => {
      const { x, y } = (await it.boundingBox())!;
      return `${Math.round(x)} ${Math.round(y)}`;
    };

    const press = (): Promise<void> => (face === 'text' ? it.click() : it.click({ position: { x: 24, y: 8 } }));

    /** What the colleague does, one thing after the other, and that I have seen it. */
    const edits = async (how: string, ...above: readonly Id[]): Promise<void> => {
      const { page } = other;
      const words = (id: Id): Promise<string | null> => page.locator(`#text-${id}`).textContent();
      const clauses = (): Promise<number> => page.locator('.page [id^="text-"]').count();
      for (const id of above) {
        const was = await words(id);
        const size = await clauses();
        const before = await rested(where);
        const arrived = async (what: string): Promise<void> => {
          const now = await rested(where);
          const [x, y] = now.split(' ').map(Number);
          const [x0, y0] = before.split(' ').map(Number);
          expect(
            Math.abs(x! - x0!) + Math.abs(y! - y0!),
            `${face}, ${how}: ${what}: ${before} → ${now}`,
          ).toBeLessThanOrEqual(2);
        };
        await page.locator(`#text-${id}`).click();
        await page.keyboard.press('ControlOrMeta+End');
        await page.keyboard.insertText(`，${'各单位抓好落实'.repeat(12)}`);
        await page.keyboard.press('ControlOrMeta+End');
        await expect.poll(() => words(id)).not.toBe(was);
        await arrived('longer');
        await page.keyboard.press('Enter');
        await page.keyboard.insertText('新添的一条措施，写得够长才会在纸上占去一行以上的地方');
        await page.keyboard.press('Escape');
        await expect.poll(clauses).toBe(size + 1);
        await arrived('one more');
        // Back to how it was: the new one, its words and the longer ones.
        await page.locator(`#text-${id}`).click();
        await page.keyboard.press('Escape');
        for (let back = 0; back < 5 && (await words(id)) !== was; back++) {
          await page.keyboard.press('ControlOrMeta+z');
          await arrived('taken back');
        }
        await expect.poll(() => words(id)).toBe(was);
      }
    };

    await me.inspect('14.1');
    await expect(it).toBeInViewport();
    // On the map there is no line that is read; what is nearest to the middle stays, which its own tests tell.
    if (face !== 'mindmap')
      await test.step('what I read, at the head of the screen', async () => {
        await me.page.keyboard.press('Escape');
        await it.evaluate((el) => el.scrollIntoView({ block: 'start' }));
        await me.page.mouse.move(700, 20);
        await edits('read', far);
        await me.inspect('14.1');
      });
    await test.step('what I point at', async () => {
      const { x, y } = (await it.boundingBox())!;
      await me.page.mouse.move(x + 20, y + 8);
      await edits('pointed', near);
    });
    await test.step('what I have chosen', async () => {
      await press();
      await me.page.keyboard.press('Escape');
      await press();
      await me.page.mouse.move(700, 20);
      await edits('chosen', near, far);
    });
    await test.step('what I write', async () => {
      if (face === 'text') await it.click();
      else await me.page.keyboard.press('F2');
      await me.page.keyboard.press('End');
      await me.page.keyboard.insertText('的');
      await edits('written', near);
      await me.page.keyboard.insertText('确');
      await me.page.keyboard.press('Escape');
    });
  });

/** Where it is once it does not move any more. */
async function rested(where: () => Promise<string>): Promise<string> {
  let last = '';
  await expect
    .poll(
      async () => {
        const now = await where();
        const still = now === last;
        last = now;
        return still;
      },
      { intervals: [350] },
    )
    .toBe(true);
  return last;
}
