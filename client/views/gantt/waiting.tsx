// On the bars, what waits for an answer: a mark on each, and dashed where the work would stand if the answer were yes. Always in sight of its row.
import { memo } from 'react';
import type { Id, Plan, Span } from '../../../shared/model/plan.ts';
import { isDay } from '../../../shared/model/day.ts';
import { WaitingMark } from '../../parts/waiting.tsx';
import { useDrag } from '../../drag/stage.tsx';
import { waitingOf } from '../../state/waiting.ts';
import type { Waiting } from '../../state/waiting.ts';
import { M } from './seen.ts';
import type { Seen } from './seen.ts';

const SIZE = 20;

export function Waitings({ seen }: { readonly seen: Seen }) {
  const dragging = useDrag((drag) => drag !== null);
  const { plan, rows, first, last, left, head, scale, spans, edge, room } = seen;
  const waiting = waitingOf(plan);
  if (dragging) return null;
  const x = (span: Span): { from: number; to: number } => ({
    from: left + scale.x(span.start),
    to: left + scale.x(span.end) + scale.perDay,
  });
  return rows.slice(Math.max(0, first), last).map((row, at) => {
    const here = row.is === 'lane' ? undefined : waiting.get(row.id);
    if (!here) return null;
    const top = head + (Math.max(0, first) + at) * M.row;
    const ghosts = ghostsOf(here);
    const span = spans.get(row.id);
    const near = span ?? ghosts[0];
    const { from, to } = near ? x(near) : { from: edge, to: edge };
    const point = plan.nodes.get(row.id)?.kind === 'milestone';
    // On the bar's upper edge, clear of the handles at its ends; where it has none in sight, at the edge of the days.
    const wanted = point ? from + scale.perDay / 2 - SIZE - 4 : Math.max(from + 2, to - SIZE - 10);
    const mark = Math.min(Math.max(wanted, edge + 4), edge + room - SIZE - 8);
    return (
      <Row
        key={row.id}
        id={row.id}
        plan={plan}
        mark={mark}
        top={top}
        ghosts={ghosts.map((each) => ({ ...x(each), point: each.start === each.end }))}
        edge={edge}
      />
    );
  });
}

interface Ghost {
  readonly from: number;
  readonly to: number;
  readonly point: boolean;
}

interface Props {
  readonly id: Id;
  readonly plan: Plan;
  readonly mark: number;
  readonly top: number;
  readonly ghosts: readonly Ghost[];
  /** Where the days in sight begin: nothing is drawn over the table. */
  readonly edge: number;
}

const Row = memo(
  function Row({ id, mark, top, ghosts, edge }: Props) {
    return (
      <>
        {ghosts.map((ghost, index) => (
          <GhostBar key={index} ghost={ghost} top={top} edge={edge} />
        ))}
        <WaitingMark
          id={id}
          className="gantt-waiting"
          style={{ transform: `translate(${Math.round(mark)}px, ${top - 1}px)` }}
        />
      </>
    );
  },
  (a, b) =>
    a.id === b.id &&
    a.mark === b.mark &&
    a.top === b.top &&
    a.edge === b.edge &&
    waitingOf(a.plan).get(a.id) === waitingOf(b.plan).get(b.id) &&
    JSON.stringify(a.ghosts) === JSON.stringify(b.ghosts),
);

function GhostBar({ ghost, top, edge }: { readonly ghost: Ghost; readonly top: number; readonly edge: number }) {
  const { point } = ghost;
  const size = point ? 12 : M.bar;
  const middle = (ghost.from + ghost.to) / 2;
  const from = point ? middle - size / 2 : Math.max(ghost.from, edge);
  const to = point ? middle + size / 2 : ghost.to;
  if (to <= edge || from < edge) return null;
  return (
    <div
      className={point ? 'waiting-ghost point' : 'waiting-ghost'}
      style={{ translate: `${from}px ${top + (M.row - size) / 2}px`, width: Math.max(4, to - from), height: size }}
    />
  );
}

/** What the answers would draw here: the dates somebody suggests, those the text names. */
function ghostsOf({ suggestions, times }: Waiting): readonly Span[] {
  const suggested = suggestions.flatMap(([, { field, now }]): Span[] => {
    const [start = '', end = ''] = field === 'span' ? now.split('/') : [];
    return isDay(start) && isDay(end) ? [{ start, end }] : [];
  });
  return [...suggested, ...times.flatMap(({ span }) => span ?? [])];
}
