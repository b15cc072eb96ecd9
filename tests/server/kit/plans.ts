// Plans for the server's tests, as documents and as the store takes them.
import * as Y from 'yjs';
import { foundPlan } from '../../../server/founding.ts';
import type { NewPlan } from '../../../server/store.ts';
import { noteOf, seedNote } from '../../../shared/doc/notes.ts';
import { rootOf } from '../../../shared/doc/schema.ts';
import { found } from '../../../shared/doc/found.ts';
import { diceOf, META, outlines } from '../../kit/plan.ts';

/** The document of an indented text; with `note`, every node has one. */
export function docFrom(text: string, { note, seed = 1 }: { note?: string; seed?: number } = {}): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 500;
  found(doc, { meta: { ...META, preamble: '开头' }, outlines: outlines(text) }, diceOf(seed));
  if (note)
    doc.transact(() => {
      for (const id of rootOf(doc, 'nodes').keys()) seedNote(noteOf(doc, id)!, note);
    });
  return doc;
}

export const planFrom = (text: string, title = META.title): NewPlan =>
  foundPlan({ meta: { ...META, title, preamble: '开头' }, outlines: outlines(text) });
