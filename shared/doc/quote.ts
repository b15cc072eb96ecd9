// A quotation's hold on the shared text: beside its offsets stand the ids of its first and its last character, so that it stays on them
// whoever edits around them, here or offline. When either of the two is gone, the hold is. The model knows offsets only.
import * as Y from 'yjs';
import type { Basis } from '../model/plan.ts';
import { isPlain } from '../model/readers.ts';

/** What is stored for a basis that quotes. */
export function anchored(node: Y.Map<unknown>, basis: Basis | undefined): unknown {
  const title = node.get('title');
  if (basis?.from === undefined || basis.to === undefined || !(title instanceof Y.Text)) return basis;
  const hold = [basis.from, basis.to - 1].map((at) => {
    const id = at < title.length ? Y.createRelativePositionFromTypeIndex(title, at).item : null;
    return id ? `${id.client}:${id.clock}` : '';
  });
  return { ...basis, hold };
}

/** The basis with its offsets as they are now; without them when the quotation is gone. */
export function quoted(basis: Basis, stored: unknown, title: unknown): Basis {
  if (basis.from === undefined || basis.to === undefined) return basis;
  const { from: _, to: __, ...words } = basis;
  const hold = isPlain(stored) ? stored['hold'] : undefined;
  const doc = title instanceof Y.Text ? title.doc : null;
  if (!Array.isArray(hold) || !doc || !(title instanceof Y.Text)) return words;
  const [first, last] = hold.map((id) => indexOf(doc, title, id));
  return first !== undefined && last !== undefined && first <= last ? { ...words, from: first, to: last + 1 } : words;
}

/** Where a character stands now. Total: what somebody else stored there may be anything. */
function indexOf(doc: Y.Doc, title: Y.Text, id: unknown): number | undefined {
  const [, client, clock] = (typeof id === 'string' && /^(\d{1,16}):(\d{1,16})$/.exec(id)) || [];
  if (client === undefined || clock === undefined) return undefined;
  try {
    const alive = living(doc, Y.createID(+client, +clock));
    if (!alive) return undefined;
    const position = Y.createRelativePositionFromJSON({ item: { client: alive.client, clock: alive.clock }, assoc: 0 });
    const found = Y.createAbsolutePositionFromRelativePosition(position, doc);
    return found?.type === title ? found.index : undefined;
  } catch {
    return undefined;
  }
}

/** The character itself, or the one that an undo put in its place; undefined when it is deleted. Throws for an id that never was. */
function living(doc: Y.Doc, id: Y.ID): Y.ID | undefined {
  for (let at = id; ;) {
    const item: unknown = Y.getItem(doc.store, at);
    if (!(item instanceof Y.Item)) return undefined;
    if (!item.redone) return item.deleted ? undefined : at;
    at = Y.createID(item.redone.client, item.redone.clock + at.clock - item.id.clock);
  }
}
