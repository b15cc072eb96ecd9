// Reads a file from outside in a thread of its own: it can be cancelled, is stopped when it takes too long, and can bring nothing down.
import type { Comparison } from '../../shared/carriers/compare/compare.ts';
import { FILE_BYTES, READ_MS } from '../../shared/carriers/limits.ts';
import type { Reading } from '../../shared/carriers/reading.ts';
import type { CarrierRefusal } from '../../shared/carriers/refusal.ts';
import type { Day } from '../../shared/model/plan.ts';
import type { Mapping } from '../../shared/carriers/table/grid.ts';
import type { Report, Request } from './reader.ts';
// oxlint-disable-next-line import/default -- Vite makes the thread's address of it
import threadUrl from './reader.ts?worker&url';

export type ReadResult = Reading | CarrierRefusal;

/** What is far too large is not even opened. `signal` cancels; then the answer is undefined. */
export async function readFile(file: File, signal?: AbortSignal): Promise<ReadResult | undefined> {
  if (file.size > FILE_BYTES) return tooLarge(file.size);
  return inThread({ do: 'file', file, name: file.name }, signal);
}

export function readPasted(text: string, signal?: AbortSignal): Promise<ReadResult | undefined> {
  return inThread({ do: 'file', file: new Blob([text]), name: 'paste.txt' }, signal);
}

export function readColumns(reading: Reading, mapping: Mapping, signal?: AbortSignal): Promise<ReadResult | undefined> {
  return inThread({ do: 'table', reading, mapping }, signal);
}

/** What the file would change of the plan, which is handed over as a plan file. */
export async function compareWith(
  reading: Reading,
  plan: string,
  today: Day,
  signal?: AbortSignal,
): Promise<Comparison | CarrierRefusal | undefined> {
  return inThread<Comparison>({ do: 'compare', reading, plan, today }, signal);
}

/** The request that founds a plan of it. The page goes on meanwhile; a checked reading has no end of time to fear. */
export function foundingOf(reading: Reading): Promise<Blob | CarrierRefusal | undefined> {
  // Neither the table nor the doubts are a plan's: what is handed over, the page waits for.
  const { table: _, ...bare } = reading;
  return inThread<Blob>({ do: 'found', reading: { ...bare, source: '', doubts: [], rest: [] } });
}

/** So that the thread can be started without the server. */
export async function fetchReader(): Promise<void> {
  await fetch(threadUrl);
}

function tooLarge(bytes: number): CarrierRefusal {
  return { refused: 'too-large', at: `${Math.ceil(bytes / (1 << 20))} MB > ${FILE_BYTES >> 20} MB` };
}

function inThread<T extends Reading | Comparison | Blob = Reading>(
  request: Request,
  signal?: AbortSignal,
): Promise<T | CarrierRefusal | undefined> {
  return new Promise((resolve) => {
    // In development the thread is a module as Vite serves it; built, it is one classic script, which older Firefox can run too.
    const thread = new Worker(threadUrl, { type: import.meta.env.DEV ? 'module' : 'classic', name: 'guatu-reader' });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (answer: T | CarrierRefusal | undefined): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      thread.terminate();
      resolve(answer);
    };
    const cancel = (): void => end(undefined);
    const count = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => end({ refused: 'too-slow', at: `${READ_MS / 1_000} s` }), READ_MS);
    };
    if (signal?.aborted) return cancel();
    signal?.addEventListener('abort', cancel);
    thread.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      if ('opened' in data) count();
      else end(answerIn(data) as T | CarrierRefusal);
    });
    // Out of memory, or a file that vanished while it was read: the thread is gone, the page goes on.
    thread.addEventListener('error', () => end({ refused: 'fault', at: '' }));
    thread.addEventListener('messageerror', () => end({ refused: 'fault', at: '' }));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(request);
    if (request.do === 'table' || request.do === 'compare') count();
  });
}

function answerIn(report: Exclude<Report, { readonly opened: true }>): Reading | Comparison | Blob | CarrierRefusal {
  return 'read' in report ? report.read : 'compared' in report ? report.compared : report.founding;
}
