// Per-person undo: tracks one origin over the whole plan. Typing in a note has the editor's own undo and is not seen here.
import * as Y from 'yjs';
import { ROOTS, rootOf } from './schema.ts';

export interface Undo {
  /** False when there was nothing to undo. */
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** What `run` commits joins my latest step: the next letter of a title being typed. */
  join(run: () => void): void;
  onChange(listener: () => void): () => void;
  destroy(): void;
}

/** A value someone else has changed since stays theirs. */
export function openUndo(doc: Y.Doc, origin: object): Undo {
  const manager = new Y.UndoManager(
    ROOTS.map((name) => rootOf(doc, name)),
    { trackedOrigins: new Set([origin]), captureTimeout: 0 },
  );
  return {
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    canUndo: () => manager.undoStack.length > 0,
    canRedo: () => manager.redoStack.length > 0,
    join(run) {
      manager.captureTimeout = Infinity;
      try {
        run();
      } finally {
        manager.captureTimeout = 0;
      }
    },
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
