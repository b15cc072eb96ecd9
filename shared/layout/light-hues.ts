// A bureau's own colours for the lights: it chooses the hue; how light and how strong it is follows from what it must be seen on.
import type { Light, LightRules } from '../model/plan.ts';
import { LIGHTS } from '../model/readers.ts';
import { contrast, oklch } from './colour.ts';
import { DARK, HUES, hueOf } from './theme.ts';
import type { Paint, Theme } from './theme.ts';

/** What lights stand on: every ground of the page, and bars, done or not. */
const GROUNDS: readonly Paint[] = [
  ...(['page', 'paper', 'raised', 'hover', 'selected', 'weekend', 'holiday', 'workday'] as const),
  ...HUES.flatMap((_, index): Paint[] => [`hue${hueOf(index)}-tint`, `hue${hueOf(index)}-fill`]),
];
/** WCAG AA of what is seen and not read. */
const LEAST = 3;
const CHROMA = 0.13;

/** The worst contrast a colour has in a theme. */
export function contrastIn(theme: Theme, colour: string): number {
  return Math.min(...GROUNDS.map((ground) => contrast(colour, theme[ground])));
}

/** The colour of a hue that stands out everywhere in the theme: as near the usual lightness as that allows. */
export function lightColour(theme: Theme, hue: number): string {
  const dark = theme === DARK;
  const step = dark ? 0.01 : -0.01;
  let l = dark ? 0.76 : 0.52;
  while (l > 0.2 && l < 0.95 && contrastIn(theme, oklch(l, CHROMA, hue)) < LEAST) l += step;
  return oklch(l, CHROMA, hue);
}

/** The theme with the bureau's own hues; a theme without colour stays as it is. */
export function themeWith(theme: Theme, rules: LightRules | undefined): Theme {
  const hues = rules?.hues;
  if (!hues || theme['light-done'] === theme['light-late']) return theme;
  const own = LIGHTS.flatMap((light) => {
    const hue = hues[light];
    return hue === undefined ? [] : [[`light-${light}`, lightColour(theme, hue)] as const];
  });
  return { ...theme, ...Object.fromEntries(own) };
}

/** Pairs of lights whose hues lie so near that only shape and word tell them apart. */
export function nearHues(hues: NonNullable<LightRules['hues']>): readonly (readonly [Light, Light])[] {
  const chosen = LIGHTS.filter((light) => hues[light] !== undefined);
  return chosen.flatMap((a, index) =>
    chosen.slice(index + 1).flatMap((b): (readonly [Light, Light])[] => {
      const apart = Math.abs(hues[a]! - hues[b]!);
      return Math.min(apart, 360 - apart) < NEAR ? [[a, b]] : [];
    }),
  );
}

const NEAR = 25;
