// What people draw across the tree of the map: a relation between two works, a brace over neighbours. Dates never follow from either.
import { ROOT } from '../model/plan.ts';
import type { Id, Plan } from '../model/plan.ts';
import { childrenOf, isBinned, parentOf } from '../model/tree.ts';
import { refuse } from './change.ts';
import type { Outcome } from './change.ts';
import { keepRecord } from './records.ts';

export function relate(plan: Plan, { id, from, to }: { id: Id; from: Id; to: Id }): Outcome {
  for (const end of [from, to]) if (!plan.nodes.has(end) || isBinned(plan, end)) return refuse('no-such-node');
  if (from === to) return refuse('pick-two');
  if (relationOf(plan, from, to) !== undefined) return refuse('related');
  return keepRecord(plan, { sort: 'relation', id, value: { from, to, title: '' } });
}

/** The relation between these two, whichever way it was drawn. */
export function relationOf(plan: Plan, one: Id, other: Id): Id | undefined {
  for (const [id, { from, to }] of plan.records.relation)
    if ((from === one && to === other) || (from === other && to === one)) return id;
  return undefined;
}

/** Over neighbours of one parent, from the first of them to the last. */
export function embrace(plan: Plan, { id, ids, title }: { id: Id; ids: readonly Id[]; title: string }): Outcome {
  const [one] = ids;
  if (one === undefined || !plan.nodes.has(one) || isBinned(plan, one)) return refuse('no-such-node');
  const parent = parentOf(plan, one);
  if (ids.some((each) => parentOf(plan, each) !== parent)) return refuse('not-siblings');
  const siblings = childrenOf(plan, parent);
  const at = ids.map((each) => siblings.indexOf(each));
  const first = siblings[Math.min(...at)]!;
  const last = siblings[Math.max(...at)]!;
  for (const brace of plan.records.brace.values())
    if (brace.parent === parent && brace.first === first && brace.last === last) return refuse('nothing-to-do');
  return keepRecord(plan, {
    sort: 'brace',
    id,
    value: { parent: parent === ROOT ? ROOT : parent, first, last, title },
  });
}

/** What stands on a relation or a brace. */
export function entitleTie(plan: Plan, args: { sort: 'relation' | 'brace'; id: Id; title: string }): Outcome {
  const { sort, id } = args;
  const title = args.title.trim();
  if (sort === 'relation') {
    const old = plan.records.relation.get(id);
    return old ? keepRecord(plan, { sort, id, value: { ...old, title } }) : refuse('nothing-to-do');
  }
  const old = plan.records.brace.get(id);
  return old ? keepRecord(plan, { sort, id, value: { ...old, title } }) : refuse('nothing-to-do');
}
