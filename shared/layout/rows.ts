// Plan + fold + filter → the visible rows, in order; the list and the Gantt show the same ones. Knows no px.
import { hitsOf, isActive } from './filter.ts';
import type { Filter } from './filter.ts';
import { stepwise } from '../model/asked.ts';
import { numbering } from '../model/numbering.ts';
import { ROOT } from '../model/plan.ts';
import type { Id, Kind, Node, Plan } from '../model/plan.ts';
import { childrenOf } from '../model/tree.ts';

export interface Row {
  readonly is: 'node';
  readonly id: Id;
  /** 0 for what hangs under the plan itself. */
  readonly depth: number;
  readonly kind: Kind;
  readonly branch: boolean;
  readonly folded: boolean;
  /** How many nodes below are not shown, because of the fold or the filter. */
  readonly hidden: number;
  /** The place of its topmost ancestor among its siblings, from 0: which hue it has. */
  readonly section: number;
}

export interface RowView {
  readonly folded: ReadonlySet<Id>;
  readonly filter?: Filter | undefined;
}

/** A hit shows its ancestors too, and opens them even if they are folded: what one searches for is seen. */
export function rows(plan: Plan, view: RowView): readonly Row[] {
  const shown = view.filter && isActive(view.filter) ? hitsOf(plan, view.filter).shown : undefined;
  const found: Writable[] = [];
  const visit = (id: Id, depth: number, section: number, visible: boolean): number => {
    const node = plan.nodes.get(id);
    if (!node) return 0;
    const children = childrenOf(plan, id);
    const here = visible && (!shown || shown.has(id));
    const open = shown ? children.some((child) => shown.has(child)) : !view.folded.has(id);
    const row = here ? rowOf(node, depth, section, children.length > 0) : undefined;
    if (row) found.push(row);
    let hidden = 0;
    for (const child of children) hidden += visit(child, depth + 1, section, here && open);
    if (!row) return hidden + 1;
    row.hidden = hidden;
    row.folded = children.length > 0 && !open;
    return hidden;
  };
  childrenOf(plan, ROOT).forEach((id, index) => visit(id, 0, index, true));
  return found;
}

/** Rows that stay the same object while nothing they show has changed; a filter is asked anew with every plan. */
export function createRows(): (plan: Plan, view: RowView) => readonly Row[] {
  let last: {
    readonly numbers: unknown;
    readonly tree: unknown;
    readonly folded: unknown;
    readonly rows: readonly Row[];
  };
  return (plan, view) => {
    const filtered = view.filter !== undefined && isActive(view.filter);
    const { tree } = plan;
    const { folded } = view;
    // The same numbers mean the same kinds.
    const numbers = numbering(plan);
    const same = !filtered && last?.numbers === numbers && last.tree === tree && last.folded === folded;
    const found = same ? last.rows : rows(plan, view);
    last = { numbers, tree, folded: filtered ? undefined : folded, rows: found };
    return found;
  };
}

const indexes = new WeakMap<readonly { readonly id: Id }[], ReadonlyMap<Id, number>>();

/** Where each row stands; made as soon as somebody asks. */
export function indexOf(rows: readonly { readonly id: Id }[]): ReadonlyMap<Id, number> {
  let index = indexes.get(rows);
  if (!index) {
    index = stepwise((made) => {
      rows.forEach(({ id }, at) => made.set(id, at));
      return false;
    });
    indexes.set(rows, index);
  }
  return index;
}

/** While it is being made. */
type Writable = { -readonly [K in keyof Row]: Row[K] };

export function rowOf(node: Node, depth: number, section: number, branch: boolean): Writable {
  return { is: 'node', id: node.id, depth, kind: node.kind, branch, folded: false, hidden: 0, section };
}
