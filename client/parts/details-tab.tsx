// On a narrow screen the details would cover what is looked at: they stay away until they are asked for, with this, at the hand's edge.
import { useCommands, useT } from '../state/hooks.ts';

export function DetailsTab() {
  const t = useT();
  const { run } = useCommands();
  return (
    <button type="button" className="button line details-tab" onClick={() => run('view.inspector')}>
      {t('inspector')}
    </button>
  );
}
