// Arithmetic on civil days written `YYYY-MM-DD`. The only file that uses Date, and only in UTC, so no zone can shift a day.
import type { Day } from './plan.ts';

const MS = 86_400_000;

/** Whole days since 1970-01-01. */
export function toNumber(day: Day): number {
  return known.get(day) ?? Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / MS;
}

export function fromNumber(n: number): Day {
  return new Date(n * MS).toISOString().slice(0, 10);
}

/** A real day of the years 1900–2199; 2019-02-29 is not one. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false;
  if (known.has(value)) return true;
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const n = toNumber(value);
  if (fromNumber(n) !== value) return false;
  known.set(value, n);
  return true;
}

/** Days that have been met: a plan of ten thousand spans names a few hundred. No more than three centuries have. */
const known = new Map<Day, number>();

export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days);
}

/** Days from `a` to `b`; 1 when b is the next day. */
export function diffDays(a: Day, b: Day): number {
  return toNumber(b) - toNumber(a);
}

export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return ((toNumber(day) + 3) % 7) + 1;
}

export function year(day: Day): number {
  return +day.slice(0, 4);
}

/** 1–12 */
export function month(day: Day): number {
  return +day.slice(5, 7);
}

/** 1–31 */
export function dayOfMonth(day: Day): number {
  return +day.slice(8, 10);
}

/** 1–4 */
export function quarter(day: Day): number {
  return Math.ceil(month(day) / 3);
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

/** The last day of the month `months` after the day's own. */
export function lastOfMonth(day: Day, months = 0): Day {
  return addDays(addMonths(firstOfMonth(day), months + 1), -1);
}

/** The same day of a later month, or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const first = Date.UTC(year(day), month(day) - 1 + months, 1) / MS;
  const next = Date.UTC(year(day), month(day) + months, 1) / MS;
  return fromNumber(Math.min(first + dayOfMonth(day) - 1, next - 1));
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** Today in Shanghai (UTC+8, no summer time), from a clock in milliseconds. */
export function todayAt(now: number): Day {
  return fromNumber(Math.floor((now + 8 * 3_600_000) / MS));
}
