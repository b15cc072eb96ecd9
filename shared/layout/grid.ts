// What lies behind and above the bars: days off, grid lines, one strip for each row, the two header bands and the today line. Knows no node but the row's id.
import { addDays, diffDays, weekday } from '../model/day.ts';
import { dayKind } from '../model/calendar.ts';
import type { Calendar } from '../model/calendar.ts';
import type { Day, Span } from '../model/plan.ts';
import { num } from './glyph.ts';
import { dayLabel } from './label.ts';
import { LEAST_DAYS, periodNames, periodOf, periods } from './period.ts';
import type { Unit } from './period.ts';
import type { Box, Group, Shape } from './scene.ts';
import { baseline, measure } from './text.ts';
import type { Measures, Paint } from './theme.ts';
import { visiblePart } from './timescale.ts';
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

/** Runs of days that are not plain working days; what would be thinner than a hairline is left out. */
export function bands(calendar: Calendar, span: Span, perDay: number, lang: Lang): readonly Band[] {
  const found: Band[] = [];
  for (let day = span.start; day <= span.end; day = addDays(day, 1)) {
    const { kind, name } = dayKind(day, calendar);
    if (kind === 'work' || (kind === 'weekend' && perDay < 3) || (kind === 'makeup' && perDay < 5)) continue;
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

export function drawHeadBack(stage: Stage): Group {
  const { left, scale, measures } = stage;
  const h = 2 * measures.band;
  const right = left + scale.width;
  return {
    key: 'back',
    bounds: { x: left, y: 0, w: scale.width, h },
    shapes: [
      { kind: 'rect', x: left, y: 0, w: scale.width, h, fill: 'paper' },
      { kind: 'line', x1: left, y1: measures.band, x2: right, y2: measures.band, stroke: 'hairline', width: 1 },
      { kind: 'line', x1: left, y1: h - 0.5, x2: right, y2: h - 0.5, stroke: 'rule', width: 1 },
    ],
  };
}

/**
 * One period of a header band. `from` is the left edge of what is in sight, so that a long month still shows its name;
 * a name that today's flag would half cover is left out.
 */
export function drawTick(stage: Stage, period: Span, band: 'upper' | 'lower', look: TickLook): Group {
  const { measures, lang, scale } = stage;
  const unit = UNITS[scale.zoom][band];
  const { x, w } = across(stage, visiblePart(scale, period)!);
  const y = band === 'upper' ? 0 : measures.band;
  const size = measures.small;
  const centred = unit === 'day';
  const gap = gapOf(unit, size);
  const names = periodNames(period, unit, lang, isTop(band, unit));
  const usual = names[formOf(stage, unit, band)] ?? names.at(-1)!;
  const name = look.makeup ? usual.replace(/ .*/, ` ${WORDS[lang].makeup}`) : usual;
  const long = measure(name, size, band === 'upper' ? 600 : 400);
  const start = centred ? x + (w - long) / 2 : Math.max(x, Math.min(look.from, x + w - long - gap - 1)) + gap / 2;
  const covered = look.flag && start < look.flag.x + look.flag.w && look.flag.x < start + long;
  const off = centred && !look.makeup && weekday(period.start) > 5;
  const shapes: Shape[] = [];
  if (x > stage.left && !centred)
    shapes.push({ kind: 'line', x1: x, y1: y, x2: x, y2: y + measures.band, stroke: 'hairline', width: 1 });
  if (long + gap <= w && !covered)
    shapes.push({
      kind: 'text',
      x: centred ? x + w / 2 : start,
      y: baseline(y, measures.band, size),
      text: name,
      size,
      fill: off ? 'faint' : band === 'upper' ? 'ink' : 'muted',
      ...(centred && { anchor: 'middle' }),
      ...(band === 'upper' && { weight: 600 }),
    });
  return { key: `${band} ${period.start}`, bounds: { x, y, w, h: measures.band }, shapes };
}

export interface TickLook {
  readonly from: number;
  readonly makeup: boolean;
  readonly flag: Box | undefined;
}

/** Which form of a name all periods of a band use: the fullest for which even the longest name fits the shortest period. */
function formOf({ scale, lang, measures }: Stage, unit: Unit, band: 'upper' | 'lower'): number {
  const size = measures.small;
  const room = LEAST_DAYS[unit] * scale.perDay - gapOf(unit, size);
  const longest = periodNames(
    periodOf(lang === 'en' ? '2028-09-30' : '2028-12-30', unit),
    unit,
    lang,
    isTop(band, unit),
  );
  const form = longest.findIndex((name) => measure(name, size, band === 'upper' ? 600 : 400) <= room);
  return form < 0 ? longest.length - 1 : form;
}

function gapOf(unit: Unit, size: number): number {
  return unit === 'day' ? 2 : size * 0.5;
}

function isTop(band: 'upper' | 'lower', unit: Unit): boolean {
  return band === 'upper' || unit === 'year';
}

/** 班 above a weekend day that is worked, where weeks are too narrow to name their days. */
export function drawMakeup(stage: Stage, day: Day): Group | undefined {
  const { measures, scale, lang } = stage;
  const size = measures.small;
  if (scale.zoom === 'day' || scale.perDay < size) return undefined;
  const { x, w } = across(stage, { start: day, end: day });
  const y = baseline(measures.band, measures.band, size);
  return {
    key: `makeup ${day}`,
    bounds: { x, y: measures.band, w, h: measures.band },
    hint: WORDS[lang].makeup,
    shapes: [{ kind: 'text', x: x + w / 2, y, text: WORDS[lang].makeup, size, fill: 'muted', anchor: 'middle' }],
  };
}

/** Where today's line stands, or nothing when it is not on the scale. */
export function todayX(stage: Stage, today: Day): number | undefined {
  const { scale } = stage;
  if (today < scale.from || today > scale.to) return undefined;
  // Never half outside, however thin a day is.
  const x = Math.min(Math.max(scale.x(today) + scale.perDay / 2, 1), scale.width - 1);
  return stage.left + x;
}

export function drawTodayLine(stage: Stage, x: number): Group {
  const { top, bottom } = stage;
  return {
    key: 'today',
    bounds: { x: x - 0.75, y: top, w: 1.5, h: bottom - top },
    shapes: [{ kind: 'line', x1: x, y1: top, x2: x, y2: bottom, stroke: 'accent', width: 1.5 }],
  };
}

export function drawTodayFlag(stage: Stage, x: number, today: Day): Group {
  const { measures, lang, left, scale } = stage;
  const size = measures.small;
  const date = dayLabel(today);
  const full = `${WORDS[lang].today} ${date}`;
  const long = (text: string): number => measure(text, size, 600) + size;
  // Where periods are narrow the word would cover two of their names; the date says it too.
  const text = long(full) < LEAST_DAYS[UNITS[scale.zoom].lower] * scale.perDay ? full : date;
  const w = Math.min(scale.width, long(text));
  const h = Math.round(size * 1.55);
  const start = Math.min(Math.max(x - w / 2, left), left + scale.width - w);
  const y = 2 * measures.band - h - 3;
  return {
    key: 'today',
    bounds: { x: start, y, w, h: h + 3 },
    shapes: [
      { kind: 'rect', x: start, y, w, h, r: h / 2, fill: 'accent' },
      { kind: 'line', x1: x, y1: y + h, x2: x, y2: y + h + 3, stroke: 'accent', width: 1.5 },
      {
        kind: 'text',
        x: start + w / 2,
        y: baseline(y, h, size),
        text,
        size,
        fill: 'accent-ink',
        weight: 600,
        anchor: 'middle',
      },
    ],
  };
}

function across(stage: Stage, span: Span): { x: number; w: number } {
  const { scale, left } = stage;
  return { x: left + scale.x(span.start), w: (diffDays(span.start, span.end) + 1) * scale.perDay };
}
