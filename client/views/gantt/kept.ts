// Remembers, for each key, what was made of its inputs: it is made again only when one of them is another object.

/** More keys than a screen has rows; beyond, all is forgotten and begins anew. */
const MOST = 400;

export type Kept<T> = (key: string, inputs: readonly unknown[], make: () => T) => T;

export function createKept<T>(): Kept<T> {
  const known = new Map<string, { readonly inputs: readonly unknown[]; readonly made: T }>();
  return (key, inputs, make) => {
    const held = known.get(key);
    if (held && held.inputs.length === inputs.length && held.inputs.every((each, index) => each === inputs[index]))
      return held.made;
    if (known.size > MOST) known.clear();
    const made = make();
    known.set(key, { inputs, made });
    return made;
  };
}
