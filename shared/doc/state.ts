// A document as bytes: from the updates of a log, and back to one update. For whoever keeps plans without knowing Yjs.
import * as Y from 'yjs';

export type PlanDoc = Y.Doc;

/** Throws when the updates do not make a whole. */
export function docOf(updates: Iterable<Uint8Array>): PlanDoc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (!isWhole(doc)) throw new Error('docOf: an update is missing');
  return doc;
}

/** Nothing waits for an update that has not come. */
export function isWhole(doc: PlanDoc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

export function stateOf(doc: PlanDoc): Uint8Array {
  return Y.encodeStateAsUpdate(doc);
}

/** The state, after checking that a document made of it stands where this one does. */
export function soundStateOf(doc: PlanDoc): Uint8Array {
  const state = stateOf(doc);
  const copy = docOf([state]);
  const [there, here] = [Y.encodeStateVector(copy), Y.encodeStateVector(doc)];
  copy.destroy();
  if (there.length !== here.length || there.some((byte, i) => byte !== here[i]))
    throw new Error('soundStateOf: the state and the document differ');
  return state;
}

/** How many edits made it what it is: the same in every copy, and never less than before. */
export function revisionOf(doc: PlanDoc): number {
  let edits = 0;
  for (const clock of Y.decodeStateVector(Y.encodeStateVector(doc)).values()) edits += clock;
  return edits;
}
