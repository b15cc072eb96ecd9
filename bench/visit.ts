// One visit: a fresh page in a fresh process, one contestant, one size, every measure once. Numbers out, no judgement.
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright';
import type { Contestant, Face, Measure } from './face.ts';
import type {} from './page/main.ts';
import type { Site } from './serve.ts';

/** By the key of a measure; absent where the contestant has no such thing. */
export type Reading = ReadonlyMap<string, number>;

export interface Place {
  readonly browser: Browser;
  readonly site: Site;
  readonly face: Face;
  /** Where pictures go of what was measured. */
  readonly look?: string | undefined;
}

export async function visit(place: Place, contestant: Contestant, size: number): Promise<Reading> {
  const context = await place.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  try {
    return await measure(page, place, contestant, size);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error([`${contestant.name} at ${size}: ${why}`, ...faults].join('\n'), { cause: error });
  } finally {
    await look(page, place, contestant, size, 'last');
    await context.close();
  }
}

async function look(page: Page, place: Place, { name }: Contestant, size: number, when: string): Promise<void> {
  if (place.look) await page.screenshot({ path: join(place.look, `${place.face.name}-${size}-${name}-${when}.png`) });
}

async function measure(page: Page, place: Place, contestant: Contestant, size: number): Promise<Reading> {
  const { site, face } = place;
  let bytes = 0;
  await page.goto(site.url, { waitUntil: 'networkidle' });
  const emptyHeap = await page.evaluate(() => bench.heap());
  page.on('response', (response) => (bytes += site.gzipped(new URL(response.url()).pathname)));
  await page.evaluate(
    async ([face, name, size]) => bench.prepare(face, name, await (await fetch(`/data/${size}`)).json()),
    [face.name, contestant.name, size] as const,
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  const givenHeap = await page.evaluate(() => bench.heap());

  const found = new Map<string, number>();
  const worked = new Map<string, number>();
  for (const each of face.measures) {
    await page.evaluate((key) => bench.before(key), each.key);
    const before = await taskTime(session);
    const value = await one(each);
    worked.set(each.key, ((await taskTime(session)) - before) / ('count' in each ? each.count : 1));
    if (value !== undefined) found.set(each.key, value);
    if (each.kind === 'paint') await look(page, place, contestant, size, 'first');
  }
  return found;

  async function one(measure: Measure): Promise<number | undefined> {
    switch (measure.kind) {
      case 'paint':
        return page.evaluate(() => bench.mount());
      case 'work':
        return found.has(measure.during) ? worked.get(measure.during) : undefined;
      case 'given':
        return (givenHeap - emptyHeap) / 2 ** 20;
      case 'bytes':
        return bytes / 1024;
      case 'heap':
        return ((await page.evaluate(() => bench.heap())) - emptyHeap) / 2 ** 20;
      case 'fed':
        return (
          ((await page.evaluate(async (url) => bench.fed((await (await fetch(url)).json()).doc), `/data/${size}`)) -
            emptyHeap) /
          2 ** 20
        );
      case 'nodes':
        return page.evaluate(() => bench.nodes());
      case 'call': {
        const times = await page.evaluate(([key, count]) => bench.call(key, count), [
          measure.key,
          measure.count,
        ] as const);
        return times && quantile(times, 0.5);
      }
      case 'timed': {
        const times = await page.evaluate(([key, count]) => bench.timed(key, count), [
          measure.key,
          measure.count,
        ] as const);
        return times && quantile(times, 0.95);
      }
      case 'frames': {
        const gaps = await page.evaluate(([key, count]) => bench.frames(key, count), [
          measure.key,
          measure.count,
        ] as const);
        return gaps && quantile(gaps, 0.95);
      }
      case 'hand':
        return drag(page, measure.key, measure.count);
    }
  }
}

/** To the right and half-way back, as a hand does; the browser hands on one move for each frame it makes. */
export async function drag(page: Page, key: string, count: number): Promise<number | undefined> {
  const grip = await page.evaluate((key) => bench.grip(key), key);
  if (!grip) return undefined;
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 6, grip.y);
  await page.evaluate(() => bench.record());
  const began = Date.now();
  for (let move = 0; move < count && Date.now() - began < 8_000; move++)
    await page.mouse.move(grip.x + 6 + (move < (count * 2) / 3 ? move * 4 : (count * 4) / 3 + move * 2), grip.y);
  const gaps = await page.evaluate(() => bench.recorded());
  await page.mouse.up();
  await page.waitForTimeout(200);
  if (!(await page.evaluate(() => bench.moved()))) throw new Error(`${key}: the bar did not come along`);
  return quantile(gaps, 0.95);
}

/** Ms this page's main thread has worked, whatever else the machine did. */
async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return low + (high - low) * (at - Math.floor(at));
}
