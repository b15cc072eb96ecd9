// How a hand is drawn to good boundaries. Knows days and how wide they are, no plan.
import { lineOf } from '../../shared/layout/boundary.ts';
import type { Boundary, Edge } from '../../shared/layout/boundary.ts';
import { diffDays } from '../../shared/model/day.ts';
import type { Span } from '../../shared/model/plan.ts';
import type { Hand } from './sensors.ts';

/** A thing held by keys lies exactly where it lies: only to be told of is a boundary under it looked for, in days. */
const KEY_MAGNET = 0.11;

/** From so many px away a boundary draws a mouse in, or a finger, which is less exact. Where days are wider, each can still be hit. */
const PULL = { mouse: 7, touch: 10 };

export function magnetOf(perDay: number, by: keyof typeof PULL = 'mouse'): number {
  return PULL[by] / perDay;
}

/** For what a hand holds: keys go where they go (stride.ts), and Alt asks for none. */
export function reachOf({ by, alt }: Pick<Hand, 'by' | 'alt'>, perDay: number): number {
  if (alt) return 0;
  return by === 'keys' ? KEY_MAGNET : magnetOf(perDay, by);
}

/** The boundary that draws in a line of time, if one does. */
export type Near = (line: number, edge: Edge) => Boundary | undefined;

/** By whole days, or by as many as bring the start or the end, whichever is nearer, to a good boundary. */
export function nearestShift(
  { start, end }: Span,
  by: number,
  near: Near,
): { readonly days: number; readonly drawn?: Boundary } {
  const ways = (['start', 'end'] as const).flatMap((edge) => {
    const was = edge === 'start' ? start : end;
    const drawn = near(lineOf(was, edge) + by, edge);
    return drawn ? [{ drawn, days: diffDays(was, drawn.day) }] : [];
  });
  const [best] = ways.sort((a, b) => Math.abs(a.days - by) - Math.abs(b.days - by));
  return best ?? { days: Math.round(by) };
}
