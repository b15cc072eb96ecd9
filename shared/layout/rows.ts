// Plan + fold + filter → the visible rows, in order; the list and the Gantt show the same ones. Knows no px.
import { lightOf, measuresOf, progressOf, spans } from '../model/schedule.ts';
import { finds } from '../model/pinyin.ts';
import { numbering } from '../model/numbering.ts';
import { ROOT } from '../model/plan.ts';
import type { Day, Id, Kind, Light, Node, Plan } from '../model/plan.ts';
import { ancestors, childrenOf } from '../model/tree.ts';

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

/** Every given condition must hold. */
export interface Filter {
  /** In the title, number, offices or deliverable; every word, upper and lower case alike; names also by pinyin initials. */
  readonly text?: string | undefined;
  /** Leads or assists. */
  readonly office?: Id | undefined;
  /** The section, and all below it. */
  readonly section?: Id | undefined;
  readonly light?: Light | undefined;
  /** What `light` is measured against; needed with it. */
  readonly today?: Day | undefined;
  /** Leaves without a date; a section only ever spans what is below it. */
  readonly undated?: boolean | undefined;
}

export interface RowView {
  readonly folded: ReadonlySet<Id>;
  readonly filter?: Filter | undefined;
}

/** A hit shows its ancestors too, and opens them even if they are folded: what one searches for is seen. */
export function rows(plan: Plan, view: RowView): readonly Row[] {
  const numbers = numbering(plan);
  const shown = view.filter && isActive(view.filter) ? hits(plan, view.filter) : undefined;
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
    if (here) found[at] = { ...found[at]!, hidden, folded: children.length > 0 && !open };
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

export function hits(plan: Plan, filter: Filter): ReadonlySet<Id> {
  const match = matcher(plan, filter);
  const found = new Set<Id>();
  for (const node of plan.nodes.values()) {
    if (!plan.tree.parent.has(node.id) || !match(node)) continue;
    found.add(node.id);
    for (const above of ancestors(plan, node.id)) found.add(above);
  }
  return found;
}

export function isActive(filter: Filter): boolean {
  return !!(filter.text?.trim() || filter.office || filter.section || filter.light || filter.undated);
}

/** Whether one node meets the filter. For many nodes, `matcher` does the common work once. */
export function matches(plan: Plan, node: Node, filter: Filter): boolean {
  return matcher(plan, filter)(node);
}

export function matcher(plan: Plan, filter: Filter): (node: Node) => boolean {
  const words = filter.text?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const numbers = words.length > 0 ? numbering(plan) : undefined;
  const shown = filter.light || filter.undated ? spans(plan) : undefined;
  const by = measuresOf(plan);
  return (node) =>
    (words.length === 0 || wordsIn(plan, node, numbers?.get(node.id)?.label ?? '', words)) &&
    (!filter.office || node.lead.has(filter.office) || node.assist.has(filter.office)) &&
    (!filter.section || node.id === filter.section || ancestors(plan, node.id).includes(filter.section)) &&
    (!filter.light ||
      !filter.today ||
      lightOf(node, shown!.get(node.id), progressOf(plan, node.id), filter.today, by) === filter.light) &&
    (!filter.undated || (node.kind !== 'section' && childrenOf(plan, node.id).length === 0 && !shown!.has(node.id)));
}

/** First letters of pinyin count for names and short titles only: a long clause holds every letter sequence by accident. */
const SHORT = 40;

function wordsIn(plan: Plan, node: Node, number: string, words: readonly string[]): boolean {
  const offices = [...node.lead.keys(), ...node.assist.keys()].flatMap((id) => {
    const office = plan.offices.get(id);
    return office ? [office.name, ...office.aliases] : [];
  });
  const names = node.title.length <= SHORT ? [node.title, ...offices] : offices;
  const text = [number, node.title, node.deliverable ?? '', ...offices].join('\n').toLowerCase();
  return words.every((word) => text.includes(word) || names.some((name) => finds(name, word)));
}
