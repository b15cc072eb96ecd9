// Readers: how one stored value survives bad data. Each turns whatever is there into a value, or undefined when it is not one.
// Readers never throw; the gate refuses what they refuse.
import { isDay } from './day.ts';
import type { Basis, Day, Due, Form, Grain, Kind, Light, Lineage, People, Place, Span, Status, Ticks } from './plan.ts';

const GRAINS: readonly Grain[] = ['day', 'month', 'quarter', 'half', 'year'];
export const KINDS: readonly Kind[] = ['section', 'item', 'clause', 'task', 'milestone'];
export const LIGHTS: readonly Light[] = ['todo', 'doing', 'done', 'late', 'hold'];

export type Reader<T> = (value: unknown) => T | undefined;

export const oneOf =
  <T extends string>(list: readonly T[]): Reader<T> =>
  (value) =>
    list.find((each) => each === value);

export const text =
  (max: number): Reader<string> =>
  (value) =>
    typeof value === 'string' && value.length <= max ? value : undefined;

export const whole =
  (min: number, max: number): Reader<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : undefined;

export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const day: Reader<Day> = (value) => (isDay(value) ? value : undefined);

/** A plain object: an object of a class, such as a shared type, is not a value. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const made: unknown = Object.getPrototypeOf(value);
  return made === Object.prototype || made === null;
}

function hasOnly(value: object, count: number): boolean {
  return Object.keys(value).length === count;
}

/** An id of ours or of a careful script: no separators, no words that mean something. */
export const readId: Reader<string> = (value) =>
  typeof value === 'string' && value.length <= 40 && isMadeOf(ID, value) && !NO_IDS.has(value) ? value : undefined;

/** By code: what an id, and what an order key, is made of. A plan has fifty thousand of them, and a pattern is slower than a look. */
const ID = letters('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-');
const ORDER = letters('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');

function letters(all: string): Uint8Array {
  const found = new Uint8Array(128);
  for (const letter of all) found[letter.charCodeAt(0)] = 1;
  return found;
}

function isMadeOf(known: Uint8Array, value: string): boolean {
  for (let at = 0; at < value.length; at++) if (known[value.charCodeAt(at)] !== 1) return false;
  return value.length > 0;
}

const NO_IDS: ReadonlySet<string> = new Set(['root', 'bin', '__proto__', 'constructor', 'prototype']);

/** ROOT, BIN or an id. */
const readParent: Reader<string> = (value) => (value === 'root' || value === 'bin' ? value : readId(value));

export const readOrder: Reader<string> = (value) =>
  typeof value === 'string' && value.length <= 400 && isMadeOf(ORDER, value) ? value : undefined;

const readTurn = whole(0, 2 ** 40);

export const readPlace: Reader<Place> = (value) => {
  if (!isPlain(value)) return undefined;
  const parent = readParent(value['parent']);
  const order = readOrder(value['order']);
  const turn = readTurn(value['turn']);
  const was = readParent(value['was']);
  if (!parent || !order || turn === undefined || !was) return undefined;
  // What is stored is frozen: nobody needs a second copy of ten thousand places.
  return hasOnly(value, 4) ? (value as unknown as Place) : { parent, order, turn, was };
};

const readGrain = oneOf(GRAINS);

export const readSpan: Reader<Span> = (value) => {
  if (!isPlain(value)) return undefined;
  const { start, end } = value;
  if (!isDay(start) || !isDay(end) || end < start) return undefined;
  const grain = readGrain(value['grain']);
  if (hasOnly(value, grain ? 3 : 2)) return value as unknown as Span;
  return grain ? { start, end, grain } : { start, end };
};

export const readStatus: Reader<Status> = (value) => {
  if (!isPlain(value)) return undefined;
  const light = oneOf(LIGHTS)(value['light']);
  return light ? { light, reason: text(2_000)(value['reason']) ?? '' } : undefined;
};

export const readForm: Reader<Form> = (value) => {
  if (!isPlain(value)) return undefined;
  const entries = Object.entries(value).slice(0, 40);
  if (!entries.every(([key, each]) => key.length <= 40 && typeof each === 'string' && each.length <= 20_000))
    return undefined;
  return Object.fromEntries(entries) as Form;
};

export const readNames: Reader<readonly string[]> = (value) =>
  Array.isArray(value) && value.length <= 40 && value.every((each) => typeof each === 'string' && each.length <= 60)
    ? (value as string[])
    : undefined;

export const readFate = oneOf(['done', 'carry', 'routine', 'close'] as const);

export const readDue: Reader<Due> = (value) => {
  if (!isPlain(value)) return undefined;
  const kind = oneOf(['by', 'range', 'ongoing', 'recurring', 'relative'] as const)(value['kind']);
  const words = text(400)(value['words']);
  return kind && words ? { kind, words } : undefined;
};

export const readBasis: Reader<Basis> = (value) => {
  if (!isPlain(value)) return undefined;
  const how = oneOf(['text', 'meeting', 'guess'] as const)(value['how']);
  if (!how) return undefined;
  const words = text(400)(value['words']);
  const from = whole(0, 200_000)(value['from']);
  const to = whole(0, 200_000)(value['to']);
  return { how, ...(words && { words }), ...(from !== undefined && to !== undefined && from < to && { from, to }) };
};

export const readTicks: Reader<Ticks> = (value) => {
  if (!isPlain(value)) return undefined;
  const times = whole(1, 366)(value['times']);
  const done = value['done'];
  return times && Array.isArray(done) && done.length <= 1_000 && done.every(isDay) ? { times, done } : undefined;
};

export const readPeople: Reader<People> = (value) => {
  if (!isPlain(value)) return undefined;
  const found: Record<string, string> = {};
  for (const role of ['chief', 'duty', 'contact']) {
    const names = text(200)(value[role]);
    if (names) found[role] = names;
  }
  return Object.keys(found).length > 0 ? found : undefined;
};

export const readLineage: Reader<Lineage> = (value) => {
  if (!isPlain(value)) return undefined;
  const plan = readId(value['plan']);
  const node = readId(value['node']);
  const year = whole(1900, 2199)(value['year']);
  const fate = readFate(value['fate']);
  return plan && node && year && fate ? { plan, node, year, fate } : undefined;
};
