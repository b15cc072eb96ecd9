// Which plans are live. Loads a room once however many come at once, lets it go when the last one has left and all is kept.
import { migrate } from '../shared/doc/migrate.ts';
import { docOf } from '../shared/doc/state.ts';
import type { PlanDoc } from '../shared/doc/state.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import { Room } from './room.ts';
import type { Store } from './store.ts';

export interface Rooms {
  /** Complete and migrated, or a throw: never an empty document in place of a plan that could not be read. */
  open(id: string): Room;
  /** Looks at a plan's document, live or from the store, without joining. */
  look<T>(id: string, see: (doc: PlanDoc) => T): T;
  live(): Iterable<Room>;
  /** Closes every connection and resolves when all that was accepted is on disk; false if it is not after `ms`. */
  stop(ms: number): Promise<boolean>;
}

export interface RoomsParts {
  readonly store: Store;
  readonly limits: Limits;
  readonly log: Log;
  readonly now?: () => number;
  readonly retryMs?: number;
}

export function makeRooms({ store, limits, log, now = Date.now, retryMs = 500 }: RoomsParts): Rooms {
  const rooms = new Map<string, Room>();
  /** Collapsed, but still bringing to disk what they had accepted: a successor would load too little. */
  const dying = new Set<Room>();

  const forget = (room: Room): void => {
    if (rooms.get(room.id) === room) rooms.delete(room.id);
    dying.delete(room);
    room.destroy();
  };
  const onFault = (room: Room): void => {
    if (rooms.get(room.id) === room) rooms.delete(room.id);
    dying.add(room);
  };

  return {
    open(id) {
      const live = rooms.get(id);
      if (live) return live;
      if ([...dying].some((room) => room.id === id)) throw new Error(`room ${id} is still being kept`);
      const room = new Room(id, store.load(id), { store, limits, log, now, retryMs, onIdle: forget, onFault }, bring);
      rooms.set(id, room);
      return room;
    },
    look(id, see) {
      const live = rooms.get(id);
      if (live) return see(live.doc);
      const doc = docOf(store.load(id).updates);
      try {
        bring(doc);
        return see(doc);
      } finally {
        doc.destroy();
      }
    },
    live: () => rooms.values(),
    async stop(ms) {
      const all = [...rooms.values(), ...dying];
      for (const room of all) room.closeAll('restarting', 'stopping');
      const kept = Promise.all(all.map((room) => room.drained())).then(() => true);
      const late = new Promise<false>((resolve) => setTimeout(resolve, ms, false).unref());
      const result = await Promise.race([kept, late]);
      for (const room of all) room.destroy();
      rooms.clear();
      return result;
    },
  };
}

/** A plan written by a newer version must not be touched by this one. */
function bring(doc: PlanDoc): void {
  if (migrate(doc) === 'newer') throw new Error('the plan was written by a newer version');
}
