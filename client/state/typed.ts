// Which notes I have typed in, and their words: typing is no command, so it cannot be asked again, only shown to its author.
import * as Y from 'yjs';
import { noteJson, noteOf, noteText } from '../../shared/doc/notes.ts';
import type { Id } from '../../shared/model/plan.ts';

/** The nodes whose notes a transaction changed. */
export function notesIn(transaction: Y.Transaction): readonly Id[] {
  return [...transaction.changed.keys()].flatMap((type) => nodeOf(type) ?? []);
}

export function noteWords(doc: Y.Doc, id: Id): string {
  const note = noteOf(doc, id);
  return note ? noteText(noteJson(note)) : '';
}

/** The node whose note this type is, or is inside of. */
function nodeOf(type: Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>): Id | undefined {
  for (let at = type._item; at; at = (at.parent as Y.AbstractType<unknown>)._item) {
    if (at.parentSub !== 'note') continue;
    return (at.parent as Y.AbstractType<unknown>)._item?.parentSub ?? undefined;
  }
  return undefined;
}
