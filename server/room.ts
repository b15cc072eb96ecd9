// One live plan: its document, who is connected, and the order in which a frame is treated (HOUSE D13):
// gate → policy → apply → append and fsync → acknowledge. Only the broadcast may come before the fsync.
import * as Y from 'yjs';
import { OFFICE_FIELDS, META_FIELDS, rootOf } from '../shared/doc/schema.ts';
import { docOf, isWhole, soundStateOf, stateOf } from '../shared/doc/state.ts';
import { decide } from '../shared/policy/decide.ts';
import type { CloseName } from '../shared/protocol/close.ts';
import { may } from '../shared/protocol/roles.ts';
import type { RoleName } from '../shared/protocol/roles.ts';
import { resolve } from './authorize.ts';
import { NEUTRAL, hueColor } from './awareness.ts';
import { ASK_AGAIN, gate } from './gate.ts';
import type { Stopped } from './gate.ts';
import { makeKeeper } from './keeper.ts';
import type { Keeper } from './keeper.ts';
import { makeBudget } from './limits.ts';
import type { Budget, Limits } from './limits.ts';
import type { Log } from './log.ts';
import { makePresences } from './presences.ts';
import type { Here, Presences } from './presences.ts';
import type { About, Claim, Loaded, Store } from './store.ts';
import { notSavedFrame, savedFrame, syncFrame } from './wire.ts';

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
  /** A y-websocket sync message: 0 step 1, 1 step 2, 2 update. */
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
  readonly retryMs: number;
  /** Nobody is here and everything is kept. */
  readonly onIdle: (room: Room) => void;
  /** Our own bug: the document cannot be trusted any more. */
  readonly onFault: (room: Room) => void;
}

interface Sitting {
  readonly member: Member;
  readonly here: Here;
  /** Sync frames received, and up to which of them it was told they are saved. */
  received: number;
  told: number;
  /** A frame was dropped: only a step 2, which repeats it, makes later counts true again. */
  hole: boolean;
  /** Costly second looks it may still cause. */
  readonly copies: Budget;
  /** Has asked for the state, so what comes later makes sense to it. */
  synced: boolean;
}

interface Frame {
  readonly seat: Sitting;
  readonly k: number;
  readonly step: boolean;
  readonly body: Uint8Array;
}

/** What one tick's frames led to. */
interface Tick {
  readonly acks: Map<Sitting, number>;
  readonly claims: Claim[];
  readonly authors: Set<Sitting>;
}

/** Records after which the log is folded into one state: while people work, and when the last one leaves. */
const FOLD_BUSY = 2_000;
const FOLD_IDLE = 50;

export class Room {
  readonly id: string;
  readonly doc: Y.Doc;
  readonly #parts: RoomParts;
  readonly #seats = new Set<Sitting>();
  readonly #owners: Map<number, string>;
  readonly #presences: Presences;
  readonly #keeper: Keeper;
  #inbox: Frame[] = [];
  #bytes: number;
  #about: About;
  /** The state for those who come with nothing, encoded once however many come together. */
  #whole: Uint8Array | undefined;
  #dead = false;

  /** The document is complete before anybody is let in. `bring` may change it (a migration); that is kept like any edit. */
  constructor(id: string, loaded: Loaded, parts: RoomParts, bring: (doc: Y.Doc) => void = () => {}) {
    this.id = id;
    this.#parts = parts;
    this.#owners = new Map(loaded.owners);
    this.#bytes = loaded.bytes;
    this.#presences = makePresences(parts.limits.presenceEveryMs, parts.now);
    const { store, log, retryMs } = parts;
    this.#keeper = makeKeeper(
      { plan: id, store, log, retryMs, onTrouble: () => this.#tellTrouble(), onEmpty: () => this.#rest() },
      loaded.updates.length - 1,
    );
    this.doc = docOf(loaded.updates);
    this.#about = aboutOf(this.doc);
    const changes = this.#collect(() => bring(this.doc));
    if (changes.length > 0) this.#keep(changes, { acks: new Map(), claims: [], authors: new Set() });
  }

  get idle(): boolean {
    return this.#seats.size === 0 && this.#inbox.length === 0 && this.#keeper.empty;
  }

  join(member: Member): Seat {
    const here: Here = {
      identity: () => this.#identity(member),
      mayShow: (client) => [undefined, member.owner].includes(this.#owners.get(client)),
      send: (frame) => member.send(frame),
    };
    const { limits, now } = this.#parts;
    const copies = makeBudget(limits.copiesPerSecond, limits.copiesAtOnce, now);
    const seat: Sitting = { member, here, received: 0, told: 0, hole: false, synced: false, copies };
    this.#seats.add(seat);
    this.#presences.enter(here);
    member.send(this.#step1());
    this.#presences.tell(here);
    if (this.#keeper.trouble) member.send(notSavedFrame(0, 'store'));
    return {
      sync: (step, body) => this.#receive(seat, step, body),
      awareness: (body) => {
        if (!this.#presences.hear(here, body)) member.close('badFrame', 'awareness');
      },
      who: () => this.#presences.tell(here),
      leave: () => this.#leave(seat),
    };
  }

  closeAll(why: CloseName, detail: string): void {
    for (const { member } of this.#seats) member.close(why, detail);
  }

  /** Resolves when everything accepted is on disk. */
  async drained(): Promise<void> {
    this.#drain();
    while (!this.#keeper.empty) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  destroy(): void {
    this.#dead = true;
    this.#keeper.stop();
    this.#presences.stop();
    this.doc.destroy();
  }

  #step1(): Uint8Array {
    return syncFrame(0, Y.encodeStateVector(this.doc));
  }

  #receive(seat: Sitting, step: number, body: Uint8Array): void {
    if (this.#dead || !this.#seats.has(seat)) return;
    const { stepBytes, updateBytes } = this.#parts.limits;
    if (step === 0 && body.length <= updateBytes) return this.#answer(seat, body);
    if (step !== 1 && step !== 2) return seat.member.close('badFrame', `sync message ${step}`);
    const k = ++seat.received;
    if (body.length > (step === 1 ? stepBytes : updateBytes)) return this.#refuse(seat, k, 'tooLarge', 'size');
    if (this.#inbox.push({ seat, k, step: step === 1, body }) === 1) setImmediate(() => this.#drain());
  }

  #answer(seat: Sitting, vector: Uint8Array): void {
    try {
      const nothing = vector.length === 1 && vector[0] === 0;
      const state = nothing ? (this.#whole ??= stateOf(this.doc)) : Y.encodeStateAsUpdate(this.doc, vector);
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
    const tick: Tick = { acks: new Map(), claims: [], authors: new Set() };
    try {
      const changes = this.#collect(() => this.doc.transact(() => frames.forEach((frame) => this.#treat(frame, tick))));
      this.#keep(changes, tick);
      this.#sendOn(changes, tick.authors);
    } catch (error) {
      this.#collapse(error);
    }
  }

  #treat(frame: Frame, tick: Tick): void {
    const { seat, k, step, body } = frame;
    if (!this.#seats.has(seat)) return;
    const { member } = seat;
    const { limits } = this.#parts;
    const viewer = !may(member.role, 'edit');
    const owns = (client: number): boolean => viewer || this.#mayUse(client, member.owner);
    const passed = gate(body, this.doc, owns, limits, () => seat.copies.take(1));
    if (!passed.ok) return this.#stopped(seat, k, viewer, passed);
    const touched = resolve(this.doc, passed, limits);
    const unfit = 'unfit' in touched ? touched.unfit : undefined;
    const writes = passed.structs.length > 0 || unfit !== undefined || (touched as readonly unknown[]).length > 0;
    // A page writes by merely opening a note or tidying its formatting: a viewer's is not to be blamed for it, nor believed.
    if (viewer && writes) return void (seat.hole = true);
    if ('unfit' in touched) return this.#refuse(seat, k, 'badFrame', touched.unfit);
    const forbidden = decide(member, touched);
    if (forbidden) return this.#refuse(seat, k, 'rebuild', forbidden);
    if (writes) {
      if (this.#bytes + passed.bytes.length > limits.planBytes) return this.#refuse(seat, k, 'tooLarge', 'plan full');
      Y.applyUpdate(this.doc, passed.bytes);
      if (!isWhole(this.doc)) throw new Error('the gate let a hole through');
      tick.authors.add(seat);
      for (const client of passed.clients) this.#claim(client, member.owner, tick.claims);
    }
    if (step) seat.hole = false;
    if (!seat.hole) tick.acks.set(seat, k);
  }

  #stopped(seat: Sitting, k: number, viewer: boolean, { code, why }: Stopped): void {
    seat.hole = true;
    if (viewer) return;
    if (ASK_AGAIN.has(code)) return seat.member.send(this.#step1());
    if (code === 'size' || code === 'structs') return this.#refuse(seat, k, 'tooLarge', code);
    if (code === 'foreign-client') return this.#refuse(seat, k, 'rebuild', code);
    this.#refuse(seat, k, 'badFrame', `${code} ${why}`);
  }

  /** First use claims a clientID for ever; one that has written without an owner is the server's own. */
  #mayUse(client: number, owner: string): boolean {
    const had = this.#owners.get(client);
    if (had !== undefined) return had === owner;
    if (client === this.doc.clientID || Y.getState(this.doc.store, client) > 0) return false;
    // Seen by all in presence, before its owner has written a word.
    for (const { member, here } of this.#seats)
      if (member.owner !== owner && this.#presences.clientOf(here) === client) return false;
    return true;
  }

  #claim(client: number, owner: string, claims: Claim[]): void {
    if (this.#owners.has(client)) return;
    this.#owners.set(client, owner);
    claims.push({ client, owner });
  }

  #refuse(seat: Sitting, k: number, why: CloseName, detail: string): void {
    this.#parts.log.warn('refused', { plan: this.id, owner: seat.member.owner, why, detail });
    seat.member.send(notSavedFrame(k, detail));
    seat.member.close(why, detail);
    this.#leave(seat);
  }

  /** What the document itself says it changed, including formatting that Yjs tidies up after a merge. */
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

  #keep(updates: readonly Uint8Array[], { acks, claims }: Tick): void {
    if (updates.length === 0 && claims.length === 0 && acks.size === 0) return;
    for (const update of updates) this.#bytes += update.length;
    const about = aboutOf(this.doc);
    const news = !sameAbout(about, this.#about);
    this.#about = about;
    const kept = (): void => acks.forEach((k, seat) => this.#tellSaved(seat, k));
    this.#keeper.keep({ updates, claims, kept, ...(news && { about }) });
  }

  #sendOn(changes: readonly Uint8Array[], authors: ReadonlySet<Sitting>): void {
    for (const [i, update] of changes.entries()) {
      const frame = syncFrame(2, update);
      // A sole author has the first already; what follows it is the server's tidying.
      const skip = i === 0 && authors.size === 1 ? authors : undefined;
      for (const seat of this.#seats) if (seat.synced && !skip?.has(seat)) seat.member.send(frame);
    }
  }

  #tellSaved(seat: Sitting, k: number): void {
    if (k <= seat.told || !this.#seats.has(seat)) return;
    seat.told = k;
    seat.member.send(savedFrame(k));
  }

  #tellTrouble(): void {
    for (const { member } of this.#seats) member.send(notSavedFrame(0, 'store'));
  }

  #rest(): void {
    const most = this.idle ? FOLD_IDLE : FOLD_BUSY;
    if (this.#keeper.empty && this.#keeper.records > most && !this.#dead) this.#fold();
    if (this.idle) this.#parts.onIdle(this);
  }

  #fold(): void {
    try {
      const state = soundStateOf(this.doc);
      this.#keeper.fold(state);
      this.#bytes = state.length;
    } catch (error) {
      this.#parts.log.fault('fold failed', error, { plan: this.id });
    }
  }

  /** What was accepted before is still brought to disk; everybody reconnects to a fresh copy made of it. */
  #collapse(error: unknown): void {
    this.#parts.log.fault('room collapsed', error, { plan: this.id });
    this.#dead = true;
    this.closeAll('restarting', 'fault');
    for (const seat of [...this.#seats]) this.#leave(seat);
    this.#parts.onFault(this);
  }

  #identity({ role, office }: Member): { role: RoleName; office: string; color: string } {
    const hue = office ? hueOf(this.doc, office) : undefined;
    return { role, office, color: hue === undefined ? NEUTRAL : hueColor(hue) };
  }

  #leave(seat: Sitting): void {
    if (!this.#seats.delete(seat)) return;
    this.#presences.leave(seat.here);
    if (this.#seats.size === 0) setImmediate(() => this.#rest());
  }
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
