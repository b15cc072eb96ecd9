// The frozen table left of the bars: one group of cells for each row, its fold knob, and the header in the corner. Knows words and widths, no plan.
import type { Light } from '../model/plan.ts';
import { chevron, diamond, lightGlyph } from './glyph.ts';
import type { Row } from './rows.ts';
import type { Group, Shape } from './scene.ts';
import { baseline, clip, measure } from './text.ts';
import type { Hue, Measures, Paint } from './theme.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

export interface Column {
  /** `mark`, `title`, `lead` and `span` are known here; of others the caller brings the words. */
  readonly name: string;
  readonly width: number;
  /** What stands in the header where that is not the usual word. */
  readonly label?: string | undefined;
}

export interface Side {
  readonly width: number;
  readonly columns: readonly Column[];
}

/** The table as it first appears. */
export const SIDE: Side = sideOf(460);

/** The title takes what the others leave; a narrow table drops the dates first, then the lead. */
export function sideOf(width: number, unit = 1): Side {
  const mark = 48 * unit;
  const lead = 92 * unit;
  const span = 94 * unit;
  const least = 140 * unit;
  const withLead = width - mark - lead >= least;
  const withSpan = width - mark - lead - span >= least;
  const columns: Column[] = [
    { name: 'mark', width: mark },
    { name: 'title', width: Math.max(0, width - mark - (withLead ? lead : 0) - (withSpan ? span : 0)) },
    ...(withLead ? [{ name: 'lead', width: lead } as const] : []),
    ...(withSpan ? [{ name: 'span', width: span } as const] : []),
  ];
  return { width, columns };
}

export interface Cells {
  readonly row: Row;
  readonly y: number;
  readonly hue: Hue;
  readonly title: string;
  /** For tight places: 一, 6, 6.1; empty for a milestone. */
  readonly mark: string;
  /** By column, but for those two. */
  readonly words: Readonly<Record<string, string>>;
  /** Stands before its word in the column `light`. */
  readonly light: Light | undefined;
  readonly undated: boolean;
}

export function drawCells(cells: Cells, side: Side, m: Measures): Group {
  const { row, y, hue } = cells;
  const heavy = row.depth === 0;
  const line = y + m.row - 0.5;
  const shapes: Shape[] = [
    { kind: 'rect', x: 0, y, w: side.width, h: m.row, fill: row.kind === 'section' && heavy ? 'page' : 'paper' },
    { kind: 'rect', x: 0, y, w: heavy ? 4 : 2, h: m.row, fill: `hue${hue}-edge` },
    { kind: 'line', x1: 0, y1: line, x2: side.width, y2: line, stroke: 'hairline', width: 1 },
  ];
  let x = 0;
  side.columns.forEach((column, index) => {
    if (column.name === 'mark' && row.kind === 'milestone') shapes.push(milestoneSign(cells, m));
    else shapes.push(...cell(cells, side, index, x, m));
    x += column.width;
  });
  return {
    key: row.id,
    target: { node: row.id, part: 'cell' },
    bounds: { x: 0, y, w: side.width, h: m.row },
    shapes,
  };
}

function milestoneSign({ y, hue }: Cells, m: Measures): Shape {
  const d = diamond(m.pad + m.diamond / 2 - 1, y + m.row / 2, m.diamond - 4);
  return { kind: 'path', d, stroke: `hue${hue}-edge`, width: 1.5 };
}

function cell(cells: Cells, side: Side, index: number, left: number, m: Measures): readonly Shape[] {
  const { row, y } = cells;
  const { name } = side.columns[index]!;
  const size = name === 'title' ? m.title : m.small;
  const weight = row.depth === 0 && (name === 'title' || name === 'mark') ? 600 : 400;
  const light = name === 'light' && wordOf(cells, name) !== '' ? cells.light : undefined;
  const start = left + (name === 'title' ? titleInset(row, m) : name === 'mark' ? m.pad : m.pad / 2);
  const x = start + (light ? m.glyph * 1.4 : 0);
  const text = clip(
    wordOf(cells, name),
    size,
    left + roomOf(cells, side, index) - x - (name === 'mark' ? 0 : 6),
    weight,
  );
  if (text === '') return [];
  const fill: Paint = name === 'title' || weight > 400 ? 'ink' : name === 'span' && cells.undated ? 'faint' : 'muted';
  const sign = light ? lightGlyph(light, start + m.glyph / 2, y + m.row / 2, m.glyph) : [];
  return [...sign, { kind: 'text', x, y: baseline(y, m.row, size), text, size, fill, ...(weight > 400 && { weight }) }];
}

function wordOf({ mark, title, words }: Cells, name: string): string {
  return name === 'mark' ? mark : name === 'title' ? title : (words[name] ?? '');
}

/** A title runs on over the columns beside it that have nothing to say. */
function roomOf(cells: Cells, { columns }: Side, index: number): number {
  let room = columns[index]!.width;
  if (columns[index]!.name !== 'title') return room;
  for (const column of columns.slice(index + 1)) {
    if (wordOf(cells, column.name) !== '') break;
    room += column.width;
  }
  return room;
}

function titleInset(row: Row, m: Measures): number {
  return row.depth * m.indent + m.glyph * 1.5;
}

/** The chevron before a title that has something below it; folded, it says how much. */
export function drawKnob(row: Row, y: number, side: Side, m: Measures): Group {
  const title = side.columns.findIndex(({ name }) => name === 'title');
  const left = side.columns.slice(0, title).reduce((sum, { width }) => sum + width, 0);
  // Deep in a narrow table it stays in it: a bar must not lie under a knob.
  const x = Math.min(left + titleInset(row, m) - m.glyph * 0.95, side.width - m.glyph - 1);
  return {
    key: `fold ${row.id}`,
    target: { node: row.id, part: 'fold' },
    bounds: { x: x - m.glyph, y, w: m.glyph * 2, h: m.row },
    shapes: [chevron(x, y + m.row / 2, m.glyph * 0.62, row.folded)],
  };
}

/** Paper under the whole table, and the line that divides it from the bars. */
export function drawSideBack(side: Side, top: number, bottom: number): Group {
  const x = side.width - 0.5;
  return {
    key: 'back',
    bounds: { x: 0, y: top, w: side.width, h: bottom - top },
    shapes: [
      { kind: 'rect', x: 0, y: top, w: side.width, h: bottom - top, fill: 'paper' },
      { kind: 'line', x1: x, y1: top, x2: x, y2: bottom, stroke: 'rule', width: 1 },
    ],
  };
}

export function drawSideEdge(side: Side, top: number, bottom: number): Group {
  const x = side.width - 0.5;
  return {
    key: 'edge',
    bounds: { x: side.width - 1, y: top, w: 1, h: bottom - top },
    shapes: [{ kind: 'line', x1: x, y1: top, x2: x, y2: bottom, stroke: 'rule', width: 1 }],
  };
}

/** `h` is the height of the head, of however many bands. */
export function drawCorner(side: Side, m: Measures, h: number, lang: Lang, sample: boolean): Group {
  const shapes: Shape[] = [
    { kind: 'rect', x: 0, y: 0, w: side.width, h, fill: 'paper' },
    { kind: 'line', x1: 0, y1: h - 0.5, x2: side.width, y2: h - 0.5, stroke: 'rule', width: 1 },
    { kind: 'line', x1: side.width - 0.5, y1: 0, x2: side.width - 0.5, y2: h, stroke: 'rule', width: 1 },
  ];
  let x = 0;
  for (const column of side.columns) {
    const inset = column.name === 'mark' ? m.pad : column.name === 'title' ? m.glyph * 1.5 : m.pad / 2;
    const text = clip(column.label ?? usualLabel(column.name, lang), m.small, column.width - inset);
    if (text !== '')
      shapes.push({
        kind: 'text',
        x: x + inset,
        y: baseline(h - m.band, m.band, m.small),
        text,
        size: m.small,
        fill: 'muted',
      });
    x += column.width;
  }
  if (sample) shapes.push(...sampleTag(m.pad, (m.band - m.small * 1.6) / 2 + 2, m.small, lang));
  return { key: 'corner', bounds: { x: 0, y: 0, w: side.width, h }, shapes };
}

/** 示例 in a thin frame: this plan's dates are invented. */
export function sampleTag(x: number, y: number, size: number, lang: Lang): readonly Shape[] {
  const text = WORDS[lang].sample;
  const w = measure(text, size, 600) + size;
  const h = Math.round(size * 1.6);
  return [
    { kind: 'rect', x, y, w, h, r: 4, fill: 'paper', stroke: 'muted', width: 1 },
    { kind: 'text', x: x + w / 2, y: baseline(y, h, size), text, size, fill: 'ink', weight: 600, anchor: 'middle' },
  ];
}

const USUAL = ['mark', 'title', 'lead', 'span'] as const;

function usualLabel(name: string, lang: Lang): string {
  const known = USUAL.find((each) => each === name);
  return known ? WORDS[lang][known] : '';
}
