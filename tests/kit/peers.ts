// n replicas of one plan with a network the test can cut, delay and reorder; `settle()` delivers everything and compares all.
import { expect } from 'vitest';
import * as Y from 'yjs';
import { commit } from '../../shared/doc/commit.ts';
import { readPlan } from '../../shared/doc/read.ts';
import { openUndo } from '../../shared/doc/undo.ts';
import type { Undo } from '../../shared/doc/undo.ts';
import type { Dice, Plan } from '../../shared/model/plan.ts';
import { isRefusal } from '../../shared/ops/change.ts';
import type { Outcome } from '../../shared/ops/change.ts';

export interface Peer {
  readonly doc: Y.Doc;
  readonly undo: Undo;
  plan(): Plan;
  /** Runs an op as a person would; false when it was refused. */
  do(op: (plan: Plan) => Outcome): boolean;
}

export interface Peers {
  readonly all: readonly Peer[];
  /** Delivers some of what is under way, in any order. */
  deliver(dice: Dice): void;
  /** Delivers everything, then asserts that all replicas, and a reload of each, hold the same plan. */
  settle(): Plan;
}

export function peersOf(start: Y.Doc, count: number): Peers {
  const state = Y.encodeStateAsUpdate(start);
  const wire: { to: number; update: Uint8Array }[] = [];
  const all = Array.from({ length: count }, (_, me): Peer => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state, 'wire');
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'wire') return;
      for (let to = 0; to < count; to++) if (to !== me) wire.push({ to, update });
    });
    const origin = { peer: me };
    return {
      doc,
      undo: openUndo(doc, origin),
      plan: () => readPlan(doc),
      do(op) {
        const outcome = op(readPlan(doc));
        if (isRefusal(outcome)) return false;
        commit(doc, outcome, origin);
        return true;
      },
    };
  });
  const hand = (at: number): void => {
    const [letter] = wire.splice(at, 1);
    Y.applyUpdate(all[letter!.to]!.doc, letter!.update, 'wire');
  };
  return {
    all,
    deliver(dice) {
      for (let n = Math.floor(dice() * (wire.length + 1)); n > 0; n--) hand(Math.floor(dice() * wire.length));
    },
    settle() {
      while (wire.length > 0) hand(0);
      const plans = all.map((peer) => canonical(peer.plan()));
      const reloads = all.map((peer) => canonical(reload(peer.doc)));
      for (const other of [...plans, ...reloads]) expect(other).toEqual(plans[0]);
      for (const peer of all) expect(peer.doc.store.pendingStructs).toBeNull();
      return all[0]!.plan();
    },
  };
}

function reload(doc: Y.Doc): Plan {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return readPlan(copy);
}

/** The plan as JSON that does not depend on the order of Yjs's maps. */
export function canonical(plan: Plan): unknown {
  const byKey = <T>(map: ReadonlyMap<string, T>, value: (each: T) => unknown = (each) => each) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, value(each)]);
  return {
    meta: plan.meta,
    nodes: byKey(plan.nodes, (node) => ({ ...node, lead: [...node.lead], assist: [...node.assist] })),
    offices: byKey(plan.offices),
    links: byKey(plan.links),
    records: Object.entries(plan.records).map(([sort, kept]) => [sort, byKey(kept as ReadonlyMap<string, unknown>)]),
    children: byKey(plan.tree.children).filter(([, list]) => (list as readonly string[]).length > 0),
    parent: byKey(plan.tree.parent),
    overridden: [...plan.tree.overridden].sort(),
  };
}
