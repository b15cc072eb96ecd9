// What stands above a drawing that leaves the screen: its title, the 示例 mark and what the signs mean. Paper has no tooltip.
import type { Light, LightRules } from '../model/plan.ts';
import { diamond, lightGlyph } from './glyph.ts';
import type { Shape } from './scene.ts';
import { clip, measure } from './text.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

export interface Caption {
  readonly title?: string | undefined;
  readonly sample?: boolean | undefined;
  readonly legend?: boolean | undefined;
  /** Baselines that are shown, in their order. */
  readonly kept?: readonly string[] | undefined;
  /** The critical path is. */
  readonly critical?: boolean | undefined;
  /** What the bureau calls the lights. */
  readonly lights?: LightRules['names'];
  readonly lang: Lang;
}

const MARGIN = 20;
const SIZE = 20;
const SMALL = 13;
const LIGHTS: readonly Light[] = ['todo', 'doing', 'done', 'late', 'hold'];

/** Shapes in a strip of this width and the height it takes; 0 when there is nothing to say. */
export function caption(words: Caption, width: number): { readonly shapes: readonly Shape[]; readonly height: number } {
  const { title, sample, legend, lang } = words;
  if (!title && !sample && !legend) return { shapes: [], height: 0 };
  const shapes: Shape[] = [];
  let x = MARGIN;
  if (title) {
    const text = clip(title, SIZE, width - 2 * MARGIN - (sample ? 70 : 0), 600);
    shapes.push({ kind: 'text', x, y: 36, text, size: SIZE, fill: 'ink', weight: 600 });
    x += measure(text, SIZE, 600) + 14;
  }
  if (sample) {
    const text = WORDS[lang].sample;
    const w = Math.ceil(measure(text, 14, 600)) + 16;
    shapes.push(
      { kind: 'rect', x, y: 17, w, h: 24, r: 4, stroke: 'ink', width: 1.5 },
      { kind: 'text', x: x + w / 2, y: 34, text, size: 14, fill: 'ink', weight: 600, anchor: 'middle' },
    );
    x += w + 14;
  }
  if (!legend) return { shapes, height: 56 };
  const said = saidIn(words);
  const long = legendWidth(said);
  const beside = x + long + MARGIN <= width;
  const y = beside ? 29 : 66;
  shapes.push(...legendShapes(said, beside ? width - MARGIN - long : MARGIN, y));
  return { shapes, height: beside ? 56 : 88 };
}

const GLYPH = 12;
const GAP = 18;

/** A sign and its word. */
interface Said {
  readonly word: string;
  readonly sign: (x: number, y: number) => readonly Shape[];
}

function saidIn({ lang, lights, kept = [], critical }: Caption): readonly Said[] {
  const called = { ...WORDS[lang].lights, ...lights };
  const line = (look: Pick<Extract<Shape, { kind: 'line' }>, 'stroke' | 'width' | 'dash'>) => (x: number, y: number) =>
    [{ kind: 'line', x1: x - 2, y1: y, x2: x + GLYPH + 2, y2: y, ...look }] as const;
  return [
    ...LIGHTS.map((light) => ({
      word: called[light],
      sign: (x: number, y: number) => lightGlyph(light, x + GLYPH / 2, y, GLYPH),
    })),
    {
      word: WORDS[lang].milestone,
      sign: (x, y) => [{ kind: 'path', d: diamond(x + GLYPH / 2, y, GLYPH), fill: 'paper', stroke: 'ink', width: 1.5 }],
    },
    ...kept.map((word, index) => ({
      word,
      sign: line({ stroke: 'muted', width: index === 0 ? 3 : 2, ...(index > 0 && { dash: '4 3' }) }),
    })),
    ...(critical ? [{ word: WORDS[lang].critical, sign: line({ stroke: 'danger', width: 4 }) }] : []),
  ];
}

function legendWidth(said: readonly Said[]): number {
  return said.reduce((sum, { word }) => sum + GLYPH + 6 + measure(word, SMALL) + GAP, -GAP);
}

function legendShapes(said: readonly Said[], left: number, middle: number): Shape[] {
  let x = left;
  return said.flatMap(({ word, sign }) => {
    const at = x;
    x += GLYPH + 6 + measure(word, SMALL) + GAP;
    return [
      ...sign(at, middle),
      { kind: 'text', x: at + GLYPH + 6, y: middle + 5, text: word, size: SMALL, fill: 'muted' } as const,
    ];
  });
}
