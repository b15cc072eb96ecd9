// The head of a lane, for keyboards and screen readers.
import { memo } from 'react';
import type { Lane } from '../../../shared/layout/lanes.ts';
import { WORDS } from '../../../shared/layout/words.ts';
import { useLang } from '../../state/hooks.ts';
import { M } from './seen.ts';

export const LaneRow = memo(function LaneRow({
  lane,
  element,
  index,
  y,
  current,
}: {
  readonly lane: Lane;
  readonly element: string;
  readonly index: number;
  readonly y: number;
  readonly current: boolean;
}) {
  const words = WORDS[useLang()];
  return (
    <div
      id={element}
      className="gantt-row"
      role="row"
      aria-rowindex={index}
      aria-level={1}
      aria-expanded={!lane.folded}
      tabIndex={current ? 0 : -1}
      data-row={lane.id}
      style={{ top: y, height: M.row }}
    >
      <span role="gridcell">{`${lane.label} ${words.laneCount(lane.count, lane.also)}`}</span>
    </div>
  );
});
