// By what the chart stands in lanes. My own view: nobody else's changes with it.
import { GROUPS_BY } from '../../../shared/layout/lane.ts';
import { useCommands, useT, useView } from '../../state/hooks.ts';

export function LanesPick() {
  const t = useT();
  const { run } = useCommands();
  const by = useView((view) => view.lanes);
  return (
    <select
      aria-label={t('lanes')}
      value={by ?? 'tree'}
      data-on={by !== null || undefined}
      onChange={(event) => {
        const chosen = GROUPS_BY.find((each) => each === event.target.value);
        run(chosen ? `lanes.${chosen}` : 'lanes.tree');
      }}
    >
      <option value="tree">{t('lanes.tree')}</option>
      {GROUPS_BY.map((each) => (
        <option key={each} value={each}>
          {t(`lanes.${each}`)}
        </option>
      ))}
    </select>
  );
}
