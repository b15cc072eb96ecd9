// Reads a file from outside in a thread of its own, so that no file can hold up or bring down whoever asked.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { FILE_BYTES, READ_MB, READ_MS } from '../shared/carriers/limits.ts';
import type { Carrier, ReadFile } from '../shared/carriers/read.ts';
import type { CarrierRefusal } from '../shared/carriers/refusal.ts';

/** The build lays the thread's own file beside this one. */
const THREAD = join(dirname(fileURLToPath(import.meta.url)), 'reader.js');

export function readApart(file: Carrier): Promise<ReadFile | CarrierRefusal> {
  if (file.bytes.length > FILE_BYTES)
    return Promise.resolve({
      refused: 'too-large',
      at: `${Math.ceil(file.bytes.length / (1 << 20))} MB > ${FILE_BYTES >> 20} MB`,
    });
  return new Promise((resolve) => {
    const worker = new Worker(THREAD, { workerData: file, resourceLimits: { maxOldGenerationSizeMb: READ_MB } });
    const answer = (read: ReadFile | CarrierRefusal): void => {
      clearTimeout(timer);
      resolve(read);
      void worker.terminate();
    };
    const timer = setTimeout(() => answer({ refused: 'too-slow', at: `${READ_MS / 1_000} s` }), READ_MS);
    worker.on('message', answer);
    // Out of memory is an error like any other here; the process goes on.
    worker.on('error', (error: Error & { code?: string }) =>
      answer(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { refused: 'too-large', at: `${READ_MB} MB` }
          : { refused: 'fault', at: '' },
      ),
    );
    worker.on('exit', () => answer({ refused: 'fault', at: '' }));
  });
}
