import { describe, expect, test } from 'vitest';
import { CHINA } from '../../../shared/model/calendar.ts';
import { contrast, mix, oklch } from '../../../shared/layout/colour.ts';
import { layoutGantt } from '../../../shared/layout/gantt.ts';
import { layoutMindmap } from '../../../shared/layout/mindmap.ts';
import { rows } from '../../../shared/layout/rows.ts';
import type { Scene } from '../../../shared/layout/scene.ts';
import { SIDE } from '../../../shared/layout/side.ts';
import {
  DARK,
  DENSITY,
  HUES,
  LIGHT,
  PRINT,
  SIZE,
  cssVariables,
  fontFamily,
  hueOf,
} from '../../../shared/layout/theme.ts';
import type { Hue, Paint, Theme } from '../../../shared/layout/theme.ts';
import { timescale } from '../../../shared/layout/timescale.ts';
import { META } from '../../kit/plan.ts';
import { randomFold, randomPlan } from './plans.ts';

const EIGHT: readonly Hue[] = [1, 2, 3, 4, 5, 6, 7, 8];
const GROUNDS: readonly Paint[] = ['page', 'paper', 'raised', 'hover', 'selected', 'weekend', 'holiday', 'workday'];
const LIGHTS: readonly Paint[] = ['light-todo', 'light-doing', 'light-done', 'light-late', 'light-hold'];
const BARS: readonly Paint[] = EIGHT.flatMap((hue): Paint[] => [`hue${hue}-tint`, `hue${hue}-fill`]);

const HUE_INKS = EIGHT.map((hue): Paint => `hue${hue}-ink`);

const SCENES: readonly Scene[] = [1, 2, 3].flatMap((seed) => {
  const plan = { ...randomPlan(seed, 80), meta: { ...META, sample: true } };
  const folded = randomFold(plan, seed);
  const gantt = layoutGantt(plan, {
    rows: rows(plan, { folded }),
    scale: timescale({ zoom: 'day', from: '2019-01-01', to: '2019-12-31' }),
    today: '2019-09-20',
    calendar: CHINA,
    density: 'normal',
    side: SIDE,
    lang: 'zh',
  });
  return [gantt, layoutMindmap(plan, { folded, arrangement: 'both', today: '2019-09-20', lang: 'zh' })];
});

/** What is read: 4.5 to 1. */
const TEXT: readonly (readonly [Paint, readonly Paint[]])[] = [
  ['ink', [...GROUNDS, ...BARS, 'accent-tint', 'danger-tint']],
  ['muted', GROUNDS],
  ['faint', GROUNDS],
  ['accent', ['page', 'paper', 'raised', 'accent-tint', 'selected']],
  ['accent-ink', ['accent']],
  ['danger', ['page', 'paper', 'raised', 'danger-tint']],
  ['paper', ['ink']],
  ...EIGHT.flatMap((hue): [Paint, readonly Paint[]][] => [
    [`hue${hue}-ink`, ['page', 'paper', 'raised', `hue${hue}-tint`]],
    ['on-solid', [`hue${hue}-solid`]],
  ]),
];

/** What is seen: 3 to 1. */
const GRAPHICS: readonly (readonly [Paint, readonly Paint[]])[] = [
  ['ink', GROUNDS],
  ['muted', GROUNDS],
  ['faint', GROUNDS],
  ['accent', GROUNDS],
  ['danger', GROUNDS],
  ...LIGHTS.map((light): [Paint, readonly Paint[]] => [light, [...GROUNDS, ...BARS]]),
  ...EIGHT.map((hue): [Paint, readonly Paint[]] => [`hue${hue}-edge`, [...GROUNDS, `hue${hue}-tint`]]),
];

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
  ['print', PRINT],
] as const)('%s', (_name, theme: Theme) => {
  test('every colour is #rrggbb', () => {
    for (const value of Object.values(theme)) expect(value).toMatch(/^#[0-9a-f]{6}$/);
  });
  test('text meets WCAG AA on everything it stands on', () => {
    expect(tooClose(theme, TEXT, 4.5)).toEqual([]);
  });
  test('graphics meet WCAG AA on everything they stand on', () => {
    expect(tooClose(theme, GRAPHICS, 3)).toEqual([]);
  });
});

describe('what drawings use', () => {
  const shapes = SCENES.flatMap(({ layers }) =>
    layers.flatMap(({ groups }) => groups.flatMap((group) => group.shapes)),
  );
  test('no text is set in a colour that is not checked as text', () => {
    const used = new Set(shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.fill] : [])));
    expect([...used].filter((paint) => !TEXT.some(([over]) => over === paint))).toEqual([]);
  });
  test('no line is drawn in a colour that is not checked, but hairlines and rules, which only divide', () => {
    const used = new Set(shapes.flatMap((shape) => ('stroke' in shape && shape.stroke ? [shape.stroke] : [])));
    const checked = new Set<Paint>(['hairline', 'rule', ...GRAPHICS.map(([over]) => over), ...HUE_INKS]);
    expect([...used].filter((paint) => !checked.has(paint))).toEqual([]);
  });
});

function tooClose(theme: Theme, pairs: readonly (readonly [Paint, readonly Paint[]])[], least: number): string[] {
  return pairs.flatMap(([over, grounds]) =>
    grounds
      .filter((ground) => contrast(theme[over], theme[ground]) < least)
      .map((ground) => `${over} on ${ground}: ${contrast(theme[over], theme[ground]).toFixed(2)}`),
  );
}

test('all themes name the same paints', () => {
  expect(Object.keys(DARK)).toEqual(Object.keys(LIGHT));
  expect(Object.keys(PRINT)).toEqual(Object.keys(LIGHT));
});

test('print has no colour at all', () => {
  for (const value of Object.values(PRINT))
    expect(value.slice(1, 3) === value.slice(3, 5) && value.slice(3, 5) === value.slice(5)).toBe(true);
});

test('no type on screen is smaller than 13 px, and none on the wall smaller than 28', () => {
  for (const measures of Object.values(DENSITY))
    for (const size of [measures.text, measures.title, measures.small]) expect(size).toBeGreaterThanOrEqual(SIZE.text);
  for (const size of [DENSITY.wall.text, DENSITY.wall.title, DENSITY.wall.small])
    expect(size).toBeGreaterThanOrEqual(SIZE.wall);
});

describe('colour', () => {
  test('oklch agrees with published values', () => {
    expect(oklch(1, 0, 0)).toBe('#ffffff');
    expect(oklch(0, 0, 0)).toBe('#000000');
    expect(oklch(0.628, 0.2577, 29.23)).toBe('#ff0000');
    expect(oklch(0.452, 0.3132, 264.05)).toBe('#0000ff');
  });
  test('a colour no screen has loses chroma, not lightness', () => {
    expect(contrast(oklch(0.6, 0.4, 148), oklch(0.6, 0.1, 148))).toBeLessThan(1.15);
  });
  test('contrast is 21 between black and white, in either order', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  });
  test('a mix lies between', () => expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080'));
});

test('the page gets one variable for each paint', () => {
  expect(cssVariables(LIGHT).split('\n')).toHaveLength(Object.keys(LIGHT).length);
  expect(cssVariables(LIGHT)).toContain('--paper: #ffffff;');
});

test('faces with a space are quoted, generic ones are not, extra ones come first', () => {
  expect(fontFamily('sans', ['仿宋_GB2312'])).toMatch(/^'仿宋_GB2312', 'PingFang SC', .*system-ui, sans-serif$/);
});

test('the ninth section begins the hues again', () => {
  expect(Array.from({ length: 9 }, (_, index) => hueOf(index))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1]);
  expect(HUES).toHaveLength(8);
});
