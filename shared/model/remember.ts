// What follows from a plan, remembered for each plan in use. Where an edit left most of a plan alone, the next answer is made from the last.
import { differing } from './patched.ts';
import type { Id, Plan } from './plan.ts';
import { BIN, ROOT } from './plan.ts';

/** `mend` makes the answer for `now` from the one for `before`, or says nothing when too much has changed. */
export function remembered<P extends object, T extends object>(
  compute: (plan: P) => T,
  mend: (last: T, before: P, now: P) => T | undefined,
): (plan: P) => T {
  const known = new WeakMap<P, T>();
  // Held weakly: a plan nobody shows any more is let go.
  let last: WeakRef<P> | undefined;
  return (plan) => {
    const held = known.get(plan);
    if (held) return held;
    const before = last?.deref();
    const kept = before && known.get(before);
    const made = (kept && mend(kept, before, plan)) ?? compute(plan);
    known.set(plan, made);
    last = new WeakRef(plan);
    return made;
  };
}

/** So many nodes at most are worth mending for; beyond, all is computed anew. */
const FEW = 200;

type Tree = Pick<Plan, 'nodes' | 'tree'>;

/** The nodes that differ between two plans of one tree; nothing when the tree or too many differ. */
export function touchedSince(before: Tree, now: Tree): readonly Id[] | undefined {
  if (before.tree !== now.tree) return undefined;
  const found = differing(before.nodes, now.nodes);
  return found.length <= FEW ? found : undefined;
}

/** These nodes and all above them, each before its parent; what lies in the bin is left out. */
export function upwards({ tree }: Pick<Plan, 'tree'>, ids: readonly Id[]): readonly Id[] {
  const depths = new Map<Id, number>();
  for (const id of ids) {
    const path: Id[] = [];
    let at: Id | undefined = id;
    while (at !== undefined && at !== ROOT && at !== BIN) {
      path.push(at);
      at = tree.parent.get(at);
    }
    if (at === ROOT) path.forEach((each, index) => depths.set(each, path.length - index));
  }
  return [...depths].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
