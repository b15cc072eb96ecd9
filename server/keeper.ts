// What a room has accepted on its way to the disk: in order, nothing twice, nothing dropped, and told only when it is there.
// Knows neither Yjs nor sockets.
import type { Log } from './log.ts';
import type { About, Claim, Entry, Store } from './store.ts';

export interface Work {
  readonly updates: readonly Uint8Array[];
  readonly claims: readonly Claim[];
  readonly about?: About;
  /** Called once all of it, and all before it, is on disk. */
  readonly kept: () => void;
}

export interface Keeper {
  keep(work: Work): void;
  /** Nothing is waiting or being written. */
  readonly empty: boolean;
  /** The store could not write last time. */
  readonly trouble: boolean;
  /** Updates written since the log was one whole state. */
  readonly records: number;
  /** Puts one state in place of the log; only while empty. */
  fold(state: Uint8Array): void;
  /** Gives up what is not on disk; nobody was told it was. */
  stop(): void;
}

export interface KeeperParts {
  readonly plan: string;
  readonly store: Store;
  readonly log: Log;
  /** Before another try after the store failed. */
  readonly retryMs: number;
  readonly onTrouble: () => void;
  readonly onEmpty: () => void;
}

export function makeKeeper({ plan, store, log, retryMs, onTrouble, onEmpty }: KeeperParts, already: number): Keeper {
  let waiting: Work[] = [];
  let writing = false;
  let trouble = false;
  let records = already;
  let stopped = false;

  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0 && !stopped) {
      const batch = waiting;
      waiting = [];
      try {
        const entry = joined(batch);
        // A frame that changed nothing still waits its turn behind what it repeats.
        if (entry.updates.length > 0 || entry.claims.length > 0) await store.append(plan, entry);
        records += entry.updates.length;
        trouble = false;
        for (const { kept } of batch) kept();
      } catch (error) {
        waiting = [...batch, ...waiting];
        if (!trouble) {
          log.fault('store cannot write', error, { plan });
          onTrouble();
        }
        trouble = true;
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
    writing = false;
    if (!stopped) onEmpty();
  }

  return {
    keep(work) {
      waiting.push(work);
      if (!writing) void write();
    },
    get empty() {
      return !writing && waiting.length === 0;
    },
    get trouble() {
      return trouble;
    },
    get records() {
      return records;
    },
    fold(state) {
      if (writing || waiting.length > 0) throw new Error('fold: updates are still on their way');
      store.compact(plan, state);
      records = 0;
    },
    stop: () => void (stopped = true),
  };
}

function joined(batch: readonly Work[]): Entry {
  const about = batch.findLast((work) => work.about)?.about;
  return {
    updates: batch.flatMap((work) => work.updates),
    claims: batch.flatMap((work) => work.claims),
    ...(about && { about }),
  };
}
