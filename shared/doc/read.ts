// Y.Doc → Plan. `readPlan` accepts any document and never throws; `watchPlan` keeps untouched nodes the same objects.
import * as Y from 'yjs';
import { ROOT } from '../model/plan.ts';
import type { Id, Link, Meta, Node, Office, Place, Plan } from '../model/plan.ts';
import { readId, readOrder } from '../model/readers.ts';
import { settle } from '../model/tree.ts';
import { placesOf, sortMarks } from '../ops/change.ts';
import { readRecords } from './records.ts';
import { META_FIELDS, NODE_FIELDS, OFFICE_FIELDS, readLink, readLinkKey, readMarkKey, rootOf } from './schema.ts';

export function readPlan(doc: Y.Doc): Plan {
  const nodes = new Map<Id, Node>();
  for (const id of rootOf(doc, 'nodes').keys()) {
    const node = readNode(doc, id);
    if (node) nodes.set(id, node);
  }
  return {
    meta: readMeta(doc),
    nodes,
    offices: readOffices(doc),
    links: readLinks(doc),
    records: readRecords(doc),
    tree: settle(placesOf(nodes)),
  };
}

/** Where a node goes whose place cannot be read: seen, not lost. */
const LOST: Place = { parent: ROOT, order: 'a0', turn: 0, was: ROOT };

function readNode(doc: Y.Doc, id: Id): Node | undefined {
  const stored = rootOf(doc, 'nodes').get(id);
  if (!(stored instanceof Y.Map) || !readId(id)) return undefined;
  const lead = new Map<Id, string>();
  const assist = new Map<Id, string>();
  for (const key of stored.keys()) {
    const mark = readMarkKey(key);
    const order = mark && readOrder(stored.get(key));
    if (mark && order) (mark.role === 'lead' ? lead : assist).set(mark.office, order);
  }
  const title: unknown = stored.get('title');
  const note: unknown = stored.get('note');
  return {
    ...readFields(NODE_FIELDS, stored),
    id,
    kind: NODE_FIELDS.kind(stored.get('kind')) ?? 'task',
    place: NODE_FIELDS.place(stored.get('place')) ?? LOST,
    title: title instanceof Y.Text ? plainText(title) : '',
    lead: sortMarks(lead),
    assist: sortMarks(assist),
    noted: note instanceof Y.XmlFragment && holdsText(note),
  };
}

type Readers = Readonly<Record<string, (value: unknown) => unknown>>;
type Read<R extends Readers> = { [K in keyof R]?: Exclude<ReturnType<R[K]>, undefined> };

function readFields<R extends Readers>(readers: R, stored: Y.Map<unknown>): Read<R> {
  const found: [string, unknown][] = [];
  for (const [key, read] of Object.entries(readers)) {
    const value = stored.has(key) ? read(stored.get(key)) : undefined;
    if (value !== undefined) found.push([key, value]);
  }
  return Object.fromEntries(found) as Read<R>;
}

/** Y.Text may hold embeds a hostile script put there; only characters are a title. */
function plainText(title: Y.Text): string {
  return (title.toDelta() as { insert: unknown }[])
    .map((part) => (typeof part.insert === 'string' ? part.insert : ''))
    .join('');
}

function holdsText(note: Y.XmlFragment | Y.XmlElement): boolean {
  return note.toArray().some((child) => {
    if (child instanceof Y.XmlText) return child.length > 0;
    return child instanceof Y.XmlElement && holdsText(child);
  });
}

function readMeta(doc: Y.Doc): Meta {
  const stored = rootOf(doc, 'meta');
  const { schema: _, ...fields } = readFields(META_FIELDS, stored);
  const preamble: unknown = stored.get('preamble');
  return {
    ...fields,
    title: fields.title ?? '',
    sample: fields.sample ?? false,
    preamble: preamble instanceof Y.Text ? plainText(preamble) : '',
  };
}

function readOffices(doc: Y.Doc): ReadonlyMap<Id, Office> {
  const offices = new Map<Id, Office>();
  for (const [id, stored] of rootOf(doc, 'offices').entries()) {
    if (!(stored instanceof Y.Map) || !readId(id)) continue;
    const { name = '', aliases = [], hue = 0, order = 'a0', collective = false } = readFields(OFFICE_FIELDS, stored);
    offices.set(id, { id, name, aliases, hue, order, collective });
  }
  return new Map(
    [...offices].sort(([a, x], [b, y]) => (x.order < y.order ? -1 : x.order > y.order ? 1 : a < b ? -1 : 1)),
  );
}

function readLinks(doc: Y.Doc): ReadonlyMap<string, Link> {
  const links = new Map<string, Link>();
  for (const [key, stored] of rootOf(doc, 'links').entries()) {
    const ends = readLinkKey(key);
    const value = readLink(stored);
    if (ends && value) links.set(key, { ...ends, ...value });
  }
  return new Map([...links].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface PlanWatch {
  plan(): Plan;
  stop(): void;
}

/** Calls `on` once after each transaction that changed the plan. Nodes it did not touch stay identical (===). */
export function watchPlan(doc: Y.Doc, on: (plan: Plan) => void): PlanWatch {
  let plan = readPlan(doc);
  const touched = new Set<Id>();
  const stale = new Set<'meta' | 'offices' | 'links' | 'records'>();

  const onNodes = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      if (event.path.length > 0) touched.add(String(event.path[0]));
      else for (const key of event.changes.keys.keys()) touched.add(key);
    }
  };
  const mark = (name: 'meta' | 'offices' | 'links' | 'records') => () => void stale.add(name);
  const onMeta = mark('meta');
  const onOffices = mark('offices');
  const onLinks = mark('links');
  const onRecords = mark('records');

  const publish = (): void => {
    if (touched.size === 0 && stale.size === 0) return;
    const next = refresh(doc, plan, touched, stale);
    touched.clear();
    stale.clear();
    if (next === plan) return;
    plan = next;
    on(plan);
  };

  rootOf(doc, 'nodes').observeDeep(onNodes);
  rootOf(doc, 'meta').observeDeep(onMeta);
  rootOf(doc, 'offices').observeDeep(onOffices);
  rootOf(doc, 'links').observeDeep(onLinks);
  rootOf(doc, 'records').observeDeep(onRecords);
  doc.on('afterTransaction', publish);
  return {
    plan: () => plan,
    stop() {
      rootOf(doc, 'nodes').unobserveDeep(onNodes);
      rootOf(doc, 'meta').unobserveDeep(onMeta);
      rootOf(doc, 'offices').unobserveDeep(onOffices);
      rootOf(doc, 'links').unobserveDeep(onLinks);
      rootOf(doc, 'records').unobserveDeep(onRecords);
      doc.off('afterTransaction', publish);
    },
  };
}

function refresh(doc: Y.Doc, plan: Plan, touched: ReadonlySet<Id>, stale: ReadonlySet<string>): Plan {
  const nodes = new Map(plan.nodes);
  let changed = false;
  let moved = false;
  for (const id of touched) {
    const old = plan.nodes.get(id);
    const now = readNode(doc, id);
    if (now && old && sameNode(old, now)) continue;
    changed = true;
    moved ||= !old || !now || !sameValue(old.place, now.place);
    if (now) nodes.set(id, now);
    else nodes.delete(id);
  }
  if (!changed && stale.size === 0) return plan;
  return {
    meta: stale.has('meta') ? readMeta(doc) : plan.meta,
    nodes: changed ? nodes : plan.nodes,
    offices: stale.has('offices') ? readOffices(doc) : plan.offices,
    links: stale.has('links') ? readLinks(doc) : plan.links,
    records: stale.has('records') ? readRecords(doc) : plan.records,
    tree: moved ? settle(placesOf(nodes)) : plan.tree,
  };
}

function sameNode(a: Node, b: Node): boolean {
  const { lead: leadA, assist: assistA, ...restA } = a;
  const { lead: leadB, assist: assistB, ...restB } = b;
  return sameMarks(leadA, leadB) && sameMarks(assistA, assistB) && sameValue(restA, restB);
}

function sameMarks(a: ReadonlyMap<Id, string>, b: ReadonlyMap<Id, string>): boolean {
  if (a.size !== b.size) return false;
  for (const [office, order] of a) if (b.get(office) !== order) return false;
  return true;
}

/** Equality of plain JSON values. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => sameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
