// The thread that makes files from plans. Its memory and its time are whoever started it's to cap.
import { parentPort, workerData } from 'node:worker_threads';
import { makeExporting } from './exporting.ts';
import type { Counted, Wish } from './exporting.ts';
import type { FontPlaces } from './fonts.ts';

const exporting = makeExporting(workerData as FontPlaces);

parentPort?.on('message', ({ contents, wish, id }: { contents: Counted; wish: Wish; id?: string }) => {
  exporting.draw(contents, wish, id).then(
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    (made) => parentPort?.postMessage(made),
    (fault: unknown) => {
      throw fault;
    },
  );
});
