// Years whose public holidays nobody has entered: a dashed line runs under their days in the head of the chart, and where the plan is about them a note says so.
import { maxDay, minDay, year } from '../model/day.ts';
import type { Span } from '../model/plan.ts';
import { daysOf } from '../model/schedule.ts';
import { across } from './grid.ts';
import type { Stage } from './grid.ts';
import type { Group } from './scene.ts';
import { seenDays } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { baseline, measure } from './text.ts';
import { WORDS } from './words.ts';

/** Of the note; on screen the chair has a button over it. */
export const UNKNOWN = 'unknown';
/** Which is this much wider than the words. */
const MORE = 18;

/** The years the plan is about that the calendar does not know. */
function unknownYears({ plan, view }: Sheet): readonly number[] {
  const { start, end } = daysOf(plan, view.today);
  const years: number[] = [];
  for (let which = year(start); which <= year(end); which++) if (!view.calendar.years.has(which)) years.push(which);
  return years;
}

export function drawUnknownDays(sheet: Sheet): Group[] {
  const { view, stage, keep, frame } = sheet;
  const { calendar, scale } = view;
  const seen = seenDays(sheet);
  const groups: Group[] = [];
  for (let which = year(seen.start); which <= year(seen.end); which++) {
    if (calendar.years.has(which)) continue;
    const span = { start: maxDay(`${which}-01-01`, scale.from), end: minDay(`${which}-12-31`, scale.to) };
    groups.push(keep('head', `unknown ${which}`, [frame], () => lineUnder(stage, which, span)));
  }
  return groups;
}

function lineUnder(stage: Stage, which: number, span: Span): Group {
  const { x, w } = across(stage, span);
  const y = stage.top - 1.5;
  return {
    key: `unknown ${which}`,
    bounds: { x, y: y - 1, w, h: 2 },
    shapes: [{ kind: 'line', x1: x, y1: y, x2: x + w, y2: y, stroke: 'muted', width: 1.5, dash: '2 4' }],
  };
}

/** In the free corner above the table, where no zoom and no scrolling takes it away; nothing where nothing is unknown. */
export function drawUnknownNote(sheet: Sheet): Group[] {
  const { m, keep, frame, view, stage } = sheet;
  const years = unknownYears(sheet);
  if (years.length === 0) return [];
  const marked = sheet.plan.meta.sample;
  return [
    keep('corner', UNKNOWN, [frame, years.join(), marked], () => {
      // Right of it stands what chooses the columns.
      const right = view.side.width - 2.5 * m.small;
      const left = marked ? 5 * m.small : m.pad;
      const words = WORDS[stage.lang].unknownHolidays(years);
      const text = words.find((each) => left + measure(each, m.small) + MORE <= right) ?? words.at(-1)!;
      const w = measure(text, m.small) + MORE;
      const x = Math.max(0, right - w);
      return {
        key: UNKNOWN,
        bounds: { x, y: 0, w, h: m.band },
        shapes: [{ kind: 'text', x, y: baseline(0, m.band, m.small), text, size: m.small, fill: 'muted' }],
      };
    }),
  ];
}
