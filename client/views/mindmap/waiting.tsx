// On the corner of a topic, the mark that something waits for an answer there. A press is the map's to tell; the topic itself says it aloud.
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import type { Box } from '../../../shared/layout/scene.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { T } from '../../i18n/t.ts';
import { waitingOf, waitingWords } from '../../state/waiting.ts';

interface Props {
  readonly map: Mindmap;
  readonly plan: Plan;
  readonly sight: Box;
  readonly t: T;
}

const R = 8;

export function TopicWaits({ map, plan, sight, t }: Props) {
  const waiting = waitingOf(plan);
  return (
    <g className="layer-waiting" aria-hidden="true">
      {map.see(sight).placed.map(({ branch: { id }, box }) => {
        const here = waiting.get(id);
        if (!here) return null;
        const n = here.suggestions.length + here.times.length;
        const [x, y] = [box.x + box.w - 3, box.y - 1];
        return (
          <g key={id} className="map-waiting" data-node={id} data-part="waiting" data-waiting={id}>
            <title>{waitingWords(t, plan, id)}</title>
            <circle cx={x} cy={y} r={R + 6} fill="none" pointerEvents="all" />
            <circle className="map-waiting-disc" cx={x} cy={y} r={R} />
            {n > 1 ? (
              <text x={x} y={y + 3.5} textAnchor="middle">
                {n}
              </text>
            ) : (
              <path d={here.suggestions.length > 0 ? pen(x, y) : clock(x, y)} />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** A pen: a change somebody suggests. */
function pen(x: number, y: number): string {
  return `M${x - 3} ${y + 3}l0.8 -2.6 4 -4 1.8 1.8 -4 4z`;
}

/** A dial: a time the text names. */
function clock(x: number, y: number): string {
  return `M${x - 3.5} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0M${x} ${y - 2}v2h1.6`;
}
