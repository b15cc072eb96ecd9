// A new plan as one Yjs transaction: what the server writes as record 0, before anyone is let in.
import * as Y from 'yjs';
import { ROOT } from '../model/plan.ts';
import type { NoteJson } from '../model/note.ts';
import type { Dice, Id, LinkType, Meta, Node, Office, Outline, Plan, Records } from '../model/plan.ts';
import { SORTS } from '../model/records.ts';
import { childrenOf } from '../model/tree.ts';
import { isRefusal } from '../ops/change.ts';
import type { Change } from '../ops/change.ts';
import { graft } from '../ops/tree.ts';
import { plant } from './commit.ts';
import { knownNote, noteOf, plantNote } from './notes.ts';
import { readPlan } from './read.ts';
import { SCHEMA, rootOf } from './schema.ts';

/** Where a node stands in the outlines: child indices from the top. */
export type Path = readonly number[];

export interface SeedLink {
  readonly from: Path;
  readonly to: Path;
  readonly type: LinkType;
  readonly lag: number;
}

export interface Seed {
  readonly meta: Meta;
  readonly outlines: readonly Outline[];
  readonly links?: readonly SeedLink[];
  /** The register it begins with; names in the outlines find their offices there. */
  readonly offices?: readonly Office[];
  readonly records?: Partial<Records>;
}

/** Fills an empty document. Throws when it is not empty: founding twice would double the plan. */
export function found(doc: Y.Doc, seed: Seed, dice: Dice): void {
  if (rootOf(doc, 'nodes').size > 0 || rootOf(doc, 'meta').size > 0)
    throw new Error('found: the document is not empty');
  doc.transact(() => {
    const meta = rootOf(doc, 'meta');
    const { preamble, ...plain } = seed.meta;
    meta.set('schema', SCHEMA);
    for (const [key, value] of Object.entries(plain)) if (value !== undefined) meta.set(key, value);
    meta.set('preamble', new Y.Text(preamble));
    plant(doc, [...registerOf(seed.offices ?? []), ...recordsOf(seed.records ?? {})]);
    const changes = graft(readPlan(doc), { parent: ROOT, outlines: seed.outlines }, dice);
    if (isRefusal(changes)) throw new Error(`found: ${changes.refused}`);
    plant(doc, changes);
    plant(doc, linksOf(readPlan(doc), seed.links ?? []));
  });
}

/** The same for a whole plan with its notes, as a file holds it. Ids stay; whoever hands it in has had it checked. */
export function foundWhole(doc: Y.Doc, plan: Plan, notes: ReadonlyMap<Id, NoteJson>): void {
  if (rootOf(doc, 'nodes').size > 0 || rootOf(doc, 'meta').size > 0)
    throw new Error('found: the document is not empty');
  doc.transact(() => {
    const meta = rootOf(doc, 'meta');
    const { preamble, ...plain } = plan.meta;
    meta.set('schema', SCHEMA);
    for (const [key, value] of Object.entries(plain)) if (value !== undefined) meta.set(key, value);
    meta.set('preamble', new Y.Text(preamble));
    plant(doc, registerOf([...plan.offices.values()]));
    plant(doc, [...plan.nodes.values()].map(birthOf));
    for (const [id, json] of notes) {
      const note = noteOf(doc, id);
      if (note && note.length === 0) plantNote(note, knownNote(json));
    }
    plant(
      doc,
      [...plan.links.values()].map((link): Change => ({ do: 'link', ...link })),
    );
    plant(doc, recordsOf(plan.records));
  });
}

function birthOf({ id, title, lead, assist, ...node }: Node): Change {
  const { noted: _, ...fields } = node;
  return { do: 'create', id, title, lead, assist, fields };
}

function registerOf(offices: readonly Office[]): Change[] {
  return offices.map(({ id, ...put }) => ({ do: 'office', id, put }));
}

function recordsOf(records: Partial<Records>): Change[] {
  return SORTS.flatMap((sort) =>
    [...(records[sort] ?? [])].map(([id, value]) => ({ do: 'record', sort, id, value }) as Change),
  );
}

function linksOf(plan: Plan, links: readonly SeedLink[]): Change[] {
  return links.map(({ from, to, type, lag }) => ({
    do: 'link',
    from: nodeAt(plan, from),
    to: nodeAt(plan, to),
    type,
    lag,
  }));
}

function nodeAt(plan: Plan, path: Path): Id {
  const id = path.reduce<Id | undefined>((at, index) => (at === undefined ? at : childrenOf(plan, at)[index]), ROOT);
  if (id === undefined) throw new Error(`found: no node at ${path.join('.')}`);
  return id;
}
