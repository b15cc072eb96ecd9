// The time header: two bands of periods with their names, and 班 over worked weekend days. Knows days and px.
import { weekday } from '../model/day.ts';
import type { Day, Span } from '../model/plan.ts';
import { UNITS, across } from './grid.ts';
import type { Stage } from './grid.ts';
import { LEAST_DAYS, periodNames, periodOf } from './period.ts';
import type { Unit } from './period.ts';
import type { Box, Group, Shape } from './scene.ts';
import { baseline, measure } from './text.ts';
import { visiblePart } from './timescale.ts';
import { WORDS } from './words.ts';

export function drawHeadBack(stage: Stage): Group {
  const { left, scale, measures } = stage;
  const h = stage.top;
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
  const { measures, scale } = stage;
  const unit = UNITS[scale.zoom][band];
  const { x, w } = across(stage, visiblePart(scale, period)!);
  const y = band === 'upper' ? 0 : stage.top - measures.band;
  const size = measures.small;
  const centred = unit === 'day';
  const gap = gapOf(unit, size);
  const { name, start, long } = tickName(stage, period, band, look.from, look.makeup);
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

/** What a period is called in its band, where the name begins and how long it is. */
function tickName(stage: Stage, period: Span, band: 'upper' | 'lower', from: number, makeup = false) {
  const { lang, scale, measures } = stage;
  const unit = UNITS[scale.zoom][band];
  const size = measures.small;
  const { x, w } = across(stage, visiblePart(scale, period)!);
  const names = periodNames(period, unit, lang, isTop(band, unit));
  const usual = names[formOf(stage, unit, band)] ?? names.at(-1)!;
  const name = makeup ? usual.replace(/ .*/, ` ${WORDS[lang].makeup}`) : usual;
  const long = measure(name, size, band === 'upper' ? 600 : 400);
  const start =
    unit === 'day'
      ? x + (w - long) / 2
      : Math.max(x, Math.min(from, x + w - long - gapOf(unit, size) - 1)) + padOf(size);
  return { name, start, long };
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
    periodOf(lang === 'en' ? '2028-09-27' : '2028-12-30', unit),
    unit,
    lang,
    isTop(band, unit),
  );
  const form = longest.findIndex((name) => measure(name, size, band === 'upper' ? 600 : 400) <= room);
  return form < 0 ? longest.length - 1 : form;
}

function gapOf(unit: Unit, size: number): number {
  return unit === 'day' ? 2 : padOf(size) + 2;
}

/** Before a name, so that it does not run into 班 at the end of the week before. */
function padOf(size: number): number {
  return Math.round(size * 0.45);
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
  const top = stage.top - measures.band;
  const y = baseline(top, measures.band, size);
  return {
    key: `makeup ${day}`,
    bounds: { x, y: top, w, h: measures.band },
    hint: WORDS[lang].makeup,
    shapes: [{ kind: 'text', x: x + w / 2, y, text: WORDS[lang].makeup, size, fill: 'muted', anchor: 'middle' }],
  };
}
