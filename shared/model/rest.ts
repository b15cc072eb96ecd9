// Dates that fall on days off, and the working days next to them. Says what could be; nobody's date is moved by itself.
import { isWorking, nextWorking, previousWorking } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { maxDay, minDay } from './day.ts';
import type { Day, Span } from './plan.ts';

export interface Rest {
  /** The days off on which the span begins or ends. */
  readonly off: readonly Day[];
  /** Each such end on the working day before it, or after it; absent where an unknown year lies there. */
  readonly earlier?: Span | undefined;
  readonly later?: Span | undefined;
}

/** Of a span that was `before`, only the ends that have changed are asked about. */
export function restOf({ start, end }: Span, before: Span | undefined, calendar: Calendar): Rest | undefined {
  const rests = (day: Day, was: Day | undefined): boolean => day !== was && isWorking(day, calendar) === false;
  const [first, last] = [rests(start, before?.start), rests(end, before?.end)];
  if (!first && !last) return undefined;
  const moved = (to: (day: Day) => Day | undefined): Span | undefined => {
    const [a, b] = [first ? to(start) : start, last ? to(end) : end];
    if (a === undefined || b === undefined) return undefined;
    // The end that stays gives way where the other would pass it.
    return first ? { start: a, end: maxDay(a, b) } : { start: minDay(a, b), end: b };
  };
  return {
    off: [...new Set([...(first ? [start] : []), ...(last ? [end] : [])])],
    earlier: moved((day) => previousWorking(day, calendar)),
    later: moved((day) => nextWorking(day, calendar)),
  };
}
