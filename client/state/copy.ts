// One copy of a plan: a document, its socket, its place on this disk and my undo. Ends when it must be rebuilt; knows nothing of what follows.
import { readVarString, readVarUint } from 'lib0/decoding';
import type { Decoder } from 'lib0/decoding';
import { writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { NOTE_SCHEMA, SCHEMA } from '../../shared/doc/schema.ts';
import { openUndo } from '../../shared/doc/undo.ts';
import type { Undo } from '../../shared/doc/undo.ts';
import type { Id } from '../../shared/model/plan.ts';
import { dialect } from '../../shared/protocol/dialect.ts';
import { AWARENESS, NOT_SAVED, QUERY_AWARENESS, SAVED, SOCKET_PATH } from '../../shared/protocol/messages.ts';
import { keepLocal, LOCAL } from './local.ts';
import type { LocalCopy } from './local.ts';
import type { Event } from './saving.ts';
import { countingSocket } from './socket.ts';

export interface Copy {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly undo: Undo;
  readonly local: LocalCopy;
  /** Resolves when the server has said all it knows and I have said all I know. */
  readonly synced: Promise<void>;
  close(): void;
}

export interface Hears {
  happened(event: Event): void;
  /** The socket was closed for good, with this code. */
  closed(code: number): void;
  /** A transaction of mine that is not undoable by commands: typing in a note. */
  typed(transaction: Y.Transaction): void;
}

/** The origin of everything this tab commits. */
export const MINE = Object.freeze({ mine: true });

export function openCopy(planId: Id, server: string, hears: Hears): Copy {
  const doc = new Y.Doc();
  const local = keepLocal(planId, doc, (state) => hears.happened({ on: 'local', state }));
  let haveSaid = (): void => undefined;
  const said = new Promise<void>((resolve) => (haveSaid = resolve));
  const provider = new WebsocketProvider(`${server}${SOCKET_PATH}`, planId, doc, {
    WebSocketPolyfill: countingSocket((frame) => {
      hears.happened({ on: 'sent', frame });
      if (frame === 'step') haveSaid();
    }),
    disableBc: true,
    params: { v: dialect(SCHEMA, NOTE_SCHEMA) },
    connect: false,
  });
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.origin === provider || transaction.origin === LOCAL) return;
    if (transaction.changed.size === 0) return;
    hears.happened({ on: 'edited' });
    hears.typed(transaction);
  });
  provider.on('status', ({ status }) => {
    if (status !== 'connected') return;
    forgetAbsent(provider.awareness);
    hears.happened({ on: 'opened' });
  });
  provider.on('connection-close', () => hears.happened({ on: 'closed' }));
  provider.on('closed', ({ code }) => hears.closed(code));
  provider.messageHandlers[SAVED] = (_, decoder: Decoder) =>
    hears.happened({ on: 'acked', count: readVarUint(decoder) });
  provider.messageHandlers[NOT_SAVED] = (_, decoder: Decoder) => {
    const frame = readVarUint(decoder);
    hears.happened({ on: 'refused', frame, why: readVarString(decoder) });
  };
  speakForMyself(provider);
  const undo = openUndo(doc, MINE);
  const heard = new Promise<void>((resolve) => {
    provider.on('sync', (state: boolean) => {
      if (state) resolve();
    });
  });
  // What this disk holds comes first, so that step 1 asks only for what is missing here.
  void local.loaded.then(() => provider.connect());
  // A pulled cable closes nothing: without this the page would say 保存中 until the socket's own timeout.
  const cut = (): void => {
    provider.disconnect();
    provider.connect();
  };
  addEventListener('offline', cut);
  return {
    doc,
    awareness: provider.awareness,
    undo,
    local,
    synced: Promise.all([said, heard]).then(() => undefined),
    close() {
      removeEventListener('offline', cut);
      undo.destroy();
      local.stop();
      provider.destroy();
      doc.destroy();
    },
  };
}

/** y-websocket repeats every colleague's presence to the server: 25 people make 25 times the messages. Only mine is mine to send. */
function speakForMyself(provider: WebsocketProvider): void {
  const { awareness, doc } = provider;
  const stock = provider._awarenessUpdateHandler as (change: AwarenessChange, origin: unknown) => void;
  awareness.off('update', stock);
  provider._awarenessUpdateHandler = ({ added, updated, removed }: AwarenessChange, origin: unknown): void => {
    if (origin === provider || ![...added, ...updated, ...removed].includes(doc.clientID)) return;
    stock({ added: [], updated: [doc.clientID], removed: [] }, origin);
  };
  awareness.on('update', provider._awarenessUpdateHandler);
  provider.messageHandlers[QUERY_AWARENESS] = (encoder) => {
    writeVarUint(encoder, AWARENESS);
    writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID]));
  };
}

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/** Losing the line takes the others away but keeps how new each was, so that on return they would be hidden until they stir. */
function forgetAbsent({ clientID, states, meta }: Awareness): void {
  for (const client of meta.keys()) if (client !== clientID && !states.has(client)) meta.delete(client);
}
