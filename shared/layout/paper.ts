// A scene cut into pages: what of it stands where on which sheet, with the header and the frozen table on every one. Knows paper, not what is drawn.
import { overlap } from './scene.ts';
import type { Box, Layer, Scene, Shape } from './scene.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

const PX_PER_MM = 96 / 25.4;
const PT_PER_PX = 0.75;

/** In CSS px, which are 1/96 inch on paper too. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  /** From 1, along the rows of sheets as they hang on the wall. */
  readonly number: number;
  readonly count: number;
  readonly column: number;
  readonly row: number;
  readonly parts: readonly PagePart[];
  /** Which page of how many; in page coordinates. */
  readonly foot: readonly Shape[];
}

/** A window of the scene, shown in a box of the page. */
export interface PagePart {
  readonly from: Box;
  readonly at: Box;
  readonly layers: readonly Layer[];
}

export const SIZES = { A4: [210, 297], A3: [297, 420], A0: [841, 1189] } as const;
export type PaperName = keyof typeof SIZES;

export function paper(size: keyof typeof SIZES | readonly [number, number], landscape: boolean, margin = 12): Paper {
  const [short, long] = typeof size === 'string' ? SIZES[size] : size;
  const [width, height] = landscape ? [long, short] : [short, long];
  return { width: width * PX_PER_MM, height: height * PX_PER_MM, margin: margin * PX_PER_MM };
}

/** Pages at this scale; rows and periods stay whole where the scene says where it may be cut. */
export function paginate(scene: Scene, sheet: Paper, scale: number, lang: Lang = 'zh'): readonly Page[] {
  const { left, top } = scene.frozen ?? { left: 0, top: 0 };
  const roomX = (sheet.width - 2 * sheet.margin) / scale - left;
  const roomY = (sheet.height - 2 * sheet.margin) / scale - top;
  if (roomX <= 0 || roomY <= 0) throw new Error('paper: the repeated header leaves no room on the sheet');
  const columns = stretches(left, scene.width, roomX, scene.cuts?.x ?? freeCuts(scene, 'x'));
  const rows = stretches(top, scene.height, roomY, scene.cuts?.y ?? freeCuts(scene, 'y'));
  const count = columns.length * rows.length;
  return rows.flatMap((y, row) =>
    columns.map((x, column) => {
      const number = row * columns.length + column + 1;
      return {
        width: sheet.width,
        height: sheet.height,
        number,
        count,
        column,
        row,
        parts: partsOf(scene, sheet, scale, x, y),
        foot: count > 1 ? [pageFoot(sheet, number, count, lang)] : [],
      };
    }),
  );
}

/** The whole scene on one sheet, as large as it will go, in the middle; `above` is kept free at the head. */
export function wholeOn(scene: Scene, sheet: Paper, above = 0): Page {
  const room = { w: sheet.width - 2 * sheet.margin, h: sheet.height - 2 * sheet.margin - above };
  const scale = Math.min(room.w / scene.width, room.h / scene.height);
  const [w, h] = [scene.width * scale, scene.height * scale];
  const at: Box = { x: sheet.margin + (room.w - w) / 2, y: sheet.margin + above, w, h };
  const from: Box = { x: 0, y: 0, w: scene.width, h: scene.height };
  const { width, height } = sheet;
  return {
    width,
    height,
    number: 1,
    count: 1,
    column: 0,
    row: 0,
    parts: [{ from, at, layers: scene.layers }],
    foot: [],
  };
}

/** Points of the smallest type on a page, as printed. */
export function typeOn({ parts }: Pick<Page, 'parts'>): number {
  return Math.min(...parts.map(({ from, at, layers }) => smallestType({ layers }) * (at.w / from.w) * PT_PER_PX));
}

/** The scale at which the smallest type of a scene comes out this high. */
export function scaleFor(scene: Scene, pt: number): number {
  return pt / (smallestType(scene) * PT_PER_PX);
}

/** Px; Infinity for a scene without text. */
export function smallestType(scene: Pick<Scene, 'layers'>): number {
  let least = Infinity;
  for (const { groups } of scene.layers)
    for (const { shapes } of groups)
      for (const shape of shapes) if (shape.kind === 'text') least = Math.min(least, shape.size);
  return least;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** From one cut to the farthest that still fits; where none does, as much as fits. */
export function stretches(start: number, end: number, room: number, cuts: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  let from = start;
  while (end - from > 0.5) {
    const limit = from + room;
    const cut = cuts.reduce((best, each) => (each > best && each <= limit ? each : best), from);
    const to = limit >= end ? end : cut > from ? cut : limit;
    found.push({ from, to });
    from = to;
  }
  return found.length > 0 ? found : [{ from: start, to: start }];
}

/** Lines that cross nothing in the body. */
function freeCuts(scene: Scene, axis: 'x' | 'y'): readonly number[] {
  const length = axis === 'x' ? 'w' : 'h';
  const boxes = scene.layers.find(({ name }) => name === 'body')?.groups.map(({ bounds }) => bounds) ?? [];
  const spans = boxes.map((box) => [box[axis], box[axis] + box[length]] as const).sort((a, b) => a[0] - b[0]);
  const cuts: number[] = [];
  let reached = 0;
  for (const [from, to] of spans) {
    if (from > reached) cuts.push((from + reached) / 2);
    reached = Math.max(reached, to);
  }
  return cuts;
}

function partsOf(scene: Scene, sheet: Paper, scale: number, x: Stretch, y: Stretch): readonly PagePart[] {
  const { left, top } = scene.frozen ?? { left: 0, top: 0 };
  const head: Stretch = { from: 0, to: top };
  const side: Stretch = { from: 0, to: left };
  const windows: readonly [Stretch, Stretch, readonly Layer['name'][]][] = [
    [x, y, ['backdrop', 'links', 'body', 'over']],
    [side, y, ['side']],
    [x, head, ['head']],
    [side, head, ['corner']],
  ];
  return windows.flatMap(([across, down, names]) => {
    const from: Box = { x: across.from, y: down.from, w: across.to - across.from, h: down.to - down.from };
    if (from.w <= 0 || from.h <= 0) return [];
    const at: Box = {
      x: sheet.margin + (across === side ? 0 : left) * scale,
      y: sheet.margin + (down === head ? 0 : top) * scale,
      w: from.w * scale,
      h: from.h * scale,
    };
    const layers = scene.layers
      .filter(({ name }) => names.includes(name))
      .map((layer) => ({ ...layer, groups: layer.groups.filter(({ bounds }) => touches(bounds, from)) }));
    return [{ from, at, layers }];
  });
}

/** A line has no area, but is drawn. */
function touches(bounds: Box, window: Box): boolean {
  return overlap({ ...bounds, w: Math.max(bounds.w, 0.01), h: Math.max(bounds.h, 0.01) }, window);
}

/** Which page of how many, below what is on the sheet. */
export function pageFoot(sheet: Paper, number: number, count: number, lang: Lang): Shape {
  return {
    kind: 'text',
    x: sheet.width / 2,
    y: sheet.height - sheet.margin / 2 + 4,
    text: WORDS[lang].page(number, count),
    size: 13,
    fill: 'muted',
    anchor: 'middle',
  };
}
