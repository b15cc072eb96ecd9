// What every part of a Gantt drawing works from: the plan, the view, what follows from both, and the memory of the last drawing.
import type { Calendar } from '../model/calendar.ts';
import type { Network } from '../model/critical.ts';
import { maxDay, minDay } from '../model/day.ts';
import type { Baseline, Day, Id, Light, Plan, Span } from '../model/plan.ts';
import type { Stretch } from '../model/terms.ts';
import type { Band, Stage } from './grid.ts';
import type { Keeper } from './keep.ts';
import type { AnyRow, Lane } from './lanes.ts';
import type { Row } from './rows.ts';
import type { Side } from './side.ts';
import type { Density, Measures } from './theme.ts';
import { visiblePart } from './timescale.ts';
import type { Timescale } from './timescale.ts';
import type { Lang } from './words.ts';

export interface GanttView {
  readonly rows: readonly AnyRow[];
  readonly scale: Timescale;
  readonly today: Day;
  readonly calendar: Calendar;
  readonly density: Density;
  /** The frozen table; a width of 0 leaves it out. */
  readonly side: Side;
  /** What is in sight, in scene coordinates; without it everything is laid out. */
  readonly window?: Edges | undefined;
  readonly lang: Lang;
  /** Whose critical path and slack are shown; none unless it was asked for. */
  readonly critical?: Network | undefined;
  /** Where the bars stood, two at most; none unless they were asked for. */
  readonly baselines?: readonly Baseline[] | undefined;
  /** Terms and school holidays for a band of their own in the header; without any there is none. */
  readonly school?: readonly Stretch[] | undefined;
  /** What a column says that the table does not know itself. */
  readonly cell?: ((id: Id, column: string) => string) | undefined;
  /** On paper, where nothing unfolds, only what is folded has one. */
  readonly knobs?: boolean | 'folded' | undefined;
}

export interface Edges {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly plan: Plan;
  readonly view: GanttView;
  readonly stage: Stage;
  readonly m: Measures;
  readonly keep: Keeper['group'];
  readonly daysOff: readonly Band[];
  readonly shown: ReadonlyMap<Id, Span>;
  readonly shine: ReadonlyMap<Id, Light>;
  /** Part of every group's inputs: whatever moves or restyles all of them. */
  readonly frame: string;
  readonly first: number;
  readonly last: number;
  readonly window: Edges;
}

/** The days in sight. */
export function seenDays({ view, stage, window }: Sheet): Span {
  const { scale } = view;
  return {
    start: maxDay(scale.from, scale.dayAt(Math.max(0, window.left - stage.left))),
    end: minDay(scale.to, scale.dayAt(Math.max(0, window.right - stage.left))),
  };
}

/** Every row of a node in sight, with the top of its strip. */
export function eachRow({ view, stage, m, first, last }: Sheet, visit: (row: Row, y: number) => void): void {
  for (let index = first; index <= last; index++) {
    const row = view.rows[index]!;
    if (row.is === 'node') visit(row, stage.top + index * m.row);
  }
}

/** Every head of a lane in sight. */
export function eachLane({ view, stage, m, first, last }: Sheet, visit: (lane: Lane, y: number) => void): void {
  for (let index = first; index <= last; index++) {
    const row = view.rows[index]!;
    if (row.is === 'lane') visit(row, stage.top + index * m.row);
  }
}

/** Where a row's span stands, as far as the scale shows it. */
export function placeOf({ shown, view, stage }: Sheet, row: Row) {
  const span = shown.get(row.id);
  const part = span && visiblePart(view.scale, span);
  if (!span || !part) return undefined;
  const { scale } = view;
  const x = stage.left + scale.x(part.start);
  return {
    x,
    w: stage.left + scale.x(part.end) + scale.perDay - x,
    cutLeft: part.start !== span.start,
    cutRight: part.end !== span.end,
  };
}
