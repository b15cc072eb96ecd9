// Where in a live document a container belongs: to which entry and field, or to nothing of ours. Judges no content.
import * as Y from 'yjs';
import { ROOTS } from '../shared/doc/schema.ts';
import type { RootName } from '../shared/doc/schema.ts';

/** What may contain other things, and where it belongs. `void` was garbage collected: whatever lands there vanishes too. */
export type Home =
  | { readonly is: 'root'; readonly root: RootName }
  | { readonly is: 'entry'; readonly root: 'nodes' | 'offices'; readonly id: string }
  | { readonly is: 'text'; readonly root: 'nodes' | 'meta'; readonly id: string; readonly field?: 'title' }
  | { readonly is: 'fragment' | 'element' | 'words'; readonly id: string; readonly depth: number }
  | { readonly is: 'leaf' }
  | { readonly is: 'void' };

/** A container and, in a map, a key of it; `key` names the container for comparison. */
export interface Slot {
  readonly home: Home;
  readonly sub: string | null;
  readonly key: unknown;
}

export const GONE: Slot = { home: { is: 'void' }, sub: null, key: null };

/** A type never changes its place, so where it belongs is found out once. */
const homes = new WeakMap<Y.AbstractType<unknown>, Home>();

export function homeOf(doc: Y.Doc, type: Y.AbstractType<unknown>): Home {
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
export function descend(home: Home, sub: string | null, type: Y.AbstractType<unknown>): Home {
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

export function slotOf(doc: Y.Doc, item: Y.Item): Slot {
  const parent = item.parent as Y.AbstractType<unknown>;
  return { home: homeOf(doc, parent), sub: item.parentSub, key: parent };
}

export const isMap = (type: Y.AbstractType<unknown>): boolean => type instanceof Y.Map && !(type instanceof Y.XmlHook);
export const isPlainText = (type: Y.AbstractType<unknown>): boolean =>
  type instanceof Y.Text && !(type instanceof Y.XmlText);
export const isFragment = (type: Y.AbstractType<unknown>): boolean =>
  type instanceof Y.XmlFragment && !(type instanceof Y.XmlElement);
