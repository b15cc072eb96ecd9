// What makes a tree a tree: `settle` turns whatever places arrive into one, the same on every replica. Plus the ways to walk it.
import { byOrder } from './order.ts';
import { BIN, ROOT } from './plan.ts';
import type { Id, Kind, Place, Plan, Tree } from './plan.ts';

/** Whatever has a place: a plan's nodes as they are. */
type Placed = ReadonlyMap<Id, { readonly place: Place }>;

/**
 * A pure function of the places: a missing parent counts as ROOT; in a cycle the edge with the highest `turn`
 * (then the smallest id) gives way, falls back to `was`, and to ROOT if that closes a cycle too.
 */
export function settle(nodes: Placed): Tree {
  const parent = new Map<Id, Id>();
  const overridden = new Set<Id>();
  const children = new Children();
  for (const [id, { place }] of nodes) {
    const known = children.has(place.parent) || exists(nodes, place.parent);
    const above = known && place.parent !== id ? place.parent : ROOT;
    parent.set(id, above);
    children.add(above, id, place.order);
    if (above !== place.parent) overridden.add(id);
  }
  const at = children.sorted(nodes);
  if (reaches(at, parent.size)) return { parent, children: at, overridden };
  const fallen = new Map<Id, number>();
  for (let cycles = findCycles(parent); cycles.length > 0; cycles = findCycles(parent)) {
    for (const cycle of cycles) {
      const loser = cycle.reduce((a, b) => (givesWay(nodes, a, b) ? a : b));
      const times = (fallen.get(loser) ?? 0) + 1;
      fallen.set(loser, times);
      const was = nodes.get(loser)!.place.was;
      parent.set(loser, times === 1 && was !== loser && exists(nodes, was) ? was : ROOT);
      overridden.add(loser);
    }
  }
  const settled = new Children();
  for (const [id, above] of parent) settled.add(above, id, nodes.get(id)!.place.order);
  return { parent, children: settled.sorted(nodes), overridden };
}

/** The lists of children as they are gathered: in one walk, since there are ten thousand, which mostly come in their order. */
class Children {
  readonly #lists = new Map<Id, Id[]>([
    [ROOT, []],
    [BIN, []],
  ]);
  readonly #mixed = new Set<Id[]>();
  /** Siblings mostly follow each other. */
  #above: Id | undefined;
  #list: Id[] = [];
  readonly #last = new Map<Id[], string>();
  #order = '';

  has(above: Id): boolean {
    return above === this.#above;
  }

  add(above: Id, id: Id, order: string): void {
    if (above !== this.#above) this.#turnTo(above);
    const list = this.#list;
    if (list.length > 0 && (order < this.#order || (order === this.#order && id < list.at(-1)!))) this.#mixed.add(list);
    list.push(id);
    this.#order = order;
  }

  #turnTo(above: Id): void {
    this.#last.set(this.#list, this.#order);
    let list = this.#lists.get(above);
    if (!list) this.#lists.set(above, (list = []));
    this.#above = above;
    this.#list = list;
    this.#order = this.#last.get(list) ?? '';
  }

  sorted(nodes: Placed): Map<Id, Id[]> {
    const key = (id: Id) => ({ id, order: nodes.get(id)!.place.order });
    for (const list of this.#mixed) list.sort((a, b) => byOrder(key(a), key(b)));
    return this.#lists;
  }
}

/** Whether all can be reached from the top or from the bin: then there is no cycle, as there hardly ever is. */
function reaches(children: ReadonlyMap<Id, readonly Id[]>, count: number): boolean {
  let found = 0;
  const queue: (readonly Id[] | undefined)[] = [children.get(ROOT), children.get(BIN)];
  for (let list = queue.pop(); list; list = queue.pop()) {
    found += list.length;
    for (const id of list) {
      const below = children.get(id);
      if (below) queue.push(below);
    }
  }
  return found === count;
}

function exists(nodes: Placed, id: Id): boolean {
  return id === ROOT || id === BIN || nodes.has(id);
}

function givesWay(nodes: Placed, a: Id, b: Id): boolean {
  const turnA = nodes.get(a)!.place.turn;
  const turnB = nodes.get(b)!.place.turn;
  return turnA !== turnB ? turnA > turnB : a < b;
}

/** Every cycle once. Cycles of a parent map never share a node, so the order they are found in does not matter. */
function findCycles(parent: ReadonlyMap<Id, Id>): Id[][] {
  const walked = new Map<Id, number>();
  const cycles: Id[][] = [];
  let walk = 0;
  for (const start of parent.keys()) {
    walk++;
    let id: Id | undefined = start;
    while (id !== undefined && parent.has(id) && !walked.has(id)) {
      walked.set(id, walk);
      id = parent.get(id);
    }
    if (id === undefined || walked.get(id) !== walk) continue;
    const cycle: Id[] = [];
    for (let at: Id = id; cycle.length === 0 || at !== id; at = parent.get(at)!) cycle.push(at);
    cycles.push(cycle);
  }
  return cycles;
}

const NONE: readonly Id[] = [];

export function childrenOf(plan: Pick<Plan, 'tree'>, id: Id): readonly Id[] {
  return plan.tree.children.get(id) ?? NONE;
}

/** Where the node really hangs: ROOT, BIN or a node. */
export function parentOf(plan: Pick<Plan, 'tree'>, id: Id): Id {
  return plan.tree.parent.get(id) ?? ROOT;
}

/** From the node's parent up to the top, without ROOT and BIN. */
export function ancestors(plan: Pick<Plan, 'tree'>, id: Id): Id[] {
  const found: Id[] = [];
  for (let at = plan.tree.parent.get(id); at !== undefined && at !== ROOT && at !== BIN; at = plan.tree.parent.get(at))
    found.push(at);
  return found;
}

/** The node and everything below it, parents before children, in order. ROOT and BIN themselves are not included. */
export function branch(plan: Pick<Plan, 'tree'>, id: Id): Id[] {
  const found: Id[] = [];
  const visit = (at: Id): void => {
    if (at !== ROOT && at !== BIN) found.push(at);
    for (const child of childrenOf(plan, at)) visit(child);
  };
  visit(id);
  return found;
}

/** Every node that is not in the bin, in reading order. */
export function inOrder(plan: Pick<Plan, 'tree'>): Id[] {
  return branch(plan, ROOT);
}

export function isBinned(plan: Pick<Plan, 'tree'>, id: Id): boolean {
  let at: Id | undefined = id;
  while (at !== undefined && at !== ROOT && at !== BIN) at = plan.tree.parent.get(at);
  return at === BIN;
}

export function depthOf(plan: Pick<Plan, 'tree'>, id: Id): number {
  return ancestors(plan, id).length;
}

const HOLDS: Readonly<Record<Kind | typeof ROOT, readonly Kind[]>> = {
  root: ['section', 'item', 'milestone'],
  section: ['section', 'item', 'milestone'],
  item: ['clause', 'task', 'milestone'],
  clause: ['task', 'milestone'],
  task: ['task', 'milestone'],
  milestone: [],
};

/** Whether a node of this kind may hang under that parent (a kind, or ROOT). */
export function mayHold(parent: Kind | typeof ROOT, child: Kind): boolean {
  return HOLDS[parent].includes(child);
}

/** What a new child of this parent is, if nothing else is said. */
export function usualChild(parent: Kind | typeof ROOT): Kind | undefined {
  return { root: 'section', section: 'item', item: 'clause', clause: 'task', task: 'task', milestone: undefined }[
    parent
  ] as Kind | undefined;
}

/** The kind of a node, or ROOT for ROOT (and for BIN, which holds anything). */
export function kindAt(plan: Pick<Plan, 'nodes'>, id: Id): Kind | typeof ROOT {
  return plan.nodes.get(id)?.kind ?? ROOT;
}
