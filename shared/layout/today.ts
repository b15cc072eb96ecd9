// Today: a line through the bars, and a flag with the date in the header. Knows one day.
import type { Day } from '../model/plan.ts';
import type { Run } from './clear.ts';
import { UNITS } from './grid.ts';
import type { Stage } from './grid.ts';
import { dayLabel } from './label.ts';
import { LEAST_DAYS } from './period.ts';
import type { Group } from './scene.ts';
import { baseline, measure } from './text.ts';
import { WORDS } from './words.ts';

/** Where today's line stands, or nothing when it is not on the scale. */
export function todayX(stage: Stage, today: Day): number | undefined {
  const { scale } = stage;
  if (today < scale.from || today > scale.to) return undefined;
  // Never half outside, however thin a day is.
  const x = Math.min(Math.max(scale.x(today) + scale.perDay / 2, 1), scale.width - 1);
  return stage.left + x;
}

/** `runs` are where it strikes no words. */
export function drawTodayLine(stage: Stage, x: number, runs: readonly Run[]): Group {
  const { top, bottom } = stage;
  return {
    key: 'today',
    bounds: { x: x - 0.75, y: top, w: 1.5, h: bottom - top },
    shapes: runs.map(({ from, to }) => ({
      kind: 'line',
      x1: x,
      y1: from,
      x2: x,
      y2: to,
      stroke: 'accent',
      width: 1.5,
    })),
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
  const y = stage.top - h - 3;
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
