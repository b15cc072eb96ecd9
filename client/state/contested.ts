// What an undo would pass over: values of my last step that a colleague has changed since, where each stands in the plan, and the
// changes that make it read one way or the other. Knows no words.
import type { Overwritten } from '../../shared/doc/overwritten.ts';
import { sameValue } from '../../shared/doc/read.ts';
import { readRecordKey } from '../../shared/doc/records.ts';
import { NODE_FIELDS, OFFICE_FIELDS, readLink, readLinkKey } from '../../shared/doc/schema.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id, Office, Place, Plan, Sort } from '../../shared/model/plan.ts';
import { RECORD_READERS } from '../../shared/model/record-readers.ts';
import { branch, parentOf } from '../../shared/model/tree.ts';
import { linkKey, sortMarks } from '../../shared/ops/change.ts';
import type { Change, Fields, Role } from '../../shared/ops/change.ts';
import { nextTurn } from '../../shared/ops/tree.ts';
import { marksBetween } from './between.ts';

export type Where =
  | { readonly at: 'node'; readonly id: Id; readonly key: keyof Fields | 'title' | Role }
  | { readonly at: 'link'; readonly from: Id; readonly to: Id }
  | { readonly at: 'record'; readonly sort: Sort; readonly id: string }
  | { readonly at: 'office'; readonly id: Id; readonly key: keyof Omit<Office, 'id'> }
  | { readonly at: 'meta'; readonly key: 'title' | 'preamble' };

export interface Contested {
  readonly where: Where;
  /** Before my step, as my step left it, and as somebody has it now. */
  readonly was: unknown;
  readonly mine: unknown;
  readonly now: unknown;
  /** Their visit. */
  readonly by: number | undefined;
}

/** What stands again as it was before my step is no quarrel, nor is a thing that is no longer there. */
export function contestedIn(plan: Plan, overwritten: readonly Overwritten[]): readonly Contested[] {
  return overwritten.flatMap((found): Contested[] => {
    const where = whereIs(found);
    if (!where || !stands(plan, where)) return [];
    const was = read(where, found.was);
    const now = valueAt(plan, where);
    return same(was, now) ? [] : [{ where, was, mine: read(where, found.mine), now, by: found.by }];
  });
}

/** Those that are still as they were when it was asked. */
export function stillContested(plan: Plan, contested: readonly Contested[]): readonly Contested[] {
  return contested.filter(({ where, now }) => stands(plan, where) && same(valueAt(plan, where), now));
}

/** The changes after which each reads as `side` says; of what reads so already, none. */
export function settledAs(plan: Plan, contested: readonly Contested[], side: 'was' | 'now'): readonly Change[] {
  return contested.flatMap((each) =>
    same(valueAt(plan, each.where), each[side]) ? [] : changesTo(plan, each.where, each[side]),
  );
}

function whereIs({ root, id, key }: Overwritten): Where | undefined {
  switch (root) {
    case 'nodes':
      // How a source wrote it is nobody's decision.
      return key !== 'form' && (key in NODE_FIELDS || key === 'title' || key === 'lead' || key === 'assist')
        ? { at: 'node', id, key: key as keyof Fields }
        : undefined;
    case 'offices':
      return key in OFFICE_FIELDS ? { at: 'office', id, key: key as keyof typeof OFFICE_FIELDS } : undefined;
    case 'links': {
      const link = readLinkKey(key);
      return link && { at: 'link', ...link };
    }
    case 'records': {
      const record = readRecordKey(key);
      return record && { at: 'record', ...record };
    }
    case 'meta':
      return key === 'title' || key === 'preamble' ? { at: 'meta', key } : undefined;
  }
}

function stands(plan: Plan, where: Where): boolean {
  if (where.at === 'node') return plan.nodes.has(where.id);
  if (where.at === 'link') return plan.nodes.has(where.from) && plan.nodes.has(where.to);
  return where.at !== 'office' || plan.offices.has(where.id);
}

/** What the document held, as the plan would have it. */
function read(where: Where, value: unknown): unknown {
  switch (where.at) {
    case 'node':
      if (where.key === 'title') return value;
      if (where.key === 'lead' || where.key === 'assist') return sortMarks(new Map(value as [Id, string][]));
      return NODE_FIELDS[where.key](value);
    case 'link':
      return readLink(value);
    case 'record':
      return RECORD_READERS[where.sort](value);
    case 'office':
      return OFFICE_FIELDS[where.key](value);
    case 'meta':
      return value;
  }
}

function valueAt(plan: Plan, where: Where): unknown {
  switch (where.at) {
    case 'node':
      return plan.nodes.get(where.id)?.[where.key];
    case 'link': {
      const link = plan.links.get(linkKey(where.from, where.to));
      return link && { type: link.type, lag: link.lag };
    }
    case 'record':
      return plan.records[where.sort].get(where.id);
    case 'office':
      return plan.offices.get(where.id)?.[where.key];
    case 'meta':
      return plan.meta[where.key];
  }
}

function same(a: unknown, b: unknown): boolean {
  if (a instanceof Map && b instanceof Map) return sameValue([...a.keys()], [...b.keys()]);
  return sameValue(a, b);
}

function changesTo(plan: Plan, where: Where, value: unknown): readonly Change[] {
  switch (where.at) {
    case 'node': {
      const { id, key } = where;
      if (key === 'title') return [{ do: 'retitle', id, title: value as string }];
      if (key === 'lead' || key === 'assist')
        return marksBetween(id, key, plan.nodes.get(id)![key], value as ReadonlyMap<Id, string>);
      if (key === 'place') return placed(plan, id, value as Place | undefined);
      return [{ do: 'put', id, key, value } as Change];
    }
    case 'link': {
      const { from, to } = where;
      return [value ? ({ do: 'link', from, to, ...value } as Change) : { do: 'unlink', from, to }];
    }
    case 'record':
      return [{ do: 'record', sort: where.sort, id: where.id, value } as Change];
    case 'office':
      return [{ do: 'office', id: where.id, put: { [where.key]: value } }];
    case 'meta':
      return [
        where.key === 'title' ? { do: 'entitle', title: value as string } : { do: 'preamble', text: value as string },
      ];
  }
}

/** A move of its own, so that it wins: but never below its own branch. */
function placed(plan: Plan, id: Id, place: Place | undefined): readonly Change[] {
  if (!place || branch(plan, id).includes(place.parent)) return [];
  return [{ do: 'put', id, key: 'place', value: { ...place, turn: nextTurn(plan), was: parentOf(plan, id) ?? ROOT } }];
}
