// Our days as the moments the peers want: local midnight, and the end as the midnight after.
import { addDays } from '../../shared/model/day.ts';
import type { Day } from '../../shared/model/plan.ts';

export function dateOf(day: Day): Date {
  return new Date(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8));
}

export const after = (day: Day): Date => dateOf(addDays(day, 1));
