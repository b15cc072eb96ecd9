// Who is in a room and what each shows the others: one state per connection, sent on at most every so often, joined.
import { encodeShown, readAwareness, signedState } from './awareness.ts';
import type { Identity, Shown } from './awareness.ts';

/** One connection, as far as presence goes. */
export interface Here {
  readonly identity: () => Identity;
  /** May this connection show itself under this Yjs clientID? */
  readonly mayShow: (client: number) => boolean;
  readonly send: (frame: Uint8Array) => void;
}

export interface Presences {
  enter(here: Here): void;
  /** A frame of awareness; false when it cannot be read. */
  hear(here: Here, body: Uint8Array): boolean;
  /** Everybody but this one. */
  tell(here: Here): void;
  leave(here: Here): void;
  /** The clientID this connection shows itself under. */
  clientOf(here: Here): number | undefined;
  stop(): void;
}

interface State {
  shown?: Shown;
  stirred: boolean;
}

export function makePresences(everyMs: number, now: () => number): Presences {
  const all = new Map<Here, State>();
  let timer: NodeJS.Timeout | undefined;
  let sentAt = 0;
  let clock = 0;

  /** Grows over restarts too, so that nobody's state looks older than what was seen before. */
  const tick = (): number => (clock = Math.max(clock + 1, now()));

  /** One clientID for each connection, that no other connection shows: y-websocket repeats what it hears of others. */
  function isSelf(here: Here, { shown }: State, client: number, state: string | null): boolean {
    if (shown) return shown.client === client;
    if (state === null) return false;
    for (const other of all.values()) if (other.shown?.client === client) return false;
    return here.mayShow(client);
  }

  /** Nobody is sent their own state back: it would overwrite what they have changed since. */
  function spread(): void {
    timer = undefined;
    sentAt = now();
    const news: Shown[] = [];
    for (const state of all.values()) {
      if (state.stirred && state.shown) news.push(state.shown);
      state.stirred = false;
    }
    const frame = encodeShown(news);
    for (const [here, { shown }] of all) {
      if (!shown || !news.includes(shown)) here.send(frame);
      else if (news.length > 1) here.send(encodeShown(news.filter((each) => each !== shown)));
    }
  }

  return {
    enter: (here) => void all.set(here, { stirred: false }),
    hear(here, body) {
      const entries = readAwareness(body);
      const mine = all.get(here);
      if (!entries || !mine) return entries !== undefined;
      for (const { client, state } of entries) {
        if (!isSelf(here, mine, client, state)) continue;
        const signed = state === null ? null : signedState(state, here.identity());
        if (signed === undefined) continue;
        mine.shown = { client, state: signed, clock: tick() };
        mine.stirred = true;
        timer ??= setTimeout(spread, Math.max(0, sentAt + everyMs - now()));
      }
      return true;
    },
    tell(here) {
      const others = [...all].flatMap(([other, { shown }]) => (other !== here && shown?.state ? [shown] : []));
      here.send(encodeShown(others));
    },
    leave(here) {
      const { shown, stirred } = all.get(here) ?? { stirred: false };
      all.delete(here);
      // A page that says goodbye itself may not have been heard by the others yet.
      if (!shown || (shown.state === null && !stirred)) return;
      const gone = encodeShown([{ client: shown.client, clock: tick(), state: null }]);
      for (const other of all.keys()) other.send(gone);
    },
    clientOf: (here) => all.get(here)?.shown?.client,
    stop: () => clearTimeout(timer),
  };
}
