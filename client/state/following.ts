// What a move of mine asks of the work linked after it: proposed, or already done where I chose so. Passing; never kept.
import { calendarOf } from '../../shared/model/almanac.ts';
import { follows } from '../../shared/model/follow.ts';
import type { Follow } from '../../shared/model/follow.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../shared/ops/change.ts';
import type { Change } from '../../shared/ops/change.ts';
import { takeFollows } from '../../shared/ops/time.ts';

export interface Following {
  readonly moves: readonly Follow[];
  /** They have been made together with my own move; the list only says why. */
  readonly done: boolean;
}

/** `ask` proposes, `auto` moves at once in the same step, `never` is silent. */
export type FollowMode = 'ask' | 'auto' | 'never';

interface Asked {
  readonly changes: readonly Change[];
  readonly following: Following | undefined;
}

/** What to commit for these changes, and what to say about it. */
export function withFollows(plan: Plan, changes: readonly Change[], mode: FollowMode): Asked {
  if (mode === 'never' || plan.links.size === 0 || !changes.some(datesSomething))
    return { changes, following: undefined };
  const after = applyChanges(plan, changes);
  const moves = follows(plan, after, calendarOf(after));
  if (moves.length === 0) return { changes, following: undefined };
  if (mode === 'ask') return { changes, following: { moves, done: false } };
  const more = takeFollows(after, { follows: moves });
  return { changes: isRefusal(more) ? changes : [...changes, ...more], following: { moves, done: true } };
}

function datesSomething(change: Change): boolean {
  return change.do === 'put' && change.key === 'span' && change.value !== undefined;
}
