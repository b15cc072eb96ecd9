// What undoing my last step would leave as somebody else has written it since: plain values, the offices of a role, and shared text.
// Knows what a step wrote and what stands there now; what is to become of it is asked elsewhere.
import * as Y from 'yjs';
import { readMarkKey, rootOf } from './schema.ts';
import type { RootName } from './schema.ts';

export interface Overwritten {
  readonly root: RootName;
  /** Whose field it is; of what is kept whole under its key (meta, links, records), empty. */
  readonly id: string;
  /** `lead` and `assist` stand for all the offices of the role. */
  readonly key: string;
  /** Before my step. Of a role, its offices with their order keys. */
  readonly was: unknown;
  /** As my step left it. */
  readonly mine: unknown;
  /** The visit that wrote it since; unknown of what was taken away. */
  readonly by: number | undefined;
}

type StackItem = Y.UndoManager['undoStack'][number];
type Touched = Map<unknown, Y.YEvent<never>[]>;

/** A value of my step, asked later whether it is still as I left it. */
type Watched = (doc: Y.Doc) => Overwritten | undefined;

const WATCHED = 'watched';

/** Takes down what a step wrote, just after it has. */
export function rememberFor(step: StackItem, touched: Touched): void {
  const watched = step.meta.get(WATCHED) as Watched[] | undefined;
  const more: Watched[] = [];
  for (const event of new Set([...touched.values()].flat())) {
    const target: unknown = event.target;
    if (target instanceof Y.Map) more.push(...entriesOf(target as Y.Map<unknown>, event));
    else if (target instanceof Y.Text) more.push(textOf(target, step));
  }
  step.meta.set(WATCHED, [...(watched ?? []), ...more]);
}

export function overwrittenIn(doc: Y.Doc, step: StackItem): readonly Overwritten[] {
  const watched = (step.meta.get(WATCHED) as Watched[] | undefined) ?? [];
  return watched.map((look) => look(doc)).filter((found) => found !== undefined);
}

function entriesOf(map: Y.Map<unknown>, event: Y.YEvent<never>): Watched[] {
  const plain = [...event.changes.keys].filter(([, { oldValue }]) => !(oldValue instanceof Y.AbstractType));
  const roles = new Set<Role>();
  const watched: Watched[] = [];
  for (const [key, { oldValue: was, action }] of plain) {
    const role = readMarkKey(key)?.role;
    if (role) {
      roles.add(role);
      continue;
    }
    const mine = map.get(key);
    if (mine instanceof Y.AbstractType) continue;
    watched.push((doc) => {
      const since = sinceMe(doc, map, key, action === 'delete');
      return since && where(doc, map, key, { was, mine, by: since.by });
    });
  }
  return [...watched, ...[...roles].map((role) => rolesOf(map, role, plain))];
}

type Role = 'lead' | 'assist';
type Plain = readonly (readonly [string, { readonly action: string; readonly oldValue: unknown }])[];

/** Offices are keys, but who leads is one decision: undone key by key, my old lead would come to stand beside theirs. */
function rolesOf(map: Y.Map<unknown>, role: Role, plain: Plain): Watched {
  const mine = marksOf(map, role);
  const was = new Map(mine);
  const touched = plain.filter(([key]) => readMarkKey(key)?.role === role);
  for (const [key, { oldValue }] of touched)
    if (oldValue === undefined) was.delete(officeIn(key));
    else was.set(officeIn(key), oldValue);
  return (doc) => {
    const since = touched.map(([key, { action }]) => sinceMe(doc, map, key, action === 'delete')).filter((x) => !!x);
    if (since.length === 0) return undefined;
    const others = [...marksOf(map, role).keys()].map((office) => map._map.get(`${role}/${office}`)?.id.client);
    const by = since.find((each) => each.by !== undefined)?.by ?? others.find((client) => client !== doc.clientID);
    return where(doc, map, role, { was: [...was], mine: [...mine], by });
  };
}

const officeIn = (key: string): string => readMarkKey(key)!.office;

function marksOf(map: Y.Map<unknown>, role: Role): Map<string, unknown> {
  const marks = new Map<string, unknown>();
  for (const [key, value] of map.entries()) if (readMarkKey(key)?.role === role) marks.set(officeIn(key), value);
  return marks;
}

/** Rewordings merge and each undoes its own; only when my very words were taken away would undoing put old ones beside the new. */
function textOf(text: Y.Text, step: StackItem): Watched {
  const mine = text.toString();
  const was = textWhere(text, ({ id, deleted }) =>
    Y.isDeleted(step.insertions, id) ? false : !deleted || Y.isDeleted(step.deletions, id),
  );
  const seen = new Map<number, number>();
  for (const client of text.doc!.store.clients.keys()) seen.set(client, Y.getState(text.doc!.store, client));
  return (doc) => {
    if (!someItem(text, (item) => Y.isDeleted(step.insertions, item.id) && lastOf(doc, item).deleted)) return undefined;
    const theirs = (item: Y.Item): boolean =>
      item.id.client !== doc.clientID && item.id.clock >= (seen.get(item.id.client) ?? 0);
    const by = itemsOf(text).find(theirs)?.id.client;
    const map = text.parent as Y.Map<unknown> | null;
    const key = text._item?.parentSub;
    return map && key ? where(doc, map, key, { was, mine, by }) : undefined;
  };
}

function itemsOf(text: Y.Text): Y.Item[] {
  const items: Y.Item[] = [];
  for (let item = text._start; item; item = item.right) items.push(item);
  return items;
}

const someItem = (text: Y.Text, is: (item: Y.Item) => boolean): boolean => itemsOf(text).some(is);

function textWhere(text: Y.Text, is: (item: Y.Item) => boolean): string {
  return itemsOf(text)
    .filter(is)
    .map(({ content }) => (content instanceof Y.ContentString ? content.str : ''))
    .join('');
}

/** What I took away and an undo of mine put back lives on in another item. */
function lastOf(doc: Y.Doc, item: Y.Item): Y.Item {
  for (let now = item; ;) {
    const next: unknown = now.redone ? Y.getItem(doc.store, now.redone) : undefined;
    if (!(next instanceof Y.Item)) return now;
    now = next;
  }
}

/** Who has written the key since; nobody's visit when it was taken away. */
function sinceMe(
  doc: Y.Doc,
  map: Y.Map<unknown>,
  key: string,
  gone: boolean,
): { readonly by: number | undefined } | undefined {
  const now = map._map.get(key);
  if (!now) return undefined;
  if (now.deleted) return gone ? undefined : { by: undefined };
  return now.id.client === doc.clientID ? undefined : { by: now.id.client };
}

function where(
  doc: Y.Doc,
  map: Y.Map<unknown>,
  key: string,
  found: Pick<Overwritten, 'was' | 'mine' | 'by'>,
): Overwritten | undefined {
  for (const root of ['meta', 'links', 'records'] as const)
    if (map === rootOf(doc, root)) return { root, id: '', key, ...found };
  for (const root of ['nodes', 'offices'] as const)
    if (map._item?.parent === rootOf(doc, root)) return { root, id: map._item.parentSub!, key, ...found };
  return undefined;
}
