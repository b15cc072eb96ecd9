// The thread that makes one plan of a very long text or file and ends. Its memory and its time are whoever started it's to cap.
import { parentPort, workerData } from 'node:worker_threads';
import { foundFrom } from './founding.ts';
import type { Wanted } from './founding.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(foundFrom(workerData as Wanted));
