// What a drop would make of the plan: the very ops that its command runs, asked for by many and made once.
import type { Plan } from '../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../shared/ops/change.ts';
import type { Outcome } from '../../shared/ops/change.ts';
import { clearSpan, link, resizeEnd, resizeStart, setSpan, shiftBranch, shiftBy } from '../../shared/ops/time.ts';
import type { Drop } from './stage.tsx';

/** What the command would ask for, or why it cannot be: the very op that the command runs. */
export function outcomeOf(plan: Plan, drop: Drop): Outcome | undefined {
  if (!drop.args) return undefined;
  switch (drop.command) {
    case 'time.shift':
      return shiftBy(plan, drop.args);
    case 'time.shift-branch':
      return shiftBranch(plan, drop.args);
    case 'time.resize-start':
      return resizeStart(plan, drop.args);
    case 'time.resize-end':
      return resizeEnd(plan, drop.args);
    case 'time.set-span':
      return setSpan(plan, drop.args);
    case 'time.clear-span':
      return clearSpan(plan, { ids: drop.args.ids ?? [] });
    case 'time.link':
      return link(plan, drop.args);
    default:
      return undefined;
  }
}

/** The plan as it would be after the drop; nothing when the op refuses. Asked for by many, made once. */
export function previewOf(plan: Plan, drop: Drop): Plan | undefined {
  const known = previews.get(drop);
  if (known?.plan === plan) return known.after;
  const outcome = outcomeOf(plan, drop);
  const after = !outcome || isRefusal(outcome) ? undefined : applyChanges(plan, outcome);
  previews.set(drop, { plan, after });
  return after;
}

const previews = new WeakMap<Drop, { readonly plan: Plan; readonly after: Plan | undefined }>();

/** The same drop in more words has the same plan after it. */
export function keepPreview(drop: Drop, plan: Plan, after: Plan): void {
  previews.set(drop, { plan, after });
}
