// Changes → Yjs. The only writer. A new node is born in the bin under an origin nobody's undo tracks, and moved into place
// under the person's own: undoing the add hides the node and cannot take what a colleague wrote inside it meanwhile.
// A new office enters the register the same way and stays: a colleague may have named it elsewhere by then.
import * as Y from 'yjs';
import { BIN } from '../model/plan.ts';
import type { Id } from '../model/plan.ts';
import { spliceBetween } from '../model/text.ts';
import { linkKey } from '../ops/change.ts';
import type { Change } from '../ops/change.ts';
import { seedNote } from './notes.ts';
import { anchored } from './quote.ts';
import { sameValue } from './read.ts';
import { recordKey } from './records.ts';
import { rootOf } from './schema.ts';

type Birth = Extract<Change, { do: 'create' }>;

/** Origin of births; sent to the others like any edit, but not undoable. */
export const BIRTH = Object.freeze({ birth: true });

/** One op's changes as one undo step. `origin` is the tab's own object. */
export function commit(doc: Y.Doc, changes: readonly Change[], origin: object): void {
  const births = changes.filter((change): change is Birth => change.do === 'create' && !nodeAt(doc, change.id));
  const entries = new Set(changes.filter((change) => change.do === 'office' && !rootOf(doc, 'offices').has(change.id)));
  if (births.length + entries.size > 0)
    doc.transact(() => {
      for (const entry of entries) write(doc, entry as Exclude<Change, Birth>);
      for (const birth of births) bear(doc, birth, { ...birth.fields.place, parent: BIN, was: BIN });
    }, BIRTH);
  doc.transact(() => {
    for (const birth of births) putValue(nodeAt(doc, birth.id), 'place', birth.fields.place);
    for (const change of changes) if (change.do !== 'create' && !entries.has(change)) write(doc, change);
  }, origin);
}

/** The same without the two steps: for a document nobody is in yet. */
export function plant(doc: Y.Doc, changes: readonly Change[]): void {
  doc.transact(() => {
    for (const change of changes) {
      if (change.do === 'create') bear(doc, change, change.fields.place);
      else write(doc, change);
    }
  });
}

function bear(doc: Y.Doc, birth: Birth, place: Birth['fields']['place']): void {
  const nodes = rootOf(doc, 'nodes');
  if (nodes.has(birth.id)) return;
  const node = new Y.Map<unknown>();
  nodes.set(birth.id, node);
  for (const [key, value] of Object.entries({ ...birth.fields, place }))
    if (value !== undefined && key !== 'basis') node.set(key, value);
  for (const role of ['lead', 'assist'] as const)
    for (const [office, order] of birth[role] ?? []) node.set(`${role}/${office}`, order);
  node.set('title', new Y.Text(birth.title));
  const note = new Y.XmlFragment();
  node.set('note', note);
  if (birth.note) seedNote(note, birth.note);
  // Only now is there a text to hold on to.
  if (birth.fields.basis) node.set('basis', anchored(node, birth.fields.basis));
}

function write(doc: Y.Doc, change: Exclude<Change, Birth>): void {
  switch (change.do) {
    case 'put': {
      const node = nodeAt(doc, change.id);
      const value = change.key === 'basis' && node ? anchored(node, change.value) : change.value;
      return putValue(node, change.key, value);
    }
    case 'retitle':
      return splice(nodeAt(doc, change.id)?.get('title'), change.title);
    case 'mark':
      return putValue(nodeAt(doc, change.id), `${change.role}/${change.office}`, change.order);
    case 'unmark':
      return putValue(nodeAt(doc, change.id), `${change.role}/${change.office}`, undefined);
    case 'link':
      return putValue(rootOf(doc, 'links'), linkKey(change.from, change.to), { type: change.type, lag: change.lag });
    case 'unlink':
      return putValue(rootOf(doc, 'links'), linkKey(change.from, change.to), undefined);
    case 'office': {
      const offices = rootOf(doc, 'offices');
      let office = offices.get(change.id);
      if (!(office instanceof Y.Map)) {
        office = new Y.Map<unknown>();
        offices.set(change.id, office);
      }
      for (const [key, value] of Object.entries(change.put)) putValue(office as Y.Map<unknown>, key, value);
      return;
    }
    case 'record':
      return putValue(rootOf(doc, 'records'), recordKey(change.sort, change.id), change.value);
    case 'entitle':
      return putValue(rootOf(doc, 'meta'), 'title', change.title);
    case 'preamble':
      return splice(rootOf(doc, 'meta').get('preamble'), change.text);
  }
}

function nodeAt(doc: Y.Doc, id: Id): Y.Map<unknown> | undefined {
  const node = rootOf(doc, 'nodes').get(id);
  return node instanceof Y.Map ? node : undefined;
}

/** Writes only what differs, so that an edit that changes nothing sends nothing and leaves no undo step. */
function putValue(map: Y.Map<unknown> | undefined, key: string, value: unknown): void {
  if (!map) return;
  if (value === undefined) {
    if (map.has(key)) map.delete(key);
  } else if (!sameValue(map.get(key), value)) map.set(key, value);
}

/** The smallest splice that makes the text read so; two people rewording two ends of a clause both keep their words. */
function splice(text: unknown, now: string): void {
  if (!(text instanceof Y.Text)) return;
  const { at, gone, come } = spliceBetween(text.toString(), now);
  if (gone > 0) text.delete(at, gone);
  if (come) text.insert(at, come);
}
