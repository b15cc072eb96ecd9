// Rows + timescale → the Gantt as a scene. Its parts are in ground.ts, figures.ts and table.ts; a group whose inputs are unchanged is the same object as last time.
import type { Plan } from '../model/plan.ts';
import { spans } from '../model/schedule.ts';
import { lights } from '../model/lights.ts';
import { drawBaselines, withStrips } from './baselines.ts';
import { clearRuns } from './clear.ts';
import type { Run } from './clear.ts';
import { drawCritical } from './critical.ts';
import { drawFigures, drawLinks } from './figures.ts';
import { UNITS, bands } from './grid.ts';
import { drawBackdrop, drawHead } from './ground.ts';
import { createKeeper } from './keep.ts';
import type { Keeper } from './keep.ts';
import { periods } from './period.ts';
import type { Scene } from './scene.ts';
import type { GanttView, Sheet } from './sheet.ts';
import { headHeight } from './school.ts';
import { drawTable } from './table.ts';
import { DENSITY } from './theme.ts';
import { drawMarkers } from './markers.ts';
import { drawUnknownNote } from './unknown.ts';
import { drawTodayLine, todayX } from './today.ts';

/** A layout that remembers its last scene and reuses every group whose inputs are unchanged. */
export function createGanttLayout(): (plan: Plan, view: GanttView) => Scene {
  const keeper = createKeeper();
  return (plan, view) => layOut(plan, view, keeper);
}

export function layoutGantt(plan: Plan, view: GanttView): Scene {
  return layOut(plan, view, createKeeper());
}

function layOut(plan: Plan, view: GanttView, keeper: Keeper): Scene {
  const { rows, scale, side, density } = view;
  const m = withStrips(DENSITY[density], view.baselines?.length ?? 0);
  const top = headHeight(m, (view.school?.length ?? 0) > 0);
  const bottom = top + rows.length * m.row;
  const width = side.width + scale.width;
  const window = view.window ?? { top: 0, bottom, left: 0, right: width };
  const shown = spans(plan);
  const sheet: Sheet = {
    plan,
    view,
    m,
    keep: keeper.group,
    shown,
    shine: lights(plan, shown, view.today),
    stage: { left: side.width, top, bottom, scale, measures: m, lang: view.lang },
    daysOff: daysOff(view, keeper),
    frame: [density, m.bar, top, view.lang, side.width, scale.from, scale.to, scale.zoom, scale.perDay].join(' '),
    first: Math.max(0, Math.floor((window.top - top) / m.row)),
    last: Math.min(rows.length - 1, Math.floor((window.bottom - top) / m.row)),
    window,
  };
  const bars = drawFigures(sheet);
  const beside = drawBaselines(sheet, bars);
  const todayAt = todayX(sheet.stage, view.today);
  const over =
    todayAt === undefined ? [] : [todayLine(sheet, todayAt, clearRuns(todayAt, top, bottom, [...bars, ...beside]))];
  const table = side.width > 0 ? drawTable(sheet) : { side: [], corner: [] };
  return keeper.finish({
    width,
    height: bottom,
    layers: [
      { name: 'backdrop', groups: drawBackdrop(sheet) },
      { name: 'links', groups: drawLinks(sheet, bars) },
      { name: 'body', groups: bars },
      {
        name: 'over',
        groups: [...over, ...drawMarkers(sheet, [...bars, ...beside]), ...beside, ...drawCritical(sheet)],
      },
      { name: 'side', groups: table.side },
      { name: 'head', groups: drawHead(sheet, todayAt) },
      { name: 'corner', groups: side.width > 0 ? [...table.corner, ...drawUnknownNote(sheet)] : [] },
    ],
    marked: plan.meta.sample && side.width > 0,
    frozen: { left: side.width, top },
    // What is looked at through a window is not cut into pages.
    ...(!view.window && { cuts: cutsOf(view, top) }),
  });
}

/** Between two rows, and where a month or a year ends. */
function cutsOf({ rows, scale, side, density }: GanttView, top: number): NonNullable<Scene['cuts']> {
  const { row } = DENSITY[density];
  const ends = periods({ start: scale.from, end: scale.to }, UNITS[scale.zoom].upper);
  return {
    x: ends.map(({ end }) => side.width + Math.min(scale.width, scale.x(end) + scale.perDay)),
    y: rows.map((_, index) => top + (index + 1) * row),
  };
}

function todayLine({ stage, view, frame, keep }: Sheet, x: number, runs: readonly Run[]) {
  const broken = runs.map(({ from, to }) => `${from} ${to}`).join();
  return keep('over', 'today', [frame, stage.bottom, view.today, broken], () => drawTodayLine(stage, x, runs));
}

/** All runs of days off on the scale: wherever the window begins, a run is the same run. */
function daysOff({ calendar, scale, lang }: GanttView, keeper: Keeper): Sheet['daysOff'] {
  const { from, to, perDay } = scale;
  return keeper.value('days off', [calendar, from, to, perDay, lang], () =>
    bands(calendar, { start: from, end: to }, perDay, lang),
  );
}
