// A very large plan is founded while others work: their edits are on disk in time, and the server answers.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundApart } from '../../server/founding-apart.ts';
import { API } from '../../shared/protocol/api.ts';
import type { Refused } from '../../shared/protocol/api.ts';
import { MOST_LINES } from '../../shared/yaodian/page.ts';
import { running } from './kit/running.ts';
import type { Running } from './kit/running.ts';
import { connectStock } from './kit/stock.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const built = here(`../../dist/.founder-${process.pid}`);

let server: Running;
let chair: string;
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: here('../..'),
    build: { ssr: here('../../server/founder.ts'), outDir: built, target: 'node20' },
  });
  server = await running({ founder: join(built, 'founder.js') });
  chair = await server.token({ plan: '*', role: 'chair', office: '' });
});
afterAll(async () => {
  await server.stop();
  rmSync(built, { recursive: true, force: true });
});

const found = (text: string): Promise<Response> =>
  server.fetch(API.plans, { method: 'POST', token: chair, body: JSON.stringify({ text }) });

const LINES = Array.from({ length: MOST_LINES - 2 }, (_, i) => `${i + 1}. 第${i}项。办好。（牵头：甲科）`);
const HUGE = `2019年工作要点\n一、甲\n${LINES.join('\n')}`;

test('twenty thousand lines are founded, and a colleague’s edits are kept meanwhile', async () => {
  const plan = server.plans[0]!;
  const colleague = connectStock(server.port, plan, await server.token({ plan, role: 'editor', office: '' }));
  await colleague.synced();
  const title = colleague.doc.getMap('meta');
  let waits = 0;
  let longest = 0;
  let busy = true;
  const working = (async () => {
    for (let n = 0; busy || n < 3; n++) {
      const before = performance.now();
      title.set('title', `第${n}稿`);
      await colleague.saved();
      waits++;
      longest = Math.max(longest, performance.now() - before);
      // Let others speak between two edits.
      await new Promise((next) => setImmediate(next));
    }
  })();
  const before = performance.now();
  const answer = await found(HUGE);
  const took = performance.now() - before;
  busy = false;
  await working;
  console.log(
    `founded in ${Math.round(took)} ms; ${waits} edits saved meanwhile, the slowest in ${Math.round(longest)} ms`,
  );
  expect(answer.status).toBe(201);
  expect(waits).toBeGreaterThan(2);
  expect(longest).toBeLessThan(2_000);
  colleague.end();
}, 60_000);

test('what takes too long or too much memory is refused in words, and the next is founded', async () => {
  const thread = join(built, 'founder.js');
  const quick = foundApart(thread, { ms: 50, mb: 1_024, waiting: 5 });
  expect(await quick({ text: HUGE })).toMatchObject({
    refused: 'too-large',
    detail: { zh: expect.stringMatching(/分成几份/) },
  });
  const small = foundApart(thread, { ms: 30_000, mb: 24, waiting: 5 });
  expect(await small({ text: HUGE })).toMatchObject({ refused: 'too-large' });
  const none = foundApart(thread, { ms: 30_000, mb: 1_024, waiting: 0 });
  expect(await none({ text: HUGE })).toEqual({ refused: 'too-often' });
  expect(await quick({ text: '2019年工作要点\n一、甲\n1. 乙。' })).toMatchObject({ year: 2019 });
});

test('one line more is refused, and the remedy is named', async () => {
  const answer = await found(`${HUGE}\n结束。`);
  expect(answer.status).toBe(413);
  const { message } = (await answer.json()) as Refused;
  expect(message.zh).toMatch(/20,000 行/);
});
