// Looks at a Yjs update before anything is applied: can it be applied whole, by its own author, without holes?
// Touches no document, so there is nothing to roll back. What the update means is authorize.ts's question.
import * as Y from 'yjs';
import { decoding } from 'lib0';
import { ROOTS } from '../shared/doc/schema.ts';
import { docOf, stateOf } from '../shared/doc/state.ts';
import type { Limits } from './limits.ts';

export type Struct = Y.Item | Y.GC;

/** Each is a way in which a frame once got past an earlier guard, or broke an unguarded document. */
export type GateCode =
  | 'size'
  | 'malformed'
  | 'structs'
  | 'length'
  | 'foreign-client'
  | 'clients'
  | 'gap'
  | 'missing-dep'
  | 'order'
  | 'delete-unknown'
  | 'deletes'
  | 'root'
  | 'key'
  | 'content'
  | 'value';

export interface Passed {
  readonly ok: true;
  /** What to apply: the frame without what the document already holds. */
  readonly bytes: Uint8Array;
  /** In an order in which each finds what it hangs on. */
  readonly structs: readonly Struct[];
  readonly deletes: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;
  /** The authors of the structs. */
  readonly clients: readonly number[];
}

export interface Stopped {
  readonly ok: false;
  readonly code: GateCode;
  readonly why: string;
}

/** An honest client causes these by editing between socket-open and its step 2: drop the frame and ask again with a step 1. */
export const ASK_AGAIN: ReadonlySet<GateCode> = new Set(['gap', 'missing-dep', 'delete-unknown']);

const BAD_KEY = /^(__proto__|constructor|prototype)$/;
const ROOT_NAMES: ReadonlySet<string> = new Set(ROOTS);

/** `mayCopy` is asked before the document is copied to look closer, which few frames need and costs thousands of times more. */
export function gate(
  bytes: Uint8Array,
  doc: Y.Doc,
  owns: (client: number) => boolean,
  limits: Limits,
  mayCopy: () => boolean = () => true,
): Passed | Stopped {
  if (bytes.length > limits.stepBytes) return stop('size', bytes.length);
  const raw = decode(bytes);
  if (!raw) return stop('malformed', bytes.length);
  const update = withoutKnown(bytes, raw, doc);
  if (!update) return stop('malformed', bytes.length);
  const { structs } = update.decoded;
  if (structs.length > limits.structs) return stop('structs', structs.length);
  const runs = authors(structs, doc, owns, limits);
  if ('ok' in runs) return runs;
  for (const struct of structs) {
    const fault = struct instanceof Y.Item && faultOf(struct, limits);
    if (fault) return fault;
  }
  const order = inOrder(runs, doc);
  if (!order) return stop('missing-dep', '');
  const { clients } = update.decoded.ds;
  return (
    faultOfDeletes(clients, runs, doc, limits) ??
    faultOfNeighbours(update.bytes, order, runs, doc, limits, mayCopy) ?? {
      ok: true,
      bytes: update.bytes,
      structs: order,
      deletes: clients,
      clients: [...runs.keys()],
    }
  );
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Deletes = Decoded['ds']['clients'];
type Run = readonly Struct[];

function stop(code: GateCode, why: string | number): Stopped {
  return { ok: false, code, why: String(why).slice(0, 80) };
}

/** The decoder reads lazily, so a false count costs nothing; one section for each author, or Yjs would keep only the last. */
function decode(bytes: Uint8Array): Decoded | undefined {
  try {
    const decoded = Y.decodeUpdate(bytes);
    const sections = decoding.readVarUint(decoding.createDecoder(bytes));
    return new Set(decoded.structs.map((struct) => struct.id.client)).size === sections ? decoded : undefined;
  } catch {
    return undefined;
  }
}

/** Yjs resolves parents and splits neighbours even for structs it then ignores: it must never see them. */
function withoutKnown(
  bytes: Uint8Array,
  decoded: Decoded,
  doc: Y.Doc,
): { bytes: Uint8Array; decoded: Decoded } | undefined {
  const have = new Map<number, number>();
  for (const { id } of decoded.structs) {
    const state = Y.getState(doc.store, id.client);
    if (id.clock < state) have.set(id.client, state);
  }
  if (have.size === 0) return { bytes, decoded };
  try {
    const rest = Y.diffUpdate(bytes, Y.encodeStateVector(have));
    const again = decode(rest);
    return again && { bytes: rest, decoded: again };
  } catch {
    return undefined;
  }
}

/** Each author's structs, contiguous from where the document stands. */
function authors(
  structs: Decoded['structs'],
  doc: Y.Doc,
  owns: (client: number) => boolean,
  limits: Limits,
): Map<number, Struct[]> | Stopped {
  const runs = new Map<number, Struct[]>();
  let next = 0;
  let run: Struct[] | undefined;
  let author: number | undefined;
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip) return stop('gap', 'skip');
    if (!(struct instanceof Y.Item || struct instanceof Y.GC)) return stop('malformed', 'struct');
    if (struct.length < 1 || struct.length > limits.structLength || !Number.isSafeInteger(clock + struct.length))
      return stop('length', struct.length);
    if (!run || client !== author) {
      if (runs.has(client)) return stop('malformed', 'sections');
      if (runs.size >= limits.clients) return stop('clients', runs.size + 1);
      if (!owns(client)) return stop('foreign-client', client);
      author = client;
      next = Y.getState(doc.store, client);
      runs.set(client, (run = []));
    }
    if (clock !== next) return stop(clock > next ? 'gap' : 'malformed', `${client}:${clock}, not ${next}`);
    next += struct.length;
    run.push(struct);
  }
  return runs;
}

/** Follows Yjs: a struct can be integrated once its neighbours and its parent are there. Undefined when some never can. */
function inOrder(runs: ReadonlyMap<number, Run>, doc: Y.Doc): Struct[] | undefined {
  const reached = new Map<number, number>();
  const at = new Map<number, number>();
  const known = ({ client, clock }: Y.ID): boolean => clock < (reached.get(client) ?? Y.getState(doc.store, client));
  const order: Struct[] = [];
  let waiting = [...runs];
  for (const [client] of waiting) reached.set(client, Y.getState(doc.store, client));
  while (waiting.length > 0) {
    const before = order.length;
    waiting = waiting.filter(([client, run]) => {
      let i = at.get(client) ?? 0;
      for (; i < run.length && neighbours(run[i]!).every(known); i++) {
        order.push(run[i]!);
        reached.set(client, run[i]!.id.clock + run[i]!.length);
      }
      at.set(client, i);
      return i < run.length;
    });
    if (order.length === before) return undefined;
  }
  return order;
}

function neighbours(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  // Decoded but not integrated, the parent is still an id, a root's name or nothing.
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null);
}

function faultOf(item: Y.Item, limits: Limits): Stopped | undefined {
  const parent: unknown = item.parent;
  if (typeof parent === 'string' && !ROOT_NAMES.has(parent)) return stop('root', parent);
  if (item.parentSub !== null && !isKey(item.parentSub, limits)) return stop('key', item.parentSub);
  const { content } = item;
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentType) return undefined;
  if (content instanceof Y.ContentString)
    return content.str.length <= limits.valueChars ? undefined : stop('value', content.str.length);
  if (content instanceof Y.ContentAny)
    return content.arr.every((value: unknown) => isPlain(value, 0, limits)) ? undefined : stop('value', 'any');
  if (content instanceof Y.ContentFormat)
    return isKey(content.key, limits) && isPlain(content.value, 0, limits) ? undefined : stop('value', 'format');
  return stop('content', content.constructor.name);
}

function isKey(key: string, limits: Limits): boolean {
  return key.length <= limits.keyChars && !BAD_KEY.test(key);
}

/** Plain JSON; no bigint, bytes, NaN or foreign prototype (which is what a decoded `__proto__` leaves behind). */
function isPlain(value: unknown, depth: number, limits: Limits): boolean {
  if (depth > limits.valueDepth) return false;
  if (value === null || value === undefined || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.length <= limits.valueChars;
  if (Array.isArray(value)) return value.length <= 10_000 && value.every((each) => isPlain(each, depth + 1, limits));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(([key, each]) => isKey(key, limits) && isPlain(each, depth + 1, limits));
}

function faultOfDeletes(
  deletes: Deletes,
  runs: ReadonlyMap<number, Run>,
  doc: Y.Doc,
  limits: Limits,
): Stopped | undefined {
  let ranges = 0;
  for (const [client, list] of deletes) {
    const last = runs.get(client)?.at(-1);
    const end = last ? last.id.clock + last.length : Y.getState(doc.store, client);
    for (const { clock, len } of list) {
      if (++ranges > limits.deleteRanges) return stop('deletes', ranges);
      // An empty range makes Yjs throw half way through.
      if (len < 1 || !Number.isSafeInteger(clock + len)) return stop('deletes', len);
      if (clock + len > end) return stop('delete-unknown', `${client}:${clock}+${len}`);
    }
  }
  return undefined;
}

/**
 * A struct stands after its left and before its right neighbour. Where these are the other way round, each copy of the document
 * puts it somewhere else, and so does a reload.
 */
function faultOfNeighbours(
  bytes: Uint8Array,
  order: readonly Struct[],
  runs: ReadonlyMap<number, Run>,
  doc: Y.Doc,
  limits: Limits,
  mayCopy: () => boolean,
): Stopped | undefined {
  const between = order.filter(
    (struct): struct is Y.Item => struct instanceof Y.Item && struct.origin !== null && struct.rightOrigin !== null,
  );
  const steps = { left: limits.steps };
  const doubtful: Y.Item[] = [];
  for (const item of between) {
    const answer = stands(item.origin!, item.rightOrigin!, runs, doc, steps);
    if (answer === false) return stop('order', `${item.id.client}:${item.id.clock}`);
    if (answer === undefined) doubtful.push(item);
  }
  if (doubtful.length === 0) return undefined;
  return mayCopy() ? faultInCopy(bytes, doubtful, doc, steps) : stop('order', 'too many to look at');
}

/** Is `left` before `right`? Undefined when only applying the frame would tell. */
function stands(
  left: Y.ID,
  right: Y.ID,
  runs: ReadonlyMap<number, Run>,
  doc: Y.Doc,
  steps: { left: number },
): boolean | undefined {
  const before = find(left, runs);
  const after = find(right, runs);
  if (!before && !after) return precedes(doc, left, right, steps);
  if (before && before === after) return left.clock < right.clock;
  // What people do: going on after one's own words, or putting something before them.
  if (before instanceof Y.Item && Y.compareIDs(before.rightOrigin, right)) return true;
  if (after instanceof Y.Item && right.clock === after.id.clock && Y.compareIDs(after.origin, left)) return true;
  return undefined;
}

/** The struct of this frame that holds the id. */
function find({ client, clock }: Y.ID, runs: ReadonlyMap<number, Run>): Struct | undefined {
  const run = runs.get(client);
  if (!run || clock < run[0]!.id.clock) return undefined;
  let low = 0;
  let high = run.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (run[middle]!.id.clock <= clock) low = middle;
    else high = middle - 1;
  }
  return run[low];
}

/** Both are in the document: follow the list from one to the other. Undefined when that takes too long to be worth it. */
function precedes(doc: Y.Doc, left: Y.ID, right: Y.ID, steps: { left: number }): boolean | undefined {
  const from = Y.getItem(doc.store, left) as Struct;
  const to = Y.getItem(doc.store, right) as Struct;
  // Garbage: whatever is put beside it vanishes too.
  if (!(from instanceof Y.Item && to instanceof Y.Item)) return true;
  if (from === to) return left.clock < right.clock;
  for (let at = from.right; at; at = at.right) {
    if (at === to) return true;
    if (--steps.left < 0) return undefined;
  }
  return false;
}

function faultInCopy(
  bytes: Uint8Array,
  items: readonly Y.Item[],
  doc: Y.Doc,
  steps: { left: number },
): Stopped | undefined {
  const copy = docOf([stateOf(doc)]);
  try {
    Y.applyUpdate(copy, bytes);
    for (const { id, rightOrigin } of items)
      if (precedes(copy, id, rightOrigin!, steps) !== true) return stop('order', `${id.client}:${id.clock}`);
    return undefined;
  } catch {
    return stop('malformed', 'copy');
  } finally {
    copy.destroy();
  }
}
