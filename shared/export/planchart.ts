// The chart an official document appends: the plan alone, without progress, lights or today, in sheets of whole rows. The same bars as on screen.
import type { Day, Id, Node, Plan, Span } from '../model/plan.ts';
import { spans } from '../model/schedule.ts';
import { clearance } from '../layout/bars.ts';
import type { Figure } from '../layout/bars.ts';
import { num } from '../layout/glyph.ts';
import { tiedAt } from '../layout/link-index.ts';
import { spanLabel } from '../layout/label.ts';
import type { AnyRow } from '../layout/lanes.ts';
import type { Row } from '../layout/rows.ts';
import type { Box, Group, Scene, Shape } from '../layout/scene.ts';
import type { Side } from '../layout/side.ts';
import { baseline, measure } from '../layout/text.ts';
import { DENSITY, HUES, PRINT, hueOf } from '../layout/theme.ts';
import type { Theme } from '../layout/theme.ts';
import { WORDS } from '../layout/words.ts';
import { TURNED } from './gongwen.ts';
import { baselinesIn, chartOf, fitted, ganttScene, headOver } from './chart.ts';
import type { ChartChoices } from './chart.ts';

export interface SheetSize {
  /** Px of the scene. */
  readonly width: number;
  /** The first sheet carries a heading and is lower than the others. */
  readonly first: number;
  readonly other: number;
}

const PX = 96 / 1440;
const WIDTH = Math.floor(TURNED.block.width * PX);
const HEIGHT = TURNED.block.height * PX;
/** 13 px of the scene come out as 7.5 pt, and 12 months beside the table fill the sheet. */
const SCALE = 7.5 / (13 * 0.75);
/** Below the heading of the attachment and its one line of explanation; elsewhere room for the paragraph's own foot. `px` wide on paper. */
export const SHEET = {
  px: WIDTH,
  scale: SCALE,
  width: WIDTH / SCALE,
  first: (HEIGHT - 170) / SCALE,
  other: (HEIGHT - 12) / SCALE,
} as const;

type PlanChoices = Omit<ChartChoices, 'lang'>;

/** What the chart's signs mean; of baselines, which is which. */
export function planLegend(plan: Plan, options: PlanChoices): string {
  const [first, second] = baselinesIn(plan, options).map(({ name }) => name);
  const kept =
    first === undefined
      ? ''
      : `条下细线为原定（${first}${second === undefined ? '' : `，虚线为${second}`}），其旁为推迟或提前的天数；`;
  return `说明：横条为计划起止时间，▲为节点；${kept}注明“待定”的尚未确定时间。`;
}

/** 序号, 任务, 牵头: what a reader of paper looks for; dates stand at the bars. */
const SIDE: Side = {
  width: 470,
  columns: [
    { name: 'mark', width: 58 },
    { name: 'title', width: 302 },
    { name: 'lead', width: 110 },
  ],
};

const M = DENSITY.dense;

/** Grey bars: without progress to set off they may be filled whole. */
export const PLAN_PRINT: Theme = {
  ...PRINT,
  ...Object.fromEntries(HUES.map((_, index) => [`hue${hueOf(index)}-tint`, '#d2d2d2'])),
};

export function planSheets(plan: Plan, clock: Day, size: SheetSize, options: PlanChoices = {}): readonly Scene[] {
  const bare = planOnly(plan);
  // What is asked for is asked of the plan as it is: the chart alone says nothing of lights.
  const chosen = chartOf(plan, clock, { ...options, lang: 'zh' });
  const shown = spans(bare);
  return cutRows(chosen.rows, size, headOver(bare, clock, 'dense', chosen)).map((rows) => {
    const chart = { ...chosen, rows, cell: undefined };
    const scale = fitted(bare, clock, size.width - SIDE.width);
    const scene = ganttScene(bare, chart, { clock, today: NEVER, lang: 'zh', side: SIDE, scale, blank: true });
    return asPlan(scene, bare, rows, shown);
  });
}

/** No line for today, and every light the same. */
const NEVER: Day = '1900-01-01';

function planOnly(plan: Plan): Plan {
  const nodes = new Map<Id, Node>();
  for (const [id, { progress: _, status: __, ...node }] of plan.nodes) nodes.set(id, node);
  return { ...plan, nodes };
}

/** As many rows as a sheet holds below its head; a heading does not stay behind without what it heads. */
export function cutRows<R extends AnyRow>(
  rows: readonly R[],
  size: SheetSize,
  head: number,
): readonly (readonly R[])[] {
  const room = (height: number): number => Math.max(1, Math.floor((height - head) / M.row));
  const depth = (row: AnyRow): number => (row.is === 'node' ? row.depth : -1);
  const sheets: (readonly R[])[] = [];
  let rest = rows;
  while (rest.length > 0) {
    const most = Math.min(rest.length, room(sheets.length === 0 ? size.first : size.other));
    let count = most;
    while (count > 1 && count < rest.length && depth(rest[count]!) > depth(rest[count - 1]!)) count--;
    // A chain of headings longer than a sheet has to be cut somewhere.
    if (count === 1) count = most;
    sheets.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return sheets;
}

/** Bars are labelled with their days, days to be met are ▲, and what has no days says so. */
function asPlan(scene: Scene, plan: Plan, rows: readonly AnyRow[], shown: ReadonlyMap<Id, Span>): Scene {
  const undated = rows.flatMap((row, index) =>
    row.is === 'lane' || row.branch || shown.has(row.id) ? [] : [pending(row, scene.frozen!.top + index * M.row)],
  );
  const milestones = new Set(rows.flatMap((row) => (row.is === 'node' && row.kind === 'milestone' ? [row.id] : [])));
  const body = scene.layers.find(({ name }) => name === 'body')!;
  const bars = new Map(body.groups.map((group) => [group.key, plain(group, plan, shown, scene.width)]));
  const layers = scene.layers.map((layer) => {
    if (layer.name === 'side') return { ...layer, groups: layer.groups.map((group) => signed(group, milestones)) };
    if (layer.name === 'over')
      return { ...layer, groups: layer.groups.map((group) => besideDates(group, bars, scene.width)) };
    if (layer.name !== 'body') return layer;
    return { ...layer, groups: [...bars.values(), ...undated] };
  });
  return { ...scene, layers };
}

function plain(group: Group, plan: Plan, shown: ReadonlyMap<Id, Span>, width: number): Group {
  const { grip, target } = group;
  const span = target && shown.get(target.node);
  if (!grip || !span) return group;
  const body = group.shapes.filter((shape) => shape.kind !== 'text' && !isLight(shape));
  if (target.part === 'summary') return { ...group, shapes: body };
  const { left, right } = tiedAt(plan.links);
  const tied = { left: left.has(target.node), right: right.has(target.node) };
  const label = dates(spanLabel(span, 'zh', plan.meta.year), grip, width, tied);
  return { ...group, shapes: target.part === 'milestone' ? [triangle(grip), label] : [...body, label] };
}

/** By how many days it moved, behind the days it has now. */
function besideDates(group: Group, bars: ReadonlyMap<string, Group>, width: number): Group {
  const text = group.shapes[0];
  const body = group.key.startsWith('deviation ') ? bars.get(group.key.slice('deviation '.length)) : undefined;
  if (!body?.grip || text?.kind !== 'text') return group;
  const label = body.shapes.find((shape) => shape.kind === 'text');
  const long = measure(text.text, text.size, 600);
  const { x, w } = body.grip;
  const said = label ? measure(label.text, label.size) : 0;
  const right = Math.max(x + w, label && !label.anchor ? label.x + said : 0) + 8;
  const left = Math.min(x, label?.anchor === 'end' ? label.x - said : x) - 8 - long;
  const at = right + long <= width ? right : left;
  return { ...group, bounds: { ...group.bounds, x: at, w: long }, shapes: [{ ...text, x: at }] };
}

function isLight(shape: Shape): boolean {
  return [shape.kind !== 'line' && shape.kind !== 'text' && shape.fill, shape.kind !== 'text' && shape.stroke].some(
    (paint) => typeof paint === 'string' && paint.startsWith('light-'),
  );
}

/** Inside the bar, where no link crosses it; else right of the figure, or left where the sheet ends. */
function dates(text: string, { x, y, w, h }: Box, width: number, tied: Figure['tied']): Shape {
  const inset = 6;
  const after = x + w + clearance(M, tied.right);
  const length = measure(text, M.text);
  const label = { kind: 'text', y: baseline(y, h, M.text), text, size: M.text, fill: 'ink' } as const;
  if (w >= length + 2 * inset) return { ...label, x: x + w / 2, anchor: 'middle' };
  if (after + length <= width) return { ...label, x: after };
  return { ...label, x: x - clearance(M, tied.left), anchor: 'end' };
}

function triangle({ x, y, w, h }: Box): Shape {
  const d = `M${num(x + w / 2)} ${num(y)}L${num(x + w)} ${num(y + h)}H${num(x)}Z`;
  return { kind: 'path', d, fill: 'ink' };
}

/** The table shows the same sign as the bars do. */
function signed(group: Group, milestones: ReadonlySet<Id>): Group {
  if (!milestones.has(group.key)) return group;
  return { ...group, shapes: group.shapes.map((shape) => (shape.kind === 'path' ? triangle(boxOf(shape.d)) : shape)) };
}

/** Of a path that names its points in pairs, as a diamond does. */
function boxOf(d: string): Box {
  const numbers = (d.match(/-?[\d.]+/g) ?? []).map(Number);
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

function pending(row: Row, y: number): Group {
  const x = SIDE.width + 8;
  const text = WORDS.zh.undated;
  return {
    key: `pending ${row.id}`,
    bounds: { x, y, w: measure(text, M.text), h: M.row },
    shapes: [{ kind: 'text', x, y: baseline(y, M.row, M.text), text, size: M.text, fill: 'muted' }],
  };
}
