// What lies behind the bars: days off, grid lines, one strip for each row. Knows days and px, and of a node only its id.
import { addDays, diffDays } from '../model/day.ts';
import { dayKind } from '../model/calendar.ts';
import type { Calendar } from '../model/calendar.ts';
import type { Span } from '../model/plan.ts';
import { num } from './glyph.ts';
import { periods } from './period.ts';
import type { Unit } from './period.ts';
import type { Group, Shape } from './scene.ts';
import type { Measures, Paint } from './theme.ts';
import type { Timescale, Zoom } from './timescale.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

/** Where the time area lies in the scene. */
export interface Stage {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly scale: Timescale;
  readonly measures: Measures;
  readonly lang: Lang;
}

export interface Band {
  readonly kind: 'weekend' | 'holiday' | 'makeup' | 'unknown';
  readonly span: Span;
  readonly name: string;
}

export const UNITS: Readonly<Record<Zoom, { readonly upper: Unit; readonly lower: Unit; readonly grid: Unit }>> = {
  day: { upper: 'month', lower: 'day', grid: 'week' },
  week: { upper: 'month', lower: 'week', grid: 'week' },
  xun: { upper: 'month', lower: 'xun', grid: 'xun' },
  month: { upper: 'quarter', lower: 'month', grid: 'month' },
  quarter: { upper: 'year', lower: 'quarter', grid: 'quarter' },
  year: { upper: 'year', lower: 'half', grid: 'half' },
};

/** Px a day below which such days would be noise. */
const THINNEST: Readonly<Record<Band['kind'], number>> = { weekend: 3, holiday: 1, makeup: 5, unknown: 0 };

/** Runs of days that are not plain working days; what would be thinner than a hairline is left out. */
export function bands(calendar: Calendar, span: Span, perDay: number, lang: Lang): readonly Band[] {
  const found: Band[] = [];
  for (let day = span.start; day <= span.end; day = addDays(day, 1)) {
    const { kind, name } = dayKind(day, calendar);
    if (kind === 'work' || perDay < THINNEST[kind]) continue;
    const known = kind === 'makeup' ? WORDS[lang].makeup : kind === 'unknown' ? WORDS[lang].unknownYear : (name ?? '');
    const before = found.at(-1);
    if (before && before.kind === kind && before.name === known && before.span.end === addDays(day, -1))
      found[found.length - 1] = { ...before, span: { start: before.span.start, end: day } };
    else found.push({ kind, name: known, span: { start: day, end: day } });
  }
  return found;
}

const BAND_PAINT: Readonly<Record<Band['kind'], Paint | undefined>> = {
  weekend: 'weekend',
  holiday: 'holiday',
  makeup: 'workday',
  unknown: undefined,
};

export function drawBand(stage: Stage, band: Band): Group {
  const { x, w } = across(stage, band.span);
  const box = { x, y: stage.top, w, h: stage.bottom - stage.top };
  const fill = BAND_PAINT[band.kind];
  const shape: Shape = { kind: 'rect', ...box, ...(fill && { fill }) };
  return {
    key: `band ${band.span.start}`,
    bounds: box,
    shapes: fill ? [shape] : [],
    ...(band.name && { hint: band.name }),
  };
}

/** The vertical hairlines, as one path. */
export function drawGrid(stage: Stage, seen: Span): Group {
  const { scale, left, top, bottom } = stage;
  const d = periods(seen, UNITS[scale.zoom].grid)
    .filter(({ start }) => start > scale.from)
    .map(({ start }) => `M${num(left + scale.x(start))} ${num(top)}V${num(bottom)}`)
    .join('');
  const bounds = { x: left, y: top, w: scale.width, h: bottom - top };
  return { key: 'grid', bounds, shapes: d === '' ? [] : [{ kind: 'path', d, stroke: 'hairline', width: 1 }] };
}

/** The strip a node's bar lies in: dropping, hovering and selecting a row ask for it. */
/** The ground of a section's strip, under the days off. */
export function drawShade(id: string, left: number, width: number, y: number, height: number): Group {
  const box = { x: left, y, w: width, h: height };
  return { key: `shade ${id}`, bounds: box, shapes: [{ kind: 'rect', ...box, fill: 'page' }] };
}

export function drawStrip(id: string, left: number, width: number, y: number, height: number): Group {
  const line = y + height - 0.5;
  return {
    key: id,
    target: { node: id, part: 'row' },
    bounds: { x: left, y, w: width, h: height },
    shapes: [{ kind: 'line', x1: left, y1: line, x2: left + width, y2: line, stroke: 'hairline', width: 1 }],
  };
}

/** From the left edge of a span's first day to the right edge of its last. */
export function across(stage: Stage, span: Span): { x: number; w: number } {
  const { scale, left } = stage;
  return { x: left + scale.x(span.start), w: (diffDays(span.start, span.end) + 1) * scale.perDay };
}
