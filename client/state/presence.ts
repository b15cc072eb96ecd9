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
  /** Merges into what I show; `undefined` takes a field away. */
  show(part: { [K in keyof Showing]: Showing[K] | undefined }): void;
  /** Who I am; the server writes over it what the session says. */
  introduce(user: Presence['user']): void;
  attach(awareness: Awareness): void;
  detach(): void;
}

const EVERY_MS = 50;

export function createPresence(): PresenceLine {
  const peers = createStore<readonly Peer[]>([]);
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
  const read = (): void => {
    const now = awareness ? readPeers(awareness, peers.get()) : [];
    if (now.length !== peers.get().length || now.some((peer, i) => peer !== peers.get()[i])) peers.set(now);
  };

  const detach = (): void => {
    awareness?.off('change', read);
    awareness = undefined;
    clearTimeout(timer);
    timer = undefined;
    peers.set([]);
  };
  return {
    peers,
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
      awareness.on('change', read);
      send();
      read();
    },
    detach,
  };
}

/** A peer that shows the same as before stays the same object. */
function readPeers(awareness: Awareness, before: readonly Peer[]): readonly Peer[] {
  const found: Peer[] = [];
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    const presence = readPresence(state);
    if (!presence) continue;
    const old = before.find((peer) => peer.client === client);
    const now: Peer = { client, ...presence };
    found.push(old && JSON.stringify(old) === JSON.stringify(now) ? old : now);
  }
  return found;
}
