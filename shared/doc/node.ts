// One stored node → Node, in one walk over its entries: a plan has ten thousand of them. Never throws.
import * as Y from 'yjs';
import { ROOT } from '../model/plan.ts';
import type { Basis, Id, Kind, Node, Place } from '../model/plan.ts';
import { readId, readOrder } from '../model/readers.ts';
import { NO_MARKS, sortMarks } from '../ops/change.ts';
import { quoted } from './quote.ts';
import { NODE_FIELDS, readMarkKey } from './schema.ts';

/** Where a node goes whose place cannot be read: seen, not lost. */
const LOST: Place = { parent: ROOT, order: 'a0', turn: 0, was: ROOT };

const KEYS = Object.keys(NODE_FIELDS) as (keyof typeof NODE_FIELDS)[];
const READERS: readonly ((value: unknown) => unknown)[] = KEYS.map((key) => NODE_FIELDS[key]);
const AT = new Map<string, number>(KEYS.map((key, index) => [key, index]));
const KIND = AT.get('kind')!;
const PLACE = AT.get('place')!;
const BASIS = AT.get('basis')!;

export function readNode(id: Id, stored: unknown): Node | undefined {
  if (!(stored instanceof Y.Map) || !readId(id)) return undefined;
  const fields: unknown[] = [];
  let lead: Map<Id, string> | undefined;
  let assist: Map<Id, string> | undefined;
  let title: unknown;
  let note: unknown;
  stored.forEach((value: unknown, key: string) => {
    const at = AT.get(key);
    if (at !== undefined) fields[at] = READERS[at]!(value);
    else if (key === 'title') title = value;
    else if (key === 'note') note = value;
    else {
      const mark = markOf(key);
      const order = mark && readOrder(value);
      if (!mark || !order) return;
      if (mark.role === 'lead') lead = (lead ?? new Map<Id, string>()).set(mark.office, order);
      else assist = (assist ?? new Map<Id, string>()).set(mark.office, order);
    }
  });
  if (fields[BASIS] !== undefined) fields[BASIS] = quoted(fields[BASIS] as Basis, stored.get('basis'), title);
  const node: Node = {
    id,
    kind: (fields[KIND] as Kind | undefined) ?? 'task',
    place: (fields[PLACE] as Place | undefined) ?? LOST,
    title: title instanceof Y.Text ? plainText(title) : '',
    lead: sortMarks(lead ?? NO_MARKS),
    assist: sortMarks(assist ?? NO_MARKS),
    noted: note instanceof Y.XmlFragment && holdsText(note),
  };
  // In the order of the schema, whatever order they are stored in: nodes of one shape are quicker to walk.
  const rest = node as unknown as Record<string, unknown>;
  for (let at = 0; at < fields.length; at++)
    if (at !== KIND && at !== PLACE && fields[at] !== undefined) rest[KEYS[at]!] = fields[at];
  return node;
}

type Mark = ReturnType<typeof readMarkKey>;

/** A plan has some dozens of offices, and ten thousand nodes that name them. What a hostile script makes up is forgotten. */
const MARKS = new Map<string, Mark>();
const MOST_MARKS = 1_000;

function markOf(key: string): Mark {
  let mark = MARKS.get(key);
  if (mark === undefined) {
    mark = readMarkKey(key);
    if (MARKS.size >= MOST_MARKS) MARKS.clear();
    if (mark) MARKS.set(key, mark);
  }
  return mark;
}

/** Y.Text may hold embeds a hostile script put there; only characters are a title. */
export function plainText(text: Y.Text): string {
  // Not toDelta, which makes a list of pieces: this hands out the very string that is stored.
  return text.toString();
}

function holdsText(note: Y.XmlFragment | Y.XmlElement): boolean {
  if (note.length === 0) return false;
  return note.toArray().some((child) => {
    if (child instanceof Y.XmlText) return child.length > 0;
    return child instanceof Y.XmlElement && holdsText(child);
  });
}
