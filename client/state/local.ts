// This machine's copy of a plan in IndexedDB: an append-only list of updates, folded when it grows long.
// Says truthfully whether the last edit is on this disk; a missing, full or forbidden IndexedDB is a state, not an error.
import * as Y from 'yjs';
import type { Id } from '../../shared/model/plan.ts';

export type LocalState = 'writing' | 'kept' | 'failed';

export interface LocalCopy {
  /** How many updates were found; 0 also when nothing can be kept here. */
  readonly loaded: Promise<number>;
  stop(): void;
  /** Forgets what is kept of this plan, and stops. */
  drop(): Promise<void>;
}

/** The origin of updates that come from this disk. */
export const LOCAL = { name: 'local copy' };

const STORE = 'updates';
const FOLD_AT = 300;

/** Loads what is kept into `doc`, then keeps every update of it, mine or a colleague's. */
export function keepLocal(planId: Id, doc: Y.Doc, tell: (state: LocalState) => void): LocalCopy {
  const opening = openDatabase();
  let stopped = false;
  let waiting: Uint8Array[] = [];
  let count = 0;
  let writing = false;
  let broken = false;

  const fail = (): void => {
    broken = true;
    waiting = [];
    tell('failed');
  };

  const flush = async (): Promise<void> => {
    if (writing || broken || waiting.length === 0) return;
    writing = true;
    const batch = waiting;
    waiting = [];
    try {
      const db = await opening;
      if (!broken) await append(db, planId, batch);
      count += batch.length;
      if (count > FOLD_AT && !stopped) count = await fold(db, planId, doc);
      if (waiting.length === 0) tell('kept');
    } catch {
      fail();
    }
    writing = false;
    if (waiting.length > 0) void flush();
    else if (stopped) close();
  };

  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === LOCAL || stopped || broken) return;
    waiting.push(update);
    tell('writing');
    void flush();
  };
  doc.on('update', onUpdate);

  const load = async (): Promise<number> => {
    try {
      const updates = await readAll(await opening, planId);
      if (stopped) return 0;
      Y.transact(doc, () => updates.forEach((update) => Y.applyUpdate(doc, update, LOCAL)), LOCAL);
      count += updates.length;
      if (waiting.length === 0 && !writing) tell('kept');
      return updates.length;
    } catch {
      fail();
      return 0;
    }
  };

  const close = (): void => void opening.then((db) => db.close()).catch(() => undefined);
  const stop = (): void => {
    stopped = true;
    doc.off('update', onUpdate);
    // What is on its way is still written; the next batch would have been this one.
    if (!writing) close();
  };

  return {
    loaded: load(),
    stop,
    async drop() {
      stopped = true;
      broken = true;
      waiting = [];
      doc.off('update', onUpdate);
      await opening.then((db) => remove(db, planId)).catch(() => undefined);
      close();
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise<IDBDatabase>((resolve, reject) => {
    // Private windows and strict policies make the very property access throw.
    const request = indexedDB.open('guatu', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { autoIncrement: true }).createIndex('plan', 'plan');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB did not open'));
    request.onblocked = () => reject(new Error('IndexedDB is blocked'));
  });
}

interface Row {
  readonly plan: Id;
  readonly update: Uint8Array;
}

function append(db: IDBDatabase, plan: Id, updates: readonly Uint8Array[]): Promise<void> {
  const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' });
  for (const update of updates) transaction.objectStore(STORE).add({ plan, update } satisfies Row);
  return finished(transaction);
}

async function readAll(db: IDBDatabase, plan: Id): Promise<Uint8Array[]> {
  const transaction = db.transaction(STORE, 'readonly');
  const request = transaction.objectStore(STORE).index('plan').getAll(plan) as IDBRequest<Row[]>;
  await finished(transaction);
  return request.result.map((row) => row.update);
}

/** One transaction replaces the rows it saw by the whole state, so another tab's later rows stay. */
async function fold(db: IDBDatabase, plan: Id, doc: Y.Doc): Promise<number> {
  const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore(STORE);
  const rows = store.index('plan').getAll(plan) as IDBRequest<Row[]>;
  const keys = store.index('plan').getAllKeys(plan);
  keys.onsuccess = () => {
    // Rows of another tab may hold what this doc has not seen: fold them in, unapplied.
    const update = Y.mergeUpdates([Y.encodeStateAsUpdate(doc), ...rows.result.map((row) => row.update)]);
    for (const key of keys.result) store.delete(key);
    store.add({ plan, update } satisfies Row);
  };
  await finished(transaction);
  return 1;
}

async function remove(db: IDBDatabase, plan: Id): Promise<void> {
  const transaction = db.transaction(STORE, 'readwrite');
  const store = transaction.objectStore(STORE);
  const keys = store.index('plan').getAllKeys(plan);
  keys.onsuccess = () => keys.result.forEach((key) => store.delete(key));
  await finished(transaction);
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'));
  });
}
