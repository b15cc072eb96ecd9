// What in a clause on its way into the next year must be looked at: a last year, a promise that falls due, words that name a year gone by.
import type { Fate, Node, Plan } from '../model/plan.ts';
import { childrenOf } from '../model/tree.ts';
import { isDone } from './fates.ts';
import { cuesOf } from './proposals.ts';

/** What a reader of the new plan should look at. */
export type CarryFlag =
  /** 收官: the next year is the last of its years. */
  | { readonly kind: 'last-year'; readonly words: string }
  /** Promised for the next year, and due there. */
  | { readonly kind: 'due'; readonly words: string }
  /** Names this year or an earlier one. */
  | { readonly kind: 'old-year'; readonly words: string }
  | { readonly kind: 'ticks'; readonly times: number };

export function flagsOf(plan: Plan, node: Node, fate: Fate): readonly CarryFlag[] {
  const { year } = plan.meta;
  if (year === undefined) return [];
  const next = year + 1;
  const flags: CarryFlag[] = cuesOf(node, year).flatMap((cue): CarryFlag[] => {
    const words = node.title.slice(cue.from, cue.to);
    if (cue.kind === 'horizon') return cue.last === next ? [{ kind: 'last-year', words }] : [];
    if (cue.kind === 'ask' && cue.why === 'other-year')
      return words.includes(String(next)) ? [{ kind: 'due', words }] : [];
    return words.includes(String(year)) ? [{ kind: 'old-year', words }] : [];
  });
  flags.push(...oldWords(plan, node, fate, year).map((words) => ({ kind: 'old-year', words }) as const));
  return node.ticks ? [...flags, { kind: 'ticks', times: node.ticks.times }] : flags;
}

/** Results and steps are short: one that names the year that ends, or the one after as what it prepares, is named whole. */
function oldWords(plan: Plan, node: Node, fate: Fate, year: number): readonly string[] {
  const steps = childrenOf(plan, node.id).flatMap((id): readonly string[] => {
    const below = plan.nodes.get(id)!;
    return goesAlong(plan, below, fate) ? [below.title, ...oldWords(plan, below, fate, year)] : [];
  });
  return [node.deliverable ?? '', ...steps]
    .map((words) => words.trim())
    .filter((words) => words.includes(`${year}年`) || words.includes(`${year + 1}年`));
}

export /** What was done once is not done again, unless the work begins anew each year. */
function goesAlong(plan: Plan, node: Node, fate: Fate): boolean {
  return fate === 'routine' || !isDone(plan, node.id);
}
