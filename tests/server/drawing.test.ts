// The thread that makes files is stopped when it takes too long or too much, and the next file is made all the same.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exportApart } from '../../server/drawing.ts';
import type { Contents } from '../../shared/export/json.ts';
import { planOf } from '../kit/plan.ts';

const dir = mkdtempSync(join(tmpdir(), 'guatu-thread-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** Does as the format says. */
const THREAD = join(dir, 'thread.cjs');
writeFileSync(
  THREAD,
  `const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ wish }) => {
    if (wish.format === 'slow') for (;;);
    if (wish.format === 'large') { const all = []; for (;;) all.push(Array.from({ length: 1e5 }, Math.random)); }
    if (wish.format === 'broken') throw new Error('a fault of ours');
    parentPort.postMessage({ name: wish.format, mime: '', bytes: new Uint8Array(1), notices: [] });
  });`,
);
const contents: Contents = { plan: planOf('一\n  甲'), notes: new Map() };
const caps = { ms: 3_000, mb: 24, waiting: 3 };
const make = (some: Partial<typeof caps> = {}) => exportApart({}, THREAD, { ...caps, ...some });

test.each(['slow', 'large'])('what is too %s is refused with the limit, and the next is made', async (format) => {
  const exporting = make(format === 'slow' ? { ms: 300 } : { ms: 30_000 });
  const [first, second] = await Promise.all([
    exporting.draw(contents, { format }),
    exporting.draw(contents, { format: 'next' }),
  ]);
  expect(first).toMatchObject({ refused: 'too-costly' });
  expect(second).toMatchObject({ name: 'next' });
  await exporting.stop();
});

test('whoever goes away stops the work, and what waited behind it is done at once', async () => {
  const exporting = make({ ms: 30_000 });
  const gone = new AbortController();
  const first = exporting.draw(contents, { format: 'slow' }, undefined, gone.signal);
  const second = exporting.draw(contents, { format: 'next' });
  setTimeout(() => gone.abort(), 50);
  expect(await first).toMatchObject({ refused: 'stopped' });
  expect(await second).toMatchObject({ name: 'next' });
  await exporting.stop();
});

test('a fault in the thread is a fault of the request, not of the server', async () => {
  const exporting = make();
  await expect(exporting.draw(contents, { format: 'broken' })).rejects.toThrow('a fault of ours');
  expect(await exporting.draw(contents, { format: 'next' })).toMatchObject({ name: 'next' });
  await exporting.stop();
});

test('only so many wait', async () => {
  const exporting = make({ ms: 200 });
  const all = await Promise.all(Array.from({ length: 5 }, () => exporting.draw(contents, { format: 'next' })));
  expect(all.filter((made) => 'refused' in made && made.refused === 'too-often')).toHaveLength(2);
  await exporting.stop();
});
