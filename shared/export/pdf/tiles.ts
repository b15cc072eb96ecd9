// A chart or map over several sheets: whole rows and whole periods on each, its head and table repeated, which page of how many below.
import { pageFoot, paginate, stretches } from '../../layout/paper.ts';
import type { Page, Paper, PaperName } from '../../layout/paper.ts';
import { UNITS } from '../../layout/grid.ts';
import type { AnyRow } from '../../layout/lanes.ts';
import { periods } from '../../layout/period.ts';
import type { Scene } from '../../layout/scene.ts';
import type { Density } from '../../layout/theme.ts';
import { timescale } from '../../layout/timescale.ts';
import type { Timescale } from '../../layout/timescale.ts';
import type { Lang } from '../../layout/words.ts';
import { addDays } from '../../model/day.ts';
import type { Day, Plan } from '../../model/plan.ts';
import { fitted, ganttScene, tailOf } from '../chart.ts';
import type { Chart } from '../chart.ts';
import type { ExportOptions } from '../format.ts';
import { headed, inner } from './headed.ts';
import type { Head } from './headed.ts';

/** What is drawn, on what. */
export interface Setting {
  readonly plan: Plan;
  readonly clock: Day;
  readonly options: ExportOptions;
  readonly name: PaperName;
  readonly chart: Chart;
}

interface Tiling {
  readonly sheet: Paper;
  readonly head: Head;
  readonly density: Density;
  readonly scale: number;
  /** Px that all days need together. */
  readonly least: number;
}

/** Each stretch of days is a chart of its own: terms and bars that begin before it are named on it again. */
export function chartTiles(
  { plan, clock, options, chart }: Setting,
  { sheet, head, density, scale, least }: Tiling,
): readonly Page[] {
  const { lang } = options;
  const room = inner(sheet).w / scale;
  const side = chart.side(room / 2);
  const days = room - side.width - 1;
  const whole = fitted(plan, clock, Math.max(least, days), tailOf(plan, chart, lang));
  const columns = daysOn(whole, days).map((part) => {
    const drawn = ganttScene(plan, chart, { clock, today: clock, lang, side, density, scale: part });
    return paginate(
      { ...drawn, cuts: { ...drawn.cuts!, y: keptTogether(drawn.cuts!.y, chart.rows) } },
      low(sheet, head),
      scale,
    );
  });
  const count = columns.length * columns[0]!.length;
  return columns[0]!.flatMap((_, row) =>
    columns.map((pages, column) => {
      const number = row * columns.length + column + 1;
      return below({ ...pages[row]!, number, count, column, row }, sheet, head, lang);
    }),
  );
}

export function sceneTiles(scene: Scene, sheet: Paper, scale: number, head: Head, lang: Lang): readonly Page[] {
  return paginate(scene, low(sheet, head), scale).map((page) => below(page, sheet, head, lang));
}

function low(sheet: Paper, { height }: Head): Paper {
  return { ...sheet, height: sheet.height - height };
}

/** A page of a lower sheet, moved down below what stands at the head of each. */
function below(page: Page, sheet: Paper, head: Head, lang: Lang): Page {
  const parts = page.parts.map((part) => ({ ...part, at: { ...part.at, y: part.at.y + head.height } }));
  const foot = page.count > 1 ? [pageFoot(sheet, page.number, page.count, lang)] : [];
  return headed({ ...page, height: sheet.height, parts, foot }, sheet, head);
}

/** The days in stretches no wider than this, ending with a period of the upper band. */
function daysOn(scale: Timescale, room: number): readonly Timescale[] {
  if (scale.width <= room + 0.5) return [scale];
  const { zoom, perDay, from, to } = scale;
  const ends = (unit: 'upper' | 'lower') =>
    periods({ start: from, end: to }, UNITS[zoom][unit]).map(({ end }) => scale.x(end) + perDay);
  const [upper, lower] = [ends('upper'), ends('lower')];
  // Where a whole month or quarter is wider than a sheet, its weeks or months stay whole.
  const wide = upper.some((end, index) => end - (upper[index - 1] ?? 0) > room);
  return stretches(0, scale.width, room, wide ? lower : upper).map((part) =>
    timescale({
      zoom,
      perDay,
      from: addDays(from, Math.round(part.from / perDay)),
      to: addDays(from, Math.round(part.to / perDay) - 1),
    }),
  );
}

/** How many sheets so many rows at most on each make. */
export function sheetsOf(rows: readonly AnyRow[], most: number): number {
  let count = 0;
  for (let from = 0; from < rows.length; count++) {
    const limit = Math.min(from + most, rows.length);
    let to = limit;
    while (to < rows.length && to > from && depthOf(rows[to]) > depthOf(rows[to - 1])) to--;
    from = to > from ? to : limit;
  }
  return count;
}

function depthOf(row: AnyRow | undefined): number {
  return row?.is === 'node' ? row.depth : -1;
}

/** Where a sheet may end: not between a heading and what it heads. */
function keptTogether(cuts: readonly number[], rows: readonly AnyRow[]): readonly number[] {
  return cuts.filter((_, index) => index === rows.length - 1 || depthOf(rows[index + 1]) <= depthOf(rows[index]));
}
