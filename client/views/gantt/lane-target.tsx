// The lane that a hand is about to bring its work into.
import type { Grab } from '../../drag/drop.ts';
import { useDrag } from '../../drag/stage.tsx';
import { laneAt } from '../../../shared/layout/lanes.ts';
import { M } from './seen.ts';
import type { Seen } from './seen.ts';

export function LaneTarget({ seen: { rows, head, scene } }: { readonly seen: Seen }) {
  const value = useDrag<Grab, string | undefined>((drag) =>
    drag?.drop?.command === 'lanes.propose' ? drag.drop.args?.lane : undefined,
  );
  if (value === undefined) return null;
  const index = rows.findIndex((row) => row.is === 'lane' && row.value === value);
  const found = index < 0 ? undefined : laneAt(rows, index);
  if (!found) return null;
  const { from, to } = found;
  return (
    <div
      className="lane-target"
      style={{ transform: `translateY(${head + from * M.row}px)`, width: scene.width, height: (to - from) * M.row }}
    />
  );
}
