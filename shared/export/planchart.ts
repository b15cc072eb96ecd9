// The chart an official document appends: the plan alone, without progress, lights or today, in sheets of whole rows. The same bars as on screen.
import type { Day, Id, Node, Plan, Span } from '../model/plan.ts';
import { spans } from '../model/schedule.ts';
import { clearance } from '../layout/bars.ts';
import type { Figure } from '../layout/bars.ts';
import { num } from '../layout/glyph.ts';
import { tiedAt } from '../layout/link-index.ts';
import { spanLabel } from '../layout/label.ts';
import type { Row } from '../layout/rows.ts';
import type { Box, Group, Scene, Shape } from '../layout/scene.ts';
import type { Side } from '../layout/side.ts';
import { baseline, measure } from '../layout/text.ts';
import { DENSITY, HUES, PRINT, hueOf } from '../layout/theme.ts';
import type { Theme } from '../layout/theme.ts';
import { WORDS } from '../layout/words.ts';
import type { Choices } from './format.ts';
import { TURNED } from './gongwen.ts';
import { allRows, ganttScene, headOver } from './picture.ts';

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

export const PLAN_LEGEND = '说明：横条为计划起止时间，▲为节点；注明“待定”的尚未确定时间。';

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

export function planSheets(
  plan: Plan,
  clock: Day,
  size: SheetSize,
  { school }: Pick<Choices, 'school'> = {},
): readonly Scene[] {
  const bare = planOnly(plan);
  const shown = spans(bare);
  return cutRows(allRows(bare), size, headOver(bare, clock, 'dense', { school })).map((rows) => {
    const scene = ganttScene(bare, rows, {
      clock,
      today: NEVER,
      lang: 'zh',
      side: SIDE,
      days: size.width - SIDE.width,
      school,
      blank: true,
    });
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
export function cutRows(rows: readonly Row[], size: SheetSize, head: number): readonly (readonly Row[])[] {
  const room = (height: number): number => Math.max(1, Math.floor((height - head) / M.row));
  const sheets: (readonly Row[])[] = [];
  let rest = rows;
  while (rest.length > 0) {
    const most = Math.min(rest.length, room(sheets.length === 0 ? size.first : size.other));
    let count = most;
    while (count > 1 && count < rest.length && rest[count]!.depth > rest[count - 1]!.depth) count--;
    // A chain of headings longer than a sheet has to be cut somewhere.
    if (count === 1) count = most;
    sheets.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return sheets;
}

/** Bars are labelled with their days, days to be met are ▲, and what has no days says so. */
function asPlan(scene: Scene, plan: Plan, rows: readonly Row[], shown: ReadonlyMap<Id, Span>): Scene {
  const undated = rows.flatMap((row, index) =>
    row.branch || shown.has(row.id) ? [] : [pending(row, scene.frozen!.top + index * M.row)],
  );
  const milestones = new Set(rows.filter(({ kind }) => kind === 'milestone').map(({ id }) => id));
  const layers = scene.layers.map((layer) => {
    if (layer.name === 'side') return { ...layer, groups: layer.groups.map((group) => signed(group, milestones)) };
    if (layer.name !== 'body') return layer;
    return { ...layer, groups: [...layer.groups.map((group) => plain(group, plan, shown, scene.width)), ...undated] };
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
