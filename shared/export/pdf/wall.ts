// Chart and map on paper: the whole on one sheet when its type stays readable, else on as few as it takes, header and table on each.
import { holdsStrips } from '../../layout/baselines.ts';
import { paper, scaleFor, typeOn, wholeOn } from '../../layout/paper.ts';
import type { Page, Paper, PaperName } from '../../layout/paper.ts';
import type { Scene } from '../../layout/scene.ts';
import { DENSITY } from '../../layout/theme.ts';
import type { Density } from '../../layout/theme.ts';
import { leastPerDay, zoomFor } from '../../layout/timescale.ts';
import { diffDays } from '../../model/day.ts';
import type { Id, Plan } from '../../model/plan.ts';
import { daysOf, todayFor } from '../../model/schedule.ts';
import { chartOf, fitted, ganttScene, headOver, tailOf } from '../chart.ts';
import type { ExportInput, ExportOptions, Fit } from '../format.ts';
import type { Notice } from '../notices.ts';
import { pictureScene } from '../picture.ts';
import { headOf, headed, inner } from './headed.ts';
import type { Head } from './headed.ts';
import { chartTiles, sceneTiles, sheetsOf } from './tiles.ts';
import type { Setting } from './tiles.ts';

/** B18: no type on paper is smaller. */
export const LEAST_PT = 7;
/** Type to try on several sheets: as large as costs no sheet more. */
const TILE_PTS: Readonly<Record<PaperName, readonly number[]>> = {
  A4: [9, 8.5, 8, 7.5, LEAST_PT],
  A3: [10, 9, 8.5, 8, 7.5, LEAST_PT],
  A0: [13, 12, 10, 9, 8, LEAST_PT],
};
const MAP_PT = 7.5;
/** Type for which rows need be no lower; what hangs on a wall is read from farther away. */
const GOOD_PT: Readonly<Record<PaperName, number>> = { A4: 8, A3: 8.5, A0: 12 };
/** Days are no narrower than this together, and no wider. */
const LEAST_DAYS = 560;
const MOST_DAYS = 4_000;
/** Millimetres; the whole on one sheet goes nearer to its edge where it must. */
const MARGIN = 8;
const NARROW = { margin: 6, head: 0.8 };

export interface Sheets {
  readonly pages: readonly Page[];
  readonly notices: readonly Notice[];
}

export function chartSheets(
  { plan, today }: ExportInput,
  name: PaperName,
  fit: Fit | undefined,
  options: ExportOptions,
): Sheets {
  const clock = todayFor(plan, today);
  const setting: Setting = { plan, clock, options, name, chart: chartOf(plan, clock, options) };
  const band = bandOf(setting);
  if (fit !== 'tiles') {
    const page = firstReadable(setting, band);
    if (page) return { pages: [page], notices: [] };
  }
  if (fit === 'page') {
    // Sooner a coarser band of days than less of the plan; and of what a screen shows, nothing less.
    const coarse = band > 0 ? firstReadable(setting, 0) : undefined;
    const folded = options.screen ? undefined : { ...setting, chart: chartOf(plan, clock, options, items(plan)) };
    const page = coarse ?? (folded && firstReadable(folded, 0));
    if (page) return { pages: [page], notices: coarse ? [] : [{ code: 'folded' }] };
    const smallest = onePage(folded ?? setting, 'tight', 0);
    return { pages: [smallest], notices: [small(smallest)] };
  }
  const { density, pt } = fewest(setting, band);
  const sheet = paper(name, true, MARGIN);
  const head = headOf(plan, options, true, name, inner(sheet).w);
  return { pages: chartTiles(setting, { sheet, head, density, scale: scaleOf(pt), least: band }), notices: [] };
}

export function mapSheets(input: ExportInput, name: PaperName, fit: Fit | undefined, options: ExportOptions): Sheets {
  const scene = pictureScene(input, 'mindmap', options);
  const sheet = paper(name, scene.width >= scene.height, MARGIN);
  const head = headOf(input.plan, options, false, name, inner(sheet).w);
  const page = whole(scene, sheet, head);
  if (fit !== 'tiles' && typeOn(page) >= LEAST_PT) return { pages: [page], notices: [] };
  if (fit === 'page') return { pages: [page], notices: [small(page)] };
  return { pages: sceneTiles(scene, sheet, scaleFor(scene, MAP_PT), head, options.lang), notices: [] };
}

const ONE_PAGE = ['dense', 'snug', 'print', 'tight'] as const;
const TILES = ['dense', 'snug', 'print'] as const;

/** Rows that hold the strips of the baselines that are shown without striking words. */
function roomy<D extends Density>(densities: readonly D[], { chart }: Setting): readonly D[] {
  return densities.filter((density) => holdsStrips(DENSITY[density], chart.baselines.length));
}

/** Px the days need together so that the band over them stays the one on the screen. */
function bandOf({ plan, clock, options, chart }: Setting): number {
  const { perDay } = chart;
  if (perDay === undefined) return 0;
  const { start, end } = daysOf(plan, clock);
  const least = leastPerDay(zoomFor(perDay));
  return least > 0 ? least * (diffDays(start, end) + 2 + Math.ceil(tailOf(plan, chart, options.lang) / least)) : 0;
}

function firstReadable(setting: Setting, band: number): Page | undefined {
  let readable: Page | undefined;
  for (const density of roomy(ONE_PAGE, setting)) {
    if (readable && density === 'tight') break;
    const page = onePage(setting, density, band);
    const pt = typeOn(page);
    if (pt >= GOOD_PT[setting.name]) return page;
    if (pt >= LEAST_PT) readable = page;
  }
  return readable;
}

function onePage({ plan, clock, options, name, chart }: Setting, density: Density, band: number): Page {
  const narrow = density === 'tight' ? NARROW : { margin: MARGIN, head: 1 };
  const sheet = paper(name, true, narrow.margin);
  const room = inner(sheet);
  const head = headOf(plan, options, true, name, room.w, narrow.head);
  const side = chart.side();
  // The days take what the sheet's shape leaves, so that the whole of it is used.
  const height = headOver(plan, clock, density, chart) + chart.rows.length * DENSITY[density].row;
  const scale = Math.min((room.h - head.height) / height, MOST_SCALE[name]);
  const days = Math.max(LEAST_DAYS, band, Math.min(MOST_DAYS, room.w / scale - side.width));
  const scene = ganttScene(plan, chart, {
    clock,
    today: clock,
    lang: options.lang,
    side,
    density,
    scale: fitted(plan, clock, days, tailOf(plan, chart, options.lang)),
  });
  return whole(scene, sheet, head);
}

/** A few rows do not become a poster on a sheet for the desk. */
const MOST_SCALE: Readonly<Record<PaperName, number>> = { A4: 1.15, A3: 1.3, A0: 3 };

function whole(scene: Scene, sheet: Paper, head: Head): Page {
  return headed(wholeOn(scene, sheet, head.height), sheet, head);
}

const scaleOf = (pt: number): number => pt / (DENSITY.dense.text * 0.75);

/** The fewest sheets; of as many, what reads best: large type, and air between the rows. */
function fewest(setting: Setting, band: number): { density: Density; pt: number } {
  const { plan, clock, options, name, chart } = setting;
  const sheet = paper(name, true, MARGIN);
  const room = inner(sheet);
  const high = room.h - headOf(plan, options, true, name, room.w).height;
  const ways = roomy(TILES, setting).flatMap((density) =>
    TILE_PTS[name].map((pt) => {
      const { row } = DENSITY[density];
      const scale = scaleOf(pt);
      const rows = Math.floor((high / scale - headOver(plan, clock, density, chart)) / row);
      const wide = Math.max(1, room.w / scale - chart.side(room.w / scale / 2).width);
      const across = Math.ceil(Math.max(band, LEAST_DAYS) / wide - 0.01);
      const count = sheetsOf(chart.rows, Math.max(1, rows)) * across;
      return { density, pt, count, reads: pt * Math.sqrt(row) };
    }),
  );
  return ways.reduce((best, way) =>
    way.count < best.count || (way.count === best.count && way.reads > best.reads) ? way : best,
  );
}

function items(plan: Plan): ReadonlySet<Id> {
  return new Set([...plan.nodes.values()].filter(({ kind }) => kind === 'item').map(({ id }) => id));
}

function small(page: Page): Notice {
  return { code: 'small', detail: typeOn(page).toFixed(1) };
}
