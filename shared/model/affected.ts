// What a changed calendar does to a plan: every bar, deadline and count of working days it touches, and what would put them right. Proposes, never moves.
import { addWorkingDays, isWorking, nextWorking, previousWorking, workingDaysBetween } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import type { Id, Plan, Span } from './plan.ts';
import { inOrder } from './tree.ts';

export interface Affected {
  readonly id: Id;
  readonly span: Span;
  /** `count`: as many days as before are no longer worked; `end-off`: a deadline that was a working day is none any more. */
  readonly why: 'count' | 'end-off';
  /** Working days before and after; of an unknown year undefined. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** The same number of working days from the same start; of a milestone the working day before, or after. */
  readonly proposed: Span | undefined;
}

export function affectedBy(plan: Plan, before: Calendar, after: Calendar): readonly Affected[] {
  if (before === after) return [];
  return inOrder(plan).flatMap((id): Affected[] => {
    const node = plan.nodes.get(id)!;
    const span = node.span;
    if (!span) return [];
    const [was, now] = [workingDaysBetween(span, before), workingDaysBetween(span, after)];
    const counts = { before: was, after: now };
    const endOff = isWorking(span.end, before) === true && isWorking(span.end, after) === false;
    if (node.kind === 'milestone' || span.start === span.end) {
      if (!endOff) return [];
      const day = previousWorking(span.end, after) ?? nextWorking(span.end, after);
      return [
        { id, span, why: 'end-off', ...counts, proposed: day === undefined ? undefined : { start: day, end: day } },
      ];
    }
    if (was === now && !endOff) return [];
    return [{ id, span, why: endOff ? 'end-off' : 'count', ...counts, proposed: kept(span, was, after) }];
  });
}

/** As many working days from the same start as it had. */
function kept(span: Span, days: number | undefined, calendar: Calendar): Span | undefined {
  if (!days) return undefined;
  const end = addWorkingDays(span.start, days, calendar);
  return end === undefined || end === span.end ? undefined : { start: span.start, end };
}
