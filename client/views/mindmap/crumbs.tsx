// Where I am when only one branch is shown: the way down to it; each step goes there, the first back to the whole map.
import { ChevronRight, X } from 'lucide-react';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { ancestors } from '../../../shared/model/tree.ts';
import { ICON } from '../../parts/icon.ts';
import { useCommands } from '../../state/hooks.ts';
import type { Facts } from '../list/columns.ts';

export function Crumbs({ facts, middle }: { readonly facts: Facts; readonly middle: Id }) {
  const { plan, numbers, t } = facts;
  const { run } = useCommands();
  if (middle === ROOT) return null;
  const way = [...ancestors(plan, middle).reverse(), middle];
  return (
    <nav className="map-crumbs" aria-label={t('map.crumbs')}>
      <button type="button" onClick={() => run('map.focus', { id: null })}>
        {plan.meta.title || t('untitled')}
      </button>
      {way.map((id) => {
        const title = plan.nodes.get(id)?.title || t('untitled');
        const words = `${numbers.get(id)?.mark ?? ''}${title}`;
        return (
          <span key={id}>
            <ChevronRight {...ICON} size={13} />
            {id === middle ? (
              <b aria-current="true">{words}</b>
            ) : (
              <button type="button" onClick={() => run('map.focus', { id })}>
                {words}
              </button>
            )}
          </span>
        );
      })}
      <button
        type="button"
        className="button small icon"
        aria-label={t('map.focus.back')}
        title={t('map.focus.back')}
        onClick={() => run('map.focus', { id: null })}
      >
        <X {...ICON} size={14} />
      </button>
    </nav>
  );
}
