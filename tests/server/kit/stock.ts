// A stock y-websocket client in Node: the provider as published, with a header and a count of acknowledgements added.
import { decoding } from 'lib0';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { NOT_SAVED, SAVED, SOCKET_PATH } from '../../../shared/protocol/messages.ts';

// The provider adds a listener to the process for each of its kind, and these tests have dozens.
process.setMaxListeners(200);

export interface Stock {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Sync frames sent on the present socket, and how many the server says are on disk. */
  readonly counts: { sent: number; acked: number; stepped: boolean };
  readonly refusals: { k: number; reason: string }[];
  /** Called with each new count of acknowledged frames. */
  onAck(told: (acked: number) => void): void;
  synced(): Promise<void>;
  /** Everything this document holds is on the server's disk. */
  saved(): Promise<void>;
  closed(): Promise<{ code: number; reason: string }>;
  end(): void;
}

export interface StockOptions {
  readonly headers?: Record<string, string>;
  readonly params?: Record<string, string>;
  readonly doc?: Y.Doc;
}

export function connectStock(port: number, plan: string, token: string | undefined, options: StockOptions = {}): Stock {
  const doc = options.doc ?? new Y.Doc();
  const counts = { sent: 0, acked: 0, stepped: false };
  const refusals: { k: number; reason: string }[] = [];
  const headers = { ...(token !== undefined && { Authorization: `Bearer ${token}` }), ...options.headers };
  class Socket extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols ?? [], { headers });
      Object.assign(counts, { sent: 0, acked: 0, stepped: false });
    }
    override send(data: Uint8Array): void {
      if (data[0] === 0 && (data[1] === 1 || data[1] === 2)) counts.sent++;
      if (data[0] === 0 && data[1] === 1) counts.stepped = true;
      super.send(data);
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}${SOCKET_PATH}`, plan, doc, {
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 200,
    ...(options.params && { params: options.params }),
  });
  const listeners: ((acked: number) => void)[] = [];
  const waiting = new Set<() => void>();
  const look = (): void => waiting.forEach((each) => each());
  provider.messageHandlers[SAVED] = (_encoder, decoder) => {
    counts.acked = decoding.readVarUint(decoder);
    for (const told of listeners) told(counts.acked);
    look();
  };
  provider.messageHandlers[NOT_SAVED] = (_encoder, decoder) => {
    refusals.push({ k: decoding.readVarUint(decoder), reason: decoding.readVarString(decoder) });
    look();
  };
  const until = (true_: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!true_()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  provider.on('sync', look);
  const closing = new Promise<{ code: number; reason: string }>((resolve) => provider.on('closed', resolve));
  return {
    doc,
    provider,
    counts,
    refusals,
    onAck: (told) => void listeners.push(told),
    synced: () => until(() => provider.synced),
    saved: () => until(() => provider.synced && counts.stepped && counts.acked >= counts.sent),
    closed: () => closing,
    end() {
      provider.destroy();
      doc.destroy();
    },
  };
}
