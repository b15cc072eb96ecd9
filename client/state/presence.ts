// Who else is here, and what I show them. Passing, never kept: it rides on awareness, at most twenty times a second.
import type { Awareness } from 'y-protocols/awareness';
import { readPresence } from '../../shared/protocol/presence.ts';
import type { Presence } from '../../shared/protocol/presence.ts';
import { createStore } from './store.ts';
import type { Readable } from './store.ts';

export interface Peer extends Presence {
  /** Of this visit; a person with two tabs is two peers. */
  readonly client: number;
}

export type Showing = Partial<Omit<Presence, 'user'>>;

export interface PresenceLine {
  /** Everyone but me, in order of arrival here. */
  readonly peers: Readable<readonly Peer[]>;
  /** Who a visit was, of those seen here, also after they have left. */
  whoWas(client: number | undefined): Presence['user'] | undefined;
  /** Merges into what I show; `undefined` takes a field away. */
  show(part: { [K in keyof Showing]: Showing[K] | undefined }): void;
  /** Who I am; the server writes over it what the session says. */
  introduce(user: Presence['user']): void;
  attach(awareness: Awareness): void;
  detach(): void;
}

const EVERY_MS = 50;
const FRAME_MS = 16;

interface Heard {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

export function createPresence(): PresenceLine {
  const peers = createStore<readonly Peer[]>([]);
  const met = new Map<number, Presence['user']>();
  let awareness: Awareness | undefined;
  let mine: Record<string, unknown> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;

  const send = (): void => {
    timer = undefined;
    last = Date.now();
    // Fields of others (the note editor's caret) live in the same state and stay.
    const shown = { ...awareness?.getLocalState(), ...mine };
    for (const key of Object.keys(shown)) if (shown[key] === undefined) delete shown[key];
    awareness?.setLocalState(shown);
  };
  const soon = (): void => {
    timer ??= setTimeout(send, Math.max(0, EVERY_MS - (Date.now() - last)));
  };
  /** Whose state came in since the last look. */
  const heard = new Set<number>();
  let lookAgain: ReturnType<typeof setTimeout> | undefined;
  let looked = 0;
  const look = (): void => {
    lookAgain = undefined;
    looked = Date.now();
    const now = awareness ? readPeers(awareness, peers.get(), heard) : [];
    for (const { client, user } of now) if (heard.has(client) || !met.has(client)) met.set(client, user);
    heard.clear();
    if (now.length !== peers.get().length || now.some((peer, i) => peer !== peers.get()[i])) peers.set(now);
  };
  // Twenty-five people who drag send five hundred states a second; nobody sees more than one a frame.
  const hear = ({ added, updated, removed }: Heard): void => {
    for (const client of [...added, ...updated, ...removed]) heard.add(client);
    if (Date.now() - looked >= FRAME_MS) look();
    else lookAgain ??= setTimeout(look, FRAME_MS);
  };

  const detach = (): void => {
    awareness?.off('change', hear);
    awareness = undefined;
    clearTimeout(timer);
    clearTimeout(lookAgain);
    timer = undefined;
    lookAgain = undefined;
    peers.set([]);
  };
  return {
    peers,
    whoWas: (client) => (client === undefined ? undefined : met.get(client)),
    show(part) {
      mine = { ...mine, ...part };
      soon();
    },
    introduce(user) {
      mine = { ...mine, user };
      soon();
    },
    attach(next) {
      detach();
      awareness = next;
      awareness.on('change', hear);
      send();
      look();
    },
    detach,
  };
}

/** A peer that shows the same as before stays the same object; only those of `heard` are read again. */
function readPeers(awareness: Awareness, before: readonly Peer[], heard: ReadonlySet<number>): readonly Peer[] {
  const found: Peer[] = [];
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    const old = before.find((peer) => peer.client === client);
    if (old && !heard.has(client)) {
      found.push(old);
      continue;
    }
    const presence = readPresence(state);
    if (!presence) continue;
    const now: Peer = { client, ...presence };
    found.push(old && JSON.stringify(old) === JSON.stringify(now) ? old : now);
  }
  return found;
}
