// The recurring ticks of a node, small rounds along its bar, or along the year when it has none. Knows how many are done, not what they are.
import { diffDays } from '../model/day.ts';
import type { Id, Span, Ticks } from '../model/plan.ts';
import type { Group } from './scene.ts';
import type { Measures, Hue } from './theme.ts';
import type { Timescale } from './timescale.ts';

/** Rounds closer than this would touch; then the count alone says it. */
const LEAST = 10;

/** `<node>#<n>`, counted from 0: what a tick's target names. */
export const pipId = (id: Id, n: number): string => `${id}#${n}`;

export function readPip(target: string): { readonly id: Id; readonly n: number } {
  const at = target.lastIndexOf('#');
  return { id: target.slice(0, at), n: Number(target.slice(at + 1)) };
}

/** One group for each tick, at the end of its share of the span. */
export function drawPips(
  id: Id,
  { times, done }: Ticks,
  place: {
    readonly span: Span;
    readonly scale: Timescale;
    readonly left: number;
    readonly y: number;
    readonly hue: Hue;
  },
  m: Measures,
): Group[] {
  const { span, scale, left, y, hue } = place;
  const days = diffDays(span.start, span.end) + 1;
  if ((days / times) * scale.perDay < LEAST) return [];
  const r = m.glyph * 0.34;
  const cy = y + Math.min((m.row + m.bar) / 2 - 1, m.row - r - 1);
  const groups: Group[] = [];
  for (let n = 0; n < times; n++) {
    const x = left + scale.x(span.start) + ((n + 1) / times) * days * scale.perDay - r - 2;
    if (x < left + r || x > left + scale.width - r) continue;
    const box = { x: x - r - 1, y: cy - r - 1, w: 2 * r + 2, h: 2 * r + 2 };
    groups.push({
      key: `tick ${pipId(id, n)}`,
      target: { node: pipId(id, n), part: 'tick' },
      grip: box,
      bounds: box,
      shapes: [
        {
          kind: 'circle',
          x,
          y: cy,
          r,
          fill: n < done.length ? `hue${hue}-edge` : 'paper',
          stroke: `hue${hue}-edge`,
          width: 1.5,
        },
      ],
    });
  }
  return groups;
}
