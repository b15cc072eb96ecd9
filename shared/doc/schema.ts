// How a plan is kept in Yjs: the names of roots and keys, the schema version, and how each value survives bad data. Read this first.
//
//   meta     Y.Map   schema, title, year, horizon, sample, asOf, form (plain values); preamble (Y.Text)
//   nodes    Y.Map   id → Y.Map { kind, place, span, progress, status, deliverable, issue, due, basis, ticks, people, fate,
//                                 lineage, form (plain values, replaced whole);
//                                 title (Y.Text), note (Y.XmlFragment), born with the node;
//                                 lead/<office>, assist/<office> → order key }
//   links    Y.Map   from>to → { type, lag }
//   offices  Y.Map   id → Y.Map { name, aliases, hue, order, collective, into }
//   records  Y.Map   <sort>/<id> → plain value, replaced whole; the sorts and their readers are in model/records.ts
//
// Entries of nodes and offices are set once and never replaced or removed.
import * as Y from 'yjs';
import type { LinkType } from '../model/plan.ts';
import {
  KINDS,
  day,
  flag,
  isPlain,
  oneOf,
  readBasis,
  readDue,
  readFate,
  readForm,
  readId,
  readLineage,
  readNames,
  readOrder,
  readPeople,
  readPlace,
  readSpan,
  readStatus,
  readTicks,
  text,
  whole,
} from '../model/readers.ts';
import type { Reader } from '../model/readers.ts';

/** Bump for a breaking change and add a migration; additions only need a default in a reader. */
export const SCHEMA = 1;
/** Bump when the note editor learns an element or mark: an older editor would delete it for everybody. */
export const NOTE_SCHEMA = 1;

export const NOTE_ELEMENTS = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'hardBreak',
] as const;
export const NOTE_MARKS = ['bold', 'italic', 'strike', 'underline', 'code', 'link'] as const;

export const ROOTS = ['meta', 'nodes', 'links', 'offices', 'records'] as const;
export type RootName = (typeof ROOTS)[number];

export const rootOf = (doc: Y.Doc, name: RootName): Y.Map<unknown> => doc.getMap(name);

const LINKS: readonly LinkType[] = ['FS', 'SS', 'FF', 'SF'];

/** The plain fields of a node. */
export const NODE_FIELDS = {
  kind: oneOf(KINDS),
  place: readPlace,
  span: readSpan,
  progress: whole(0, 100),
  status: readStatus,
  deliverable: text(2_000),
  issue: text(2_000),
  due: readDue,
  basis: readBasis,
  ticks: readTicks,
  people: readPeople,
  fate: readFate,
  lineage: readLineage,
  form: readForm,
} as const;

export const OFFICE_FIELDS = {
  name: text(60),
  aliases: readNames,
  hue: whole(0, 359),
  order: readOrder,
  collective: flag,
  into: readId,
} as const;

export const META_FIELDS = {
  schema: whole(1, 1_000),
  title: text(2_000),
  year: whole(1900, 2199),
  horizon: readSpan,
  sample: flag,
  asOf: day,
  form: readForm,
} as const;

export const readLink: Reader<{ type: LinkType; lag: number }> = (value) => {
  if (!isPlain(value)) return undefined;
  const type = oneOf(LINKS)(value['type'] ?? 'FS');
  const lag = whole(-3_660, 3_660)(value['lag'] ?? 0);
  return type && lag !== undefined ? { type, lag } : undefined;
};

/** `lead/<office>` and `assist/<office>`. */
export function readMarkKey(key: string): { role: 'lead' | 'assist'; office: string } | undefined {
  const slash = key.indexOf('/');
  const role = key.slice(0, slash);
  const office = readId(key.slice(slash + 1));
  return (role === 'lead' || role === 'assist') && office ? { role, office } : undefined;
}

/** `from>to` */
export function readLinkKey(key: string): { from: string; to: string } | undefined {
  const [from, to, ...rest] = key.split('>').map((id) => readId(id));
  return from && to && rest.length === 0 ? { from, to } : undefined;
}
