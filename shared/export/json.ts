// The lossless plan file: a plan and its notes as canonical JSON, out and in. docs/plan-file.schema.json describes it for others.
import * as v from 'valibot';
import { isRecord } from '../guard.ts';
import type { NoteJson } from '../model/note.ts';
import { BIN, ROOT } from '../model/plan.ts';
import type { Id, Link, Meta, Node, Office, Plan, Records } from '../model/plan.ts';
import { NO_RECORDS, SORTS } from '../model/records.ts';
import { branch, settle } from '../model/tree.ts';
import { findingLines } from './findings.ts';
import { FORMAT, PlanFile, VERSION } from './planfile.ts';
import type { FileNode } from './planfile.ts';

/** Plan and notes as plain values: what every exporter starts from. */
export interface Contents {
  readonly plan: Plan;
  readonly notes: ReadonlyMap<Id, NoteJson>;
}

/** A larger file is refused unread. */
const FILE_CHARS = 32 << 20;
const PROBLEMS_SHOWN = 20;

export type FileRefusal = 'too-large' | 'not-json' | 'not-a-plan-file' | 'newer-version' | 'damaged';

export interface Problem {
  /** Where in the file, such as `nodes.3.span.end`. */
  readonly at: string;
  readonly code: string;
}

export interface RefusedFile {
  readonly refused: FileRefusal;
  readonly problems: readonly Problem[];
}

/** The same plan gives the same characters: fixed key order, nodes in reading order with the bin last, everything else sorted. */
export function toJson(contents: Contents): string {
  return `${JSON.stringify({ ...fileOf(contents), findings: findingsOut(contents.plan) }, null, 2)}\n`;
}

/** The same for another part of us that reads it back at once: neither findings nor white space, and so half as long. */
export function wireJson(contents: Contents): string {
  return JSON.stringify(fileOf(contents));
}

function fileOf({ plan, notes }: Contents) {
  const ids = [...branch(plan, ROOT), ...branch(plan, BIN)];
  return {
    format: FORMAT,
    version: VERSION,
    meta: metaOut(plan.meta),
    offices: [...plan.offices.values()].sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id)).map(officeOut),
    nodes: ids.map((id) => nodeOut(plan.nodes.get(id)!, notes.get(id))),
    links: [...plan.links.values()]
      .map(({ from, to, type, lag }) => ({ from, to, type, lag }))
      .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to)),
    records: recordsOut(plan.records),
  };
}

/** Reads what `toJson` wrote, or says what is wrong with it and where. Takes any text; drops nothing silently. */
export function planFromJson(text: string): Contents | RefusedFile {
  if (text.length > FILE_CHARS) return refused('too-large');
  const value = parse(text);
  if (value === undefined) return refused('not-json');
  if (!isRecord(value) || value['format'] !== FORMAT) return refused('not-a-plan-file');
  if (typeof value['version'] === 'number' && value['version'] > VERSION) return refused('newer-version');
  const read = v.safeParse(PlanFile, value);
  if (!read.success) return refused('damaged', read.issues.slice(0, PROBLEMS_SHOWN).map(problemOf));
  const twice = repeated(read.output.nodes.map(({ id }) => id)) ?? repeated(read.output.offices.map(({ id }) => id));
  if (twice !== undefined) return refused('damaged', [{ at: twice, code: 'repeated' }]);
  return contentsOf(read.output);
}

export function isRefusedFile(result: Contents | RefusedFile): result is RefusedFile {
  return 'refused' in result;
}

function metaOut({ title, year, horizon, sample, asOf, preamble, form }: Meta) {
  return {
    title,
    year,
    horizon: horizon && spanOut(horizon),
    sample,
    asOf,
    preamble,
    form: form && sorted(form),
  };
}

function officeOut({ id, name, aliases, hue, order, collective, into }: Office) {
  return { id, name, aliases, hue, order, collective, into };
}

function nodeOut(node: Node, note: NoteJson | undefined) {
  const { parent, order, turn, was } = node.place;
  return {
    id: node.id,
    kind: node.kind,
    place: { parent, order, turn, was },
    title: node.title,
    span: node.span && spanOut(node.span),
    progress: node.progress,
    status: node.status && { light: node.status.light, reason: node.status.reason },
    deliverable: node.deliverable,
    issue: node.issue,
    due: node.due && sorted(node.due),
    basis: node.basis && sorted(node.basis),
    ticks: node.ticks && sorted(node.ticks),
    people: node.people && sorted(node.people),
    fate: node.fate,
    lineage: node.lineage && sorted(node.lineage),
    lead: marksOut(node.lead),
    assist: marksOut(node.assist),
    form: node.form && sorted(node.form),
    note: note && noteOut(note),
  };
}

/** Sorts that hold something, in order of name; undefined when none does. */
function recordsOut(records: Records) {
  const kept = SORTS.filter((sort) => records[sort].size > 0).sort();
  return kept.length === 0
    ? undefined
    : Object.fromEntries(kept.map((sort) => [sort, sorted(Object.fromEntries(records[sort]))]));
}

/** What the plan lacks, for programs that read the file; whoever reads it back computes it anew. */
function findingsOut(plan: Plan) {
  const found = findingLines(plan).map(({ finding: { code, node, other, words }, what, detail, waiver }) => ({
    code,
    node,
    other,
    words,
    message: detail ? `${what}（${detail}）` : what,
    waiver: waiver && { by: waiver.by, reason: waiver.reason, at: waiver.at },
  }));
  return found.length > 0 ? found : undefined;
}

function spanOut({ start, end, grain }: NonNullable<Node['span']>) {
  return { start, end, grain };
}

function marksOut(marks: ReadonlyMap<Id, string>) {
  return [...marks]
    .map(([office, order]) => ({ office, order }))
    .sort((a, b) => compare(a.order, b.order) || compare(a.office, b.office));
}

function noteOut({ type, attrs, content, text, marks }: NoteJson): unknown {
  return {
    type,
    attrs: attrs && sorted(attrs),
    content: content?.map(noteOut),
    text,
    marks: marks?.map((mark) => ({ type: mark.type, attrs: mark.attrs && sorted(mark.attrs) })),
  };
}

/** Keys in order at every depth; two editors may have written the same attributes in another one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

function contentsOf(file: v.InferOutput<typeof PlanFile>): Contents {
  const notes = new Map(file.nodes.flatMap(({ id, note }): [Id, NoteJson][] => (note ? [[id, note]] : [])));
  const nodes = new Map(file.nodes.map((node) => [node.id, nodeIn(node)]));
  const offices = new Map(file.offices.map((office): [Id, Office] => [office.id, office]));
  const links = new Map(file.links.map((link): [string, Link] => [`${link.from}>${link.to}`, link]));
  const tree = settle(nodes);
  const records = { ...NO_RECORDS, ...Object.fromEntries(Object.entries(file.records ?? {}).map(recordsIn)) };
  return { plan: { meta: file.meta, nodes, offices, links, records, tree }, notes };
}

function recordsIn([sort, kept = {}]: [string, object | undefined]): [string, ReadonlyMap<string, unknown>] {
  return [sort, new Map(Object.entries(kept).sort(([a], [b]) => compare(a, b)))];
}

function nodeIn({ note, lead, assist, ...rest }: FileNode): Node {
  return { ...rest, lead: marksIn(lead), assist: marksIn(assist), noted: note !== undefined && holdsText(note) };
}

function marksIn(marks: FileNode['lead']): ReadonlyMap<Id, string> {
  return new Map(
    [...marks]
      .sort((a, b) => compare(a.order, b.order) || compare(a.office, b.office))
      .map(({ office, order }) => [office, order]),
  );
}

function holdsText(note: NoteJson): boolean {
  return !!note.text || (note.content ?? []).some(holdsText);
}

function refused(reason: FileRefusal, problems: readonly Problem[] = []): RefusedFile {
  return { refused: reason, problems };
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const code =
    issue.type !== 'strict_object'
      ? issue.message
      : issue.expected === 'never'
        ? 'unknown-field'
        : issue.expected?.startsWith('"')
          ? 'missing'
          : 'object';
  return { at: v.getDotPath(issue) ?? '', code };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function repeated(ids: readonly Id[]): Id | undefined {
  const seen = new Set<Id>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
