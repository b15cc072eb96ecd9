// A colleague who renames: the edit is made in a document of their own and arrives as an update, as from the network.
import * as Y from 'yjs';
import { commit } from '../shared/doc/commit.ts';

export interface Colleague {
  /** Opens their own copy of the plan: a second document of the same size, which is no part of what an edit costs. */
  join(): void;
  rename(id: string, title: string): void;
}

export function colleague(doc: Y.Doc): Colleague {
  let theirs: Y.Doc | undefined;
  const opened = (): Y.Doc => {
    if (theirs) return theirs;
    theirs = new Y.Doc();
    theirs.clientID = 2;
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    return theirs;
  };
  return {
    join: () => void opened(),
    rename(id, title) {
      const copy = opened();
      let update: Uint8Array = new Uint8Array();
      const keep = (made: Uint8Array): void => void (update = made);
      copy.on('update', keep);
      commit(copy, [{ do: 'retitle', id, title }], {});
      copy.off('update', keep);
      Y.applyUpdate(doc, update, 'network');
    },
  };
}
