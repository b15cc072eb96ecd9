// The page's reading thread: one request, one answer, and it ends. Its time is whoever started it's to cap.
import { compare } from '../../shared/carriers/compare/compare.ts';
import type { Comparison } from '../../shared/carriers/compare/compare.ts';
import { isRefusedCarrier, readCarrier, readTableAgain } from '../../shared/carriers/read.ts';
import type { Reading } from '../../shared/carriers/reading.ts';
import type { CarrierRefusal } from '../../shared/carriers/refusal.ts';
import { isRefusedFile, planFromJson } from '../../shared/export/json.ts';
import type { Day } from '../../shared/model/plan.ts';
import type { Mapping } from '../../shared/carriers/table/grid.ts';
import type { FoundingBody } from './session.ts';
import { planFileOf } from './plan-file.ts';

export type Request =
  /** `plan` is a plan file's text. */
  | { readonly do: 'compare'; readonly reading: Reading; readonly plan: string; readonly today: Day }
  | { readonly do: 'file'; readonly file: Blob; readonly name: string }
  | { readonly do: 'found'; readonly reading: Reading }
  | { readonly do: 'table'; readonly reading: Reading; readonly mapping: Mapping };

export type Report =
  /** The bytes are here; reading begins, and with it the time it may take. */
  | { readonly opened: true }
  | { readonly read: Reading | CarrierRefusal }
  | { readonly compared: Comparison | CarrierRefusal }
  /** The request that founds it, whole: a text that long is not handed about twice. */
  | { readonly founding: Blob };

addEventListener('message', ({ data }: MessageEvent<Request>) => void answer(data));

async function answer(request: Request): Promise<void> {
  if (request.do === 'compare') return report({ compared: compared(request) });
  if (request.do === 'found') return report({ founding: foundingOf(request.reading) });
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

function compared({ reading, plan, today }: Extract<Request, { do: 'compare' }>): Comparison | CarrierRefusal {
  const contents = planFromJson(plan);
  if (isRefusedFile(contents)) return { refused: 'plan-file', at: contents.problems[0]?.at ?? contents.refused };
  return compare(reading, contents, today, dice);
}

function foundingOf(reading: Reading): Blob {
  return new Blob([JSON.stringify({ file: planFileOf(reading, dice) } satisfies FoundingBody)], {
    type: 'application/json',
  });
}

/** Works on plain http too, where crypto.randomUUID does not exist. */
function dice(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
}

function report(what: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  postMessage(what);
}
