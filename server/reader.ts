// The thread that reads one file and ends. Its memory and its time are whoever started it's to cap.
import { parentPort, workerData } from 'node:worker_threads';
import { readCarrier } from '../shared/carriers/read.ts';
import type { Carrier } from '../shared/carriers/read.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(readCarrier(workerData as Carrier));
