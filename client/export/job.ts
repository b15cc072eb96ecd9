// One export or preview at a time in a thread of its own. Cancelling ends the thread; the next job starts another.
import type { Made } from '../../shared/export/format.ts';
import type { Preview } from '../../shared/export/preview.ts';
import { rasterise } from '../parts/raster.ts';
import type { Answer, Asked, Task } from './messages.ts';

export interface Hears {
  readonly progress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export const makeFile = (task: Omit<Task, 'id' | 'what'>, hears: Hears = {}): Promise<Made> =>
  run({ ...task, what: 'file' }, hears, (answer) => ('made' in answer ? answer.made : undefined));

export const makePreview = (task: Omit<Task, 'id' | 'what'>, hears: Hears = {}): Promise<Preview> =>
  run({ ...task, what: 'preview' }, hears, (answer) => ('preview' in answer ? answer.preview : undefined));

let last = 0;

/** A thread for each job: what is cancelled ends at once, and nothing waits behind it. */
function run<T>(
  task: Omit<Task, 'id'>,
  { progress, signal }: Hears,
  result: (answer: Answer) => T | undefined,
): Promise<T> {
  signal?.throwIfAborted();
  return new Promise((done, failed) => {
    const thread = spare ?? start();
    spare = undefined;
    const id = ++last;
    // What listens for this job listens for no other.
    const over = new AbortController();
    const on = { signal: over.signal };
    const fail = (why: unknown): void => {
      over.abort();
      thread.terminate();
      failed(why instanceof Error ? why : new Error(String(why)));
    };
    signal?.addEventListener('abort', () => fail(signal.reason), on);
    thread.addEventListener('error', ({ message }) => fail(message || 'the export thread did not start'), on);
    thread.addEventListener(
      'message',
      ({ data }: MessageEvent<Answer>) => {
        if ('progress' in data) progress?.(data.progress);
        else if ('picture' in data) draw(thread, data).catch(fail);
        else if ('failed' in data) fail(data.failed);
        else {
          over.abort();
          keep(thread);
          done(result(data)!);
        }
      },
      on,
    );
    tell(thread, { ...task, id });
  });
}

async function draw(
  thread: Worker,
  { picture, svg, width }: { readonly picture: number; readonly svg: string; readonly width: number },
): Promise<void> {
  tell(thread, { picture, raster: await rasterise(svg, width) });
}

/** One that has nothing to do, its code already loaded. */
let spare: Worker | undefined;

/** Starts the thread before it is needed: offline it could not be fetched. */
export function readyThread(): void {
  spare ??= start();
}

function keep(thread: Worker): void {
  if (spare) thread.terminate();
  else spare = thread;
}

function start(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

function tell(thread: Worker, message: Asked): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  thread.postMessage(message);
}
