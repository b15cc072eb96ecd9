// The months and quarters a 督查表 may speak of.
import { addDays, addMonths, lastOfMonth, month, quarter, year } from '../../model/day.ts';
import type { Day, Plan } from '../../model/plan.ts';

export interface Period {
  /** 2019-06 or 2019-Q2 */
  readonly id: string;
  /** 2019年6月, 2019年第二季度 */
  readonly name: string;
  readonly first: Day;
  readonly last: Day;
}

export function periodOf(id: string): Period | undefined {
  const [, y = '', q, m] = /^(\d{4})-(?:Q([1-4])|(0[1-9]|1[0-2]))$/.exec(id) ?? [];
  if (!y) return undefined;
  const first = `${y}-${String(q ? 3 * Number(q) - 2 : Number(m)).padStart(2, '0')}-01`;
  const last = q ? addDays(addMonths(first, 3), -1) : lastOfMonth(first);
  const name = q ? `${y}年第${'一二三四'[Number(q) - 1]}季度` : `${y}年${Number(m)}月`;
  return { id, name, first, last };
}

/** The quarter that holds the day. */
export const usualPeriod = (today: Day): Period => periodOf(`${year(today)}-Q${quarter(today)}`)!;

/** Of the plan's year: four quarters, then twelve months. */
export function periodsOf(plan: Plan, today: Day): readonly Period[] {
  const y = plan.meta.year ?? year(today);
  const quarters = [1, 2, 3, 4].map((q) => `${y}-Q${q}`);
  const months = Array.from({ length: 12 }, (_, index) => `${y}-${String(index + 1).padStart(2, '0')}`);
  return [...quarters, ...months].map((id) => periodOf(id)!);
}

/** 6月18日, for lists that say their year at the top. */
export const shortDay = (day: Day): string => `${month(day)}月${Number(day.slice(8))}日`;
