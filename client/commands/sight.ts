// What my view must open so that a node can be seen, and which nodes it shows: in the tree, or in the lanes of the Gantt.
import { laneOf, lanes } from '../../shared/layout/lanes.ts';
import { rows } from '../../shared/layout/rows.ts';
import type { Id } from '../../shared/model/plan.ts';
import { ancestors } from '../../shared/model/tree.ts';
import { rowView } from '../state/view-store.ts';
import type { Desk } from './registry.ts';

/** Without what hides this node: folded branches above it, and its lane. */
export function unfolded(desk: Desk, id: Id): ReadonlySet<Id> {
  const { folded, lanes: by } = desk.view();
  const lane = by ? laneOf(desk.plan(), { by, today: desk.today() }, id) : undefined;
  const over = new Set([...ancestors(desk.plan(), id), lane]);
  // The same folds stay the same object: nothing has to be laid out anew to go where one can see already.
  return [...folded].some((each) => over.has(each)) ? new Set([...folded].filter((each) => !over.has(each))) : folded;
}

/** Every node my view shows, in its order. */
export function shownNodes(desk: Desk): readonly Id[] {
  const view = rowView(desk.view(), desk.today());
  const { open, lanes: by } = desk.view();
  if (open !== 'gantt' || !by) return rows(desk.plan(), view).map(({ id }) => id);
  const all = lanes(desk.plan(), { ...view, by, today: desk.today(), lang: desk.settings().lang });
  return all.flatMap(({ is, id }) => (is === 'node' ? [id] : []));
}

/** The heads of all lanes there are, when the Gantt stands in lanes. */
export function laneHeads(desk: Desk): readonly Id[] {
  const by = desk.view().lanes;
  if (desk.view().open !== 'gantt' || !by) return [];
  const all = lanes(desk.plan(), { folded: new Set(), by, today: desk.today(), lang: desk.settings().lang });
  return all.flatMap(({ is, id }) => (is === 'lane' ? [id] : []));
}
