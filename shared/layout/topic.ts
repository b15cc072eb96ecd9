// One topic of the mind map: how large it is and what it looks like at its level. Knows words and numbers, not where it will stand.
import type { Id, Kind, Light } from '../model/plan.ts';
import { diamond, lightGlyph } from './glyph.ts';
import type { Box, Chip, Group, Shape } from './scene.ts';
import { sampleTag } from './side.ts';
import { balance, baseline, clip, measure } from './text.ts';
import type { Paint } from './theme.ts';
import type { Tone } from './tone.ts';
import type { Lang } from './words.ts';

export interface Words {
  readonly id: Id;
  /** 0 the middle of the map, 1 a pill, 2 a card, from 3 on plain text. */
  readonly level: number;
  readonly kind: Kind | 'root';
  readonly mark: string;
  readonly title: string;
  readonly tone: Tone;
  readonly light: Light;
  readonly span: string;
  readonly lead: string;
  readonly sample: boolean;
  readonly lang: Lang;
}

/** A measured topic. `draw` takes the top left corner. */
export interface Topic {
  readonly w: number;
  readonly h: number;
  /** Where branches arrive and leave, below the top edge. */
  readonly attach: number;
  readonly draw: (x: number, y: number) => Group;
  /** The same from afar, where words cannot be read: blocks of their size. */
  readonly far: (x: number, y: number) => Group;
}

/** A line of a map holds this many characters. */
const CHARACTERS = 18;

export function measureTopic(words: Words): Topic {
  if (words.level === 0) return rootTopic(words);
  if (words.level === 1) return pillTopic(words);
  return words.level === 2 ? cardTopic(words) : lineTopic(words);
}

function rootTopic(words: Words): Topic {
  const size = 20;
  const lines = balance(words.mark + words.title, size, CHARACTERS * size, 4, 600);
  const line = 28;
  const w = Math.ceil(widest(lines, size, 600)) + 56;
  const h = lines.length * line + 28;
  const target = { node: words.id, part: words.kind === 'root' ? 'root' : 'box' } as const;
  const ground = (x: number, y: number): Shape => ({ kind: 'rect', x, y, w, h, r: Math.min(h / 2, 28), fill: 'ink' });
  return {
    w,
    h,
    attach: h / 2,
    draw: (x, y) => ({
      key: words.id,
      target,
      grip: { x, y, w, h },
      bounds: words.sample ? { x, y: y - 30, w, h: h + 30 } : { x, y, w, h },
      shapes: [
        ground(x, y),
        ...text(lines, x + w / 2, y + 14, line, size, 'paper', 600, 'middle'),
        ...(words.sample ? sampleTag(x + w / 2 - 21, y - 30, 13, words.lang) : []),
      ],
    }),
    far: (x, y) => ({
      key: words.id,
      target,
      bounds: { x, y, w, h },
      shapes: [ground(x, y), ...text(lines, x + w / 2, y + 14, line, size, 'paper', 600, 'middle')],
    }),
  };
}

function pillTopic(words: Words): Topic {
  const size = 15;
  const lines = balance(words.mark + words.title, size, CHARACTERS * size, 3, 600);
  const line = 22;
  const w = Math.ceil(widest(lines, size, 600)) + 36;
  const h = lines.length * line + 16;
  const { tone } = words;
  const ground = (x: number, y: number): Shape => ({
    kind: 'rect',
    x,
    y,
    w,
    h,
    r: Math.min(h / 2, 19),
    fill: tone.solid,
    ...(tone.on === 'ink' && { stroke: 'rule', width: 1 }),
  });
  const group = (x: number, y: number, shapes: readonly Shape[]): Group => ({
    key: words.id,
    target: { node: words.id, part: 'box' },
    bounds: { x, y, w, h },
    shapes,
  });
  return {
    w,
    h,
    attach: h / 2,
    draw: (x, y) => group(x, y, [ground(x, y), ...text(lines, x + 18, y + 8, line, size, tone.on, 600)]),
    // Landmarks keep their words.
    far: (x, y) => group(x, y, [ground(x, y), ...text(lines, x + 18, y + 8, line, size, tone.on, 600)]),
  };
}

const CHIP = { size: 13, h: 22, pad: 7, gap: 6, glyph: 12, most: 168 } as const;

function cardTopic(words: Words): Topic {
  const { tone } = words;
  const size = 14;
  const line = 21;
  const number = words.mark.trim().replace(/\.$/, '');
  const indent = number === '' ? 0 : Math.ceil(width(number, size, 600)) + 8;
  const lines = fitted(words.title, size);
  const chips = (
    [
      ['span', words.span],
      ['lead', words.lead],
    ] as const
  )
    .filter(([, word]) => word !== '')
    .map(([part, word]) => ({ part, word: clip(word, CHIP.size, CHIP.most) }));
  const chipWidth = (word: string): number => Math.ceil(width(word, CHIP.size)) + 2 * CHIP.pad;
  const row = CHIP.glyph + chips.reduce((sum, { word }) => sum + CHIP.gap + chipWidth(word), 0);
  const w = Math.max(indent + Math.ceil(widest(lines, size)), row) + 28;
  const h = lines.length * line + CHIP.h + 24;
  const top = 8 + lines.length * line + 6;
  const ground = (x: number, y: number): Shape => ({
    kind: 'rect',
    x: x + 0.5,
    y: y + 0.5,
    w: w - 1,
    h: h - 1,
    r: 8,
    fill: 'paper',
    stroke: 'rule',
    width: 1,
  });
  const target = { node: words.id, part: 'box' } as const;
  return {
    w,
    h,
    attach: h / 2,
    draw: (x, y) => {
      const shapes: Shape[] = [ground(x, y)];
      if (number !== '') shapes.push(...text([number], x + 14, y + 8, line, size, tone.ink, 600));
      shapes.push(...text(lines, x + 14 + indent, y + 8, line, size, 'ink'));
      shapes.push(...lightGlyph(words.light, x + 14 + CHIP.glyph / 2, y + top + CHIP.h / 2, CHIP.glyph));
      const felt: Chip[] = [{ part: 'light', box: { x: x + 8, y: y + top, w: CHIP.glyph + 9, h: CHIP.h } }];
      let at = x + 14 + CHIP.glyph + CHIP.gap;
      for (const { part, word } of chips) {
        const wide = chipWidth(word);
        const box: Box = { x: at, y: y + top, w: wide, h: CHIP.h };
        shapes.push(
          { kind: 'rect', ...box, r: 5, fill: 'hover' },
          ...text([word], at + wide / 2, box.y, CHIP.h, CHIP.size, 'muted', 400, 'middle'),
        );
        felt.push({ part, box });
        at += wide + CHIP.gap;
      }
      return { key: words.id, target, bounds: { x, y, w, h }, shapes, chips: felt };
    },
    far: (x, y) => ({
      key: words.id,
      target,
      bounds: { x, y, w, h },
      shapes: [
        { ...ground(x, y), stroke: tone.edge } as Shape,
        ...blocks(lines, x + 14 + indent, y + 8, line, size, 'muted'),
        ...lightGlyph(words.light, x + 14 + CHIP.glyph / 2, y + top + CHIP.h / 2, CHIP.glyph),
      ],
    }),
  };
}

const LINE = { size: 13, line: 20, sign: 18 } as const;

function lineTopic(words: Words): Topic {
  const { tone } = words;
  const { size, line, sign } = LINE;
  const milestone = words.kind === 'milestone';
  const head = milestone ? words.span : words.mark;
  const indent = sign + (head === '' ? 0 : Math.ceil(width(head, size)) + 7);
  const lines = fitted(words.title, size);
  const span = milestone ? '' : words.span;
  const spanWidth = span === '' ? 0 : Math.ceil(width(span, size));
  const leadX = indent + (span === '' ? 0 : spanWidth + 12);
  const leadWidth = words.lead === '' ? 0 : Math.ceil(width(words.lead, size));
  const second = span !== '' || words.lead !== '';
  const w = Math.max(indent + Math.ceil(widest(lines, size)), second ? leadX + leadWidth : 0) + 8;
  const h = (lines.length + (second ? 1 : 0)) * line + 8;
  const factY = 3 + lines.length * line;
  const target = { node: words.id, part: 'box' } as const;
  const rim = (x: number, y: number): Shape => ({
    kind: 'line',
    x1: x,
    y1: y + h - 0.5,
    x2: x + w,
    y2: y + h - 0.5,
    stroke: tone.edge,
    width: 1,
  });
  const signAt = (x: number, y: number): readonly Shape[] =>
    milestone
      ? [
          {
            kind: 'path',
            d: diamond(x + 7, y + 3 + line / 2, 11),
            fill: words.light === 'done' ? tone.edge : tone.tint,
            stroke: tone.edge,
            width: 1.5,
          },
        ]
      : lightGlyph(words.light, x + 7, y + 3 + line / 2, 11);
  return {
    w,
    h,
    attach: h - 0.5,
    draw: (x, y) => {
      const felt: Chip[] = [{ part: 'light', box: { x: x - 2, y: y + 2, w: sign, h: line + 2 } }];
      if (milestone && head !== '')
        felt.push({ part: 'span', box: { x: x + sign, y: y + 2, w: indent - sign, h: line + 2 } });
      if (span !== '') felt.push({ part: 'span', box: { x: x + indent - 3, y: y + factY, w: spanWidth + 6, h: line } });
      if (words.lead !== '')
        felt.push({ part: 'lead', box: { x: x + leadX - 3, y: y + factY, w: leadWidth + 6, h: line } });
      return {
        key: words.id,
        target,
        bounds: { x, y, w, h },
        shapes: [
          rim(x, y),
          ...signAt(x, y),
          ...text(head === '' ? [] : [head], x + sign, y + 3, line, size, 'muted'),
          ...text(lines, x + indent, y + 3, line, size, 'ink'),
          ...(span === '' ? [] : text([span], x + indent, y + factY, line, size, 'faint')),
          ...(words.lead === '' ? [] : text([words.lead], x + leadX, y + factY, line, size, 'faint')),
        ],
        chips: felt,
      };
    },
    far: (x, y) => ({
      key: words.id,
      target,
      bounds: { x, y, w, h },
      shapes: [rim(x, y), ...signAt(x, y), ...blocks(lines, x + indent, y + 3, line, size, 'faint')],
    }),
  };
}

/** Most titles stand on one line, and need not be broken to know it. */
function fitted(title: string, size: number): readonly string[] {
  if (title.length < CHARACTERS && !title.includes('\n')) return [title];
  return balance(title, size, CHARACTERS * size, 3);
}

const known = new Map<string, number>();

/** Dates, numbers and names of offices come again and again. */
function width(word: string, size: number, weight = 400): number {
  const key = `${size} ${weight} ${word}`;
  let found = known.get(key);
  if (found === undefined) {
    if (known.size > 5_000) known.clear();
    known.set(key, (found = measure(word, size, weight)));
  }
  return found;
}

function text(
  lines: readonly string[],
  x: number,
  y: number,
  height: number,
  size: number,
  fill: Paint,
  weight = 400,
  anchor: 'start' | 'middle' = 'start',
): Shape[] {
  return lines.map((line, index) => ({
    kind: 'text',
    x,
    y: baseline(y + index * height, height, size),
    text: line,
    size,
    fill,
    ...(weight > 400 && { weight }),
    ...(anchor === 'middle' && { anchor }),
  }));
}

/** A line of words as a bar of its width; one path for all of them. */
function blocks(
  lines: readonly string[],
  x: number,
  y: number,
  height: number,
  size: number,
  fill: Paint,
  weight = 400,
): Shape[] {
  const d = lines
    .map((line, index) => {
      const top = Math.round(y + index * height + (height - size * 0.6) / 2);
      return `M${x} ${top}h${Math.round(measure(line, size, weight))}v${Math.round(size * 0.6)}H${x}Z`;
    })
    .join('');
  return [{ kind: 'path', d, fill }];
}

function widest(lines: readonly string[], size: number, weight = 400): number {
  return lines.reduce((most, line) => Math.max(most, measure(line, size, weight)), 0);
}
