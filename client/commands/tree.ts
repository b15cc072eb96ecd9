// The commands that shape the tree: add, rename, move, indent, bin, restore. XMind's keys in the mind map, Word's outline keys everywhere.
import { BIN } from '../../shared/model/plan.ts';
import type { Id, Kind, Outline, Plan } from '../../shared/model/plan.ts';
import { branch, childrenOf, inOrder, isBinned, parentOf } from '../../shared/model/tree.ts';
import { refuse } from '../../shared/ops/change.ts';
import {
  addAfter,
  addNode,
  bin,
  graft,
  indent,
  moveDown,
  moveNode,
  moveUp,
  newId,
  outdent,
  restore,
} from '../../shared/ops/tree.ts';
import { defineAct, defineEdit, manyOf, oneOf } from './registry.ts';
import type { Desk } from './registry.ts';

interface One {
  readonly id?: Id;
}

/** A fresh node is selected, shown, and wants its title. */
function typeIn(desk: Desk, { id }: { readonly id: Id }): void {
  const parent = parentOf(desk.plan(), id);
  const folded = new Set(desk.view().folded);
  folded.delete(parent);
  desk.setView({ selected: [id], folded, editing: { node: id, field: 'title', all: true } });
}

/** Where a node stood: under this parent, before this sibling. */
interface Spot {
  readonly id: Id;
  readonly parent: Id;
  readonly before: Id | null;
}

/** As they are read, from the first to the last. */
function spotsOf(plan: Plan, ids: readonly Id[]): readonly Spot[] {
  const wanted = new Set(ids);
  return inOrder(plan)
    .filter((id) => wanted.has(id))
    .map((id) => {
      const parent = parentOf(plan, id);
      const siblings = childrenOf(plan, parent);
      return { id, parent, before: siblings[siblings.indexOf(id) + 1] ?? null };
    });
}

/** Back to the very spot, as far as that is still there; what somebody has restored since stays where they put it. */
function putBack(desk: Desk, spots: readonly Spot[]): void {
  // The last first, so that each may be put before one that is back already.
  for (const { id, parent, before } of [...spots].reverse()) {
    const plan = desk.plan();
    if (parentOf(plan, id) !== BIN) continue;
    const there = before !== null && !isBinned(plan, before) && parentOf(plan, before) === parent;
    const back = moveNode(plan, { ids: [id], parent, before: there ? before : null }, desk.dice);
    if ('refused' in back) desk.refused(back, 'tree.restore');
    else desk.commit(back, 'tree.restore');
  }
  desk.setView({ selected: spots.map(({ id }) => id) });
}

function oneNode(desk: Desk, args: One | undefined): { id: Id } | ReturnType<typeof refuse> {
  const id = oneOf(desk, args);
  return id === undefined ? refuse('no-such-node') : { id };
}

function manyNodes(desk: Desk, args: { readonly ids?: readonly Id[] } | undefined) {
  const ids = manyOf(desk, args);
  return ids.length === 0 ? refuse('no-such-node') : { ids };
}

/** Where the eye goes when these vanish: the next sibling, else the one before, else the parent. */
function neighbour(desk: Desk, ids: readonly Id[]): Id | undefined {
  const last = ids.at(-1);
  if (last === undefined) return undefined;
  const plan = desk.plan();
  const parent = parentOf(plan, last);
  const siblings = childrenOf(plan, parent);
  const at = siblings.indexOf(last);
  const stays = (id: Id): boolean => !ids.includes(id);
  const next = siblings.slice(at + 1).find(stays) ?? siblings.slice(0, at).reverse().find(stays);
  return next ?? (plan.nodes.has(parent) ? parent : undefined);
}

export const treeCommands = {
  'tree.add-after': defineEdit({
    keys: ['Enter'],
    scope: ['mindmap'],
    full: (desk, args: { readonly after?: Id; readonly title?: string } | undefined) => {
      const after = oneOf(desk, args?.after ? { id: args.after } : undefined);
      return after === undefined
        ? refuse('no-such-node')
        : { id: newId(desk.dice), after, ...(args?.title && { title: args.title }) };
    },
    op: addAfter,
    after: typeIn,
  }),
  'tree.add-before': defineEdit({
    keys: ['Shift+Enter'],
    scope: ['mindmap'],
    full: (desk, args: One | undefined) => {
      const before = oneOf(desk, args);
      const node = before && desk.plan().nodes.get(before);
      return node
        ? { id: newId(desk.dice), parent: parentOf(desk.plan(), node.id), before: node.id, kind: node.kind }
        : refuse('no-such-node');
    },
    op: addNode,
    after: typeIn,
  }),
  'tree.add-child': defineEdit({
    keys: ['Tab', 'Insert'],
    scope: ['mindmap'],
    full: (desk, args: { readonly parent?: Id; readonly title?: string } | undefined) => {
      const parent = args?.parent ?? desk.view().selected.at(-1);
      return parent === undefined
        ? refuse('no-such-node')
        : { id: newId(desk.dice), parent, ...(args?.title && { title: args.title }) };
    },
    op: addNode,
    after: typeIn,
  }),
  /** For drops and scripts: everything said. */
  'tree.add': defineEdit({
    listed: false,
    full: (desk, args: { parent: Id; before?: Id | null; kind?: Kind; title?: string; id?: Id } | undefined) =>
      args ? { ...args, id: args.id ?? newId(desk.dice) } : refuse('no-such-node'),
    op: addNode,
    after: (desk, { id }) => desk.setView({ selected: [id] }),
  }),
  'tree.rename': defineAct({
    keys: ['F2'],
    needs: 'edit',
    when: (desk, args: One | undefined) => (oneOf(desk, args) === undefined ? refuse('no-such-node') : true),
    run: (desk, args) => {
      const node = oneOf(desk, args)!;
      desk.setView({ selected: [node], editing: { node, field: 'title' } });
    },
  }),
  'tree.move': defineEdit({
    listed: false,
    full: (_desk, args: { ids: readonly Id[]; parent: Id; before?: Id | null } | undefined) =>
      args ?? refuse('no-such-node'),
    op: moveNode,
  }),
  'tree.indent': defineEdit({ keys: ['Alt+Shift+ArrowRight'], inFields: 'plan', full: oneNode, op: indent }),
  'tree.outdent': defineEdit({ keys: ['Alt+Shift+ArrowLeft'], inFields: 'plan', full: oneNode, op: outdent }),
  'tree.up': defineEdit({
    keys: ['Mod+ArrowUp', 'Alt+Shift+ArrowUp'],
    full: oneNode,
    op: moveUp,
  }),
  'tree.down': defineEdit({
    keys: ['Mod+ArrowDown', 'Alt+Shift+ArrowDown'],
    full: oneNode,
    op: moveDown,
  }),
  'tree.bin': defineEdit({
    keys: ['Delete', 'Backspace'],
    full: (desk, args: { readonly ids?: readonly Id[] } | undefined) => {
      const many = manyNodes(desk, args);
      if ('refused' in many) return many;
      return { ...many, next: neighbour(desk, many.ids), spots: spotsOf(desk.plan(), many.ids) };
    },
    op: bin,
    after: (desk, { next, spots }) => {
      desk.setView({ selected: next === undefined ? [] : [next] });
      const plan = desk.plan();
      const gone = spots.filter(({ id }) => parentOf(plan, id) === BIN);
      const [first] = gone;
      if (!first) return;
      const many = gone.reduce((sum, { id }) => sum + branch(plan, id).length, 0);
      desk.binned(plan.nodes.get(first.id)!.title, many, () => putBack(desk, gone));
    },
  }),
  'tree.restore': defineEdit({
    listed: false,
    full: (_desk, args: { id: Id } | undefined) => args ?? refuse('no-such-node'),
    op: restore,
    after: (desk, { id }) => desk.setView({ selected: [id] }),
  }),
  'tree.show-bin': defineAct({ run: (desk) => desk.show('bin') }),
  'tree.graft': defineEdit({
    listed: false,
    full: (_desk, args: { parent: Id; before?: Id | null; outlines: readonly Outline[] } | undefined) =>
      args ?? refuse('no-such-node'),
    op: graft,
  }),
};
