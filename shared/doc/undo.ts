// Per-person undo: tracks one origin over the whole plan. Typing in a note has the editor's own undo and is not seen here.
import * as Y from 'yjs';
import { overwrittenIn, rememberFor } from './overwritten.ts';
import type { Overwritten } from './overwritten.ts';
import { ROOTS, rootOf } from './schema.ts';

export interface Undo {
  /** False when there was nothing to undo. `last` stays at the last step even when nothing of it is mine any more. */
  undo(only?: 'last'): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** What the last step wrote and somebody else has written since: undoing will leave it theirs. */
  overwritten(): readonly Overwritten[];
  onChange(listener: () => void): () => void;
  destroy(): void;
}

/** A key of a map that a step changed, and the plain value it held before; undefined when it held none. */
interface Kept {
  readonly map: Y.Map<unknown>;
  readonly key: string;
  readonly was: unknown;
}

/** What a node must never be without, whatever it was without when the step was made. */
const NEEDED: ReadonlySet<string> = new Set(['kind', 'place']);

type StackItem = Y.UndoManager['undoStack'][number];
type StackEvent = { readonly stackItem: StackItem; readonly changedParentTypes: Map<unknown, Y.YEvent<never>[]> };

const KEPT = 'kept';
/** Not a step of mine: it only puts back what undoing left empty. */
const MEND = Object.freeze({ mend: true });

/** A value someone else has changed since stays theirs. */
export function openUndo(doc: Y.Doc, origin: object): Undo {
  const manager = new Y.UndoManager(
    ROOTS.map((name) => rootOf(doc, name)),
    { trackedOrigins: new Set([origin]), captureTimeout: 0 },
  );
  manager.on('stack-item-added', remember as never);
  manager.on('stack-item-updated', remember as never);

  /**
   * Two people set one key at once, and the one whose value won undoes: Yjs takes the winner away and will not put back
   * what lies behind the other's, so the key would be empty, and a node without a place. What I replaced comes back instead.
   */
  const step = (name: 'undo' | 'redo'): boolean => {
    const stack = name === 'undo' ? manager.undoStack : manager.redoStack;
    const held = new Map(
      stack.map((item) => [
        item,
        keptIn(item)
          .map(resolved)
          .filter(({ was }) => was !== undefined),
      ]),
    );
    const done = manager[name]();
    if (!done) return false;
    const emptied = (held.get(done) ?? []).filter(({ map, key }) => !map.has(key));
    if (emptied.length > 0) doc.transact(() => emptied.forEach(({ map, key, was }) => map.set(key, was)), MEND);
    return true;
  };

  return {
    undo: (only) => (only === 'last' ? aside(manager, () => step('undo')) : step('undo')),
    redo: () => step('redo'),
    overwritten() {
      const last = manager.undoStack.at(-1);
      return last ? overwrittenIn(doc, last) : [];
    },
    canUndo: () => manager.undoStack.length > 0,
    canRedo: () => manager.redoStack.length > 0,
    onChange(listener) {
      const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
      for (const event of events) manager.on(event, listener);
      return () => {
        for (const event of events) manager.off(event, listener);
      };
    },
    destroy: () => manager.destroy(),
  };
}

function keptIn(item: StackItem): readonly Kept[] {
  return (item.meta.get(KEPT) as readonly Kept[] | undefined) ?? [];
}

/** With what to put back if the key ends up empty: nothing for a key that someone else has emptied since. */
function resolved({ map, key, was }: Kept): Kept {
  const now = map.get(key);
  return { map, key, was: now === undefined ? undefined : (was ?? (NEEDED.has(key) ? now : undefined)) };
}

function remember({ stackItem, changedParentTypes }: StackEvent): void {
  const kept = new Set(keptIn(stackItem));
  for (const event of new Set([...changedParentTypes.values()].flat())) {
    const map: unknown = event.target;
    if (!(map instanceof Y.Map)) continue;
    for (const [key, { oldValue }] of event.changes.keys)
      if (!(oldValue instanceof Y.AbstractType)) kept.add({ map, key, was: oldValue });
  }
  stackItem.meta.set(KEPT, [...kept]);
  rememberFor(stackItem, changedParentTypes);
}

/** Yjs goes on to the step before when nothing of the last one is left to undo; so for once it sees no other. */
function aside(manager: Y.UndoManager, act: () => boolean): boolean {
  const earlier = manager.undoStack.splice(0, Math.max(0, manager.undoStack.length - 1));
  const done = act();
  manager.undoStack.unshift(...earlier);
  return done;
}
