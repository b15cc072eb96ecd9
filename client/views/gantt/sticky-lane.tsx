// The head of the lane that is being scrolled through stays under the header: drawn once more, over its own works.
import { useMemo } from 'react';
import { drawLaneHead } from '../../../shared/layout/lane-head.ts';
import { laneAt } from '../../../shared/layout/lanes.ts';
import { ShapeView } from '../../parts/scene.tsx';
import { useLang } from '../../state/hooks.ts';
import { M } from './seen.ts';
import type { Seen } from './seen.ts';

export function StickyLane({ seen: { rows, side, top, head: above } }: { readonly seen: Seen }) {
  const lang = useLang();
  const found = laneAt(rows, Math.max(0, Math.floor(top / M.row)));
  const lane = found?.lane;
  const head = useMemo(() => lane && drawLaneHead(lane, 0, side, M, lang, true), [lane, side, lang]);
  if (!found || !head) return null;
  const { from, to } = found;
  return (
    <div className="gantt-lanes" aria-hidden="true">
      <div style={{ top: above + from * M.row, height: (to - from) * M.row }}>
        <svg width={side.width} height={M.row} data-node={found.lane.id} data-part="lane" style={{ top: above }}>
          {head.shapes.map((shape, index) => (
            <ShapeView key={index} shape={shape} />
          ))}
        </svg>
      </div>
    </div>
  );
}
