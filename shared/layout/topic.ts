// One topic of the mind map: how large it is and what it looks like at its level. Knows words and numbers, not where it will stand.
import type { Id, Kind, Light } from '../model/plan.ts';
import { diamond, lightGlyph } from './glyph.ts';
import type { Group, Shape } from './scene.ts';
import { sampleTag } from './side.ts';
import { balance, baseline, clip, measure } from './text.ts';
import type { Hue, Paint } from './theme.ts';
import type { Lang } from './words.ts';

export interface Words {
  readonly id: Id;
  /** 0 the plan itself, 1 a pill, 2 a card, from 3 on plain text. */
  readonly level: number;
  readonly kind: Kind | 'root';
  readonly mark: string;
  readonly title: string;
  readonly hue: Hue;
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
  const lines = balance(words.title, size, CHARACTERS * size, 4, 600);
  const line = 28;
  const w = Math.ceil(widest(lines, size, 600)) + 56;
  const h = lines.length * line + 28;
  return {
    w,
    h,
    attach: h / 2,
    draw: (x, y) => {
      const tag = words.sample ? sampleTag(x + w / 2 - 21, y - 30, 13, words.lang) : [];
      return {
        key: words.id,
        target: { node: words.id, part: 'root' },
        grip: { x, y, w, h },
        bounds: words.sample ? { x, y: y - 30, w, h: h + 30 } : { x, y, w, h },
        shapes: [
          { kind: 'rect', x, y, w, h, r: Math.min(h / 2, 28), fill: 'ink' },
          ...text(lines, x + w / 2, y + 14, line, size, 'paper', 600, 'middle'),
          ...tag,
        ],
      };
    },
  };
}

function pillTopic(words: Words): Topic {
  const size = 15;
  const lines = balance(words.mark + words.title, size, CHARACTERS * size, 3, 600);
  const line = 22;
  const w = Math.ceil(widest(lines, size, 600)) + 36;
  const h = lines.length * line + 16;
  return {
    w,
    h,
    attach: h / 2,
    draw: (x, y) => ({
      key: words.id,
      target: { node: words.id, part: 'box' },
      bounds: { x, y, w, h },
      shapes: [
        { kind: 'rect', x, y, w, h, r: Math.min(h / 2, 19), fill: `hue${words.hue}-solid` },
        ...text(lines, x + 18, y + 8, line, size, 'on-solid', 600),
      ],
    }),
  };
}

const CHIP = { size: 13, h: 22, pad: 7, gap: 6, glyph: 12 } as const;

function cardTopic(words: Words): Topic {
  const size = 14;
  const line = 21;
  const number = words.mark.trim().replace(/\.$/, '');
  const indent = number === '' ? 0 : Math.ceil(measure(number, size, 600)) + 8;
  const lines = balance(words.title, size, CHARACTERS * size, 3);
  const chips = [words.span, words.lead].filter(Boolean).map((word) => clip(word, CHIP.size, 168));
  const chipWidth = (word: string): number => Math.ceil(measure(word, CHIP.size)) + 2 * CHIP.pad;
  const row = CHIP.glyph + chips.reduce((sum, word) => sum + CHIP.gap + chipWidth(word), 0);
  const w = Math.max(indent + Math.ceil(widest(lines, size)), row) + 28;
  const h = lines.length * line + CHIP.h + 24;
  return {
    w,
    h,
    attach: h / 2,
    draw: (x, y) => {
      const top = y + 8 + lines.length * line + 6;
      const shapes: Shape[] = [
        { kind: 'rect', x: x + 0.5, y: y + 0.5, w: w - 1, h: h - 1, r: 8, fill: 'paper', stroke: 'rule', width: 1 },
      ];
      const hueInk: Paint = `hue${words.hue}-ink`;
      if (number !== '') shapes.push(...text([number], x + 14, y + 8, line, size, hueInk, 600));
      shapes.push(...text(lines, x + 14 + indent, y + 8, line, size, 'ink'));
      shapes.push(...lightGlyph(words.light, x + 14 + CHIP.glyph / 2, top + CHIP.h / 2, CHIP.glyph));
      let at = x + 14 + CHIP.glyph + CHIP.gap;
      for (const word of chips) {
        const width = chipWidth(word);
        shapes.push(
          { kind: 'rect', x: at, y: top, w: width, h: CHIP.h, r: 5, fill: 'hover' },
          ...text([word], at + width / 2, top, CHIP.h, CHIP.size, 'muted', 400, 'middle'),
        );
        at += width + CHIP.gap;
      }
      return { key: words.id, target: { node: words.id, part: 'box' }, bounds: { x, y, w, h }, shapes };
    },
  };
}

function lineTopic(words: Words): Topic {
  const size = 13;
  const line = 20;
  const sign = 18;
  const head = words.kind === 'milestone' ? words.span : words.mark;
  const indent = sign + (head === '' ? 0 : Math.ceil(measure(head, size)) + 7);
  const lines = balance(words.title, size, CHARACTERS * size, 3);
  const w = indent + Math.ceil(widest(lines, size)) + 8;
  const h = lines.length * line + 8;
  return {
    w,
    h,
    attach: h - 0.5,
    draw: (x, y) => {
      const edge: Paint = `hue${words.hue}-edge`;
      const middle = y + 3 + line / 2;
      const mark: readonly Shape[] =
        words.kind === 'milestone'
          ? [
              {
                kind: 'path',
                d: diamond(x + 7, middle, 11),
                fill: words.light === 'done' ? edge : `hue${words.hue}-tint`,
                stroke: edge,
                width: 1.5,
              },
            ]
          : lightGlyph(words.light, x + 7, middle, 11);
      return {
        key: words.id,
        target: { node: words.id, part: 'box' },
        bounds: { x, y, w, h },
        shapes: [
          { kind: 'line', x1: x, y1: y + h - 0.5, x2: x + w, y2: y + h - 0.5, stroke: edge, width: 1 },
          ...mark,
          ...text(head === '' ? [] : [head], x + sign, y + 3, line, size, 'muted'),
          ...text(lines, x + indent, y + 3, line, size, 'ink'),
        ],
      };
    },
  };
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

function widest(lines: readonly string[], size: number, weight = 400): number {
  return Math.max(...lines.map((line) => measure(line, size, weight)));
}
