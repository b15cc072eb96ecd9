// The laws of the plan, over random histories. GUATU_HISTORIES sets how many (default 1,000), GUATU_SEED where they start.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { commit } from '../shared/doc/commit.ts';
import { readPlan, watchPlan } from '../shared/doc/read.ts';
import { openUndo } from '../shared/doc/undo.ts';
import { BIN, ROOT } from '../shared/model/plan.ts';
import type { Dice, Id, Plan } from '../shared/model/plan.ts';
import { branch, childrenOf, isBinned } from '../shared/model/tree.ts';
import { applyChanges, isRefusal } from '../shared/ops/change.ts';
import { moveNode } from '../shared/ops/tree.ts';
import { INTENTS, SMALL, anyIntent } from './kit/random.ts';
import { canonical, peersOf } from './kit/peers.ts';
import type { Peers } from './kit/peers.ts';
import { diceOf, docOf, show } from './kit/plan.ts';
import { HISTORIES, RUN_NAME, SEED } from './kit/runs.ts';

/** Runs the history once per seed; the seed of a failure is in its message. */
function histories(run: (seed: number) => void, count = HISTORIES): void {
  for (let i = 0; i < count; i++) {
    const seed = SEED + i;
    try {
      run(seed);
    } catch (error) {
      throw new Error(
        `GUATU_SEED=${seed} GUATU_HISTORIES=1: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    }
  }
}

const LONG = { timeout: 600_000 };

test(RUN_NAME, () => {
  expect(HISTORIES).toBeGreaterThan(0);
});

test('law 1, square: what commit writes reads back as what applyChanges says', LONG, () => {
  const seen = new Set<string>();
  histories((seed) => {
    const dice = diceOf(seed);
    const doc = docOf(SMALL, ~seed);
    for (let step = 0; step < 8; step++) {
      const names = Object.keys(INTENTS);
      const name = names[Math.floor(dice() * names.length)]!;
      const plan = readPlan(doc);
      const outcome = INTENTS[name]!(plan, dice);
      if (isRefusal(outcome)) continue;
      seen.add(name);
      commit(doc, outcome, {});
      expect(canonical(readPlan(doc)), name).toEqual(canonical(applyChanges(plan, outcome)));
    }
  });
  if (HISTORIES >= 1_000) expect([...seen].sort()).toEqual(Object.keys(INTENTS).sort());
});

/** What people see: everything but nodes whose creation was undone, and of the register what was `known`: an office once named stays. */
function visible(plan: Plan, known: ReadonlySet<Id>): unknown {
  const hidden = childrenOf(plan, BIN).filter((id) => plan.nodes.get(id)!.place.was === BIN);
  const gone = new Set(hidden.flatMap((id) => branch(plan, id)));
  const nodes = new Map([...plan.nodes].filter(([id]) => !gone.has(id)));
  const offices = new Map([...plan.offices].filter(([id]) => known.has(id)));
  const {
    nodes: list,
    meta,
    links,
    offices: register,
  } = canonical({ ...plan, nodes, offices }) as Record<string, unknown>;
  return { show: show(plan), list, meta, links, register };
}

test('law 2, undo: undo returns every earlier plan, redo every later one', LONG, () => {
  histories((seed) => {
    const dice = diceOf(seed);
    const doc = docOf(SMALL, ~seed);
    const origin = {};
    const undo = openUndo(doc, origin);
    const plans = [readPlan(doc)];
    let stepped = false;
    undo.onChange(() => (stepped = true));
    for (let step = 0; step < 8; step++) {
      const outcome = anyIntent(readPlan(doc), dice);
      if (isRefusal(outcome)) continue;
      stepped = false;
      commit(doc, outcome, origin);
      const onlyNamesOffices = outcome.every(
        (change) => change.do === 'office' && !plans.at(-1)!.offices.has(change.id),
      );
      expect(stepped).toBe(!onlyNamesOffices);
      if (onlyNamesOffices) plans.pop();
      plans.push(readPlan(doc));
    }
    const expectPlan = (at: number, by: string): void => {
      const known = new Set(plans[at]!.offices.keys());
      expect(visible(readPlan(doc), known), `${by} to ${at}`).toEqual(visible(plans[at]!, known));
    };
    for (let at = plans.length - 2; at >= 0; at--) {
      expect(undo.undo()).toBe(true);
      expectPlan(at, 'undo');
    }
    expect(undo.canUndo()).toBe(false);
    for (let at = 1; at < plans.length; at++) {
      expect(undo.redo()).toBe(true);
      expectPlan(at, 'redo');
    }
    expect(undo.canRedo()).toBe(false);
  });
});

/** Every node hangs in the tree exactly once, and nothing hangs below itself. */
function expectTree(plan: Plan): void {
  const reached = [...branch(plan, ROOT), ...branch(plan, BIN)];
  expect(reached.length).toBe(plan.nodes.size);
  expect(new Set(reached).size).toBe(plan.nodes.size);
  for (const list of plan.tree.children.values()) {
    const keys = list.map((id) => `${plan.nodes.get(id)!.place.order} ${id}`);
    expect([...keys].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys);
  }
  for (const node of plan.nodes.values()) if (node.span) expect(node.span.end >= node.span.start).toBe(true);
}

/** While the wire is silent, one moves a node below another, and a colleague that other below the first: a cycle, unless something else undoes it. */
function crossMoves({ all }: Peers, dice: Dice): void {
  const at = Math.floor(dice() * all.length);
  const [me, colleague] = [all[at]!, all[(at + 1) % all.length]!];
  const ids = [...me.plan().nodes.keys()].sort();
  const any = (): Id => ids[Math.floor(dice() * ids.length)]!;
  const [one, other] = [any(), any()];
  me.do((plan) => moveNode(plan, { ids: [one], parent: other, before: null }, dice));
  colleague.do((plan) => moveNode(plan, { ids: [other], parent: one, before: null }, dice));
}

test('law 3, converge: peers on a bad network end with one plan, a tree, and no node lost', LONG, () => {
  let cycles = 0;
  histories((seed) => {
    const dice = diceOf(seed);
    const peers = peersOf(docOf(SMALL, ~seed), 2 + Math.floor(dice() * 3));
    const born = new Set<Id>(peers.all[0]!.plan().nodes.keys());
    for (let step = 0; step < 20; step++) {
      const peer = peers.all[Math.floor(dice() * peers.all.length)]!;
      const roll = dice();
      if (roll < 0.1) peer.undo.undo();
      else if (roll < 0.15) peer.undo.redo();
      else if (roll < 0.25) crossMoves(peers, dice);
      else peer.do((plan) => anyIntent(plan, dice));
      for (const id of peer.plan().nodes.keys()) born.add(id);
      if (dice() < 0.4) peers.deliver(dice);
    }
    const plan = peers.settle();
    expectTree(plan);
    for (const id of plan.nodes.keys()) {
      const stored = peers.all[0]!.doc.getMap('nodes').get(id) as Y.Map<unknown>;
      expect(
        ['kind', 'place', 'title', 'note'].filter((key) => !stored.has(key)),
        'undo must leave no node without its parts',
      ).toEqual([]);
    }
    expect([...plan.nodes.keys()].sort()).toEqual([...born].sort());
    if (plan.tree.overridden.size > 0) cycles++;
  });
  process.stdout.write(`${cycles} of ${HISTORIES} histories healed a cycle\n`);
  if (HISTORIES >= 1_000)
    expect(cycles, 'some histories must have healed a cycle, or the law proves little').toBeGreaterThan(0);
});

test('law 3 holds for a watcher too: what it publishes is what a fresh reader sees', LONG, () => {
  histories(
    (seed) => {
      const dice = diceOf(seed);
      const peers = peersOf(docOf(SMALL, ~seed), 2);
      const watches = peers.all.map((peer) => watchPlan(peer.doc, () => {}));
      for (let step = 0; step < 12; step++) {
        peers.all[Math.floor(dice() * 2)]!.do((plan) => anyIntent(plan, dice));
        if (dice() < 0.5) peers.deliver(dice);
      }
      peers.settle();
      watches.forEach((watch, i) => expect(canonical(watch.plan())).toEqual(canonical(peers.all[i]!.plan())));
    },
    Math.ceil(HISTORIES / 4),
  );
});

test('law 4, total: readPlan accepts any document', LONG, () => {
  histories((seed) => {
    const dice = diceOf(seed);
    const doc = docOf(SMALL, ~seed);
    const ids = [...doc.getMap('nodes').keys()];
    const junk = (): unknown =>
      [
        null,
        7,
        -1.5,
        'x',
        [],
        ['a'],
        {},
        { parent: 3 },
        { start: '2019-02-30', end: '2019-01-01' },
        { start: '2019-01-02', end: '2019-01-01' },
        { parent: 'root', order: '', turn: 'x', was: 1 },
        new Uint8Array([1]),
        new Y.Text('t'),
        new Y.Map([['kind', 'item']]),
        new Y.Array(),
        new Y.XmlFragment(),
        true,
      ][Math.floor(dice() * 17)];
    const keys = [
      'kind',
      'place',
      'span',
      'title',
      'note',
      'progress',
      'status',
      'form',
      'lead/x',
      'lead/',
      'assist/__proto__',
      '__proto__',
      'constructor',
      'what',
    ];
    for (let step = 0; step < 12; step++) {
      const roll = dice();
      const key = keys[Math.floor(dice() * keys.length)]!;
      if (roll < 0.6)
        (doc.getMap('nodes').get(ids[Math.floor(dice() * ids.length)]!) as Y.Map<unknown> | undefined)?.set?.(
          key,
          junk(),
        );
      else if (roll < 0.8)
        doc
          .getMap(['meta', 'links', 'offices', 'records'][Math.floor(dice() * 4)])
          .set(dice() < 0.5 ? key : dice() < 0.5 ? `${ids[0]}>${ids[1]}` : 'marker/a', junk());
      else doc.getMap('nodes').set(dice() < 0.5 ? key : 'root', junk());
    }
    const plan = readPlan(doc);
    expectTree(plan);
    expect(({} as Record<string, unknown>)['kind']).toBeUndefined();
    for (const id of plan.nodes.keys()) isBinned(plan, id);
  });
});
