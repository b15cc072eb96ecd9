// Where a step by an arrow key lands: a day or a week on, or at the good boundary that a pointer put there would be drawn to.
// Never back where it came from, or a boundary once reached could not be left. Days and plans, no px.
import { calendarOf, termsOf } from '../../shared/model/almanac.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { boundaryNear, lineOf } from '../../shared/layout/boundary.ts';
import type { Edge } from '../../shared/layout/boundary.ts';
import type { Zoom } from '../../shared/layout/timescale.ts';
import { spansOf } from '../state/derived.ts';
import type { Grab, Moment } from './drop.ts';

export interface Stride {
  /** With their sign: 1, -7. */
  readonly days: number;
  readonly zoom: Zoom;
  /** As for a pointer; 0 with Alt. */
  readonly magnet: number;
}

/** The moment to which a step brings the hand. */
export function strideTo(plan: Plan, grab: Grab, at: Moment, { days, zoom, magnet }: Stride): Moment {
  const plain = at + days;
  const almanac = { terms: termsOf(plan), calendar: calendarOf(plan) };
  const ways = linesOf(plan, grab, plain).flatMap(({ edge, line }) => {
    const drawn = boundaryNear(line, edge, zoom, magnet, almanac);
    return drawn ? [lineOf(drawn.day, edge) - line] : [];
  });
  const onward = ways.filter((off) => (days + off) * Math.sign(days) > 0.5);
  const [best] = onward.sort((a, b) => Math.abs(a) - Math.abs(b));
  // A line that is drawn ends within a day, so it is left just inside.
  const inside = grab.does === 'draw' && best !== undefined ? (plain + best >= grab.from ? -0.1 : 0.1) : 0;
  return plain + (best ?? 0) + inside;
}

/** The lines in time that what is held would have with the hand there. */
function linesOf(plan: Plan, grab: Grab, moment: Moment): readonly { readonly edge: Edge; readonly line: number }[] {
  switch (grab.does) {
    case 'shift': {
      const span = spansOf(plan).get(grab.node);
      const by = moment - grab.from;
      return span
        ? [
            { edge: 'start', line: lineOf(span.start, 'start') + by },
            { edge: 'end', line: lineOf(span.end, 'end') + by },
          ]
        : [];
    }
    case 'resize': {
      const span = plan.nodes.get(grab.node)?.span;
      return span ? [{ edge: grab.edge, line: lineOf(span[grab.edge], grab.edge) + moment - grab.from }] : [];
    }
    case 'date': {
      const line = moment - 0.5;
      const point = plan.nodes.get(grab.node)?.kind === 'milestone';
      return [{ edge: 'start', line }, ...(point ? [{ edge: 'end' as const, line: line + 1 }] : [])];
    }
    case 'draw':
      return [{ edge: moment >= grab.from ? 'end' : 'start', line: moment }];
    case 'marker': {
      const day = plan.records.marker.get(grab.node)?.day;
      return day ? [{ edge: 'start', line: lineOf(day, 'start') + moment - grab.from }] : [];
    }
    case 'link':
    case 'lane':
    case 'pick':
      return [];
  }
}
