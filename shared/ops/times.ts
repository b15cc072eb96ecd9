// Taking what the text proposes: dates with the words they come from, times a year, a milestone below. And leaving it, remembered in the plan for everybody.
import type { Basis, Day, Dice, Id, Plan, Span } from '../model/plan.ts';
import { applyChanges, isRefusal, refuse } from './change.ts';
import type { Change, Outcome } from './change.ts';
import { setTicks } from './ticks.ts';
import { setSpan } from './time.ts';
import { addNode } from './tree.ts';

export type Take = { readonly node: Id; readonly basis: Basis } & (
  | { readonly does: 'span'; readonly span: Span }
  | { readonly does: 'milestone'; readonly span: Span; readonly id: Id; readonly title: string }
  | { readonly does: 'times'; readonly times: number }
);

/** All of them as one step; what cannot be any more is passed over. */
export function takeTimes(plan: Plan, { takes }: { readonly takes: readonly Take[] }, dice: Dice): Outcome {
  let now = plan;
  const changes: Change[] = [];
  for (const take of takes) {
    const outcome = takeOne(now, take, dice);
    if (isRefusal(outcome)) {
      if (takes.length === 1) return outcome;
      continue;
    }
    changes.push(...outcome);
    now = applyChanges(now, outcome);
  }
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

function takeOne(plan: Plan, take: Take, dice: Dice): Outcome {
  const node = plan.nodes.get(take.node);
  if (!node) return refuse('no-such-node');
  if (take.does === 'times') return setTicks(plan, { id: node.id, times: take.times });
  if (take.does === 'milestone') {
    const { id, title, span } = take;
    const end = { ...span, start: span.end };
    // Its own title does not hold the words, so it keeps them without their place.
    const { from: _, to: __, ...basis } = take.basis;
    const outcome = addNode(plan, { id, parent: node.id, kind: 'milestone', title, span: end }, dice);
    return isRefusal(outcome) ? outcome : [...outcome, { do: 'put', id, key: 'basis', value: basis }];
  }
  const dated = setSpan(plan, { id: node.id, span: take.span });
  const basis: Change = { do: 'put', id: node.id, key: 'basis', value: take.basis };
  if (!isRefusal(dated)) return [...dated, basis];
  // The same dates as before, but now it is known where they come from.
  return dated.refused === 'nothing-to-do' ? [basis] : dated;
}

export interface Left {
  readonly key: string;
  readonly node: Id;
  readonly words: string;
}

export function leaveTimes(
  plan: Plan,
  { left, by, at }: { readonly left: readonly Left[]; readonly by: string; readonly at: Day },
): Outcome {
  const open = left.filter(({ key }) => plan.records.suggestion.get(key)?.state !== 'left');
  if (open.length === 0) return refuse('nothing-to-do');
  return open.map(({ key, node, words }) => ({
    do: 'record',
    sort: 'suggestion',
    id: key,
    value: { node, field: 'times', was: '', now: words, by, at, source: '据原文', state: 'left', reason: '' },
  }));
}

/** Where a node's dates come from, said by hand; undefined takes it away. */
export function setBasis(
  plan: Plan,
  { id, how }: { readonly id: Id; readonly how: Basis['how'] | undefined },
): Outcome {
  const node = plan.nodes.get(id);
  if (!node) return refuse('no-such-node');
  if (node.basis?.how === how) return refuse('nothing-to-do');
  return [{ do: 'put', id, key: 'basis', value: how && { ...node.basis, how } }];
}
