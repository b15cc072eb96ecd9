// One live plan: its document, who is connected, what is on its way to the disk. The order of D13 is here:
// gate → policy → apply → append and fsync → acknowledge; only the broadcast may come before the fsync.
import { encoding } from 'lib0';
import * as Y from 'yjs';
import { META_FIELDS, OFFICE_FIELDS, rootOf } from '../shared/doc/schema.ts';
import { decide } from '../shared/policy/decide.ts';
import { may } from '../shared/protocol/roles.ts';
import type { RoleName } from '../shared/protocol/roles.ts';
import { NOT_SAVED, SAVED, SYNC } from '../shared/protocol/messages.ts';
import type { CloseName } from '../shared/protocol/close.ts';
import { resolve } from './authorize.ts';
import { NEUTRAL, encodeShown, hueColor, readAwareness, signedState } from './awareness.ts';
import type { Shown } from './awareness.ts';
import { ASK_AGAIN, gate } from './gate.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import type { About, Claim, Loaded, Store } from './store.ts';

/** One connection as the room sees it. */
export interface Member {
  readonly role: RoleName;
  readonly office: string;
  /** Owns the clientIDs it uses: one browser or one script. */
  readonly owner: string;
  /** Never blocks. */
  send(frame: Uint8Array): void;
  close(why: CloseName, detail: string): void;
}

/** A member's place in the room. */
export interface Seat {
  /** A y-websocket sync frame: step 1, step 2 or update. False when it is not one. */
  sync(step: number, body: Uint8Array): void;
  awareness(body: Uint8Array): void;
  /** Everybody's presence, as asked for by y-websocket's message 3. */
  who(): void;
  leave(): void;
}

export interface RoomParts {
  readonly store: Store;
  readonly limits: Limits;
  readonly log: Log;
  readonly now: () => number;
  /** Before another try after the store failed. */
  readonly retryMs: number;
  readonly onIdle: (room: Room) => void;
  readonly onFault: (room: Room) => void;
}

interface Sitting {
  readonly member: Member;
  /** Sync frames received, and up to which of them it was told they are saved. */
  received: number;
  told: number;
  /** A frame was dropped: only a step 2, which repeats it, can make later counts true again. */
  hole: boolean;
  /** Has asked for the state, so what comes later makes sense to it. */
  synced: boolean;
  shown?: Shown;
  /** Its presence changed since it was last sent on. */
  stirred: boolean;
}

interface Frame {
  readonly seat: Sitting;
  readonly k: number;
  readonly step: boolean;
  readonly body: Uint8Array;
}

interface Unsaved {
  readonly updates: Uint8Array[];
  readonly claims: Claim[];
  readonly acks: Map<Sitting, number>;
  readonly about?: About;
}

/** Records since the last whole state after which the log is folded: while people work, and when the last one leaves. */
const FOLD_BUSY = 2_000;
const FOLD_IDLE = 50;

export class Room {
  readonly id: string;
  readonly doc = new Y.Doc();
  readonly #parts: RoomParts;
  readonly #seats = new Set<Sitting>();
  readonly #owners: Map<number, string>;
  #inbox: Frame[] = [];
  #unsaved: Unsaved[] = [];
  #saving = false;
  #trouble = false;
  #dead = false;
  #records: number;
  #bytes: number;
  #about: About;
  #whole: Uint8Array | undefined;
  #clock = 0;
  #presenceTimer: NodeJS.Timeout | undefined;
  #presenceAt = 0;

  /** The document is complete before anybody is let in. `bring` may change it (a migration); that is kept like any edit. */
  constructor(id: string, loaded: Loaded, parts: RoomParts, bring: (doc: Y.Doc) => void = () => {}) {
    this.id = id;
    this.#parts = parts;
    this.#owners = new Map(loaded.owners);
    this.#records = loaded.updates.length - 1;
    this.#bytes = loaded.bytes;
    this.doc.transact(() => loaded.updates.forEach((update) => Y.applyUpdate(this.doc, update)));
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) throw new Error(`room ${id}: the log has a hole`);
    const changes = this.#collect(() => bring(this.doc));
    this.#about = aboutOf(this.doc);
    this.#keep(changes, [], new Map());
  }

  get size(): number {
    return this.#seats.size;
  }

  get idle(): boolean {
    return this.#seats.size === 0 && this.#inbox.length === 0 && this.#unsaved.length === 0 && !this.#saving;
  }

  /** Nobody may join any more; what was accepted is still being kept. */
  get dead(): boolean {
    return this.#dead;
  }

  join(member: Member): Seat {
    const seat: Sitting = { member, received: 0, told: 0, hole: false, synced: false, stirred: false };
    this.#seats.add(seat);
    member.send(this.#step1());
    const others = this.#present(seat);
    if (others.length > 0) member.send(encodeShown(others));
    if (this.#trouble) member.send(notSaved(0, 'store'));
    return {
      sync: (step, body) => this.#receive(seat, step, body),
      awareness: (body) => this.#show(seat, body),
      who: () => member.send(encodeShown(this.#present(seat))),
      leave: () => this.#leave(seat),
    };
  }

  closeAll(why: CloseName, detail: string): void {
    for (const { member } of this.#seats) member.close(why, detail);
  }

  /** Resolves when everything accepted is on disk. */
  async drained(): Promise<void> {
    while (!this.#dead && this.#inbox.length > 0) this.#drain();
    while (this.#unsaved.length > 0 || this.#saving) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  destroy(): void {
    this.#dead = true;
    clearTimeout(this.#presenceTimer);
    this.doc.destroy();
  }

  // ── Sync ──

  #step1(): Uint8Array {
    return syncFrame(0, Y.encodeStateVector(this.doc));
  }

  #receive(seat: Sitting, step: number, body: Uint8Array): void {
    if (this.#dead || !this.#seats.has(seat)) return;
    if (step === 0) return this.#answer(seat, body);
    if (step !== 1 && step !== 2) return seat.member.close('badFrame', `sync message ${step}`);
    const k = ++seat.received;
    const most = step === 1 ? this.#parts.limits.stepBytes : this.#parts.limits.updateBytes;
    if (body.length > most) return this.#refuse(seat, k, 'tooLarge', 'size');
    if (this.#inbox.push({ seat, k, step: step === 1, body }) === 1) setImmediate(() => this.#drain());
  }

  /** The state for those who come with nothing is encoded once, however many come together. */
  #answer(seat: Sitting, vector: Uint8Array): void {
    try {
      const empty = vector.length === 1 && vector[0] === 0;
      const state = empty ? (this.#whole ??= Y.encodeStateAsUpdate(this.doc)) : Y.encodeStateAsUpdate(this.doc, vector);
      seat.synced = true;
      seat.member.send(syncFrame(1, state));
    } catch {
      seat.member.close('badFrame', 'state vector');
    }
  }

  /** All frames of one tick: judged one by one, applied in one transaction, kept and sent on as one. */
  #drain(): void {
    const frames = this.#inbox;
    this.#inbox = [];
    if (this.#dead || frames.length === 0) return;
    const acks = new Map<Sitting, number>();
    const claims: Claim[] = [];
    const authors = new Set<Sitting>();
    try {
      const changes = this.#collect(() =>
        this.doc.transact(() => {
          for (const frame of frames) this.#judge(frame, acks, claims, authors);
        }),
      );
      this.#keep(changes, claims, acks);
      this.#sendOn(changes, authors);
    } catch (error) {
      this.#collapse(error);
    }
  }

  #judge(frame: Frame, acks: Map<Sitting, number>, claims: Claim[], authors: Set<Sitting>): void {
    const { seat, k, step, body } = frame;
    if (!this.#seats.has(seat)) return;
    const { limits } = this.#parts;
    const viewer = !may(seat.member.role, 'edit');
    const passed = gate(body, this.doc, (client) => viewer || this.#mayUse(client, seat.member.owner), limits);
    if (!passed.ok) {
      seat.hole = true;
      if (viewer) return;
      if (passed.code === 'size' || passed.code === 'structs') return this.#refuse(seat, k, 'tooLarge', passed.code);
      if (passed.code === 'foreign-client') return this.#refuse(seat, k, 'rebuild', passed.code);
      if (!ASK_AGAIN.has(passed.code)) return this.#refuse(seat, k, 'badFrame', `${passed.code} ${passed.why}`);
      return seat.member.send(this.#step1());
    }
    const touched = resolve(this.doc, passed, limits);
    if ('unfit' in touched) {
      seat.hole = true;
      return viewer ? undefined : this.#refuse(seat, k, 'badFrame', touched.unfit);
    }
    // An editor's own page may write by merely opening a note or tidying its formatting: a viewer's is not to be blamed for it.
    if (viewer && (touched.length > 0 || passed.structs.length > 0)) return void (seat.hole = true);
    const forbidden = decide(seat.member, touched);
    if (forbidden) {
      seat.hole = true;
      return this.#refuse(seat, k, 'rebuild', forbidden);
    }
    const changes = passed.structs.length > 0 || touched.length > 0;
    if (changes && this.#bytes + passed.bytes.length > limits.planBytes)
      return this.#refuse(seat, k, 'tooLarge', 'plan full');
    if (changes) {
      Y.applyUpdate(this.doc, passed.bytes);
      if (this.doc.store.pendingStructs || this.doc.store.pendingDs) throw new Error('the gate let a hole through');
      authors.add(seat);
    }
    for (const client of passed.clients) this.#claim(client, seat.member.owner, claims);
    if (step) seat.hole = false;
    if (!seat.hole) acks.set(seat, k);
  }

  /** First use claims a clientID for ever; one that has written without an owner is the server's own. */
  #mayUse(client: number, owner: string): boolean {
    const had = this.#owners.get(client);
    return had === undefined ? Y.getState(this.doc.store, client) === 0 && client !== this.doc.clientID : had === owner;
  }

  #claim(client: number, owner: string, claims: Claim[]): void {
    if (this.#owners.has(client)) return;
    this.#owners.set(client, owner);
    claims.push({ client, owner });
  }

  #refuse(seat: Sitting, k: number, why: CloseName, detail: string): void {
    seat.hole = true;
    this.#parts.log.warn('refused', { plan: this.id, owner: seat.member.owner, why, detail });
    seat.member.send(notSaved(k, detail));
    seat.member.close(why, detail);
    this.#leave(seat);
  }

  /** What the document itself says it changed; formatting that Yjs tidies up after a merge included. */
  #collect(work: () => void): Uint8Array[] {
    const changes: Uint8Array[] = [];
    const take = (update: Uint8Array): void => void changes.push(update);
    this.doc.on('update', take);
    try {
      work();
    } finally {
      this.doc.off('update', take);
    }
    if (changes.length > 0) this.#whole = undefined;
    return changes;
  }

  #sendOn(changes: readonly Uint8Array[], authors: ReadonlySet<Sitting>): void {
    for (const [i, update] of changes.entries()) {
      const frame = syncFrame(2, update);
      // A sole author has the first already; what follows it is the server's tidying.
      const skip = i === 0 && authors.size === 1 ? authors : undefined;
      for (const seat of this.#seats) if (seat.synced && !skip?.has(seat)) seat.member.send(frame);
    }
  }

  // ── Keeping ──

  #keep(updates: Uint8Array[], claims: Claim[], acks: Map<Sitting, number>): void {
    if (updates.length === 0 && claims.length === 0 && acks.size === 0) return;
    for (const update of updates) this.#bytes += update.length;
    const about = updates.length > 0 ? aboutOf(this.doc) : this.#about;
    const news = !sameAbout(about, this.#about);
    this.#about = about;
    this.#unsaved.push({ updates, claims, acks, ...(news && { about }) });
    if (!this.#saving) void this.#save();
  }

  async #save(): Promise<void> {
    this.#saving = true;
    while (this.#unsaved.length > 0) {
      const batch = joined(this.#unsaved.splice(0));
      try {
        if (batch.updates.length > 0 || batch.claims.length > 0) await this.#parts.store.append(this.id, batch);
        this.#records += batch.updates.length;
        this.#trouble = false;
        for (const [seat, k] of batch.acks) this.#tell(seat, k);
        if (this.#records > FOLD_BUSY) this.#fold();
      } catch (error) {
        this.#unsaved.unshift(batch);
        this.#inTrouble(error);
        await new Promise((resolve) => setTimeout(resolve, this.#parts.retryMs));
      }
    }
    this.#saving = false;
    this.#rest();
  }

  #tell(seat: Sitting, k: number): void {
    if (k <= seat.told || !this.#seats.has(seat)) return;
    seat.told = k;
    seat.member.send(saved(k));
  }

  #inTrouble(error: unknown): void {
    if (!this.#trouble) {
      this.#parts.log.fault('store cannot write', error, { plan: this.id });
      for (const { member } of this.#seats) member.send(notSaved(0, 'store'));
    }
    this.#trouble = true;
  }

  /** Puts one whole state in the place of the log, after checking that it says the same. */
  #fold(): void {
    if (this.#unsaved.length > 0) return;
    try {
      const state = Y.encodeStateAsUpdate(this.doc);
      const copy = new Y.Doc();
      Y.applyUpdate(copy, state);
      const same = sameBytes(Y.encodeStateVector(copy), Y.encodeStateVector(this.doc)) && !copy.store.pendingStructs;
      copy.destroy();
      if (!same) throw new Error('the folded state differs from the live one');
      this.#parts.store.compact(this.id, state);
      this.#records = 0;
      this.#bytes = state.length;
    } catch (error) {
      this.#parts.log.fault('fold failed', error, { plan: this.id });
    }
  }

  /** The last one has left and everything is kept. */
  #rest(): void {
    if (!this.idle) return;
    if (this.#records > FOLD_IDLE && !this.#dead) this.#fold();
    this.#parts.onIdle(this);
  }

  /** Our own bug: this document can no longer be trusted. What was accepted before is kept; everybody reconnects to a fresh copy. */
  #collapse(error: unknown): void {
    this.#parts.log.fault('room collapsed', error, { plan: this.id });
    this.#dead = true;
    this.closeAll('restarting', 'fault');
    for (const seat of [...this.#seats]) this.#leave(seat);
    this.#parts.onFault(this);
  }

  // ── Presence ──

  #show(seat: Sitting, body: Uint8Array): void {
    const entries = readAwareness(body);
    if (!entries) return seat.member.close('badFrame', 'awareness');
    for (const { client, state } of entries) {
      if (!this.#isSelf(seat, client, state)) continue;
      const signed = state === null ? null : signedState(state, this.#identity(seat));
      if (signed === undefined) continue;
      seat.shown = { client, state: signed, clock: this.#tick() };
      this.#stir(seat);
    }
  }

  /** One clientID for each connection, that no other connection shows and no one else has written with. */
  #isSelf(seat: Sitting, client: number, state: string | null): boolean {
    if (seat.shown) return seat.shown.client === client;
    if (state === null) return false;
    for (const other of this.#seats) if (other.shown?.client === client && other !== seat) return false;
    const owner = this.#owners.get(client);
    return owner === undefined || owner === seat.member.owner;
  }

  #identity({ member: { role, office } }: Sitting): { role: RoleName; office: string; color: string } {
    const hue = office ? hueOf(this.doc, office) : undefined;
    return { role, office, color: hue === undefined ? NEUTRAL : hueColor(hue) };
  }

  /** Grows over restarts too, so that nobody's state looks older than what was seen before. */
  #tick(): number {
    return (this.#clock = Math.max(this.#clock + 1, this.#parts.now()));
  }

  #stir(seat: Sitting): void {
    seat.stirred = true;
    if (this.#presenceTimer) return;
    const wait = Math.max(0, this.#presenceAt + this.#parts.limits.presenceEveryMs - this.#parts.now());
    this.#presenceTimer = setTimeout(() => this.#spread(), wait);
  }

  /** Nobody is sent their own state back: it would overwrite what they have changed since. */
  #spread(): void {
    this.#presenceTimer = undefined;
    this.#presenceAt = this.#parts.now();
    const stirred = [...this.#seats].filter((seat) => seat.stirred);
    for (const seat of stirred) seat.stirred = false;
    const all = stirred.flatMap(({ shown }) => shown ?? []);
    const frame = encodeShown(all);
    for (const seat of this.#seats) {
      if (!seat.shown || !all.includes(seat.shown)) seat.member.send(frame);
      else if (all.length > 1) seat.member.send(encodeShown(all.filter((each) => each !== seat.shown)));
    }
  }

  #present(except: Sitting): Shown[] {
    return [...this.#seats].flatMap((seat) => (seat !== except && seat.shown?.state ? [seat.shown] : []));
  }

  #leave(seat: Sitting): void {
    if (!this.#seats.delete(seat)) return;
    if (seat.shown?.state) {
      const gone = encodeShown([{ client: seat.shown.client, clock: this.#tick(), state: null }]);
      for (const { member } of this.#seats) member.send(gone);
    }
    if (this.#seats.size === 0) setImmediate(() => !this.#saving && this.#rest());
  }
}

function joined(batches: readonly Unsaved[]): Unsaved {
  const acks = new Map<Sitting, number>();
  for (const batch of batches) for (const [seat, k] of batch.acks) acks.set(seat, k);
  const about = batches.findLast((batch) => batch.about)?.about;
  return {
    updates: batches.flatMap((batch) => batch.updates),
    claims: batches.flatMap((batch) => batch.claims),
    acks,
    ...(about && { about }),
  };
}

export function aboutOf(doc: Y.Doc): About {
  const meta = rootOf(doc, 'meta');
  return {
    title: META_FIELDS.title(meta.get('title')) ?? '',
    year: META_FIELDS.year(meta.get('year')) ?? null,
    sample: META_FIELDS.sample(meta.get('sample')) ?? false,
  };
}

function sameAbout(a: About, b: About): boolean {
  return a.title === b.title && a.year === b.year && a.sample === b.sample;
}

/** The office's place on the colour wheel, by its name in the register or one of its aliases. */
function hueOf(doc: Y.Doc, name: string): number | undefined {
  for (const office of rootOf(doc, 'offices').values()) {
    if (!(office instanceof Y.Map)) continue;
    const names = [OFFICE_FIELDS.name(office.get('name')), ...(OFFICE_FIELDS.aliases(office.get('aliases')) ?? [])];
    if (names.includes(name)) return OFFICE_FIELDS.hue(office.get('hue'));
  }
  return undefined;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function syncFrame(step: 0 | 1 | 2, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}

function saved(k: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SAVED);
    encoding.writeVarUint(encoder, k);
  });
}

function notSaved(k: number, reason: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, NOT_SAVED);
    encoding.writeVarUint(encoder, k);
    encoding.writeVarString(encoder, reason);
  });
}
