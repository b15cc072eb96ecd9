// Every date of a plan in the next year: each by its meaning; and where work followed work, it still follows.
import { calendarOf, termsOf } from '../model/almanac.ts';
import { nextWorking } from '../model/calendar.ts';
import type { Calendar } from '../model/calendar.ts';
import { addDays } from '../model/day.ts';
import { earliest, isBroken } from '../model/links.ts';
import { moveSpan } from '../model/moved.ts';
import type { Moved, MovedSpan } from '../model/moved.ts';
import type { Id, Link, Plan, Span } from '../model/plan.ts';

/** Dates that came from words with a year in them are left out: the words propose them again, in the new plan's year. */
export function movedDates(plan: Plan): ReadonlyMap<Id, MovedSpan> {
  const almanac = { calendar: calendarOf(plan), terms: termsOf(plan) };
  const moved = new Map<Id, MovedSpan>();
  const was = new Map<Id, Span>();
  for (const { id, span, basis } of plan.nodes.values()) {
    if (!span) continue;
    was.set(id, span);
    if (basis?.how !== 'text' || !/\d{4}/.test(basis.words ?? '')) moved.set(id, moveSpan(span, 1, almanac));
  }
  const held = [...plan.links.values()].filter(
    (link) => moved.has(link.from) && moved.has(link.to) && !isBroken(link, was),
  );
  // What one push breaks the next mends; links make no circle, so no chain is longer than all of them.
  for (let round = 0; round < held.length && followOnce(held, moved, almanac.calendar); round++);
  return moved;
}

/** A third Friday may pass a third Monday: whoever waited for it then begins behind it, if that is before its own end. */
function followOnce(links: readonly Link[], moved: Map<Id, MovedSpan>, calendar: Calendar): boolean {
  let pushed = false;
  for (const link of links) {
    const shown = new Map([link.from, link.to].map((id): [Id, Span] => [id, moved.get(id)!.span]));
    const first = isBroken(link, shown) ? earliest(link, shown) : undefined;
    const { span, start, end } = moved.get(link.to)!;
    if (!first || link.type === 'FF' || link.type === 'SF') continue;
    const day = nextWorking(addDays(first, -1), calendar) ?? first;
    const point = span.start === span.end;
    if (day <= span.start || (point ? end.by !== 'weekday' : day > span.end)) continue;
    const later: Moved = { ...start, day, by: 'after' };
    moved.set(link.to, {
      span: { ...span, start: day, ...(point && { end: day }) },
      start: later,
      end: point ? later : end,
    });
    pushed = true;
  }
  return pushed;
}
