// 季度形象进度: what should stand at the end of each quarter, as four milestones below one node. Those that are there stay.
import { lastOfMonth } from '../model/day.ts';
import type { Day, Dice, Id, Node, Plan } from '../model/plan.ts';
import { childrenOf, kindAt, mayHold } from '../model/tree.ts';
import { applyChanges, isRefusal, refuse } from './change.ts';
import type { Change, Outcome } from './change.ts';
import { retitle } from './content.ts';
import { addNode, bin, newId } from './tree.ts';

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

/** What each quarter's milestone is to say; a quarter without words has none. Milestones of a day are left alone. */
export function setQuarters(
  plan: Plan,
  args: { readonly parent: Id; readonly year: number; readonly texts: readonly (string | undefined)[] },
  dice: Dice,
): Outcome {
  const { parent, year, texts } = args;
  const changes: Change[] = [];
  let now = plan;
  for (let at = 0; at < 4; at++) {
    const there = quarterPoint(now, parent, year, at);
    const title = texts[at]?.trim();
    const end = quarterEnd(year, at);
    const span = { start: end, end, grain: 'quarter' } as const;
    const outcome = title
      ? there
        ? retitle(now, { id: there.id, title })
        : addNode(now, { id: newId(dice), parent, kind: 'milestone', title, span }, dice)
      : there
        ? bin(now, { ids: [there.id] })
        : refuse('nothing-to-do');
    if (isRefusal(outcome)) {
      if (outcome.refused !== 'nothing-to-do') return outcome;
      continue;
    }
    changes.push(...outcome);
    now = applyChanges(now, outcome);
  }
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

/** The milestone of that quarter, counted from 0. */
export function quarterPoint(plan: Plan, parent: Id, year: number, at: number): Node | undefined {
  const end = quarterEnd(year, at);
  return childrenOf(plan, parent)
    .map((id) => plan.nodes.get(id)!)
    .find(({ kind, span }) => kind === 'milestone' && span?.grain === 'quarter' && span.end === end);
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
