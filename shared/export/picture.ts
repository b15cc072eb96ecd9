// The whole plan as a scene, as an export shows it: everything unfolded, all its days, nothing cut off. The same layout as on screen.
import { calendarOf, schoolOf, schoolOver } from '../model/almanac.ts';
import { addDays, diffDays } from '../model/day.ts';
import type { Baseline, Day, Plan, Span } from '../model/plan.ts';
import { todayFor } from '../model/schedule.ts';
import { rulesOf } from '../model/lights.ts';
import { layoutGantt } from '../layout/gantt.ts';
import { daysOf } from '../model/schedule.ts';
import { layoutMindmap } from '../layout/mindmap.ts';
import { rows } from '../layout/rows.ts';
import type { Row } from '../layout/rows.ts';
import type { Scene } from '../layout/scene.ts';
import { sideOf } from '../layout/side.ts';
import type { Side } from '../layout/side.ts';
import { headHeight } from '../layout/school.ts';
import { themeWith } from '../layout/light-hues.ts';
import { DENSITY, LIGHT } from '../layout/theme.ts';
import type { Density } from '../layout/theme.ts';
import { fit } from '../layout/timescale.ts';
import type { Lang } from '../layout/words.ts';
import { partName, rowsIn } from './filter.ts';
import type { Part } from './filter.ts';
import type { Choices, ExportInput, PictureView } from './format.ts';
import { toSvg } from './svg.ts';
import { titleOf } from './words.ts';

/** What is drawn of it, and in which words. */
export type PictureOptions = Part & Pick<Choices, 'baseline' | 'school'> & { readonly lang: Lang };

type Drawn = Pick<ExportInput, 'plan' | 'today'>;

/** Px: the table beside the bars, and the days. A month of a year gets 90, enough for its name and its weeks. */
const SIDE = 520;
const DAYS = 1_080;
/** A light and 100 %. */
export const TAIL = 72;

/** A file anyone can open: light colours, title, legend and, for a demonstration, its mark. */
export function pictureSvg(input: Drawn, view: PictureView, options: PictureOptions): string {
  const { plan } = input;
  const { lang } = options;
  const names = rulesOf(plan)?.names;
  return toSvg(pictureScene(input, view, options), themeWith(LIGHT, rulesOf(plan)), {
    title: pictureTitle(plan, options),
    caption: view === 'gantt',
    legend: view === 'gantt',
    ...(names && { lights: names }),
    sample: plan.meta.sample,
    lang,
  });
}

/** The plan's title, which part of it, and what it is set beside. */
export function pictureTitle(plan: Plan, options: PictureOptions): string {
  const [kept] = baselinesIn(plan, options);
  const beside = kept && `${options.lang === 'zh' ? '对照' : 'beside '}${kept.name}`;
  return [titleOf(plan.meta), partName(plan, options), beside].filter(Boolean).join(' · ');
}

export function pictureScene({ plan, today }: Drawn, view: PictureView, options: PictureOptions): Scene {
  const clock = todayFor(plan, today);
  const { lang, section } = options;
  if (view === 'mindmap') {
    const focus = section === undefined ? {} : { focus: section };
    return layoutMindmap(plan, { folded: new Set(), arrangement: 'both', today: clock, lang, knobs: false, ...focus });
  }
  return ganttScene(plan, rowsIn(plan, options), {
    clock,
    today: clock,
    lang,
    side: sideOf(SIDE),
    days: DAYS,
    tail: TAIL,
    baselines: baselinesIn(plan, options),
    school: options.school,
  });
}

export function baselinesIn(plan: Plan, { baseline }: Pick<Choices, 'baseline'>): readonly Baseline[] {
  const kept = baseline === undefined ? undefined : plan.records.baseline.get(baseline);
  return kept ? [kept] : [];
}

export function allRows(plan: Plan): readonly Row[] {
  return rows(plan, { folded: new Set() });
}

export interface GanttExport {
  /** Names the year of a plan that has none. */
  readonly clock: Day;
  /** Where the line stands and what lights are measured against. */
  readonly today: Day;
  readonly lang: Lang;
  readonly side: Side;
  readonly days: number;
  readonly density?: Density;
  /** Px kept free behind the last day, for what is written right of a bar that ends there. */
  readonly tail?: number;
  /** Drawn thin below the bars. */
  readonly baselines?: readonly Baseline[];
  readonly school?: Choices['school'];
  /** Days of which the 校历 says nothing stay blank in the band: an official document does not say what is yet to be entered. */
  readonly blank?: boolean;
}

/** Some rows of the chart, over all days of the plan. */
export function ganttScene(
  plan: Plan,
  shown: readonly Row[],
  { clock, today, lang, side, days, density = 'dense', tail = 0, baselines = [], school, blank = false }: GanttExport,
): Scene {
  const about = daysOf(plan, clock);
  const scale = fit(longer(about, tail / days), days);
  const stretches = school === 'none' ? [] : schoolOver(plan, about, { start: scale.from, end: scale.to });
  return layoutGantt(plan, {
    rows: shown,
    scale,
    today,
    calendar: calendarOf(plan),
    density,
    side,
    lang,
    knobs: false,
    baselines,
    school: blank ? stretches.filter(({ term, rest }) => term ?? rest) : stretches,
  });
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
