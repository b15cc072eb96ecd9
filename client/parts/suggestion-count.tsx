// How many suggestions wait: in the top bar, and of the node that is inspected. Nothing where none does.
import { FilePen } from 'lucide-react';
import { useCallback } from 'react';
import type { Id, Plan } from '../../shared/model/plan.ts';
import '../style/suggestions.css';
import { useCommands, usePlan, useT } from '../state/hooks.ts';
import { ICON } from './icon.ts';

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
    <button
      type="button"
      className="button line suggestion-count"
      aria-label={t('suggest.count', { n })}
      title={t('suggest.count', { n })}
      onClick={() => run('suggestion.open')}
    >
      <FilePen {...ICON} />
      <span className="suggestion-words">{t('suggest.count', { n })}</span>
      <span className="suggestion-number">{n}</span>
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
