// A colleague who renames: the edit is made in a document of their own and arrives as an update, as from the network.
import * as Y from 'yjs';
import { commit } from '../shared/doc/commit.ts';

export function colleague(doc: Y.Doc): (id: string, title: string) => void {
  let theirs: Y.Doc | undefined;
  return (id, title) => {
    if (!theirs) {
      theirs = new Y.Doc();
      theirs.clientID = 2;
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    }
    let update: Uint8Array = new Uint8Array();
    const keep = (made: Uint8Array): void => void (update = made);
    theirs.on('update', keep);
    commit(theirs, [{ do: 'retitle', id, title }], {});
    theirs.off('update', keep);
    Y.applyUpdate(doc, update, 'network');
  };
}
