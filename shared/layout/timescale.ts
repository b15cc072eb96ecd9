// Days to x and back, and what follows from it: zooming around a point, fitting a span. The only place with half-open days; knows no plan and no calendar.
import { addDays, diffDays, fromNumber, maxDay, minDay, toNumber } from '../model/day.ts';
import type { Day, Span } from '../model/plan.ts';

export const ZOOMS = ['day', 'week', 'xun', 'month', 'quarter', 'year'] as const;
export type Zoom = (typeof ZOOMS)[number];

export interface Timescale {
  readonly zoom: Zoom;
  readonly from: Day;
  /** Inclusive. */
  readonly to: Day;
  /** Px. */
  readonly perDay: number;
  readonly width: number;
  /** The left edge of a day. A span reaches from `x(start)` to `x(end) + perDay`. */
  readonly x: (day: Day) => number;
  readonly dayAt: (x: number) => Day;
}

/** Px a day when nothing else is asked, and below which the header's finest labels no longer fit. */
const PER_DAY: Readonly<Record<Zoom, { usual: number; least: number }>> = {
  day: { usual: 40, least: 20 },
  week: { usual: 14, least: 7 },
  xun: { usual: 6, least: 5 },
  month: { usual: 4, least: 1.5 },
  quarter: { usual: 1.4, least: 0.62 },
  year: { usual: 0.5, least: 0 },
};

export function timescale(view: {
  readonly zoom: Zoom;
  readonly from: Day;
  readonly to: Day;
  readonly perDay?: number | undefined;
}): Timescale {
  const { zoom, from, to } = view;
  const perDay = view.perDay ?? PER_DAY[zoom].usual;
  const origin = toNumber(from);
  return {
    zoom,
    from,
    to,
    perDay,
    width: (toNumber(to) - origin + 1) * perDay,
    x: (day) => (toNumber(day) - origin) * perDay,
    dayAt: (x) => fromNumber(origin + Math.floor(x / perDay)),
  };
}

/** The finest zoom whose labels have room. */
export function zoomFor(perDay: number): Zoom {
  return ZOOMS.find((zoom) => perDay >= PER_DAY[zoom].least) ?? 'year';
}

/** Px a day below which this zoom gives way to the next. */
export function leastPerDay(zoom: Zoom): number {
  return PER_DAY[zoom].least;
}

/** The whole span in exactly this width. */
export function fit(span: Span, width: number): Timescale {
  const perDay = Math.max(width, 1) / (diffDays(span.start, span.end) + 1);
  return timescale({ zoom: zoomFor(perDay), from: span.start, to: span.end, perDay });
}

/**
 * The same days at another zoom, where the moment under `x` now lies, and how far to scroll so that it stays where it
 * was in `view` (the visible stretch of the old scale). Days are added at either end when there would be nothing to scroll to.
 */
export function zoomAround(
  scale: Timescale,
  zoom: Zoom | number,
  x: number,
  view: { readonly left: number; readonly width: number } = { left: 0, width: 0 },
): { readonly scale: Timescale; readonly x: number; readonly left: number } {
  const perDay = typeof zoom === 'number' ? zoom : PER_DAY[zoom].usual;
  const name = typeof zoom === 'number' ? zoomFor(zoom) : zoom;
  const days = x / scale.perDay;
  const offset = x - view.left;
  const before = Math.max(0, Math.ceil((offset - days * perDay) / perDay));
  const length = before + diffDays(scale.from, scale.to) + 1;
  const left = (days + before) * perDay - offset;
  const after = Math.max(0, Math.ceil((left + view.width) / perDay - length));
  const from = addDays(scale.from, -before);
  const next = timescale({ zoom: name, from, to: addDays(scale.to, after), perDay });
  return { scale: next, x: (days + before) * perDay, left };
}

/** The part of a span inside the scale, or nothing. */
export function visiblePart(scale: Timescale, span: Span): Span | undefined {
  const start = maxDay(span.start, scale.from);
  const end = minDay(span.end, scale.to);
  return start <= end ? { start, end } : undefined;
}
