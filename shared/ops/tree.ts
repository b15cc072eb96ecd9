// What people do to the tree: add, move, indent, bin, restore, graft. Each op returns changes or a refusal and touches nothing.
import { cousin } from '../model/cousin.ts';
import { firstKeys, makeRoom } from '../model/order.ts';
import { BIN, ROOT } from '../model/plan.ts';
import type { Dice, Id, Kind, Node, Outline, Place, Plan, Span } from '../model/plan.ts';
import { wellFormed } from '../model/text.ts';
import { branch, childrenOf, inOrder, isBinned, kindAt, mayHold, parentOf, usualChild } from '../model/tree.ts';
import { refuse } from './change.ts';
import type { Change, Outcome } from './change.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function newId(dice: Dice): Id {
  return Array.from({ length: 12 }, () => ALPHABET[Math.floor(dice() * 62)]).join('');
}

interface Spot {
  readonly parent: Id;
  /** The sibling to stand before; null or absent for the end. */
  readonly before?: Id | null;
}

export interface NewNode extends Spot {
  readonly id: Id;
  readonly kind?: Kind;
  readonly title?: string;
  readonly span?: Span;
}

export function addNode(plan: Plan, args: NewNode, dice: Dice): Outcome {
  if (!lives(plan, args.parent)) return refuse('no-such-node');
  const above = kindAt(plan, args.parent);
  const kind = args.kind ?? usualChild(above);
  if (!kind || !mayHold(above, kind)) return refuse('wrong-level', { kind: kind ?? '', parent: above });
  const { place, changes } = settleAt(plan, args, [], 1, dice);
  return [
    ...changes,
    {
      do: 'create',
      id: args.id,
      title: wellFormed(args.title ?? ''),
      fields: { kind, place: { ...place[0]!, turn: 0, was: args.parent }, span: args.span },
    },
  ];
}

/** A sibling right after `after`, of the same kind. */
export function addAfter(plan: Plan, args: { id: Id; after: Id; title?: string }, dice: Dice): Outcome {
  const node = plan.nodes.get(args.after);
  if (!node) return refuse('no-such-node');
  const parent = parentOf(plan, args.after);
  const siblings = childrenOf(plan, parent);
  const before = siblings[siblings.indexOf(args.after) + 1] ?? null;
  return addNode(plan, { id: args.id, parent, before, kind: node.kind, title: args.title ?? '' }, dice);
}

/**
 * Moves branches together, keeping their reading order. A leaf becomes what its new parent holds; a branch must fit as it is.
 * What official text could not say there is refused: a section that is led, an item that would read as the section’s before it.
 */
export function moveNode(plan: Plan, args: Spot & { readonly ids: readonly Id[] }, dice: Dice): Outcome {
  return moved(plan, args, dice, true);
}

function moved(plan: Plan, args: Spot & { readonly ids: readonly Id[] }, dice: Dice, sayable: boolean): Outcome {
  const ids = topmost(plan, args.ids);
  if (ids.length === 0 || !lives(plan, args.parent)) return refuse('no-such-node');
  if (ids.some((id) => id === args.parent || branch(plan, id).includes(args.parent))) return refuse('into-itself');
  const above = kindAt(plan, args.parent);
  const sections = sayable && sectionsBefore(plan, args, ids);
  const kinds = ids.map((id) => kindUnder(plan, above, plan.nodes.get(id)!, sections));
  const misfit = kinds.findIndex((kind) => !kind);
  if (misfit >= 0) return refuse('wrong-level', { kind: plan.nodes.get(ids[misfit]!)!.kind, parent: above });
  if (standsThere(plan, ids, args)) return refuse('nothing-to-do');
  for (const [i, id] of ids.entries()) {
    const node = plan.nodes.get(id)!;
    if (kinds[i] === 'section' && node.kind !== 'section' && isLed(node))
      return refuse('section-is-led', { title: node.title });
    if (kinds[i] === 'item' && sections && parentOf(plan, id) !== args.parent)
      return refuse('beside-sections', { title: node.title });
  }
  const turn = nextTurn(plan);
  const { place, changes } = settleAt(plan, args, ids, ids.length, dice);
  const moves = ids.flatMap((id, i): Change[] => {
    const node = plan.nodes.get(id)!;
    const put: Change = { do: 'put', id, key: 'place', value: { ...place[i]!, turn, was: parentOf(plan, id) } };
    return kinds[i] === node.kind ? [put] : [put, { do: 'put', id, key: 'kind', value: kinds[i]! }];
  });
  return [...healed(plan, ids), ...changes, ...moves];
}

/** Of offices text tells behind an item or a clause; behind a section they would be read as its words. */
export function isLed({ lead, assist }: Pick<Node, 'lead' | 'assist'>): boolean {
  return lead.size + assist.size > 0;
}

/** Whether what comes to stand there follows a section: as an item it would be read as one of that section’s. */
function sectionsBefore(plan: Plan, { parent, before }: Spot, ids: readonly Id[]): boolean {
  const siblings = childrenOf(plan, parent);
  const at = before ? siblings.indexOf(before) : -1;
  return (at < 0 ? siblings : siblings.slice(0, at)).some((id) => !ids.includes(id) && kindAt(plan, id) === 'section');
}

function kindUnder(plan: Plan, above: Kind | typeof ROOT, node: Node, sections: boolean): Kind | undefined {
  const leaf = childrenOf(plan, node.id).length === 0 && node.kind !== 'milestone';
  if (node.kind === 'item' && leaf && sections && parentOf(plan, node.id) !== ROOT && above === ROOT) return 'section';
  if (mayHold(above, node.kind)) return node.kind;
  return leaf ? usualChild(above) : undefined;
}

function standsThere(plan: Plan, ids: readonly Id[], spot: Spot): boolean {
  const siblings = childrenOf(plan, spot.parent);
  const at = siblings.indexOf(ids[0]!);
  if (at < 0 || ids.some((id, i) => siblings[at + i] !== id)) return false;
  const next = siblings[at + ids.length] ?? null;
  const before = spot.before ?? null;
  return before === next || (before !== null && ids.includes(before));
}

/** Under the sibling above. */
export function indent(plan: Plan, args: { id: Id }, dice: Dice): Outcome {
  const siblings = childrenOf(plan, parentOf(plan, args.id));
  const above = siblings[siblings.indexOf(args.id) - 1];
  return above ? moveNode(plan, { ids: [args.id], parent: above }, dice) : refuse('nothing-to-do');
}

/** Beside the parent, right after it. */
export function outdent(plan: Plan, args: { id: Id }, dice: Dice): Outcome {
  const parent = parentOf(plan, args.id);
  if (parent === ROOT || parent === BIN) return refuse('nothing-to-do');
  const grand = parentOf(plan, parent);
  const aunts = childrenOf(plan, grand);
  return moveNode(plan, { ids: [args.id], parent: grand, before: aunts[aunts.indexOf(parent) + 1] ?? null }, dice);
}

/** One place up; the first of its parent goes on to the end of the parent before, as in any outline. */
export function moveUp(plan: Plan, args: { id: Id }, dice: Dice): Outcome {
  const parent = parentOf(plan, args.id);
  const siblings = childrenOf(plan, parent);
  const before = siblings[siblings.indexOf(args.id) - 1];
  return before
    ? moveNode(plan, { ids: [args.id], parent, before }, dice)
    : moveOver(plan, args.id, -1, () => null, dice);
}

export function moveDown(plan: Plan, args: { id: Id }, dice: Dice): Outcome {
  const parent = parentOf(plan, args.id);
  const siblings = childrenOf(plan, parent);
  const at = siblings.indexOf(args.id);
  return at < siblings.length - 1
    ? moveNode(plan, { ids: [args.id], parent, before: siblings[at + 2] ?? null }, dice)
    : moveOver(plan, args.id, 1, (next) => childrenOf(plan, next)[0] ?? null, dice);
}

/** To the next parent of the same depth that may hold it. */
function moveOver(plan: Plan, id: Id, step: 1 | -1, before: (parent: Id) => Id | null, dice: Dice): Outcome {
  const kind = plan.nodes.get(id)?.kind;
  let next = kind && cousin(plan, parentOf(plan, id), step);
  while (next !== undefined && !mayHold(kindAt(plan, next), kind!)) next = cousin(plan, next, step);
  if (next === undefined) return refuse('nothing-to-do');
  return moveNode(plan, { ids: [id], parent: next, before: before(next) }, dice);
}

/** Into the bin, whole branches; each keeps its order key, so that it can come back to where it stood. */
export function bin(plan: Plan, args: { ids: readonly Id[] }): Outcome {
  const ids = topmost(plan, args.ids).filter((id) => !isBinned(plan, id));
  if (ids.length === 0) return refuse('no-such-node');
  const turn = nextTurn(plan);
  return ids.map((id): Change => {
    const { order } = plan.nodes.get(id)!.place;
    return { do: 'put', id, key: 'place', value: { parent: BIN, order, turn, was: parentOf(plan, id) } };
  });
}

/** What lies in the bin by somebody's act, newest first. A node whose creation was undone does not count. */
export function binned(plan: Plan): Id[] {
  const turn = (id: Id) => plan.nodes.get(id)!.place.turn;
  return childrenOf(plan, BIN)
    .filter((id) => plan.nodes.get(id)!.place.was !== BIN)
    .sort((a, b) => turn(b) - turn(a));
}

/** Back to where it stood among those who are still there. */
export function restore(plan: Plan, args: { id: Id }, dice: Dice): Outcome {
  const node = plan.nodes.get(args.id);
  if (!node || parentOf(plan, args.id) !== BIN) return refuse('no-such-node');
  const was = node.place.was;
  const home = plan.nodes.has(was) ? was : ROOT;
  if (isBinned(plan, home)) return refuse('parent-in-bin', { title: plan.nodes.get(home)!.title });
  const next = childrenOf(plan, home).find((id) => plan.nodes.get(id)!.place.order > node.place.order);
  // It was there before: wherever that is, it can be again.
  return moved(plan, { ids: [args.id], parent: home, before: next ?? null }, dice, false);
}

/** Plants outlines, as one block, with the offices they name. */
export function graft(plan: Plan, args: Spot & { readonly outlines: readonly Outline[] }, dice: Dice): Outcome {
  if (!lives(plan, args.parent)) return refuse('no-such-node');
  const above = kindAt(plan, args.parent);
  const misfit = args.outlines.find((outline) => !mayHold(above, outline.kind));
  if (misfit) return refuse('wrong-level', { kind: misfit.kind, parent: above });
  const offices = register(plan, dice);
  const created: Change[] = [];
  const { place, changes } = settleAt(plan, args, [], args.outlines.length, dice);
  const plant = (outline: Outline, parent: Id, order: string): void => {
    const id = newId(dice);
    const children = outline.children ?? [];
    created.push({
      do: 'create',
      id,
      title: wellFormed(outline.title),
      lead: offices.marks(outline.lead ?? []),
      assist: offices.marks(outline.assist ?? []),
      fields: {
        kind: outline.kind,
        place: { parent, order, turn: 0, was: parent },
        span: outline.span,
        progress: outline.progress,
        status: outline.status,
        deliverable: outline.deliverable,
        issue: outline.issue,
        due: outline.due,
        basis: outline.basis,
        ticks: outline.ticks,
        people: outline.people,
        lineage: outline.lineage,
        form: outline.form,
      },
      ...(outline.note && { note: wellFormed(outline.note) }),
    });
    const keys = firstKeys(children.length, dice);
    children.forEach((child, i) => plant(child, id, keys[i]!));
  };
  args.outlines.forEach((outline, i) => plant(outline, args.parent, place[i]!.order));
  return [...changes, ...offices.added, ...created];
}

const COLLECTIVE = /各|相关|有关/;

/** Finds offices by name or alias, and adds those the plan does not know. */
function register(
  plan: Plan,
  dice: Dice,
): { added: Change[]; marks(names: readonly string[]): ReadonlyMap<Id, string> } {
  const byName = new Map<string, Id>();
  const known = [...plan.offices.values()];
  for (const office of known) for (const name of [...office.aliases, office.name]) byName.set(name, office.id);
  const added: Change[] = [];
  let order =
    known
      .map((office) => office.order)
      .sort()
      .at(-1) ?? null;
  const idOf = (name: string): Id => {
    const found = byName.get(name);
    if (found) return found;
    const id = newId(dice);
    byName.set(name, id);
    const siblings = order === null ? [] : [{ id: '', order }];
    order = makeRoom(siblings, siblings.length, 1, dice).keys[0]!;
    const hue = officeHue(known.length + added.length);
    added.push({ do: 'office', id, put: { name, aliases: [], hue, order, collective: COLLECTIVE.test(name) } });
    return id;
  };
  const marks = (names: readonly string[]): ReadonlyMap<Id, string> => {
    const ids = [...new Set(names.map(idOf))];
    const keys = firstKeys(ids.length, dice);
    return new Map(ids.map((id, i) => [id, keys[i]!]));
  };
  return { added, marks };
}

/** The hue of the n-th office: steps of the golden angle, so that neighbours differ. */
export function officeHue(n: number): number {
  return Math.round(n * 137.508 + 28) % 360;
}

function lives(plan: Plan, parent: Id): boolean {
  return parent === ROOT || (plan.nodes.has(parent) && !isBinned(plan, parent));
}

/** Known ids in reading order, without those below another of them. */
function topmost(plan: Plan, ids: readonly Id[]): Id[] {
  const wanted = new Set(ids.filter((id) => plan.nodes.has(id)));
  const below = new Set([...wanted].flatMap((id) => branch(plan, id).slice(1)));
  const order = [...inOrder(plan), ...branch(plan, BIN)];
  return order.filter((id) => wanted.has(id) && !below.has(id));
}

export function nextTurn(plan: Plan): number {
  let turn = 0;
  for (const node of plan.nodes.values()) turn = Math.max(turn, node.place.turn);
  return turn + 1;
}

/** Places for `count` nodes at the spot, and the changes that make room; `leaving` are the moved nodes themselves. */
function settleAt(
  plan: Plan,
  spot: Spot,
  leaving: readonly Id[],
  count: number,
  dice: Dice,
): { place: readonly Pick<Place, 'parent' | 'order'>[]; changes: readonly Change[] } {
  const all = childrenOf(plan, spot.parent);
  const gone = new Set(leaving);
  const stay = all.filter((id) => !gone.has(id));
  let before = spot.before ?? null;
  while (before !== null && gone.has(before)) before = all[all.indexOf(before) + 1] ?? null;
  const at = before === null ? -1 : stay.indexOf(before);
  const siblings = stay.map((id) => ({ id, order: plan.nodes.get(id)!.place.order }));
  const room = makeRoom(siblings, at < 0 ? stay.length : at, count, dice);
  const changes = room.rekeyed.map(({ id, order }): Change => {
    const written = plan.nodes.get(id)!.place;
    return { do: 'put', id, key: 'place', value: { ...written, parent: parentOf(plan, id), order } };
  });
  return { place: room.keys.map((order) => ({ parent: spot.parent, order })), changes };
}

/** Writes healed places down, so that a repaired cycle cannot spring back when its other half is moved away. */
function healed(plan: Plan, moving: readonly Id[]): Change[] {
  return [...plan.tree.overridden]
    .filter((id) => !moving.includes(id))
    .sort()
    .map((id) => ({
      do: 'put',
      id,
      key: 'place',
      value: { ...plan.nodes.get(id)!.place, parent: parentOf(plan, id) },
    }));
}
