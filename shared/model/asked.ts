// Maps that are made as they are asked: who shows thirty rows of ten thousand needs no more than those. Walking through one makes all of it.

/** Who has asked for so many will ask for the rest, and all together cost less than each by itself. */
const MANY = 256;

/** `one` makes an entry by itself, `all` the whole; both say the same. */
export function asked<K, V>(one: (key: K) => V | undefined, all: () => ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  const ones = new Map<K, V | undefined>();
  const map: Asked<K, V> = new Asked<K, V>((key) => {
    if (ones.has(key)) return ones.get(key);
    if (ones.size === MANY) return map.made().get(key);
    const value = one(key);
    ones.set(key, value);
    return value;
  }, all);
  return map;
}

/** `step` makes some more entries, in their order, and says whether there are any left; nobody asks farther than what is needed. */
export function stepwise<K, V>(step: (made: Map<K, V>) => boolean): ReadonlyMap<K, V> {
  const made = new Map<K, V>();
  let left = true;
  return new Asked<K, V>(
    (key) => {
      while (left && !made.has(key)) left = step(made);
      return made.get(key);
    },
    () => {
      while (left) left = step(made);
      return made;
    },
  );
}

/** The map behind it, if all of it has been made. */
export function wholeOf<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> | undefined {
  return map instanceof Asked ? (map as Asked<K, V>).whole : map;
}

/** No value is `undefined`: that is how an entry says that it is not there. */
class Asked<K, V> implements ReadonlyMap<K, V> {
  whole: ReadonlyMap<K, V> | undefined;
  readonly #one: (key: K) => V | undefined;
  readonly #all: () => ReadonlyMap<K, V>;

  constructor(one: (key: K) => V | undefined, all: () => ReadonlyMap<K, V>) {
    this.#one = one;
    this.#all = all;
  }

  get(key: K): V | undefined {
    return this.whole ? this.whole.get(key) : this.#one(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    return this.made().size;
  }

  entries(): MapIterator<[K, V]> {
    return this.made().entries();
  }

  keys(): MapIterator<K> {
    return this.made().keys();
  }

  values(): MapIterator<V> {
    return this.made().values();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.made()) visit(value, key, this);
  }

  made(): ReadonlyMap<K, V> {
    return (this.whole ??= this.#all());
  }
}
