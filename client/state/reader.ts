// The page's reading thread: one request, one answer, and it ends. Its time is whoever started it's to cap.
import { isRefusedCarrier, readCarrier, readTableAgain } from '../../shared/carriers/read.ts';
import type { Reading } from '../../shared/carriers/reading.ts';
import type { CarrierRefusal } from '../../shared/carriers/refusal.ts';
import type { Mapping } from '../../shared/carriers/table/grid.ts';

export type Request =
  | { readonly do: 'file'; readonly file: Blob; readonly name: string }
  | { readonly do: 'table'; readonly reading: Reading; readonly mapping: Mapping };

export type Report =
  /** The bytes are here; reading begins, and with it the time it may take. */
  { readonly opened: true } | { readonly read: Reading | CarrierRefusal };

addEventListener('message', ({ data }: MessageEvent<Request>) => void answer(data));

async function answer(request: Request): Promise<void> {
  if (request.do === 'table') return report({ read: readTableAgain(request.reading, request.mapping) });
  const bytes = await request.file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
  // The file was moved or taken away meanwhile.
  if (!bytes) return report({ read: { refused: 'fault', at: request.name } });
  report({ opened: true });
  const read = readCarrier({ name: request.name, bytes });
  report({ read: isRefusedCarrier(read) ? read : read.reading });
}

function report(what: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  postMessage(what);
}
