// A checked reading as a plan of its own: what is founded is exactly what the check screen showed.
import type { Contents } from '../export/json.ts';
import type { NoteJson } from '../model/note.ts';
import { ROOT } from '../model/plan.ts';
import type { Baseline, Dice, Id, Link, Meta, Node, Outline, Plan, Records } from '../model/plan.ts';
import { NO_RECORDS } from '../model/records.ts';
import { settle } from '../model/tree.ts';
import { applyChanges, isRefusal, linkKey } from '../ops/change.ts';
import type { Change } from '../ops/change.ts';
import { officeNamed } from '../ops/content.ts';
import { graft, newId } from '../ops/tree.ts';
import { flatten, nodeAround } from './reading.ts';
import type { ReadNode, Reading, Remark } from './reading.ts';

/** What the reading states, and nothing more: a deadline in words stays words until somebody puts it on days. */
export function contentsOf(reading: Reading, dice: Dice): Contents {
  const { contents: whole, nodes } = reading;
  if (whole && !reading.mended) return whole;
  const read = flatten(nodes);
  const remarked = (reading.remarks ?? []).map((remark) => ({ remark, key: nodeAround(read, remark)?.key }));
  const empty: Plan = {
    meta: metaOf(reading),
    nodes: new Map(),
    offices: whole?.plan.offices ?? new Map(),
    links: new Map(),
    records: NO_RECORDS,
    tree: settle(new Map()),
  };
  const grafted = graft(empty, { parent: ROOT, outlines: nodes.map(outlineOf) }, dice);
  if (isRefusal(grafted)) throw new Error(`a reading that no plan can hold: ${grafted.refused}`);
  const made = grafted.flatMap((change) => (change.do === 'create' ? [change.id] : []));
  const kept = keptIds(read, made);
  const byKey = new Map(read.map((node, at) => [node.key, kept.get(made[at]!)!]));
  const plan = applyChanges(
    empty,
    grafted.map((change) => renamed(change, kept)),
  );
  return {
    plan: {
      ...plan,
      nodes: new Map([...plan.nodes].map(([id, node]) => [id, withMore(node, whole?.plan.nodes.get(id))])),
      links: linksOf(reading, byKey, plan),
      records: withRemarks(remarked, recordsOf(reading, byKey, dice), byKey, plan, dice),
    },
    notes: new Map(read.flatMap((node) => noteOf(noteWith(node, remarked), byKey.get(node.key)!, whole))),
  };
}

function metaOf({ contents, title, year, preamble, form }: Reading): Meta {
  const { year: _, form: __, ...kept } = contents?.plan.meta ?? { sample: false };
  return { ...kept, title, preamble, ...(year !== undefined && { year }), ...(form && { form }) };
}

/** Every field of a node that a plan keeps; where it stood in its source is not one. */
export function outlineOf(node: ReadNode): Outline {
  const { kind, title, lead, assist, people, due, span, progress, status, deliverable, issue, ticks, form, note } =
    node;
  return {
    kind,
    title,
    ...(lead.length > 0 && { lead }),
    ...(assist.length > 0 && { assist }),
    ...(people && { people }),
    ...(due && { due }),
    ...(span && { span }),
    ...(progress !== undefined && { progress }),
    ...(status && { status }),
    ...(deliverable && { deliverable }),
    ...(issue && { issue }),
    ...(ticks && { ticks }),
    ...(form && { form }),
    ...(note && { note }),
    ...(node.children.length > 0 && { children: node.children.map(outlineOf) }),
  };
}

/** A file of ours says what its nodes are called: an edited copy of it will find them again. */
function keptIds(read: readonly ReadNode[], made: readonly Id[]): ReadonlyMap<Id, Id> {
  const taken = new Set<Id>();
  return new Map(
    read.map(({ id }, at) => {
      const kept = id !== undefined && !taken.has(id) ? id : made[at]!;
      taken.add(kept);
      return [made[at]!, kept];
    }),
  );
}

function renamed(change: Change, ids: ReadonlyMap<Id, Id>): Change {
  if (change.do !== 'create') return change;
  const { place } = change.fields;
  const [parent, was] = [place.parent, place.was].map((id) => ids.get(id) ?? id) as [Id, Id];
  return { ...change, id: ids.get(change.id)!, fields: { ...change.fields, place: { ...place, parent, was } } };
}

/** What a plan file says of a node beyond what the check screen shows. */
function withMore(node: Node, old: Node | undefined): Node {
  if (!old) return node;
  const { basis, fate, lineage, issue, ticks } = old;
  return {
    ...node,
    noted: old.noted,
    ...(basis && { basis }),
    ...(fate && { fate }),
    ...(lineage && { lineage }),
    ...(issue && !node.issue && { issue }),
    ...(ticks && !node.ticks && { ticks }),
  };
}

function linksOf({ links = [], contents }: Reading, byKey: ReadonlyMap<string, Id>, plan: Plan): Plan['links'] {
  const found = new Map<string, Link>();
  for (const [key, link] of contents?.plan.links ?? [])
    if (plan.nodes.has(link.from) && plan.nodes.has(link.to)) found.set(key, link);
  for (const { from, to, type, lag } of links) {
    const [a, b] = [byKey.get(from), byKey.get(to)];
    if (a && b && a !== b) found.set(linkKey(a, b), { from: a, to: b, type, lag });
  }
  return found;
}

function recordsOf(
  { notices = [], baselines = [], contents }: Reading,
  byKey: ReadonlyMap<string, Id>,
  dice: Dice,
): Records {
  const kept = contents?.plan.records ?? NO_RECORDS;
  const baseline = new Map(kept.baseline);
  for (const { spans, ...rest } of baselines) {
    const named = Object.entries(spans).flatMap(([key, span]) => (byKey.has(key) ? [[byKey.get(key)!, span]] : []));
    baseline.set(newId(dice), { ...rest, spans: Object.fromEntries(named) } satisfies Baseline);
  }
  const notice = new Map([...kept.notice, ...notices.map((each) => [String(each.year), each] as const)]);
  return { ...kept, baseline, notice };
}

/** Each comment with the node it stands at. */
type Remarked = readonly { readonly remark: Remark; readonly key: string | undefined }[];

/** Comments are opinions on the node they stand at. */
function withRemarks(
  remarked: Remarked,
  records: Records,
  byKey: ReadonlyMap<string, Id>,
  plan: Plan,
  dice: Dice,
): Records {
  if (remarked.length === 0) return records;
  const opinion = new Map(records.opinion);
  for (const { remark, key } of remarked) {
    const { by, at, words } = remark;
    const id = key === undefined ? undefined : byKey.get(key);
    const office = officeNamed(plan, by) ?? '';
    if (id && at) opinion.set(newId(dice), { node: id, office, by, at, words, answer: 'open', reason: '' });
  }
  return { ...records, opinion };
}

/** An opinion has its day; a comment that has none is kept in the note. */
function noteWith(node: ReadNode, remarked: Remarked): string | undefined {
  const undated = remarked.filter(({ remark, key }) => !remark.at && key === node.key);
  const lines = undated.map(({ remark: { by, words } }) => (by ? `${by}：${words}` : words));
  return [node.note, ...lines].filter(Boolean).join('\n') || undefined;
}

function noteOf(note: string | undefined, id: Id, whole: Contents | undefined): readonly [Id, NoteJson][] {
  const rich = whole?.notes.get(id);
  if (rich) return [[id, rich]];
  if (!note?.trim()) return [];
  const content = note
    .split('\n')
    .map((line): NoteJson => ({ type: 'paragraph', ...(line && { content: [{ type: 'text', text: line }] }) }));
  return [[id, { type: 'doc', content }]];
}
