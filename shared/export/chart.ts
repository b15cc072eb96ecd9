// The Gantt of a file: what was chosen of it, the whole plan or what a screen shows, made into rows, columns and what lies over the bars. The same layout as on screen.
import { calendarOf, schoolOf, schoolOver } from '../model/almanac.ts';
import { addDays, diffDays, maxDay, minDay } from '../model/day.ts';
import { networkOf } from '../model/network.ts';
import type { Baseline, Day, Id, Plan, Span } from '../model/plan.ts';
import { daysOf } from '../model/schedule.ts';
import { daysRoom } from '../layout/baselines.ts';
import { factsOf } from '../layout/cells.ts';
import { layoutGantt } from '../layout/gantt.ts';
import { lanes } from '../layout/lanes.ts';
import type { AnyRow } from '../layout/lanes.ts';
import { rows } from '../layout/rows.ts';
import type { Row } from '../layout/rows.ts';
import type { Scene } from '../layout/scene.ts';
import { headHeight } from '../layout/school.ts';
import type { GanttView } from '../layout/sheet.ts';
import { sideOf } from '../layout/side.ts';
import type { Side } from '../layout/side.ts';
import type { TableColumn } from '../layout/table-look.ts';
import { sideFor, tableCell } from '../layout/table-words.ts';
import { DENSITY } from '../layout/theme.ts';
import type { Density } from '../layout/theme.ts';
import { fit, timescale, zoomFor } from '../layout/timescale.ts';
import type { Timescale } from '../layout/timescale.ts';
import type { Lang } from '../layout/words.ts';
import { rowsIn } from './filter.ts';
import type { Part } from './filter.ts';
import type { Choices } from './format.ts';

/** What a chart is drawn from, besides the plan. */
export interface Chart {
  readonly rows: readonly AnyRow[];
  /** The table, in a width of its own or in the one that is left for it. */
  readonly side: (most?: number) => Side;
  readonly cell?: GanttView['cell'];
  readonly critical?: GanttView['critical'];
  /** Two at most. */
  readonly baselines: readonly Baseline[];
  readonly school: Choices['school'];
  /** Px a day on the screen; of a whole plan none. */
  readonly perDay?: number | undefined;
}

export type ChartChoices = Part & Pick<Choices, 'baseline' | 'beside' | 'school'> & { readonly lang: Lang };

/** Px of the table beside the bars. */
const SIDE = 520;

/** `folded` is folded besides what was chosen. */
export function chartOf(plan: Plan, clock: Day, options: ChartChoices, folded: ReadonlySet<Id> = new Set()): Chart {
  const { screen, lang } = options;
  const baselines = baselinesIn(plan, options);
  if (!screen)
    return { rows: rowsIn(plan, options, folded), side: () => sideOf(SIDE), baselines, school: options.school };
  const { chart } = screen;
  const facts = factsOf(plan, clock, lang, chart.baselines);
  const view = { folded: new Set([...screen.folded, ...folded]), filter: { ...screen.filter, today: clock } };
  return {
    rows: chart.lanes ? lanes(plan, { ...view, by: chart.lanes, today: clock, lang }) : rows(plan, view),
    side: (most = chart.table) => sideFor(Math.min(chart.table, most), chart.columns, lang),
    cell: (id, column) => tableCell(facts, id, column as TableColumn),
    critical: chart.critical ? networkOf(plan) : undefined,
    baselines,
    school: chart.school ? 'shown' : 'none',
    perDay: chart.perDay || undefined,
  };
}

/** The ones that are set beside the dates, each once. */
export function baselinesIn(
  { records }: Pick<Plan, 'records'>,
  { baseline, beside, screen }: Pick<Choices, 'baseline' | 'beside' | 'screen'>,
): readonly Baseline[] {
  const chosen = screen ? screen.chart.baselines : [baseline, beside];
  return [...new Set(chosen)].flatMap((id) => (id === undefined ? [] : (records.baseline.get(id) ?? []))).slice(0, 2);
}

/** A light and 100 %. */
const TAIL = 72;

/** Px to be left free behind the last day: what is written right of a bar that ends there, in the largest type. */
export function tailOf(plan: Plan, { baselines }: Pick<Chart, 'baselines'>, lang: Lang): number {
  return TAIL + Math.ceil(daysRoom(plan, baselines, DENSITY.normal.text, lang));
}

export function allRows(plan: Plan): readonly Row[] {
  return rows(plan, { folded: new Set() });
}

export interface Drawing {
  /** Names the year of a plan that has none. */
  readonly clock: Day;
  /** Where the line stands and what lights are measured against. */
  readonly today: Day;
  readonly lang: Lang;
  readonly side: Side;
  /** Which days, and how wide. */
  readonly scale: Timescale;
  readonly density?: Density;
  /** Days of which the 校历 says nothing stay blank in the band: an official document does not say what is yet to be entered. */
  readonly blank?: boolean;
}

type Laid = Omit<Chart, 'side' | 'perDay'>;

export function ganttScene(plan: Plan, chart: Laid, drawing: Drawing): Scene {
  const { clock, today, lang, side, scale, density = 'dense', blank = false } = drawing;
  const about = daysOf(plan, clock);
  // Of all days, though only some are drawn: the heads of all sheets are of one height.
  const all = { start: minDay(about.start, scale.from), end: maxDay(about.end, scale.to) };
  const stretches = chart.school === 'none' ? [] : schoolOver(plan, about, all);
  return layoutGantt(plan, {
    rows: chart.rows,
    scale,
    today,
    calendar: calendarOf(plan),
    density,
    side,
    lang,
    knobs: 'folded',
    cell: chart.cell,
    critical: chart.critical,
    baselines: chart.baselines,
    school: blank ? stretches.filter(({ term, rest }) => term ?? rest) : stretches,
  });
}

/** All days of the plan in this width, with `tail` px free behind the last for what is written right of a bar that ends there. */
export function fitted(plan: Plan, clock: Day, width: number, tail = 0): Timescale {
  return fit(longer(daysOf(plan, clock), tail / width), width);
}

/** The same at so many px a day. */
export function scaled(plan: Plan, clock: Day, perDay: number, tail: number): Timescale {
  const { start, end } = daysOf(plan, clock);
  return timescale({ zoom: zoomFor(perDay), from: start, to: addDays(end, Math.ceil(tail / perDay)), perDay });
}

/** Px above the rows of such a chart: what a sheet has to leave for it. */
export function headOver(plan: Plan, clock: Day, density: Density, { school }: Pick<Choices, 'school'>): number {
  return headHeight(DENSITY[density], school !== 'none' && schoolOf(plan, daysOf(plan, clock)).length > 0);
}

/** The same days and, behind them, this share of their room. */
function longer({ start, end }: Pick<Span, 'start' | 'end'>, share: number): Span {
  const more = Math.ceil((diffDays(start, end) + 1) * (share / (1 - share)));
  return { start, end: addDays(end, more) };
}
