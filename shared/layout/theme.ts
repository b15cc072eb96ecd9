// The design tokens: names, and their values for light, dark and print. The page writes them to :root as `--<name>`; exports inline them.
import { mix, oklch } from './colour.ts';

export const HUES = [28, 62, 98, 148, 192, 236, 280, 332] as const;

export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/**
 * A colour by what it is for. Section hues are `hue1-…` to `hue8-…`: `tint` the bar's body, `fill` its progress,
 * `edge` its rim, `ink` text in that hue, `solid` a filled pill that carries `on-solid` text.
 */
export type Paint =
  | 'page'
  | 'paper'
  | 'raised'
  | 'ink'
  | 'muted'
  | 'faint'
  | 'hairline'
  | 'rule'
  | 'hover'
  | 'selected'
  | 'weekend'
  | 'holiday'
  | 'workday'
  | 'accent'
  | 'accent-ink'
  | 'accent-tint'
  | 'danger'
  | 'danger-tint'
  | 'on-solid'
  | 'light-todo'
  | 'light-doing'
  | 'light-done'
  | 'light-late'
  | 'light-hold'
  | HuePaint;

type HuePaint = `hue${Hue}-${'tint' | 'fill' | 'edge' | 'ink' | 'solid'}`;

export type Theme = Readonly<Record<Paint, string>>;

/** Every length that more than one drawing shares, in CSS px. */
export const SIZE = {
  row: 36,
  rowDense: 28,
  rowWall: 56,
  bar: 22,
  radius: 6,
  edge: 3,
  diamond: 14,
  handle: 8,
  touch: 44,
  corner: 6,
  text: 13,
  body: 14,
  wall: 28,
} as const;

export type Density = 'normal' | 'dense' | 'snug' | 'print' | 'tight' | 'wall';

/** The Gantt's measures at each density, in px; `band` is one of the two bands of the time header. */
export const DENSITY: Readonly<Record<Density, Measures>> = {
  normal: {
    row: SIZE.row,
    bar: SIZE.bar,
    text: 13,
    title: 14,
    small: 13,
    glyph: 12,
    diamond: 14,
    band: 28,
    pad: 12,
    indent: 16,
  },
  dense: {
    row: SIZE.rowDense,
    bar: 20,
    text: 13,
    title: 13,
    small: 13,
    glyph: 11,
    diamond: 13,
    band: 26,
    pad: 10,
    indent: 14,
  },
  /** On sheets: rows as low as they need be for one sheet less. */
  snug: { row: 22, bar: 17, text: 13, title: 13, small: 13, glyph: 11, diamond: 13, band: 24, pad: 10, indent: 14 },
  print: { row: 17, bar: 14, text: 13, title: 13, small: 13, glyph: 11, diamond: 12, band: 22, pad: 9, indent: 13 },
  /** A whole year on one sheet: as close as 7 pt type can stand. */
  tight: { row: 14.5, bar: 12.5, text: 13, title: 13, small: 13, glyph: 10, diamond: 11, band: 17, pad: 9, indent: 12 },
  wall: {
    row: SIZE.rowWall,
    bar: 42,
    text: 28,
    title: 28,
    small: 28,
    glyph: 24,
    diamond: 28,
    band: 48,
    pad: 20,
    indent: 28,
  },
};

export interface Measures {
  readonly row: number;
  readonly bar: number;
  /** Type on bars. */
  readonly text: number;
  /** Type of titles in the table. */
  readonly title: number;
  /** Type of everything else: numbers, offices, dates, the header. */
  readonly small: number;
  readonly glyph: number;
  readonly diamond: number;
  readonly band: number;
  readonly pad: number;
  readonly indent: number;
}

/** Fallback lists: the first face a machine has is used. Written names, because exports name them too. */
export const FACES = {
  sans: [
    'PingFang SC',
    'HarmonyOS Sans SC',
    'Microsoft YaHei',
    'Noto Sans CJK SC',
    'Noto Sans SC',
    'system-ui',
    'sans-serif',
  ],
  song: ['Songti SC', 'SimSun', 'Noto Serif CJK SC', 'Noto Serif SC', 'serif'],
  /** 仿宋, 黑体, 楷体 and 小标宋: what an official document is set in. */
  fang: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '仿宋',
    'FangSong',
    'STFangsong',
    'Noto Serif CJK SC',
    'Noto Serif SC',
    'serif',
  ],
  hei: ['黑体', 'SimHei', 'Heiti SC', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'sans-serif'],
  kai: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', 'Kaiti SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'serif'],
  biao: [
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05S',
    '方正小标宋_GBK',
    'Songti SC',
    'Noto Serif CJK SC',
    'Noto Serif SC',
    'serif',
  ],
} as const;

export type FaceName = keyof typeof FACES;

export const LIGHT: Theme = {
  page: oklch(0.985, 0.003, 85),
  paper: '#ffffff',
  raised: '#ffffff',
  ink: oklch(0.24, 0.01, 60),
  muted: oklch(0.48, 0.012, 60),
  faint: oklch(0.53, 0.01, 60),
  hairline: oklch(0.925, 0.004, 85),
  rule: oklch(0.86, 0.006, 85),
  hover: oklch(0.967, 0.004, 85),
  selected: oklch(0.955, 0.02, 38),
  weekend: oklch(0.967, 0.004, 85),
  holiday: oklch(0.966, 0.015, 40),
  workday: oklch(0.982, 0.008, 236),
  accent: oklch(0.54, 0.178, 33),
  'accent-ink': '#ffffff',
  'accent-tint': oklch(0.945, 0.03, 38),
  danger: oklch(0.52, 0.19, 18),
  'danger-tint': oklch(0.95, 0.025, 18),
  'on-solid': '#ffffff',
  'light-todo': oklch(0.52, 0.01, 60),
  'light-doing': oklch(0.5, 0.13, 250),
  'light-done': oklch(0.5, 0.12, 150),
  'light-late': oklch(0.52, 0.19, 18),
  'light-hold': oklch(0.5, 0.06, 310),
  ...hues((h) => {
    const edge = oklch(0.6, 0.11, h);
    return {
      tint: mix(edge, '#ffffff', 0.14),
      fill: mix(edge, '#ffffff', 0.38),
      edge,
      ink: oklch(0.44, 0.1, h),
      solid: oklch(0.52, 0.11, h),
    };
  }),
};

const DARK_PAPER = oklch(0.215, 0.006, 60);

export const DARK: Theme = {
  page: oklch(0.185, 0.006, 60),
  paper: DARK_PAPER,
  raised: oklch(0.26, 0.007, 60),
  ink: oklch(0.93, 0.006, 85),
  muted: oklch(0.74, 0.01, 75),
  faint: oklch(0.665, 0.01, 70),
  hairline: oklch(0.285, 0.006, 60),
  rule: oklch(0.37, 0.007, 60),
  hover: oklch(0.25, 0.007, 60),
  selected: oklch(0.29, 0.035, 35),
  weekend: oklch(0.195, 0.005, 60),
  holiday: oklch(0.245, 0.024, 35),
  workday: oklch(0.235, 0.015, 236),
  accent: oklch(0.69, 0.16, 36),
  'accent-ink': oklch(0.185, 0.006, 60),
  'accent-tint': oklch(0.3, 0.05, 36),
  danger: oklch(0.72, 0.15, 18),
  'danger-tint': oklch(0.3, 0.05, 18),
  'on-solid': oklch(0.98, 0.004, 85),
  'light-todo': oklch(0.74, 0.01, 75),
  'light-doing': oklch(0.76, 0.1, 245),
  'light-done': oklch(0.78, 0.12, 150),
  'light-late': oklch(0.74, 0.15, 18),
  'light-hold': oklch(0.76, 0.06, 310),
  ...hues((h) => {
    const edge = oklch(0.7, 0.11, h);
    return {
      tint: mix(edge, DARK_PAPER, 0.14),
      fill: mix(edge, DARK_PAPER, 0.38),
      edge,
      ink: oklch(0.83, 0.085, h),
      solid: oklch(0.5, 0.1, h),
    };
  }),
};

/** Black and white: shapes, words, edges and greys have to say everything. */
export const PRINT: Theme = {
  page: '#ffffff',
  paper: '#ffffff',
  raised: '#ffffff',
  ink: '#000000',
  muted: '#333333',
  faint: '#5c5c5c',
  hairline: '#d0d0d0',
  rule: '#8c8c8c',
  hover: '#ffffff',
  selected: '#ffffff',
  weekend: '#f3f3f3',
  holiday: '#e6e6e6',
  workday: '#ffffff',
  accent: '#000000',
  'accent-ink': '#ffffff',
  'accent-tint': '#eeeeee',
  danger: '#000000',
  'danger-tint': '#ffffff',
  'on-solid': '#000000',
  'light-todo': '#000000',
  'light-doing': '#000000',
  'light-done': '#000000',
  'light-late': '#000000',
  'light-hold': '#000000',
  ...hues(() => ({ tint: '#ffffff', fill: '#cccccc', edge: '#333333', ink: '#000000', solid: '#e2e2e2' })),
};

/** The declarations of a `:root` rule. */
export function cssVariables(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, value]) => `--${name}: ${value};`)
    .join('\n');
}

/** A face as CSS and SVG write it: names with a space quoted, generic words bare. `extra` comes first. */
export function fontFamily(face: keyof typeof FACES, extra: readonly string[] = []): string {
  return [...extra, ...FACES[face]].map((name) => (/^[a-z-]+$/.test(name) ? name : `'${name}'`)).join(', ');
}

/** The hue of the n-th section, counted from 0; there are eight, then they start again. */
export function hueOf(index: number): Hue {
  return ((((index % 8) + 8) % 8) + 1) as Hue;
}

type Shades = Readonly<Record<'tint' | 'fill' | 'edge' | 'ink' | 'solid', string>>;

function hues(shadesOf: (h: number) => Shades): Record<HuePaint, string> {
  const found = {} as Record<HuePaint, string>;
  HUES.forEach((h, index) => {
    for (const [shade, value] of Object.entries(shadesOf(h)))
      found[`hue${hueOf(index)}-${shade as keyof Shades}`] = value;
  });
  return found;
}
