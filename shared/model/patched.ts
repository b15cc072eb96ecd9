// A map made from another by changing a few entries: an edit of one node must not copy ten thousand. Knows nothing of plans.
import { wholeOf } from './asked.ts';

/** Below this a copy costs less than looking in two places. */
const SMALL = 256;
/** As many entries may differ from the map below before a copy is made after all. */
const MOST = 64;

/** The same map with these entries; `undefined` takes one away. Entries keep their place, new ones come last. */
export function patched<K, V>(map: ReadonlyMap<K, V>, changes: ReadonlyMap<K, V | undefined>): ReadonlyMap<K, V> {
  if (changes.size === 0) return map;
  const base = map instanceof Patched ? (map as Patched<K, V>).base : map;
  const over = map instanceof Patched ? new Map((map as Patched<K, V>).over) : new Map<K, V | undefined>();
  for (const [key, value] of changes) over.set(key, value);
  if (over.size <= MOST && isLarge(base)) return new Patched(base, over);
  const copy = new Map(map);
  for (const [key, value] of changes) {
    if (value === undefined) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}

/** What has not been counted yet would have to be made for it. */
function isLarge(map: ReadonlyMap<unknown, unknown>): boolean {
  const whole = wholeOf(map);
  return !whole || whole.size >= SMALL;
}

/** The keys whose values are not the same (===) in both. Quick where one map was made from the other. */
export function differing<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): readonly K[] {
  if (a === b) return [];
  const baseA = a instanceof Patched ? (a as Patched<K, V>).base : a;
  const baseB = b instanceof Patched ? (b as Patched<K, V>).base : b;
  if (baseA === baseB) {
    const keys = new Set([...overOf(a), ...overOf(b)]);
    return [...keys].filter((key) => a.get(key) !== b.get(key));
  }
  const found: K[] = [];
  for (const [key, value] of b) if (a.get(key) !== value) found.push(key);
  for (const key of a.keys()) if (!b.has(key)) found.push(key);
  return found;
}

function overOf<K, V>(map: ReadonlyMap<K, V>): Iterable<K> {
  return map instanceof Patched ? (map as Patched<K, V>).over.keys() : [];
}

class Patched<K, V> implements ReadonlyMap<K, V> {
  readonly base: ReadonlyMap<K, V>;
  readonly over: ReadonlyMap<K, V | undefined>;

  constructor(base: ReadonlyMap<K, V>, over: ReadonlyMap<K, V | undefined>) {
    this.base = base;
    this.over = over;
  }

  get size(): number {
    let { size } = this.base;
    for (const [key, value] of this.over) size += Number(value !== undefined) - Number(this.base.has(key));
    return size;
  }

  get(key: K): V | undefined {
    const value = this.over.get(key);
    return value !== undefined || this.over.has(key) ? value : this.base.get(key);
  }

  has(key: K): boolean {
    return this.over.has(key) ? this.over.get(key) !== undefined : this.base.has(key);
  }

  *entries(): MapIterator<[K, V]> {
    for (const entry of this.base) {
      const [key] = entry;
      if (!this.over.has(key)) yield entry;
      else {
        const value = this.over.get(key);
        if (value !== undefined) yield [key, value];
      }
    }
    for (const [key, value] of this.over) if (value !== undefined && !this.base.has(key)) yield [key, value];
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
