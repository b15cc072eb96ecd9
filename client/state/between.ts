// The changes that lead from one Plan to a later one: how an undo, which writes by itself, becomes something that can be asked again.
import { sameValue } from '../../shared/doc/read.ts';
import type { Id, Node, Plan, Sort } from '../../shared/model/plan.ts';
import { SORTS } from '../../shared/model/records.ts';
import type { Change, Fields, Role } from '../../shared/ops/change.ts';

/** A field that is missing here does not compile. */
const EVERY: Readonly<Record<keyof Fields, true>> = {
  kind: true,
  place: true,
  span: true,
  progress: true,
  status: true,
  deliverable: true,
  issue: true,
  due: true,
  basis: true,
  ticks: true,
  people: true,
  fate: true,
  lineage: true,
  form: true,
};
const KEYS = Object.keys(EVERY) as readonly (keyof Fields)[];

/** Nodes are never removed from a plan and untouched ones are identical, so only what differs is looked at. */
export function changesBetween(before: Plan, after: Plan): readonly Change[] {
  const changes: Change[] = [];
  for (const [id, now] of after.nodes) {
    const old = before.nodes.get(id);
    if (old && old !== now) changes.push(...nodeChanges(old, now));
  }
  for (const [key, link] of after.links)
    if (!sameValue(before.links.get(key), link)) changes.push({ do: 'link', ...link });
  for (const [key, { from, to }] of before.links) if (!after.links.has(key)) changes.push({ do: 'unlink', from, to });
  for (const [id, office] of after.offices) {
    const { id: _, ...put } = office;
    if (!sameValue(before.offices.get(id), office)) changes.push({ do: 'office', id, put });
  }
  for (const sort of SORTS) changes.push(...recordChanges(sort, before.records[sort], after.records[sort]));
  if (before.meta.title !== after.meta.title) changes.push({ do: 'entitle', title: after.meta.title });
  if (before.meta.preamble !== after.meta.preamble) changes.push({ do: 'preamble', text: after.meta.preamble });
  return changes;
}

function nodeChanges(old: Node, now: Node): Change[] {
  const { id } = now;
  const changes: Change[] = [];
  for (const key of KEYS)
    if (!sameValue(old[key], now[key])) changes.push({ do: 'put', id, key, value: now[key] } as Change);
  if (old.title !== now.title) changes.push({ do: 'retitle', id, title: now.title });
  for (const role of ['lead', 'assist'] as const) changes.push(...marksBetween(id, role, old[role], now[role]));
  return changes;
}

function recordChanges(
  sort: Sort,
  old: ReadonlyMap<string, unknown>,
  now: ReadonlyMap<string, unknown>,
): readonly Change[] {
  if (old === now) return [];
  const ids = new Set([...old.keys(), ...now.keys()]);
  return [...ids]
    .filter((id) => !sameValue(old.get(id), now.get(id)))
    .map((id) => ({ do: 'record', sort, id, value: now.get(id) }) as Change);
}

/** The marks of one role, from one reading to another. */
export function marksBetween(id: Id, role: Role, old: ReadonlyMap<Id, string>, now: ReadonlyMap<Id, string>): Change[] {
  const changes: Change[] = [];
  for (const [office, order] of now)
    if (old.get(office) !== order) changes.push({ do: 'mark', id, role, office, order });
  for (const office of old.keys()) if (!now.has(office)) changes.push({ do: 'unmark', id, role, office });
  return changes;
}
