// Y.Doc → Plan. `readPlan` accepts any document and never throws; `watchPlan` keeps untouched nodes the same objects.
import * as Y from 'yjs';
import { patched } from '../model/patched.ts';
import type { Id, Link, Meta, Node, Office, Plan } from '../model/plan.ts';
import { readId } from '../model/readers.ts';
import { settle } from '../model/tree.ts';
import { plainText, readNode } from './node.ts';
import { readRecords } from './records.ts';
import { META_FIELDS, OFFICE_FIELDS, readLink, readLinkKey, rootOf } from './schema.ts';

export function readPlan(doc: Y.Doc): Plan {
  const nodes = new Map<Id, Node>();
  rootOf(doc, 'nodes').forEach((stored, id) => {
    const node = readNode(id, stored);
    if (node) nodes.set(id, node);
  });
  return {
    meta: readMeta(doc),
    nodes,
    offices: readOffices(doc),
    links: readLinks(doc),
    records: readRecords(doc),
    tree: settle(nodes),
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
    const fields = readFields(OFFICE_FIELDS, stored);
    offices.set(id, { name: '', aliases: [], hue: 0, order: 'a0', collective: false, ...fields, id });
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
  const changes = new Map<Id, Node | undefined>();
  let moved = false;
  for (const id of touched) {
    const old = plan.nodes.get(id);
    const now = readNode(id, rootOf(doc, 'nodes').get(id));
    if (now && old ? sameNode(old, now) : now === old) continue;
    moved ||= !old || !now || !sameValue(old.place, now.place);
    changes.set(id, now);
  }
  if (changes.size === 0 && stale.size === 0) return plan;
  const nodes = patched(plan.nodes, changes);
  return {
    meta: stale.has('meta') ? readMeta(doc) : plan.meta,
    nodes,
    offices: stale.has('offices') ? readOffices(doc) : plan.offices,
    links: stale.has('links') ? readLinks(doc) : plan.links,
    records: stale.has('records') ? readRecords(doc) : plan.records,
    tree: moved ? settle(nodes) : plan.tree,
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
