// Keeps what was drawn last time: a group whose inputs are all the same (===) is handed out again, so a screen redraws only what changed.
import type { Group, Layer, Scene } from './scene.ts';

export interface Keeper {
  /** The group drawn before under this name from these very inputs, or a new one. */
  readonly group: (layer: Layer['name'], key: string, inputs: readonly unknown[], draw: () => Group) => Group;
  /** Anything else worth keeping between two drawings. */
  readonly value: <T>(key: string, inputs: readonly unknown[], make: () => T) => T;
  /** Ends a drawing: forgets what it did not ask for, and reuses whole layers in which nothing changed. */
  readonly finish: <S extends Scene>(scene: S) => S;
}

interface Kept {
  readonly inputs: readonly unknown[];
  readonly made: unknown;
}

export function createKeeper(): Keeper {
  let before = new Map<string, Kept>();
  let now = new Map<string, Kept>();
  let last: Scene | undefined;
  const value = <T>(key: string, inputs: readonly unknown[], make: () => T): T => {
    const kept = before.get(key) ?? now.get(key);
    const entry = kept && same(kept.inputs, inputs) ? kept : { inputs, made: make() };
    now.set(key, entry);
    // What stands under a key was made by the same caller, under the same key.
    return entry.made as T;
  };
  return {
    value,
    group: (layer, key, inputs, draw) => value(`${layer} ${key}`, inputs, draw),
    finish: (scene) => {
      before = now;
      now = new Map();
      const layers = scene.layers.map((layer) => {
        const old = last?.layers.find(({ name }) => name === layer.name);
        return old && same(old.groups, layer.groups) ? old : layer;
      });
      const done = { ...scene, layers };
      last = done;
      return done;
    },
  };
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
