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
  const called = { ...WORDS[lang].lights, ...words.lights };
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
  const long = legendWidth(lang, called);
  const beside = x + long + MARGIN <= width;
  const y = beside ? 29 : 66;
  shapes.push(...legendShapes(lang, called, beside ? width - MARGIN - long : MARGIN, y));
  return { shapes, height: beside ? 56 : 88 };
}

const GLYPH = 12;
const GAP = 18;

type Called = Readonly<Record<Light, string>>;

function legendWidth(lang: Lang, called: Called): number {
  return [...LIGHTS.map((light) => called[light]), WORDS[lang].milestone].reduce(
    (sum, word) => sum + GLYPH + 6 + measure(word, SMALL) + GAP,
    -GAP,
  );
}

function legendShapes(lang: Lang, called: Called, left: number, middle: number): Shape[] {
  const shapes: Shape[] = [];
  let x = left;
  const say = (sign: readonly Shape[], word: string): void => {
    shapes.push(...sign, { kind: 'text', x: x + GLYPH + 6, y: middle + 5, text: word, size: SMALL, fill: 'muted' });
    x += GLYPH + 6 + measure(word, SMALL) + GAP;
  };
  for (const light of LIGHTS) say(lightGlyph(light, x + GLYPH / 2, middle, GLYPH), called[light]);
  const d = diamond(x + GLYPH / 2, middle, GLYPH);
  say([{ kind: 'path', d, fill: 'paper', stroke: 'ink', width: 1.5 }], WORDS[lang].milestone);
  return shapes;
}
