// The whole plan, or what a screen shows of it, as one drawing. The same layouts as on screen; nothing is cut off.
import type { Plan } from '../model/plan.ts';
import { todayFor } from '../model/schedule.ts';
import { rulesOf } from '../model/lights.ts';
import { layoutMindmap } from '../layout/mindmap.ts';
import type { Scene } from '../layout/scene.ts';
import { themeWith } from '../layout/light-hues.ts';
import { LIGHT } from '../layout/theme.ts';
import { baselinesIn, chartOf, fitted, ganttScene, scaled, tailOf } from './chart.ts';
import type { ChartChoices } from './chart.ts';
import { partName } from './filter.ts';
import type { ExportInput, PictureView } from './format.ts';
import { toSvg } from './svg.ts';
import { titleOf } from './words.ts';

export type PictureOptions = ChartChoices;

type Drawn = Pick<ExportInput, 'plan' | 'today'>;

/** Px of the days: a month of a year gets 90, enough for its name and its weeks. */
const DAYS = 1_080;

/** A file anyone can open: light colours, title, legend and, for a demonstration, its mark. */
export function pictureSvg(input: Drawn, view: PictureView, options: PictureOptions): string {
  const { plan } = input;
  const { lang } = options;
  const names = rulesOf(plan)?.names;
  return toSvg(pictureScene(input, view, options), themeWith(LIGHT, rulesOf(plan)), {
    title: pictureTitle(plan, options),
    caption: view === 'gantt',
    legend: view === 'gantt',
    ...(view === 'gantt' && {
      kept: baselinesIn(plan, options).map((baseline) => baseline.name),
      critical: options.screen?.chart.critical === true,
    }),
    ...(names && { lights: names }),
    sample: plan.meta.sample,
    lang,
  });
}

/** The plan's title, which part of it, and what it is set beside. */
export function pictureTitle(plan: Plan, options: PictureOptions): string {
  const { lang } = options;
  const kept = baselinesIn(plan, options).map(({ name }) => name);
  const beside = kept.length > 0 && (lang === 'zh' ? `对照${kept.join('、')}` : `beside ${kept.join(', ')}`);
  return [titleOf(plan.meta), partName(plan, options), beside].filter(Boolean).join(' · ');
}

export function pictureScene({ plan, today }: Drawn, view: PictureView, options: PictureOptions): Scene {
  const clock = todayFor(plan, today);
  const { lang, section, screen } = options;
  if (view === 'mindmap') {
    const look = screen?.map ?? { arrangement: 'both', focus: section };
    return layoutMindmap(plan, { ...look, folded: new Set(screen?.folded), today: clock, lang, knobs: false });
  }
  const chart = chartOf(plan, clock, options);
  const { perDay } = chart;
  const tail = tailOf(plan, chart, lang);
  return ganttScene(plan, chart, {
    clock,
    today: clock,
    lang,
    side: chart.side(),
    // As it is on the screen, to the px.
    ...(screen && { density: 'normal' }),
    scale: perDay === undefined ? fitted(plan, clock, DAYS, tail) : scaled(plan, clock, perDay, tail),
  });
}
