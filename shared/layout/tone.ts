// Which colour a topic of the mind map carries: its section's, its lead office's or its light's. Knows paints, no plan.
import type { Light, Office } from '../model/plan.ts';
import { HUES, hueOf } from './theme.ts';
import type { Hue, Paint } from './theme.ts';

/** What the colours of the map stand for; everybody chooses for themselves. */
export const COLOURINGS = ['section', 'office', 'light'] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** A pill's ground and the words on it; the edge, ink and tint of everything else. */
export interface Tone {
  readonly solid: Paint;
  readonly on: Paint;
  readonly edge: Paint;
  readonly ink: Paint;
  readonly tint: Paint;
}

const PLAIN: Tone = { solid: 'hover', on: 'ink', edge: 'faint', ink: 'muted', tint: 'hover' };

const TONES = Object.fromEntries(
  HUES.map((_, index) => {
    const hue = hueOf(index);
    const tone: Tone = {
      solid: `hue${hue}-solid`,
      on: 'on-solid',
      edge: `hue${hue}-edge`,
      ink: `hue${hue}-ink`,
      tint: `hue${hue}-tint`,
    };
    return [hue, tone];
  }),
) as Readonly<Record<Hue, Tone>>;

/** Of a section hue; the same object every time. */
export function toneOf(hue: Hue): Tone {
  return TONES[hue];
}

/** The section hue nearest to the office's own; without one office there is no colour. */
export function officeTone(office: Pick<Office, 'hue'> | undefined): Tone {
  if (!office) return PLAIN;
  const away = HUES.map((hue) => Math.abs(((hue - office.hue + 540) % 360) - 180));
  return TONES[hueOf(away.indexOf(Math.min(...away)))];
}

const OF_LIGHT: Readonly<Record<Light, Tone>> = {
  todo: PLAIN,
  doing: TONES[6],
  done: TONES[4],
  late: TONES[1],
  hold: TONES[7],
};

export function lightTone(light: Light): Tone {
  return OF_LIGHT[light];
}
