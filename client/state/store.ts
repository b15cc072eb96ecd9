// A value that can be read, replaced and watched. All client state outside React is one of these; it knows nothing of React.

export interface Readable<T> {
  get(): T;
  /** Calls `on` after every change; returns how to stop. */
  subscribe(on: () => void): () => void;
}

export interface Store<T> extends Readable<T> {
  /** Setting the same value again (===) tells nobody. */
  set(next: T): void;
}

export function createStore<T>(first: T): Store<T> {
  let value = first;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    subscribe(on) {
      watchers.add(on);
      return () => watchers.delete(on);
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const on of [...watchers]) on();
    },
  };
}
