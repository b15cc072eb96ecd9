// Makes files in a thread of its own, one after another, so that no export holds up those who are editing. Ends a thread that takes too long or too much.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { makeExporting } from './exporting.ts';
import type { Exported, Exporting } from './exporting.ts';
import type { FontPlaces } from './fonts.ts';
import type { Refusal } from './refusals.ts';

/** The build lays the thread's own file beside this one; a source tree has none a thread could load. */
const THREAD = join(dirname(fileURLToPath(import.meta.url)), 'exporter.js');

/** A plan of 10,000 rows on A0 takes a tenth of this. */
const CAPS = { ms: 60_000, mb: 1_024, waiting: 20 };

export function exportApart(places: FontPlaces, thread = THREAD, caps = CAPS): Exporting {
  if (!existsSync(thread)) return makeExporting(places);
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const start = (): Worker => {
    const made = new Worker(thread, { workerData: places, resourceLimits: { maxOldGenerationSizeMb: caps.mb } });
    // Idle, it does not keep the process alive.
    made.unref();
    return made;
  };

  const drop = (): void => {
    void worker?.terminate();
    worker = undefined;
  };

  function ask(message: unknown, signal: AbortSignal | undefined): Promise<Exported | Refusal> {
    return new Promise((done, failed) => {
      const mine = (worker ??= start());
      mine.ref();
      const over = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
        mine.off('message', hand).off('error', fail);
        mine.unref();
      };
      const hand = (made: Exported | Refusal): void => {
        over();
        done(made);
      };
      const fail = (error: Error & { code?: string }): void => {
        over();
        drop();
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') done({ refused: 'too-costly', detail: large(caps.mb) });
        else failed(error);
      };
      const refuse = (refusal: Refusal): void => {
        over();
        drop();
        done(refusal);
      };
      const stop = (): void => refuse({ refused: 'stopped' });
      const timer = setTimeout(() => refuse({ refused: 'too-costly', detail: long(caps.ms) }), caps.ms);
      signal?.addEventListener('abort', stop);
      // Only what was added is taken away: the thread listens to itself as well.
      mine.on('message', hand).on('error', fail);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      mine.postMessage(message);
    });
  }

  return {
    async draw(contents, wish, id, signal) {
      if (waiting >= caps.waiting) return { refused: 'too-often' };
      waiting++;
      const mine = last.then(() =>
        signal?.aborted ? { refused: 'stopped' as const } : ask({ contents, wish, id }, signal),
      );
      last = mine.catch(() => undefined);
      return mine.finally(() => waiting--);
    },
    async stop() {
      await worker?.terminate();
    },
  };
}

const long = (ms: number) => ({
  zh: `超过${ms / 1_000}秒还没有生成，已停止。请选小一些的范围。`,
  en: `It took more than ${ms / 1_000} s and was stopped. Choose a smaller part.`,
});

const large = (mb: number) => ({
  zh: `需要的内存超过${mb} MB，已停止。请选小一些的范围。`,
  en: `It needed more than ${mb} MB of memory and was stopped. Choose a smaller part.`,
});
