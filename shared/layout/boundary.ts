// Where work may well begin and end: Mondays, ends of months and quarters, the first and last day of a term. Which of them draw a hand in depends on the zoom. Knows days, no px.
import { isWorking } from '../model/calendar.ts';
import type { Calendar } from '../model/calendar.ts';
import { addDays, fromNumber, toNumber } from '../model/day.ts';
import type { Day, Span, Term } from '../model/plan.ts';
import { periodOf } from './period.ts';
import type { Zoom } from './timescale.ts';

export type Edge = 'start' | 'end';

/** In the order of their weight: a day that is several is called by the last. */
export const BOUNDARIES = ['week', 'xun', 'month', 'quarter', 'year', 'break', 'term'] as const;
export type BoundaryName = (typeof BOUNDARIES)[number];

export interface Boundary {
  readonly day: Day;
  readonly edge: Edge;
  readonly name: BoundaryName;
}

export interface Almanac {
  readonly terms: readonly Term[];
  readonly calendar: Calendar;
}

/** By day every day is good enough. */
const DRAWS: Readonly<Record<Zoom, readonly BoundaryName[]>> = {
  day: [],
  week: ['week', 'break', 'term'],
  xun: ['xun', 'month', 'quarter', 'year', 'break', 'term'],
  month: ['month', 'quarter', 'year', 'break', 'term'],
  quarter: ['month', 'quarter', 'year', 'break', 'term'],
  year: ['quarter', 'year', 'break', 'term'],
};

/** A span as two lines in time, in days since 1970: a start is a day's first moment, an end its last. */
export function lineOf(day: Day, edge: Edge): number {
  return toNumber(day) + (edge === 'end' ? 1 : 0);
}

/** The nearest boundary within `reach` days of a line. */
export function boundaryNear(
  line: number,
  edge: Edge,
  zoom: Zoom,
  reach: number,
  almanac: Almanac,
): Boundary | undefined {
  if (reach <= 0) return undefined;
  const day = fromNumber(Math.floor(line));
  let found: Boundary | undefined;
  let least = reach;
  for (const name of DRAWS[zoom])
    for (const at of daysOf(name, day, edge, almanac)) {
      const far = Math.abs(line - lineOf(at, edge));
      if (far > least) continue;
      [found, least] = [{ day: at, edge, name }, far];
    }
  return found;
}

function daysOf(name: BoundaryName, day: Day, edge: Edge, { terms, calendar }: Almanac): readonly Day[] {
  switch (name) {
    case 'week': {
      const week = periodOf(day, 'week');
      if (edge === 'start') return [week.start, addDays(week.end, 1)];
      return [addDays(week.start, -1), week.end].flatMap((sunday) => lastWorkingOf(sunday, calendar));
    }
    case 'term':
      return terms.flatMap(({ first, last }) => some(edge === 'start' ? first : last));
    case 'break':
      // The day before term is no end of its own: it would quarrel with the last of August.
      return edge === 'start' ? terms.flatMap(({ last }) => some(last && addDays(last, 1))) : [];
    default: {
      const { start, end }: Span = periodOf(day, name);
      return edge === 'start' ? [start, addDays(end, 1)] : [addDays(start, -1), end];
    }
  }
}

/** A week of work ends on its last working day: mostly Friday, none in a week of holidays. */
function lastWorkingOf(sunday: Day, calendar: Calendar): readonly Day[] {
  for (let back = 0; back < 7; back++) {
    const day = addDays(sunday, -back);
    const works = isWorking(day, calendar);
    if (works === undefined) return [addDays(sunday, -2)];
    if (works) return [day];
  }
  return [];
}

function some(day: Day | undefined): readonly Day[] {
  return day === undefined ? [] : [day];
}
