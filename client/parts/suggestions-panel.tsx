// 修改建议: what is waiting to be decided, in the order of the document, and what was decided before.
import { useMemo } from 'react';
import type { Id, Plan } from '../../shared/model/plan.ts';
import type { Named } from '../../shared/ops/suggestions.ts';
import '../style/suggestions.css';
import { useCommands, useMayEdit, useT, useWholePlan } from '../state/hooks.ts';
import { isShown } from '../state/waiting.ts';
import { Panel } from './panel.tsx';
import { readingOrder } from './suggestion-order.ts';
import { SuggestionRow } from './suggestion.tsx';

export function SuggestionsPanel({ close }: { readonly close: () => void }) {
  const t = useT();
  const plan = useWholePlan();
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const all = useMemo(() => inReadingOrder(plan), [plan]);
  const open = all.filter(([, { state }]) => state === 'open');
  const decided = all.filter(([, { state }]) => state !== 'open');
  const reveal = (id: Id): void => {
    close();
    run('view.reveal', { id, inspect: true });
  };
  return (
    <Panel title={t('suggest.title')}>
      {open.length === 0 && <p className="quiet">{t('suggest.none')}</p>}
      <ul className="suggestions scroll">
        {open.map(([id, value]) => (
          <SuggestionRow
            key={id}
            plan={plan}
            value={value}
            reveal={reveal}
            take={mayEdit ? () => void run('suggestion.take', { list: [[id, value]] }) : undefined}
            leave={mayEdit ? () => void run('suggestion.leave', { list: [[id, value]] }) : undefined}
          />
        ))}
      </ul>
      {mayEdit && open.length > 1 && (
        <div className="row">
          <span className="grow" />
          <button type="button" className="button" onClick={() => void run('suggestion.leave', { list: open })}>
            {t('suggest.leave-all')}
          </button>
          <button type="button" className="button main" onClick={() => void run('suggestion.take', { list: open })}>
            {t('revise.take-all')}
          </button>
        </div>
      )}
      {decided.length > 0 && (
        <details className="suggestions-decided">
          <summary>{t('suggest.decided', { n: decided.length })}</summary>
          <ul className="suggestions">
            {decided.map(([id, value]) => (
              <SuggestionRow key={id} plan={plan} value={value} reveal={reveal} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function inReadingOrder(plan: Plan): readonly Named[] {
  const at = readingOrder(plan);
  return [...plan.records.suggestion].filter(([, value]) => isShown(value)).sort(([, a], [, b]) => at(a) - at(b));
}
