// What a gated frame would write, found without applying it: every struct and every delete range is followed to the entry and
// field it lands in, and refused where its content may not stand. Answers as the plain list that policy/decide judges.
import * as Y from 'yjs';
import {
  META_FIELDS,
  NODE_FIELDS,
  NOTE_ELEMENTS,
  NOTE_MARKS,
  OFFICE_FIELDS,
  ROOTS,
  readId,
  readLink,
  readLinkKey,
  readMarkKey,
  readOrder,
  rootOf,
  type RootName,
} from '../shared/doc/schema.ts';
import type { Touched } from '../shared/policy/decide.ts';
import type { Passed } from './gate.ts';
import type { Limits } from './limits.ts';

/** The frame is well formed but nothing of ours could have made it. */
export interface Unfit {
  readonly unfit: string;
}

export type Resolved = readonly Touched[] | Unfit;

/** What may contain other things, and where it belongs. `void` was garbage collected: whatever lands there vanishes too. */
type Home =
  | { readonly is: 'root'; readonly root: RootName }
  | { readonly is: 'entry'; readonly root: 'nodes' | 'offices'; readonly id: string }
  | { readonly is: 'text'; readonly root: 'nodes' | 'meta'; readonly id: string; readonly field?: 'title' }
  | { readonly is: 'fragment' | 'element' | 'words'; readonly id: string; readonly depth: number }
  | { readonly is: 'leaf' }
  | { readonly is: 'void' };

/** A container and, in a map, a key of it; `key` names the container for comparison. */
interface Slot {
  readonly home: Home;
  readonly sub: string | null;
  readonly key: unknown;
}

interface Birth {
  readonly from: number;
  readonly to: number;
  readonly slot: Slot;
  readonly content: Y.Item['content'];
}

const GONE: Slot = { home: { is: 'void' }, sub: null, key: null };

export function resolve(doc: Y.Doc, frame: Passed, limits: Limits): Resolved {
  const touched = new Map<string, Touched>();
  const births = new Map<number, Birth[]>();
  const fresh = new Map<string, Set<string>>();
  const add = (touch: Touched): void => {
    touched.set(`${touch.root}|${touch.id}|${touch.field ?? ''}|${touch.kind}`, touch);
  };
  const bornAt = ({ client, clock }: Y.ID): Birth | undefined => {
    const list = births.get(client);
    if (!list || list.length === 0 || clock < list[0]!.from) return undefined;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (list[middle]!.from <= clock) low = middle;
      else high = middle - 1;
    }
    return clock < list[low]!.to ? list[low] : undefined;
  };

  /** Where a neighbour with this id stands. */
  function beside(id: Y.ID): Slot {
    if (id.clock >= Y.getState(doc.store, id.client)) return bornAt(id)?.slot ?? GONE;
    const item = Y.getItem(doc.store, id) as Y.Item | Y.GC;
    return item instanceof Y.Item ? slotOf(doc, item) : GONE;
  }

  /** The place `sub` inside the type with this id. */
  function inside(id: Y.ID, sub: string | null): Slot {
    if (id.clock < Y.getState(doc.store, id.client)) {
      const item = Y.getItem(doc.store, id) as Y.Item | Y.GC;
      if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) return GONE;
      if (!(item.content instanceof Y.ContentType)) return { home: { is: 'leaf' }, sub, key: item };
      return { home: homeOf(doc, item.content.type), sub, key: item.content.type };
    }
    const birth = bornAt(id);
    if (!birth || birth.slot.home.is === 'void' || birth.content instanceof Y.ContentDeleted) return GONE;
    if (!(birth.content instanceof Y.ContentType)) return { home: { is: 'leaf' }, sub, key: birth };
    return { home: descend(birth.slot.home, birth.slot.sub, birth.content.type), sub, key: birth.content };
  }

  /** As Yjs does it: the left neighbour's container, else the right one's, else the parent named. */
  function slotFor(item: Y.Item): Slot | undefined {
    const parent: unknown = item.parent;
    if (typeof parent === 'string')
      return {
        home: { is: 'root', root: parent as RootName },
        sub: item.parentSub,
        key: rootOf(doc, parent as RootName),
      };
    if (parent instanceof Y.ID) return inside(parent, item.parentSub);
    const left = item.origin && beside(item.origin);
    const right = item.rightOrigin && beside(item.rightOrigin);
    if (left?.home.is === 'void' || right?.home.is === 'void') return GONE;
    if (left && right && (left.key !== right.key || left.sub !== right.sub)) return undefined;
    return left ?? right ?? undefined;
  }

  for (const struct of frame.structs) {
    if (!(struct instanceof Y.Item)) {
      // Clocks without content; nothing can be beside or inside them but what vanishes as well.
      remember(births, struct.id, struct.length, GONE, new Y.ContentDeleted(struct.length));
      continue;
    }
    const slot = slotFor(struct);
    if (!slot) return { unfit: 'its two neighbours are not in one place' };
    remember(births, struct.id, struct.length, slot, struct.content);
    if (slot.home.is === 'void') continue;
    const unfit = land({ doc, fresh, add, limits }, slot, struct.content);
    if (unfit) return { unfit };
  }
  for (const slot of deleted(doc, frame)) addDelete(slot, add, touched);
  const stillborn = unborn(frame, births) ?? incomplete(fresh);
  return stillborn ? { unfit: stillborn } : [...touched.values()];
}

function remember(
  births: Map<number, Birth[]>,
  { client, clock }: Y.ID,
  length: number,
  slot: Slot,
  content: Y.Item['content'],
): void {
  const birth = { from: clock, to: clock + length, slot, content };
  const list = births.get(client);
  if (list) list.push(birth);
  else births.set(client, [birth]);
}

// ── What stands where in a live document ──

/** A type never changes its place, so where it belongs is found out once. */
const homes = new WeakMap<Y.AbstractType<unknown>, Home>();

function homeOf(doc: Y.Doc, type: Y.AbstractType<unknown>): Home {
  const known = homes.get(type);
  if (known) return known;
  const item = type._item;
  const home = item
    ? descend(homeOf(doc, item.parent as Y.AbstractType<unknown>), item.parentSub, type)
    : rootHome(doc, type);
  homes.set(type, home);
  return home;
}

function rootHome(doc: Y.Doc, type: Y.AbstractType<unknown>): Home {
  const root = ROOTS.find((name) => doc.share.get(name) === type);
  return root ? { is: 'root', root } : { is: 'leaf' };
}

/** Notes may nest a few thousand levels only in a hostile frame; depth stops the walk long before the stack does. */
function descend(home: Home, sub: string | null, type: Y.AbstractType<unknown>): Home {
  if (home.is === 'void') return home;
  if (home.is === 'root' && sub !== null) {
    if ((home.root === 'nodes' || home.root === 'offices') && isMap(type))
      return { is: 'entry', root: home.root, id: sub };
    if (home.root === 'meta' && sub === 'preamble' && isPlainText(type)) return { is: 'text', root: 'meta', id: sub };
  }
  if (home.is === 'entry' && home.root === 'nodes') {
    if (sub === 'title' && isPlainText(type)) return { is: 'text', root: 'nodes', id: home.id, field: 'title' };
    if (sub === 'note' && isFragment(type)) return { is: 'fragment', id: home.id, depth: 0 };
  }
  if ((home.is === 'fragment' || home.is === 'element') && sub === null) {
    if (type instanceof Y.XmlElement) return { is: 'element', id: home.id, depth: home.depth + 1 };
    if (type instanceof Y.XmlText) return { is: 'words', id: home.id, depth: home.depth + 1 };
  }
  return { is: 'leaf' };
}

function slotOf(doc: Y.Doc, item: Y.Item): Slot {
  const parent = item.parent as Y.AbstractType<unknown>;
  return { home: homeOf(doc, parent), sub: item.parentSub, key: parent };
}

const isMap = (type: Y.AbstractType<unknown>): boolean => type instanceof Y.Map && !(type instanceof Y.XmlHook);
const isPlainText = (type: Y.AbstractType<unknown>): boolean => type instanceof Y.Text && !(type instanceof Y.XmlText);
const isFragment = (type: Y.AbstractType<unknown>): boolean =>
  type instanceof Y.XmlFragment && !(type instanceof Y.XmlElement);

// ── What may land there ──

type Content = Y.Item['content'];

/** What one frame has done so far. */
interface Frame {
  readonly doc: Y.Doc;
  /** Entries it makes, with the fields they have got. */
  readonly fresh: Map<string, Set<string>>;
  readonly add: (touch: Touched) => void;
  readonly limits: Limits;
}

/** Notes what the struct touches, or says why it may not stand there. */
function land(frame: Frame, { home, sub }: Slot, content: Content): string | undefined {
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

function writeTo(home: Extract<Home, { is: 'text' | 'fragment' | 'element' | 'words' }>): Touched {
  if (home.is !== 'text') return { root: 'nodes', id: home.id, field: 'note', kind: 'write' };
  return home.field
    ? { root: 'nodes', id: home.id, field: home.field, kind: 'write' }
    : { root: 'meta', id: home.id, kind: 'write' };
}

// ── What it deletes ──

/** The slots of the live items that would be deleted, outermost only: what is inside goes with its parent. */
function deleted(doc: Y.Doc, frame: Passed): Slot[] {
  const dead = new Set<Y.Item>();
  for (const [client, ranges] of frame.deletes) {
    const structs = doc.store.clients.get(client);
    if (!structs) continue;
    const state = Y.getState(doc.store, client);
    for (const { clock, len } of ranges) {
      if (clock >= state) continue;
      for (let i = Y.findIndexSS(structs, clock); i < structs.length && structs[i]!.id.clock < clock + len; i++) {
        const item = structs[i];
        if (item instanceof Y.Item && !item.deleted) dead.add(item);
      }
    }
  }
  const slots: Slot[] = [];
  for (const item of dead) {
    const above = (item.parent as Y.AbstractType<unknown>)._item;
    if (!above || (!above.deleted && !dead.has(above))) slots.push(slotOf(doc, item));
  }
  return slots;
}

function addDelete({ home, sub }: Slot, add: (touch: Touched) => void, touched: ReadonlyMap<string, Touched>): void {
  switch (home.is) {
    case 'root':
      if (home.root === 'nodes' || home.root === 'offices' || sub === 'preamble')
        return add({ root: home.root, id: sub ?? '', kind: 'remove' });
      return unset({ root: home.root, id: sub ?? '' }, add, touched);
    case 'entry':
      if (home.root === 'nodes' && (sub === 'title' || sub === 'note'))
        return add({ root: 'nodes', id: home.id, field: sub, kind: 'remove' });
      return unset({ root: home.root, id: home.id, field: sub ?? '' }, add, touched);
    case 'text':
    case 'fragment':
    case 'element':
    case 'words':
      return add(writeTo(home));
    default:
  }
}

/** The deletion that comes with setting the same key anew says nothing more. */
function unset(
  where: Pick<Touched, 'root' | 'id' | 'field'>,
  add: (touch: Touched) => void,
  touched: ReadonlyMap<string, Touched>,
): void {
  if (!touched.has(`${where.root}|${where.id}|${where.field ?? ''}|set`)) add({ ...where, kind: 'unset' });
}

// ── What must be there ──

/** A node, a title or a note that is deleted in the very frame that makes it. */
function unborn(frame: Passed, births: ReadonlyMap<number, readonly Birth[]>): string | undefined {
  for (const [client, ranges] of frame.deletes) {
    const sorted = [...ranges].sort((a, b) => a.clock - b.clock);
    let at = 0;
    let covered = -1;
    for (const { from, slot, content } of births.get(client) ?? []) {
      for (; at < sorted.length && sorted[at]!.clock <= from; at++)
        covered = Math.max(covered, sorted[at]!.clock + sorted[at]!.len);
      const office = slot.home.is === 'root' && slot.home.root === 'offices';
      if (from < covered && slot.sub !== null && content instanceof Y.ContentType && !office)
        return 'an entry born deleted';
    }
  }
  return undefined;
}

/** A node's title and note are born with it: made later by two people, one of them would be lost. */
function incomplete(fresh: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  for (const [key, fields] of fresh)
    if (key.startsWith('nodes/') && !['kind', 'place', 'title', 'note'].every((field) => fields.has(field)))
      return 'a node without kind, place, title or note';
  return undefined;
}
