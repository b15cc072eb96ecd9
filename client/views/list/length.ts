// How long something takes, as people type it into an end: 4个工作日, 10天, 2周, 3个月; working days by the plan's own calendar. Pure; knows no field.
import { addDays, addMonths } from '../../../shared/model/day.ts';
import { addWorkingDays } from '../../../shared/model/calendar.ts';
import type { Calendar } from '../../../shared/model/calendar.ts';
import { calendarOf } from '../../../shared/model/almanac.ts';
import type { Day, Node, Plan } from '../../../shared/model/plan.ts';

const UNITS: readonly (readonly [RegExp, 'working' | 'days' | 'weeks' | 'months'])[] = [
  [/^个?工作日$|^working ?days?$|^wd$/, 'working'],
  [/^[天日]$|^days?$|^d$/, 'days'],
  [/^个?(?:周|星期|礼拜)$|^weeks?$|^w$/, 'weeks'],
  [/^个?月$|^months?$/, 'months'],
];

/** When a length typed into the end of this node would be over; none where nothing begins, or all is one day. */
export function lengthsFrom(
  plan: Plan,
  { kind, span }: Pick<Node, 'kind' | 'span'>,
): ((text: string) => Day | undefined) | undefined {
  return span && kind !== 'milestone' ? (text) => endAfter(text, span.start, calendarOf(plan)) : undefined;
}

/** The last day of so long a time that begins with `start`, both inclusive: 2019-04-29 and 4 working days end on 2019-05-06. Undefined for anything else, and where the calendar does not know. */
export function endAfter(text: string, start: Day, calendar: Calendar): Day | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const [, digits, rest] = /^[+共]?\s*(\d{1,3})\s*(.+)$/.exec(plain) ?? [];
  const n = Number(digits);
  const unit = UNITS.find(([shape]) => rest !== undefined && shape.test(rest))?.[1];
  if (!unit || !(n > 0)) return undefined;
  switch (unit) {
    case 'working':
      return addWorkingDays(start, n, calendar);
    case 'days':
      return addDays(start, n - 1);
    case 'weeks':
      return addDays(start, 7 * n - 1);
    case 'months':
      return addDays(addMonths(start, n), -1);
  }
}
