// Over the note that a year's holidays are not entered: for the chair, the way to enter them.
import { ChevronRight } from 'lucide-react';
import { UNKNOWN } from '../../../shared/layout/unknown.ts';
import { useCommands, useGrant, useT } from '../../state/hooks.ts';
import { ICON } from '../../parts/icon.ts';
import type { Seen } from './seen.ts';

export function UnknownYears({ seen: { scene } }: { readonly seen: Seen }) {
  const t = useT();
  const chair = useGrant().role === 'chair';
  const { run } = useCommands();
  const corner = scene.layers.find(({ name }) => name === 'corner')?.groups ?? [];
  const note = chair ? corner.find(({ key }) => key === UNKNOWN) : undefined;
  const [words] = note?.shapes ?? [];
  if (!note || words?.kind !== 'text') return null;
  const { x, w, h } = note.bounds;
  return (
    <div className="gantt-unknown">
      <button
        type="button"
        style={{ left: x - 5, width: w + 7, height: h - 4 }}
        title={t('unknown.enter')}
        onClick={() => run('file.settings', { tab: 'holidays' })}
      >
        {words.text}
        <ChevronRight {...ICON} size={14} />
        <span className="sr">{t('unknown.enter')}</span>
      </button>
    </div>
  );
}
