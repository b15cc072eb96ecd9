// Which functions cost what: a CPU profile of each measure of one contestant, as a list of the dearest. For those who mend, not for the table.
import type { Browser } from 'playwright';
import type { Contestant, Face } from './face.ts';
import type {} from './page/main.ts';
import type { Site } from './serve.ts';
import { drag } from './visit.ts';

export async function profile(
  browser: Browser,
  site: Site,
  face: Face,
  { name }: Contestant,
  size: number,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(site.url, { waitUntil: 'networkidle' });
  await page.evaluate(
    async ([face, name, size]) => bench.prepare(face, name, await (await fetch(`/data/${size}`)).json()),
    [face.name, name, size] as const,
  );
  const session = await context.newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  for (const measure of face.measures) {
    const { key, kind } = measure;
    await page.evaluate((key) => bench.before(key), key);
    await page.evaluate(() => bench.heap());
    // What only the first of many pays is no part of what each costs.
    const first = kind === 'call' && countOf(measure) > 1 ? 1 : 0;
    if (first) await page.evaluate((key) => bench.call(key, 1), key);
    const act = {
      paint: () => page.evaluate(() => bench.mount()),
      call: () =>
        page.evaluate(([key, count, from]) => bench.call(key, count, from), [key, countOf(measure), first] as const),
      frames: () => page.evaluate(([key, count]) => bench.frames(key, count), [key, countOf(measure)] as const),
      hand: () => drag(page, key, countOf(measure)),
    }[kind as string];
    if (!act) continue;
    await session.send('Profiler.start');
    await browser.startTracing(page, { categories: ['devtools.timeline'] });
    const value = await act();
    const trace = await browser.stopTracing();
    const { profile } = await session.send('Profiler.stop');
    console.log(`\n${name}, ${size} ${face.of}, ${measure.title}: ${JSON.stringify(value)?.slice(0, 200)}`);
    const times = kind === 'paint' ? 1 : countOf(measure);
    console.log(dearest(profile, times));
    console.log(rendering(JSON.parse(trace.toString()) as Trace, times));
  }
  await context.close();
}

function countOf(measure: Face['measures'][number]): number {
  return 'count' in measure ? measure.count : 1;
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

const SHOWN = 60;

/** Self and total ms of each function, for one of `times`, the dearest in total first; what took less than 1 % is left out. */
function dearest({ nodes, samples = [], timeDeltas = [] }: Profile, times: number): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const above = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const self = new Map<string, number>();
  const total = new Map<string, number>();
  samples.forEach((sample, index) => {
    const ms = (timeDeltas[index] ?? 0) / 1000 / times;
    self.set(nameOf(byId.get(sample)!), (self.get(nameOf(byId.get(sample)!)) ?? 0) + ms);
    const names = new Set<string>();
    for (let at: number | undefined = sample; at !== undefined; at = above.get(at)) names.add(nameOf(byId.get(at)!));
    for (const name of names) total.set(name, (total.get(name) ?? 0) + ms);
  });
  const busy = [...self].reduce((sum, [name, ms]) => sum + (/^\((idle|program|root)\)/.test(name) ? 0 : ms), 0);
  const lines = [...total]
    .filter(([, ms]) => ms > busy / 100)
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([name, ms]) => `${ms.toFixed(2).padStart(10)} ${(self.get(name) ?? 0).toFixed(2).padStart(10)}  ${name}`);
  return [`${'total'.padStart(10)} ${'self'.padStart(10)}  ms each of ${times}`, ...lines].join('\n');
}

function nameOf({ callFrame: { functionName, lineNumber } }: ProfileNode): string {
  return functionName || `(anonymous) :${lineNumber}`;
}

interface Trace {
  readonly traceEvents: readonly { readonly name: string; readonly ph: string; readonly tdur?: number }[];
}

/** What the browser itself did for one of `times`, in CPU time: style, layout, paint, and collecting what scripts let go. */
function rendering({ traceEvents }: Trace, times: number): string {
  const sums = new Map<string, number>();
  for (const { name, ph, tdur = 0 } of traceEvents)
    if (ph === 'X') sums.set(name, (sums.get(name) ?? 0) + tdur / 1000 / times);
  return STEPS.map((name) => `${(sums.get(name) ?? 0).toFixed(2).padStart(10)}  ${name}`).join('\n');
}

const STEPS = [
  'UpdateLayoutTree',
  'Layout',
  'HitTest',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
  'RasterTask',
  'MinorGC',
  'MajorGC',
];
