// One line of roles below several numbered measures belongs to all of them, as one beside their heading does. Knows the whole tree.
import { flat } from './manner.ts';
import type { ReadNode } from './manner.ts';
import { readRoles } from './roles.ts';

const NOBODY = readRoles('');

/**
 * The line goes up to what the measures stand under. Only where the whole document does so: a single measure that names
 * somebody before the last one of its group says that each speaks for itself.
 */
export function shareTrailing(roots: readonly ReadNode[]): readonly ReadNode[] {
  const groups = flat(roots).filter(isGroup);
  if (!groups.some((group) => group.children.length > 1 && trailing(group) !== undefined)) return roots;
  if (groups.some((group) => isNamed(group) || group.children.slice(0, -1).some(namesAnybody))) return roots;
  return roots.map(shared);
}

function shared(node: ReadNode): ReadNode {
  const line = isGroup(node) && node.children.length > 1 ? trailing(node) : undefined;
  if (!line) return node.kind === 'section' ? { ...node, children: node.children.map(shared) } : node;
  const last = node.children.at(-1)!;
  return { ...node, roles: line.roles, children: [...node.children.slice(0, -1), without(last)] };
}

/** What has measures with numbers right below it: a heading over items, or an item over clauses. */
function isGroup({ kind, children }: ReadNode): boolean {
  if (children.length === 0) return false;
  if (kind === 'section') return children.every((child) => child.kind === 'item' && child.mark && isPlain(child));
  return kind === 'item' && children.every((child) => child.mark);
}

/** All of it is one sentence or more without a number inside. */
function isPlain({ children }: ReadNode): boolean {
  return children.length <= 1 && children.every((clause) => !clause.mark);
}

/** The last measure or its only clause, where the roles stand on lines of their own below it. */
function trailing({ children }: ReadNode): ReadNode | undefined {
  const last = children.at(-1)!;
  const holder = last.bracket ? last : last.children[0];
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
