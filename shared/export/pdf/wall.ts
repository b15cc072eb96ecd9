// Chart and map on paper: the whole on one sheet when its type stays readable, else on as many as it takes, header and table on each.
import { caption } from '../../layout/caption.ts';
import { paginate, paper, scaleFor, typeOn, wholeOn } from '../../layout/paper.ts';
import type { Page, Paper, PaperName } from '../../layout/paper.ts';
import type { Row } from '../../layout/rows.ts';
import type { Box, Scene, Shape } from '../../layout/scene.ts';
import { sideOf } from '../../layout/side.ts';
import { DENSITY } from '../../layout/theme.ts';
import type { Density } from '../../layout/theme.ts';
import type { Id, Plan } from '../../model/plan.ts';
import { todayFor } from '../../model/schedule.ts';
import { rulesOf } from '../../model/lights.ts';
import type { ExportInput, ExportOptions, Fit } from '../format.ts';
import type { Notice } from '../notices.ts';
import { rowsIn } from '../filter.ts';
import { TAIL, baselinesIn, ganttScene, headOver, pictureScene, pictureTitle } from '../picture.ts';

/** B18: no type on paper is smaller. */
export const LEAST_PT = 7;
/** On several sheets there is room for what reads well. */
const TILE_PT = 7.5;
const PT = 0.75;
const SIDE = 520;
const LEAST_DAYS = 560;
const MARGIN_MM = 8;

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
  const { lang, school } = options;
  const baselines = baselinesIn(plan, options);
  const clock = todayFor(plan, today);
  const sheet = paper(name, true, MARGIN_MM);
  const draw = (shown: readonly Row[], density: Density, days: number): Scene =>
    ganttScene(plan, shown, {
      clock,
      today: clock,
      lang,
      side: sideOf(SIDE),
      days,
      density,
      tail: TAIL,
      baselines,
      school,
    });
  const every = rowsIn(plan, options);
  const head = headOf(plan, options, true);
  const one = (shown: readonly Row[], density: Density): Page => {
    const m = DENSITY[density];
    // The days take what the sheet's shape leaves, so that the whole of it is used.
    const height = headOver(plan, clock, density, options) + shown.length * m.row;
    const scale = (inner(sheet).h - head.height) / height;
    const days = Math.max(LEAST_DAYS, Math.min(4_000, inner(sheet).w / scale - SIDE));
    return onePage(draw(shown, density, days), sheet, head);
  };
  if (fit !== 'tiles') {
    for (const density of ['dense', 'print'] as const) {
      const page = one(every, density);
      if (typeOn(page) >= LEAST_PT) return { pages: [page], notices: [] };
    }
  }
  if (fit === 'page') {
    const folded = rowsIn(plan, options, items(plan));
    const pages = (['dense', 'print'] as const).map((density) => one(folded, density));
    const page = pages.find((each) => typeOn(each) >= LEAST_PT);
    return page
      ? { pages: [page], notices: [{ code: 'folded' }] }
      : { pages: pages.slice(1), notices: [small(pages[1]!)] };
  }
  const tiled = (pt: number): readonly Page[] => {
    const scale = pt / (DENSITY.dense.text * PT);
    const days = Math.max(LEAST_DAYS, inner(sheet).w / scale - SIDE - 1);
    return tiles(draw(every, 'dense', days), sheet, scale, head);
  };
  const [easy, tight] = [tiled(TILE_PT), tiled(LEAST_PT)];
  // A last sheet of three rows is worth a smaller type.
  return { pages: tight.length < easy.length ? tight : easy, notices: [] };
}

export function mapSheets(input: ExportInput, name: PaperName, fit: Fit | undefined, options: ExportOptions): Sheets {
  const scene = pictureScene(input, 'mindmap', options);
  const head = headOf(input.plan, options, false);
  const sheet = paper(name, scene.width >= scene.height, MARGIN_MM);
  const page = onePage(scene, sheet, head);
  if (fit !== 'tiles' && typeOn(page) >= LEAST_PT) return { pages: [page], notices: [] };
  if (fit === 'page') return { pages: [page], notices: [small(page)] };
  return { pages: tiles(scene, sheet, scaleFor(scene, TILE_PT), head), notices: [] };
}

function items(plan: Plan): ReadonlySet<Id> {
  return new Set([...plan.nodes.values()].filter(({ kind }) => kind === 'item').map(({ id }) => id));
}

function small(page: Page): Notice {
  return { code: 'small', detail: typeOn(page).toFixed(1) };
}

function inner({ width, height, margin }: Paper): Box {
  return { x: margin, y: margin, w: width - 2 * margin, h: height - 2 * margin };
}

interface Head {
  readonly shapes: (width: number) => readonly Shape[];
  readonly height: number;
}

/** Title and legend at their own size, whatever the scale of what is below. */
function headOf(plan: Plan, options: ExportOptions, legend: boolean): Head {
  const { lang } = options;
  const names = rulesOf(plan)?.names;
  const words = {
    title: pictureTitle(plan, options),
    sample: plan.meta.sample,
    legend,
    lang,
    ...(names && { lights: names }),
  };
  return { shapes: (width) => caption(words, width).shapes, height: caption(words, 1_000).height - 6 };
}

const onePage = (scene: Scene, sheet: Paper, head: Head): Page =>
  headed(wholeOn(scene, sheet, head.height), sheet, head);

/** Pages of a lower sheet, moved down below what stands at the head of each. */
function tiles(scene: Scene, sheet: Paper, scale: number, head: Head): readonly Page[] {
  const low = { ...sheet, height: sheet.height - head.height };
  return paginate(scene, low, scale).map((page) => {
    const parts = page.parts.map((part) => ({ ...part, at: { ...part.at, y: part.at.y + head.height } }));
    const foot = page.foot.map((shape) => (shape.kind === 'text' ? { ...shape, y: shape.y + head.height } : shape));
    return headed({ ...page, height: sheet.height, parts, foot }, sheet, head);
  });
}

function headed(page: Page, sheet: Paper, head: Head): Page {
  const room = inner(sheet);
  const box = { x: 0, y: 0, w: room.w, h: head.height };
  const shapes = head.shapes(room.w);
  const layers = [{ name: 'head' as const, groups: [{ key: 'caption', bounds: box, shapes }] }];
  return { ...page, parts: [{ from: box, at: { ...box, x: sheet.margin, y: sheet.margin }, layers }, ...page.parts] };
}
