// The corner controls of the map: fit, zoom, to which side branches grow.
import { GitFork, ListTree, Maximize2, Minus, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { ICON } from '../../parts/icon.ts';
import { keyText } from '../../parts/key-text.ts';
import { Tip } from '../../parts/tip.tsx';
import { useCommands, useT } from '../../state/hooks.ts';

interface Props {
  readonly scale: number;
  readonly side: 'both' | 'right';
  readonly setSide: (side: 'both' | 'right') => void;
}

export function MapTools({ scale, side, setSide }: Props) {
  const t = useT();
  const commands = useCommands();
  const percent = Math.round(scale * 100);
  const other = side === 'both' ? 'right' : 'both';
  const tool = (id: 'view.fit' | 'view.zoom-in' | 'view.zoom-out', name: string, icon: ReactElement) => (
    <Tip text={name} keys={keyText(commands, id)}>
      <button type="button" className="button small icon" aria-label={name} onClick={() => commands.run(id)}>
        {icon}
      </button>
    </Tip>
  );
  return (
    <div className="map-tools">
      {tool('view.fit', t('map.fit'), <Maximize2 {...ICON} />)}
      <i />
      {tool('view.zoom-out', t('map.zoom-out'), <Minus {...ICON} />)}
      <span className="map-percent" role="status" aria-label={t('map.zoom', { percent })}>
        {percent}%
      </span>
      {tool('view.zoom-in', t('map.zoom-in'), <Plus {...ICON} />)}
      <i />
      <Tip text={t(`map.side.${other}`)}>
        <button
          type="button"
          className="button small icon"
          aria-label={t(`map.side.${other}`)}
          onClick={() => setSide(other)}
        >
          {side === 'both' ? <ListTree {...ICON} /> : <GitFork {...ICON} />}
        </button>
      </Tip>
    </div>
  );
}
