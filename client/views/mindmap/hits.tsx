// What the search found on the map: how many, which one I am at, and the way to the next. The first is gone to by itself.
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { hitsOf } from '../../commands/hits.ts';
import { ICON } from '../../parts/icon.ts';
import { keyText } from '../../parts/key-text.ts';
import { Tip } from '../../parts/tip.tsx';
import { useCommands, useView } from '../../state/hooks.ts';
import type { Facts } from '../list/columns.ts';

export function Hits({ facts }: { readonly facts: Facts }) {
  const { plan, today, t } = facts;
  const commands = useCommands();
  const filter = useView((view) => view.filter);
  const active = useView((view) => view.selected.at(-1));
  const text = filter.text?.trim() ?? '';
  const found = hitsOf(plan, filter, today);
  const gone = useRef('');
  useEffect(() => {
    if (text === gone.current) return;
    gone.current = text;
    if (text !== '' && found.length > 0 && (active === undefined || !found.includes(active)))
      commands.run('view.next-hit');
  });
  if (text === '') return null;
  const at = active === undefined ? 0 : found.indexOf(active) + 1;
  const step = (id: 'view.next-hit' | 'view.prev-hit', name: string) => (
    <Tip text={name} keys={keyText(commands, id)}>
      <button
        type="button"
        className="button small icon"
        aria-label={name}
        disabled={found.length === 0}
        onClick={() => commands.run(id)}
      >
        {id === 'view.next-hit' ? <ChevronDown {...ICON} /> : <ChevronUp {...ICON} />}
      </button>
    </Tip>
  );
  return (
    <div className="map-hits">
      <span role="status">
        {found.length === 0
          ? t('map.hits.none')
          : at > 0
            ? t('map.hits', { at, n: found.length })
            : t('map.hits.found', { n: found.length })}
      </span>
      {step('view.prev-hit', t('map.hits.prev'))}
      {step('view.next-hit', t('map.hits.next'))}
    </div>
  );
}
