// Rows + timescale → the Gantt as a scene: which figure stands for each row, and what of it can be kept from last time. Each figure's form is in bars.ts, links.ts, side.ts and grid.ts.
import type { Calendar } from '../model/calendar.ts';
import { dayKind } from '../model/calendar.ts';
import { maxDay, minDay } from '../model/day.ts';
import type { Day, Id, Node, Plan, Span } from '../model/plan.ts';
import { earliest, horizonOf, isBroken, lights, progressOf, spans } from '../model/schedule.ts';
import { drawBar, drawMilestone, drawSummary } from './bars.ts';
import type { Figure } from './bars.ts';
import {
  UNITS,
  bands,
  drawBand,
  drawGrid,
  drawHeadBack,
  drawMakeup,
  drawShade,
  drawStrip,
  drawTick,
  drawTodayFlag,
  drawTodayLine,
  todayX,
} from './grid.ts';
import type { Stage } from './grid.ts';
import { createKeeper } from './keep.ts';
import type { Keeper } from './keep.ts';
import { dayLabel, leadLabel, leadNames, shortTitle, spanLabel } from './label.ts';
import { drawLink } from './links.ts';
import { periods } from './period.ts';
import type { Row } from './rows.ts';
import type { Box, Group, Scene } from './scene.ts';
import { overlap } from './scene.ts';
import { drawCells, drawCorner, drawKnob, drawSideBack, drawSideEdge } from './side.ts';
import type { Side } from './side.ts';
import { DENSITY, hueOf } from './theme.ts';
import type { Density, Measures } from './theme.ts';
import { visiblePart } from './timescale.ts';
import type { Timescale } from './timescale.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

export interface GanttView {
  readonly rows: readonly Row[];
  readonly scale: Timescale;
  readonly today: Day;
  readonly calendar: Calendar;
  readonly density: Density;
  /** The frozen table; a width of 0 leaves it out. */
  readonly side: Side;
  /** What is in sight, in scene coordinates; without it everything is laid out. */
  readonly window?: Edges | undefined;
  readonly lang: Lang;
  /** Off on paper, where nothing unfolds. */
  readonly knobs?: boolean | undefined;
}

export interface Edges {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A layout that remembers its last scene and reuses every group whose inputs are unchanged. */
export function createGanttLayout(): (plan: Plan, view: GanttView) => Scene {
  const keeper = createKeeper();
  return (plan, view) => layOut(plan, view, keeper);
}

export function layoutGantt(plan: Plan, view: GanttView): Scene {
  return layOut(plan, view, createKeeper());
}

/** The days worth showing: the plan's horizon and every span that reaches beyond it. */
export function daysOf(plan: Plan, clock: Day): Span {
  let { start, end } = horizonOf(plan, clock);
  for (const span of spans(plan).values()) {
    start = minDay(start, span.start);
    end = maxDay(end, span.end);
  }
  return { start, end };
}

interface Sheet {
  readonly plan: Plan;
  readonly view: GanttView;
  readonly stage: Stage;
  readonly m: Measures;
  readonly keep: Keeper['group'];
  readonly shown: ReadonlyMap<Id, Span>;
  /** Part of every group's inputs: whatever moves or restyles all of them. */
  readonly frame: string;
  readonly first: number;
  readonly last: number;
  readonly window: Edges;
}

function layOut(plan: Plan, view: GanttView, keeper: Keeper): Scene {
  const { rows, scale, side, density } = view;
  const m = DENSITY[density];
  const top = 2 * m.band;
  const bottom = top + rows.length * m.row;
  const width = side.width + scale.width;
  const window = view.window ?? { top: 0, bottom, left: 0, right: width };
  const sheet: Sheet = {
    plan,
    view,
    m,
    keep: keeper.group,
    shown: spans(plan),
    stage: { left: side.width, top, bottom, scale, measures: m, lang: view.lang },
    frame: [density, view.lang, side.width, scale.from, scale.to, scale.zoom, scale.perDay].join(' '),
    first: Math.max(0, Math.floor((window.top - top) / m.row)),
    last: Math.min(rows.length - 1, Math.floor((window.bottom - top) / m.row)),
    window,
  };
  const bars = drawFigures(sheet);
  const todayAt = todayX(sheet.stage, view.today);
  const over =
    todayAt === undefined
      ? []
      : [sheet.keep('over', 'today', [sheet.frame, bottom, view.today], () => drawTodayLine(sheet.stage, todayAt))];
  const table = side.width > 0 ? drawTable(sheet) : { side: [], corner: [] };
  return keeper.finish({
    width,
    height: bottom,
    layers: [
      { name: 'backdrop', groups: drawBackdrop(sheet) },
      { name: 'links', groups: drawLinks(sheet) },
      { name: 'body', groups: bars },
      { name: 'over', groups: over },
      { name: 'side', groups: table.side },
      { name: 'head', groups: drawHead(sheet, todayAt) },
      { name: 'corner', groups: table.corner },
    ],
    marked: plan.meta.sample && side.width > 0,
    frozen: { left: side.width, top },
    cuts: {
      x: periods({ start: scale.from, end: scale.to }, UNITS[scale.zoom].upper).map(
        ({ end }) => side.width + Math.min(scale.width, scale.x(end) + scale.perDay),
      ),
      y: rows.map((_, index) => top + (index + 1) * m.row),
    },
  });
}

/** The days in sight. */
function seenDays({ view, stage, window }: Sheet): Span {
  const { scale } = view;
  return {
    start: maxDay(scale.from, scale.dayAt(Math.max(0, window.left - stage.left))),
    end: minDay(scale.to, scale.dayAt(Math.max(0, window.right - stage.left))),
  };
}

function drawBackdrop(sheet: Sheet): Group[] {
  const { view, stage, m, keep, frame } = sheet;
  const { scale } = view;
  const seen = seenDays(sheet);
  const paper: Box = { x: 0, y: 0, w: stage.left + scale.width, h: stage.bottom };
  const groups = [
    keep('backdrop', 'paper', [frame, stage.bottom], () => ({
      key: 'paper',
      bounds: paper,
      shapes: [{ kind: 'rect', ...paper, fill: 'paper' }],
    })),
  ];
  eachRow(sheet, (row, y) => {
    if (row.depth === 0 && row.kind === 'section')
      groups.push(
        keep('backdrop', `shade ${row.id}`, [frame, y], () => drawShade(row.id, stage.left, scale.width, y, m.row)),
      );
  });
  // Whole months on either side, so that a run of days off is the same run wherever the window begins.
  const around = periods(seen, 'month');
  const months = visiblePart(scale, { start: around[0]!.start, end: around.at(-1)!.end })!;
  for (const band of bands(view.calendar, months, scale.perDay, view.lang)) {
    const { span, kind, name } = band;
    const inputs = [frame, stage.bottom, span.start, span.end, kind, name];
    groups.push(keep('backdrop', `band ${span.start}`, inputs, () => drawBand(stage, band)));
  }
  groups.push(keep('backdrop', 'grid', [frame, stage.bottom, seen.start, seen.end], () => drawGrid(stage, seen)));
  eachRow(sheet, (row, y) => {
    groups.push(keep('backdrop', row.id, [frame, y], () => drawStrip(row.id, stage.left, scale.width, y, m.row)));
  });
  return groups;
}

function drawHead(sheet: Sheet, todayAt: number | undefined): Group[] {
  const { view, stage, keep, frame, window } = sheet;
  const { scale, calendar } = view;
  const seen = seenDays(sheet);
  const from = view.window ? window.left + stage.left : stage.left;
  const groups = [keep('head', 'back', [frame], () => drawHeadBack(stage))];
  const flag =
    todayAt === undefined
      ? undefined
      : keep('head', 'today', [frame, view.today], () => drawTodayFlag(stage, todayAt, view.today));
  for (const band of ['upper', 'lower'] as const) {
    const unit = UNITS[scale.zoom][band];
    for (const period of periods(seen, unit)) {
      const makeup = unit === 'day' && dayKind(period.start, calendar).kind === 'makeup';
      const x = stage.left + scale.x(period.start);
      const right = stage.left + scale.x(period.end) + scale.perDay;
      const { x: at = 0, w = 0 } = flag?.bounds ?? {};
      const near = band === 'lower' && at < right && x < at + w ? flag?.bounds : undefined;
      const look = { from: band === 'upper' && from > x ? from : x, makeup, flag: near };
      const inputs = [frame, makeup, look.from, near];
      groups.push(keep('head', `${band} ${period.start}`, inputs, () => drawTick(stage, period, band, look)));
    }
  }
  if (scale.zoom !== 'day')
    for (const { kind, span } of bands(calendar, seen, scale.perDay, view.lang)) {
      const made = kind === 'makeup' ? drawMakeup(stage, span.start) : undefined;
      if (made) groups.push(keep('head', made.key, [frame], () => made));
    }
  if (flag) groups.push(flag);
  return groups;
}

function drawFigures(sheet: Sheet): Group[] {
  const { plan, view, m, keep, frame, shown } = sheet;
  const shine = lights(plan, shown, view.today);
  const leaving = new Set<Id>();
  for (const link of plan.links.values()) if (link.type === 'FS' || link.type === 'FF') leaving.add(link.from);
  const groups: Group[] = [];
  eachRow(sheet, (row, y) => {
    const node = plan.nodes.get(row.id)!;
    const form = formOf(node, row, shown.get(row.id));
    const place = placeOf(sheet, row);
    if (!form || !place) return;
    const progress = progressOf(plan, row.id);
    const light = shine.get(row.id) ?? 'todo';
    const linked = leaving.has(row.id);
    const hue = hueOf(row.section);
    // A bracket shows only what rolls up, not its node's own words, so a rename leaves it alone.
    const inputs =
      form === 'summary'
        ? [frame, form, y, place.x, place.w, progress, hue, row.depth, linked, row.folded && light]
        : [frame, form, y, node, light, hue, linked, plan.meta.year];
    groups.push(
      keep('body', row.id, inputs, () => {
        const figure: Figure = {
          ...place,
          id: row.id,
          y,
          hue,
          light,
          progress,
          linked,
          left: sheet.stage.left,
          right: sheet.stage.left + view.scale.width,
          label: form === 'summary' ? (progress === undefined ? '' : `${progress}%`) : shortTitle(node, view.lang),
          date: form === 'milestone' ? dayLabel(shown.get(row.id)!.end, plan.meta.year) : '',
        };
        if (form === 'summary') return drawSummary(figure, m, row.depth === 0, row.folded);
        return form === 'milestone' ? drawMilestone(figure, m) : drawBar(figure, m);
      }),
    );
  });
  return groups;
}

/** A section or item over others is a bracket; what only rolls up is one too; the rest have their own bar. */
function formOf(node: Node, row: Row, span: Span | undefined): 'bar' | 'summary' | 'milestone' | undefined {
  if (!span) return undefined;
  if (node.kind === 'milestone') return 'milestone';
  if (row.branch && (node.kind === 'section' || node.kind === 'item' || !node.span)) return 'summary';
  return 'bar';
}

function placeOf({ shown, view, stage }: Sheet, row: Row) {
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

function drawLinks(sheet: Sheet): Group[] {
  const { plan, view, keep, frame, shown, window, m } = sheet;
  if (plan.links.size === 0) return [];
  const { left } = sheet.stage;
  const right = left + view.scale.width;
  const at = new Map(view.rows.map((row, index) => [row.id, index]));
  const groups: Group[] = [];
  for (const [key, link] of plan.links) {
    const from = endOf(sheet, at.get(link.from));
    const to = endOf(sheet, at.get(link.to));
    if (!from || !to) continue;
    const reach = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) };
    const box: Box = {
      ...reach,
      w: Math.max(from.x + from.w, to.x + to.w) - reach.x,
      h: Math.max(from.y, to.y) + m.row - reach.y,
    };
    if (!overlap(box, { x: window.left, y: window.top, w: window.right - window.left, h: window.bottom - window.top }))
      continue;
    const broken = isBroken(link, shown)
      ? WORDS[view.lang].brokenLink(dayLabel(earliest(link, shown)!, plan.meta.year))
      : undefined;
    const inputs = [frame, link.type, broken, from.x, from.y, from.w, to.x, to.y, to.w];
    groups.push(keep('links', key, inputs, () => drawLink(key, link, { from, to, row: m.row, left, right }, broken)));
  }
  return groups;
}

/** The body of a row's figure, whether or not the row is in sight. */
function endOf(sheet: Sheet, index: number | undefined): Box | undefined {
  if (index === undefined) return undefined;
  const { m, stage, plan } = sheet;
  const row = sheet.view.rows[index]!;
  const y = stage.top + index * m.row;
  const place = placeOf(sheet, row);
  if (!place) return undefined;
  const h = plan.nodes.get(row.id)!.kind === 'milestone' ? m.diamond : m.bar;
  const middle = place.x + place.w / 2;
  if (plan.nodes.get(row.id)!.kind === 'milestone')
    return { x: middle - m.diamond / 2, y: y + (m.row - h) / 2, w: m.diamond, h };
  return { x: place.x, y: y + (m.row - h) / 2, w: Math.max(4, place.w), h };
}

function drawTable(sheet: Sheet): { side: Group[]; corner: Group[] } {
  const { plan, view, stage, m, keep, frame, shown } = sheet;
  const { side, lang } = view;
  const columns = side.columns.map(({ name, width }) => `${name}${width}`).join(' ');
  const words = WORDS[lang];
  const room = (side.columns.find(({ name }) => name === 'lead')?.width ?? 0) - m.pad;
  const groups = [keep('side', 'back', [frame, stage.bottom], () => drawSideBack(side, stage.top, stage.bottom))];
  eachRow(sheet, (row, y) => {
    const node = plan.nodes.get(row.id)!;
    // Open branches show what stands below them, so a roll-up of it would only repeat it.
    const names = row.branch && !row.folded && node.lead.size === 0 ? [] : leadNames(plan, row.id);
    const lead = leadLabel(names, lang, m.small, room);
    const span = shown.get(row.id);
    const dates = span ? spanLabel(span, lang, plan.meta.year) : words.undated;
    const hue = hueOf(row.section);
    const title = shortTitle(node, lang);
    const inputs = [frame, columns, y, node, lead, dates, hue, row.depth, row.mark];
    groups.push(
      keep('side', row.id, inputs, () => drawCells({ row, y, hue, title, lead, span: dates, undated: !span }, side, m)),
    );
    if (row.branch && view.knobs !== false && side.columns.some(({ name }) => name === 'title'))
      groups.push(
        keep('side', `fold ${row.id}`, [frame, columns, y, row.depth, row.folded], () => drawKnob(row, y, side, m)),
      );
  });
  groups.push(keep('side', 'edge', [frame, stage.bottom], () => drawSideEdge(side, stage.top, stage.bottom)));
  const sample = plan.meta.sample;
  return {
    side: groups,
    corner: [keep('corner', 'corner', [frame, columns, sample], () => drawCorner(side, m, lang, sample))],
  };
}

function eachRow({ view, stage, m, first, last }: Sheet, visit: (row: Row, y: number) => void): void {
  for (let index = first; index <= last; index++) visit(view.rows[index]!, stage.top + index * m.row);
}
