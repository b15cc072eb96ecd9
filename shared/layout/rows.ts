// Plan + fold + filter → the visible rows, in order; the list and the Gantt show the same ones. Knows no px.
import { hitsOf, isActive } from './filter.ts';
import type { Filter } from './filter.ts';
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
  /** For tight places: 一, 6, 6.1; empty for a milestone. */
  readonly mark: string;
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
  const numbers = numbering(plan);
  const shown = view.filter && isActive(view.filter) ? hitsOf(plan, view.filter).shown : undefined;
  const found: Row[] = [];
  const visit = (id: Id, depth: number, section: number, visible: boolean): number => {
    const node = plan.nodes.get(id);
    if (!node) return 0;
    const children = childrenOf(plan, id);
    const here = visible && (!shown || shown.has(id));
    const open = shown ? children.some((child) => shown.has(child)) : !view.folded.has(id);
    const at = found.length;
    if (here) found.push(rowOf(node, depth, section, numbers.get(id)?.label ?? '', children.length > 0));
    let hidden = 0;
    for (const child of children) hidden += visit(child, depth + 1, section, here && open);
    const folded = children.length > 0 && !open;
    // Most rows are a leaf's or open: ten thousand need not be made twice.
    if (here && (hidden > 0 || folded)) found[at] = { ...found[at]!, hidden, folded };
    return here ? hidden : hidden + 1;
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

/** Where each row stands. */
export function indexOf(rows: readonly { readonly id: Id }[]): ReadonlyMap<Id, number> {
  let index = indexes.get(rows);
  if (!index) {
    const made = new Map<Id, number>();
    rows.forEach(({ id }, at) => made.set(id, at));
    indexes.set(rows, (index = made));
  }
  return index;
}

export function rowOf(node: Node, depth: number, section: number, mark: string, branch: boolean): Row {
  return { is: 'node', id: node.id, depth, kind: node.kind, mark, branch, folded: false, hidden: 0, section };
}
