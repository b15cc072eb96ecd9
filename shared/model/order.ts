// Order keys: strings that sort siblings. New keys carry salt, so that two people inserting at one spot rarely draw the same one.
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Dice, Id } from './plan.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SALT = 4;

export interface Ordered {
  readonly id: Id;
  readonly order: string;
}

/** Siblings compare by key, then by id, by code unit: the same on every machine. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Room for `count` nodes before `index`: their keys, and the new keys of siblings that had to give way (twins, or keys no library would make). */
export interface Room {
  readonly keys: readonly string[];
  readonly rekeyed: readonly Ordered[];
}

/** `siblings` are sorted by `byOrder` and do not contain the nodes to be placed. */
export function makeRoom(siblings: readonly Ordered[], index: number, count: number, dice: Dice): Room {
  const low = index > 0 ? (siblings[index - 1]?.order ?? null) : null;
  let end = index;
  while (end < siblings.length && low !== null && siblings[end]!.order <= low) end++;
  const high = siblings[end]?.order ?? null;
  const twins = siblings.slice(index, end);
  const keys = keysBetween(low, high, count + twins.length, dice);
  if (!keys) return rekeyAll(siblings, index, count, dice);
  return {
    keys: keys.slice(0, count),
    rekeyed: twins.map((twin, i) => ({ id: twin.id, order: keys[count + i]! })),
  };
}

/** One key after all siblings. */
export function lastKey(siblings: readonly Ordered[], dice: Dice): string {
  return makeRoom(siblings, siblings.length, 1, dice).keys[0]!;
}

/** `count` ascending keys for an empty list. */
export function firstKeys(count: number, dice: Dice): readonly string[] {
  return makeRoom([], 0, count, dice).keys;
}

/** A run shares one salted prefix and counts behind it, so that two concurrent pastes do not interleave. */
function keysBetween(
  low: string | null,
  high: string | null,
  count: number,
  dice: Dice,
): readonly string[] | undefined {
  let base: string;
  try {
    base = generateKeyBetween(low, high);
  } catch {
    if (low === null) return undefined;
    base = `${low}V`;
  }
  const salted = base + salt(dice);
  const prefix = high === null || salted < high ? salted : base;
  const keys = count === 1 ? [prefix] : runUnder(prefix, count);
  const last = keys[count - 1]!;
  const fits = (low === null || low < keys[0]!) && (high === null || last < high);
  return fits ? keys : undefined;
}

/** Fixed-width counters that never end in 0, which the library reserves. */
function runUnder(prefix: string, count: number): string[] {
  const radix = DIGITS.length - 1;
  const width = Math.max(2, Math.ceil(Math.log(count + 1) / Math.log(radix)));
  return Array.from({ length: count }, (_, i) => {
    let tail = '';
    for (let n = i, w = 0; w < width; w++, n = Math.floor(n / radix)) tail = DIGITS[(n % radix) + 1]! + tail;
    return `${prefix}5${tail}`;
  });
}

function salt(dice: Dice): string {
  let text = '';
  for (let i = 0; i < SALT; i++) {
    const last = i === SALT - 1;
    text += DIGITS[Math.floor(dice() * (last ? 61 : 62)) + (last ? 1 : 0)];
  }
  return text;
}

/** The last resort: fresh keys for everybody, which no sequence of honest edits needs. */
function rekeyAll(siblings: readonly Ordered[], index: number, count: number, dice: Dice): Room {
  const fresh = generateNKeysBetween(null, null, siblings.length + count).map((key) => key + salt(dice));
  return {
    keys: fresh.slice(index, index + count),
    rekeyed: siblings.map((sibling, i) => ({ id: sibling.id, order: fresh[i < index ? i : i + count]! })),
  };
}
