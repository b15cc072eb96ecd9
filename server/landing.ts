// What content may stand where: the fields and values of entries, the elements and marks of notes. Where a struct stands is homes.ts's.
import * as Y from 'yjs';
import {
  META_FIELDS,
  NODE_FIELDS,
  NOTE_ELEMENTS,
  NOTE_MARKS,
  OFFICE_FIELDS,
  readLink,
  readLinkKey,
  readMarkKey,
  rootOf,
} from '../shared/doc/schema.ts';
import { readRecordKey } from '../shared/doc/records.ts';
import type { RootName } from '../shared/doc/schema.ts';
import { readId, readOrder } from '../shared/model/readers.ts';
import { RECORD_READERS } from '../shared/model/record-readers.ts';
import type { Touched } from '../shared/policy/decide.ts';
import { isFragment, isMap, isPlainText } from './homes.ts';
import type { Home, Slot } from './homes.ts';
import type { Limits } from './limits.ts';

type Content = Y.Item['content'];

/** What one frame has done so far. */
export interface Frame {
  readonly doc: Y.Doc;
  /** Entries it makes, with the fields they have got. */
  readonly fresh: Map<string, Set<string>>;
  readonly add: (touch: Touched) => void;
  readonly limits: Limits;
}

/** Notes what the struct touches, or says why it may not stand there. */
export function land(frame: Frame, { home, sub }: Slot, content: Content): string | undefined {
  switch (home.is) {
    case 'root':
      return sub === null ? `a list item in ${home.root}` : landInRoot(frame, home.root, sub, content);
    case 'entry':
      return sub === null ? 'a list item in an entry' : landInEntry(frame, home, sub, content);
    case 'text':
      if (sub !== null || !(content instanceof Y.ContentString || content instanceof Y.ContentDeleted))
        return 'something other than characters in a text';
      break;
    case 'fragment':
    case 'element':
    case 'words': {
      const fault = faultInNote(home, sub, content, frame.limits);
      if (fault) return fault;
      break;
    }
    default:
      return 'something inside a plain value';
  }
  if (!isFresh(frame.fresh, home)) frame.add(writeTo(home));
  return undefined;
}

function landInRoot(frame: Frame, root: RootName, sub: string, content: Content): string | undefined {
  const { add } = frame;
  switch (root) {
    case 'meta': {
      if (sub === 'preamble') return void add({ root, id: sub, kind: 'replace' });
      const read = Object.hasOwn(META_FIELDS, sub) ? META_FIELDS[sub as keyof typeof META_FIELDS] : undefined;
      return read ? landValue({ root, id: sub }, content, read, add) : `the unknown field meta.${sub}`;
    }
    case 'links':
      return readLinkKey(sub)
        ? landValue({ root, id: sub }, content, readLink, add)
        : 'a link whose key is not from>to';
    case 'records': {
      const where = readRecordKey(sub);
      return where
        ? landValue({ root, id: sub }, content, RECORD_READERS[where.sort], add)
        : 'a record under an unknown sort or id';
    }
    default:
      return readId(sub) ? landEntry(frame, root, sub, content) : `an entry of ${root} under what is not an id`;
  }
}

/** A node or an office is there once and for all. */
function landEntry(
  { doc, fresh, add }: Frame,
  root: 'nodes' | 'offices',
  id: string,
  content: Content,
): string | undefined {
  if (content instanceof Y.ContentDeleted) return void add({ root, id, kind: 'remove' });
  if (rootOf(doc, root)._map.has(id) || fresh.has(`${root}/${id}`)) return void add({ root, id, kind: 'replace' });
  if (!(content instanceof Y.ContentType && isMap(content.type))) return `an entry of ${root} that is not a map`;
  fresh.set(`${root}/${id}`, new Set());
  add({ root, id, kind: 'create' });
  return undefined;
}

function landInEntry(
  { fresh, add }: Frame,
  { root, id }: Extract<Home, { is: 'entry' }>,
  sub: string,
  content: Content,
): string | undefined {
  const born = fresh.get(`${root}/${id}`);
  if (root === 'nodes' && (sub === 'title' || sub === 'note')) {
    if (!born || born.has(sub)) return void add({ root, id, field: sub, kind: 'replace' });
    const fits = content instanceof Y.ContentType && (sub === 'title' ? isPlainText : isFragment)(content.type);
    return fits ? void born.add(sub) : `a ${sub} of the wrong type`;
  }
  const read = fieldReader(root, sub);
  if (!read) return `the unknown field ${root}.${sub}`;
  born?.add(sub);
  // What a new entry holds is checked, and reported with its creation.
  return landValue({ root, id, field: sub }, content, read, born ? () => {} : add);
}

function fieldReader(root: 'nodes' | 'offices', sub: string): ((value: unknown) => unknown) | undefined {
  const fields: Readonly<Record<string, (value: unknown) => unknown>> = root === 'nodes' ? NODE_FIELDS : OFFICE_FIELDS;
  if (Object.hasOwn(fields, sub)) return fields[sub];
  return root === 'nodes' && readMarkKey(sub) ? readOrder : undefined;
}

/** Every value is checked, not the last: which of several wins is decided by ids. */
function landValue(
  where: Pick<Touched, 'root' | 'id' | 'field'>,
  content: Content,
  read: (value: unknown) => unknown,
  add: (touch: Touched) => void,
): string | undefined {
  // A deleted item appended to a key becomes the key's entry, and so unsets it without any delete set.
  if (content instanceof Y.ContentDeleted) return void add({ ...where, kind: 'unset' });
  if (!(content instanceof Y.ContentAny) || !content.arr.every((value: unknown) => read(value) !== undefined))
    return `a value that ${where.root}.${where.field ?? where.id} cannot hold`;
  add({ ...where, kind: 'set' });
  return undefined;
}

const ELEMENTS: ReadonlySet<string> = new Set(NOTE_ELEMENTS);
const MARKS: ReadonlySet<string> = new Set(NOTE_MARKS);

function faultInNote(
  home: Extract<Home, { is: 'fragment' | 'element' | 'words' }>,
  sub: string | null,
  content: Content,
  limits: Limits,
): string | undefined {
  if (content instanceof Y.ContentDeleted) return undefined;
  if (sub !== null) {
    const fits = home.is === 'element' && content instanceof Y.ContentAny && content.arr.every(isScalar);
    return fits ? undefined : 'an attribute that is not a plain word or number';
  }
  if (home.is === 'words') {
    if (content instanceof Y.ContentString) return undefined;
    return content instanceof Y.ContentFormat && isMark(content) ? undefined : 'an unknown mark in a note';
  }
  if (home.depth + 1 > limits.depth) return 'a note nested too deep';
  if (!(content instanceof Y.ContentType)) return 'something other than elements in a note';
  if (content.type instanceof Y.XmlElement)
    return ELEMENTS.has(content.type.nodeName) ? undefined : `an unknown element ${content.type.nodeName.slice(0, 40)}`;
  return home.is === 'element' && content.type instanceof Y.XmlText ? undefined : 'bare text in a note';
}

/** Overlapping marks of one kind are named `link--hash`. */
function isMark({ key, value }: Y.ContentFormat): boolean {
  if (!MARKS.has(key.split('--')[0]!)) return false;
  const mark: unknown = value;
  if (mark === null || mark === true) return true;
  return typeof mark === 'object' && !Array.isArray(mark) && Object.values(mark).every(isScalar);
}

function isScalar(value: unknown): boolean {
  return value === null || value === undefined || ['string', 'number', 'boolean'].includes(typeof value);
}

function isFresh(fresh: ReadonlyMap<string, unknown>, home: Home): boolean {
  if (home.is === 'text') return home.root === 'nodes' && fresh.has(`nodes/${home.id}`);
  return 'id' in home && home.is !== 'entry' && fresh.has(`nodes/${home.id}`);
}

export function writeTo(home: Extract<Home, { is: 'text' | 'fragment' | 'element' | 'words' }>): Touched {
  if (home.is !== 'text') return { root: 'nodes', id: home.id, field: 'note', kind: 'write' };
  return home.field
    ? { root: 'nodes', id: home.id, field: home.field, kind: 'write' }
    : { root: 'meta', id: home.id, kind: 'write' };
}

/** A node's title and note are born with it: made later by two people, one of them would be lost. */
export function incomplete(fresh: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  for (const [key, fields] of fresh)
    if (key.startsWith('nodes/') && !['kind', 'place', 'title', 'note'].every((field) => fields.has(field)))
      return 'a node without kind, place, title or note';
  return undefined;
}
