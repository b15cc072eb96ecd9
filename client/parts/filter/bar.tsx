// Above every face while something is filtered: each condition as a chip that goes away, how much is left of how much, and the way back to all.
import { X } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { hitsOf, isActive } from '../../../shared/layout/filter.ts';
import { inOrder } from '../../../shared/model/tree.ts';
import { useCommands, useLang, useSetView, useT, useToday, useView, useWholePlan } from '../../state/hooks.ts';
import { askedOf } from '../../../shared/layout/chips.ts';
import { ICON } from '../icon.ts';
import { conditionsOf } from './conditions.ts';
import type { Condition } from './conditions.ts';
import { HitSteps } from './hit-steps.tsx';
import '../../style/filter.css';

export function FilterBar() {
  const filter = useView((view) => view.filter);
  return isActive(filter) ? <Bar /> : null;
}

function Bar() {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const today = useToday();
  const filter = useView((view) => view.filter);
  const open = useView((view) => view.open);
  const setView = useSetView();
  const { run } = useCommands();
  const group = useRef<HTMLDivElement>(null);
  const conditions = useMemo(() => conditionsOf(plan, filter, t, lang), [plan, filter, t, lang]);
  const found = hitsOf(plan, askedOf(filter, today)).found.size;
  const all = useMemo(() => inOrder(plan).length, [plan]);
  const remove = ({ without }: Condition, at: number): void => {
    setView({ filter: without });
    // The next chip stands where this one was; after the last, what clears all.
    requestAnimationFrame(() => {
      const left = group.current?.querySelectorAll<HTMLElement>('button') ?? [];
      (left[Math.min(at, left.length - 1)] ?? document.querySelector<HTMLElement>('#view'))?.focus();
    });
  };
  return (
    <div className="filter-bar" role="group" aria-label={t('filter.bar')} ref={group}>
      {conditions.map((condition, at) => (
        <button
          key={condition.key}
          type="button"
          className="chip on"
          aria-label={t('filter.remove', { name: condition.label })}
          onClick={() => remove(condition, at)}
          onKeyDown={(event) => {
            if (event.key !== 'Delete' && event.key !== 'Backspace') return;
            event.preventDefault();
            event.stopPropagation();
            remove(condition, at);
          }}
        >
          <span>{condition.label}</span>
          <X {...ICON} size={14} />
        </button>
      ))}
      <span className="filter-count" role="status" data-none={found === 0 || undefined}>
        {found === 0 ? t('filter.none') : t('filter.count', { n: found, m: all })}
      </span>
      {filter.text?.trim() && open !== 'mindmap' && <HitSteps />}
      <button type="button" className="button small" onClick={() => run('view.clear-filter')}>
        {t('filter.clear')}
      </button>
    </div>
  );
}
