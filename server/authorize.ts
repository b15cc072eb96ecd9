// What a gated frame would write, found without applying it: every struct and every delete range is followed to the entry and
// field it lands in, and refused where its content may not stand. Answers as the plain list that policy/decide judges.
import * as Y from 'yjs';
import { rootOf } from '../shared/doc/schema.ts';
import type { RootName } from '../shared/doc/schema.ts';
import type { Touched } from '../shared/policy/decide.ts';
import type { Passed } from './gate.ts';
import { GONE, descend, homeOf, slotOf } from './homes.ts';
import type { Slot } from './homes.ts';
import { incomplete, land, writeTo } from './landing.ts';
import type { Limits } from './limits.ts';

/** The frame is well formed but nothing of ours could have made it. */
export interface Unfit {
  readonly unfit: string;
}

export type Resolved = readonly Touched[] | Unfit;

interface Birth {
  readonly from: number;
  readonly to: number;
  readonly slot: Slot;
  readonly content: Y.Item['content'];
}

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
