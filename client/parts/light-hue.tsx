// The colour of one light: a hue to slide, how it looks in light and dark, and how well it stands out in the worst place.
import { RotateCcw } from 'lucide-react';
import { contrastIn, lightColour } from '../../shared/layout/light-hues.ts';
import { DARK, LIGHT } from '../../shared/layout/theme.ts';
import type { Light } from '../../shared/model/plan.ts';
import { useT } from '../state/hooks.ts';
import { ICON } from './icon.ts';
import { LightMark } from './light.tsx';

/** Where the slider stands while a light has its usual colour. */
const USUAL_HUES: Readonly<Record<Light, number>> = { todo: 60, doing: 250, done: 150, late: 18, hold: 310 };

export function LightHue({
  light,
  hue,
  set,
}: {
  readonly light: Light;
  /** None is the usual colour. */
  readonly hue: number | undefined;
  readonly set: ((hue: number | undefined) => void) | undefined;
}) {
  const t = useT();
  const called = t(`light.${light}`);
  return (
    <div className="light-hue">
      <Look light={light} hue={hue} dark={false} />
      <Look light={light} hue={hue} dark />
      {set && (
        <>
          <input
            type="range"
            min={0}
            max={359}
            aria-label={t('lights.hue', { light: called })}
            aria-valuetext={hue === undefined ? t('lights.hue.usual') : undefined}
            data-usual={hue === undefined || undefined}
            value={hue ?? USUAL_HUES[light]}
            onChange={(event) => set(Number(event.target.value))}
          />
          <button
            type="button"
            className="button small icon"
            aria-label={t('lights.hue.back', { light: called })}
            title={t('lights.hue.back', { light: called })}
            disabled={hue === undefined}
            onClick={() => set(undefined)}
          >
            <RotateCcw {...ICON} />
          </button>
        </>
      )}
    </div>
  );
}

/** On the paper of a theme, with its contrast where it is least. */
function Look({
  light,
  hue,
  dark,
}: {
  readonly light: Light;
  readonly hue: number | undefined;
  readonly dark: boolean;
}) {
  const t = useT();
  const theme = dark ? DARK : LIGHT;
  const colour = hue === undefined ? theme[`light-${light}`] : lightColour(theme, hue);
  const ratio = contrastIn(theme, colour).toFixed(1);
  const style = { background: theme.paper, color: theme.ink, [`--light-${light}`]: colour };
  return (
    <span className="light-look" style={style} title={t(dark ? 'lights.contrast.dark' : 'lights.contrast', { ratio })}>
      <LightMark light={light} size={14} />
      <span aria-hidden="true">{ratio}</span>
    </span>
  );
}
