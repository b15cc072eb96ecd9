// One line of roles below several numbered measures belongs to all of them, as one beside their heading does. Knows the whole tree.
import { flat } from './manner.ts';
import type { ReadNode } from './manner.ts';
import { readRoles } from './roles.ts';

const NOBODY = readRoles('');

/**
 * The line goes up to what the measures stand under, where no other of them names anybody. Where some measure before the
 * last of its group has such a line of its own, each speaks for itself in all groups of this level.
 */
export function shareTrailing(roots: readonly ReadNode[]): readonly ReadNode[] {
  const groups = flat(roots).filter(isGroup);
  const apart = groups.filter(({ children }) => children.slice(0, -1).some((child) => lineOf(child) !== undefined));
  const kinds = new Set(apart.map(({ kind }) => kind));
  return roots.map((root) => shared(root, kinds));
}

function shared(node: ReadNode, apart: ReadonlySet<ReadNode['kind']>): ReadNode {
  const line =
    !apart.has(node.kind) && isGroup(node) && node.children.length > 1 ? lineOf(node.children.at(-1)!) : undefined;
  const others = node.children.slice(0, -1);
  if (!line || isNamed(node) || others.some(namesAnybody))
    return node.kind === 'section' ? { ...node, children: node.children.map((child) => shared(child, apart)) } : node;
  const last = node.children.at(-1)!;
  return { ...node, roles: line.roles, children: [...others, without(last)] };
}

/** What has measures with numbers, or points of a list, right below it: a heading over items, or an item over clauses. */
function isGroup({ kind, children }: ReadNode): boolean {
  if (children.length === 0) return false;
  if (kind === 'section') return children.every((child) => child.kind === 'item' && child.mark && isPlain(child));
  return kind === 'item' && children.every((child) => child.apart);
}

/** All of it is one sentence or more without a number inside. */
function isPlain({ children }: ReadNode): boolean {
  return children.length <= 1 && children.every((clause) => !clause.mark);
}

/** The measure or its only clause, where the roles stand on lines of their own below it. */
function lineOf(measure: ReadNode): ReadNode | undefined {
  const holder = measure.bracket ? measure : measure.children[0];
  return holder?.bracket && holder.seen.inner?.includes('\n') ? holder : undefined;
}

function without(last: ReadNode): ReadNode {
  const bare = (node: ReadNode): ReadNode => ({ ...node, bracket: '', roles: NOBODY });
  return last.bracket ? bare(last) : { ...last, children: last.children.map(bare) };
}

function isNamed({ bracket, roles }: ReadNode): boolean {
  return bracket !== '' || roles.lead.length > 0;
}

function namesAnybody(node: ReadNode): boolean {
  return isNamed(node) || node.children.some(namesAnybody);
}
