// 季度形象进度: what should stand at the end of each quarter, as four milestones below one node. Those that are there stay.
import { lastOfMonth } from '../model/day.ts';
import type { Day, Dice, Id, Plan } from '../model/plan.ts';
import { childrenOf, kindAt, mayHold } from '../model/tree.ts';
import { applyChanges, isRefusal, refuse } from './change.ts';
import type { Change, Outcome } from './change.ts';
import { addNode } from './tree.ts';

/** `ids` for the four, `titles` as the reader's language names quarters. */
export function addQuarters(
  plan: Plan,
  args: { readonly parent: Id; readonly year: number; readonly ids: readonly Id[]; readonly titles: readonly string[] },
  dice: Dice,
): Outcome {
  const { parent, year, ids, titles } = args;
  if (!mayHold(kindAt(plan, parent), 'milestone'))
    return refuse('wrong-level', { kind: 'milestone', parent: kindAt(plan, parent) });
  const there = quartersOf(plan, parent);
  const changes: Change[] = [];
  let now = plan;
  for (const [at, title] of titles.entries()) {
    const end = quarterEnd(year, at);
    if (there.has(end)) continue;
    const span = { start: end, end, grain: 'quarter' } as const;
    const outcome = addNode(now, { id: ids[at]!, parent, kind: 'milestone', title, span }, dice);
    if (isRefusal(outcome)) return outcome;
    changes.push(...outcome);
    now = applyChanges(now, outcome);
  }
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

/** The last day of the quarter, counted from 0. */
function quarterEnd(year: number, at: number): Day {
  return lastOfMonth(`${year}-01-01`, 3 * at + 2);
}

/** The quarter milestones a node has, by their day. */
function quartersOf(plan: Plan, parent: Id): ReadonlySet<Day> {
  return new Set(
    childrenOf(plan, parent).flatMap((id) => {
      const { kind, span } = plan.nodes.get(id)!;
      return kind === 'milestone' && span?.grain === 'quarter' ? [span.end] : [];
    }),
  );
}
