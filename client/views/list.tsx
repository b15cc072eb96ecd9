// 清单: the plan as a table that is filled in like a sheet; on a narrow screen as cards. Chooses between them, and says when there is nothing.
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { hitsOf, isActive } from '../../shared/layout/filter.ts';
import { createRows } from '../../shared/layout/rows.ts';
import { ROOT } from '../../shared/model/plan.ts';
import { inOrder } from '../../shared/model/tree.ts';
import { ICON } from '../parts/icon.ts';
import { useCommands, useMayEdit, useView } from '../state/hooks.ts';
import { askedOf } from '../../shared/layout/chips.ts';
import { rowView } from '../state/view-store.ts';
import '../style/list.css';
import { isFlat } from '../../shared/layout/listing.ts';
import { arranged, asTheyAre } from '../../shared/layout/arrange.ts';
import { ListCards } from './list/cards.tsx';
import { useFacts } from './list/facts.ts';
import { ListGrid } from './list/grid.tsx';
import { useNarrow } from '../state/narrow.ts';
import { ListTools } from './list/tools.tsx';

const NOTHING: ReadonlySet<string> = new Set();

export function ListView() {
  const facts = useFacts();
  const { plan, today, t } = facts;
  const { run } = useCommands();
  const mayEdit = useMayEdit();
  const view = useView((all) => all);
  const { folded, filter, selected, sheet } = view;
  // The same rows while an edit leaves them as they were: ten thousand are not laid out for one new title.
  const [rowsOf] = useState(createRows);
  const [worksOf] = useState(createRows);
  const shown = useMemo(() => rowsOf(plan, rowView({ folded, filter }, today)), [rowsOf, plan, folded, filter, today]);
  const narrow = useNarrow();
  const flat = !narrow && isFlat(sheet);
  // Sorted and grouped, every work is there, whatever is folded.
  const works = useMemo(
    () => flat && arranged(facts, worksOf(plan, rowView({ folded: NOTHING, filter }, today)), sheet),
    [facts, worksOf, plan, flat, sheet, filter, today],
  );
  const tree = useMemo(() => asTheyAre(shown), [shown]);
  const laid = works || tree;
  const all = useMemo(() => inOrder({ tree: plan.tree }).length, [plan.tree]);
  const filtered = isActive(filter);
  const add = (): void => {
    const last = selected.at(-1) ?? laid.rows.at(-1)?.id;
    if (last === undefined || last === ROOT) run('tree.add-child', { parent: ROOT });
    else run('tree.add-after', { after: last });
  };
  return (
    <div className="list" data-scope="list">
      {!narrow && all > 0 && <ListTools />}
      {shown.length === 0 ? (
        <div className="nothing">
          <p>{t(all > 0 ? 'list.no-hits' : mayEdit ? 'list.empty' : 'list.empty.read')}</p>
          {all > 0 ? (
            <button type="button" className="button line" onClick={() => run('view.clear-filter')}>
              {t('list.clear-filter')}
            </button>
          ) : (
            mayEdit && (
              <button type="button" className="button main" onClick={add}>
                {t('list.add.section')}
              </button>
            )
          )}
        </div>
      ) : narrow ? (
        <ListCards facts={facts} rows={shown} />
      ) : (
        <ListGrid facts={facts} shown={laid} flat={flat} />
      )}
      {shown.length > 0 && (
        <footer className="list-foot">
          {mayEdit && (
            <button type="button" className="button small" onClick={add}>
              <Plus {...ICON} />
              {t('list.add')}
            </button>
          )}
          <span className="quiet">
            {filtered
              ? t('list.count.of', { n: all, m: hitsOf(plan, askedOf(filter, today)).found.size })
              : t('list.count', { n: all })}
          </span>
        </footer>
      )}
    </div>
  );
}
