// How many suggestions wait: in the top bar, and of the node that is inspected. Nothing where none does.
import { useCallback } from 'react';
import type { Id, Plan } from '../../shared/model/plan.ts';
import { useCommands, usePlan, useT } from '../state/hooks.ts';

const countOf = (plan: Plan, node?: Id): number => {
  let n = 0;
  for (const { state, field, node: of } of plan.records.suggestion.values())
    if (state === 'open' && field !== 'times' && (node === undefined || of === node)) n++;
  return n;
};

export function SuggestionCount() {
  const t = useT();
  const { run } = useCommands();
  const n = usePlan(countOf);
  if (n === 0) return null;
  return (
    <button type="button" className="button line suggestion-count" onClick={() => run('suggestion.open')}>
      {t('suggest.count', { n })}
    </button>
  );
}

export function SuggestionsHere({ id }: { readonly id: Id }) {
  const t = useT();
  const { run } = useCommands();
  const n = usePlan(useCallback((plan: Plan) => countOf(plan, id), [id]));
  if (n === 0) return null;
  return (
    <button type="button" className="button small line" onClick={() => run('suggestion.open')}>
      {t('suggest.here', { n })}
    </button>
  );
}
