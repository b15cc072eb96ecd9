// Founds what is very long in a thread of its own, one after another, so that nobody's edits wait for it; a year's usual text is founded at once.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { foundFrom } from './founding.ts';
import type { Wanted } from './founding.ts';
import type { Refusal, Said } from './refusals.ts';
import type { NewPlan } from './store.ts';

/** The build lays the thread's own file beside this one; a source tree has none a thread could load. */
const THREAD = join(dirname(fileURLToPath(import.meta.url)), 'founder.js');

/** Beyond this many characters the start of a thread is the lesser cost: some ten times a year's text. */
const SHORT = 50_000;
/** The longest text there may be takes some seconds; a busy machine, a third of this. */
const CAPS = { ms: 60_000, mb: 1_024, waiting: 5 };

export type Founding = (wanted: Wanted) => Promise<NewPlan | Refusal>;

export function foundApart(thread = THREAD, caps = CAPS): Founding {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (wanted) => {
    const { length } = 'file' in wanted ? wanted.file : wanted.text;
    if (length <= SHORT || !existsSync(thread)) return foundFrom(wanted);
    if (waiting >= caps.waiting) return { refused: 'too-often' };
    waiting++;
    const mine = last.then(() => inThread(thread, wanted, caps));
    last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting--;
    }
  };
}

function inThread(thread: string, wanted: Wanted, { ms, mb }: typeof CAPS): Promise<NewPlan | Refusal> {
  return new Promise((done, failed) => {
    const worker = new Worker(thread, { workerData: wanted, resourceLimits: { maxOldGenerationSizeMb: mb } });
    const end = (answer: NewPlan | Refusal): void => {
      clearTimeout(timer);
      done(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ refused: 'too-large', detail: TOO_MUCH }), ms);
    worker.on('message', end);
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end({ refused: 'too-large', detail: TOO_MUCH });
      clearTimeout(timer);
      failed(error);
    });
    worker.on('exit', () => failed(new Error('the founding thread ended without a word')));
  });
}

/** What to do about it. */
export const TOO_MUCH: Said = {
  zh: '请只留下工作要点部分，或分成几份再试。',
  en: 'Keep only the plan itself, or found it in parts.',
};
