// The first look on a narrow screen: the sections alone, whatever the plan holds. Only this look, only here: the folds of the other faces are left as they are.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import { ancestors, childrenOf } from '../../../shared/model/tree.ts';

/** More than these are no look any more: then the map is seen whole, or around its middle. */
const MOST = 30;
const NONE: ReadonlySet<Id> = new Set();

export interface Brief {
  readonly folded: ReadonlySet<Id>;
  /** Opens what was only folded for the first look; false when it was not. */
  open(id: Id): boolean;
}

export function useBrief(plan: Plan, folded: ReadonlySet<Id>, active: Id | undefined, wanted: boolean): Brief {
  const [brief, setBrief] = useState<ReadonlySet<Id>>(() => {
    const tops = childrenOf(plan, ROOT);
    return wanted && active === undefined && tops.length <= MOST ? new Set(tops) : NONE;
  });
  // Who folds, unfolds or goes somewhere has looked.
  const first = useRef(folded);
  useEffect(() => {
    if (first.current !== folded) setBrief(NONE);
    first.current = folded;
  }, [folded]);
  const above =
    brief.size > 0 && active !== undefined ? ancestors(plan, active).find((id) => brief.has(id)) : undefined;
  useEffect(() => {
    if (above !== undefined) setBrief((now) => without(now, above));
  }, [above]);
  return useMemo(
    () => ({
      folded: brief.size === 0 ? folded : new Set([...folded, ...brief]),
      open(id) {
        if (!brief.has(id)) return false;
        setBrief(without(brief, id));
        return true;
      },
    }),
    [brief, folded],
  );
}

function without(ids: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  return new Set([...ids].filter((each) => each !== id));
}
