// 状态灯规则: what the bureau calls the five lights, and when work counts as late. The chair sets it, everybody may read it.
import { useState } from 'react';
import { nearHues } from '../../shared/layout/light-hues.ts';
import type { Light, LightRules } from '../../shared/model/plan.ts';
import { USUAL } from '../../shared/model/lights.ts';
import { LONGEST_NAME, MOST_DAYS } from '../../shared/ops/lights.ts';
import type { TextKey } from '../i18n/t.ts';
import { useCommands, useGrant, useLightRules, useT } from '../state/hooks.ts';
import '../style/lights.css';
import { LightHue } from './light-hue.tsx';
import { LIGHTS, LightMark } from './light.tsx';
import { Panel } from './panel.tsx';

export function LightsPanel({ close }: { readonly close: () => void }) {
  const t = useT();
  const { role } = useGrant();
  const rules = useLightRules();
  return (
    <Panel title={t('lights.title')}>
      {/* Somebody else's change while the form is open begins it anew: two chairs never write over each other unseen. */}
      <Rules key={JSON.stringify(rules ?? {})} rules={rules} mine={role === 'chair'} close={close} />
    </Panel>
  );
}

interface Props {
  readonly rules: LightRules | undefined;
  readonly mine: boolean;
  readonly close: () => void;
}

function Rules({ rules, mine, close }: Props) {
  const t = useT();
  const { run } = useCommands();
  const [names, setNames] = useState<Partial<Record<Light, string>>>(rules?.names ?? {});
  const [points, setPoints] = useState(String(rules?.latePoints ?? USUAL.latePoints));
  const [days, setDays] = useState(String(rules?.graceDays ?? USUAL.graceDays));
  const [soon, setSoon] = useState(String(rules?.soonDays ?? 0));
  const [hues, setHues] = useState<NonNullable<LightRules['hues']>>(rules?.hues ?? {});
  const late = names.late?.trim() || t('light.late');
  const plain = Object.values(names).every((name) => !name.trim()) && Object.keys(hues).length === 0;
  const usual = plain && +points === USUAL.latePoints && +days === USUAL.graceDays && +soon === 0;
  const reset = (): void => {
    setNames({});
    setPoints(String(USUAL.latePoints));
    setDays(String(USUAL.graceDays));
    setSoon('0');
    setHues({});
  };
  const paint = (light: Light, hue: number | undefined): void => {
    const { [light]: _, ...others } = hues;
    setHues(hue === undefined ? others : { ...others, [light]: hue });
  };
  const measure = (key: 'points' | 'days' | 'soon', value: string, most: number, set: (value: string) => void) => (
    <div className="lights-measure">
      <label>
        <span>{t(`lights.${key}`)}</span>
        <input
          className="field"
          type="number"
          required
          min={0}
          max={most}
          step={1}
          value={value}
          readOnly={!mine}
          aria-describedby={`lights-${key}-why`}
          onChange={(event) => set(event.target.value)}
        />
        <span>{t(`lights.${key}.unit`)}</span>
      </label>
      <p className="hint" id={`lights-${key}-why`}>
        {t(sentence(key, +value), { n: value, late })}
      </p>
    </div>
  );
  return (
    <form
      className="lights-form"
      onSubmit={(event) => {
        event.preventDefault();
        const refused = run('lights.set', { names, hues, latePoints: +points, graceDays: +days, soonDays: +soon });
        if (!refused || refused.refused === 'nothing-to-do') close();
      }}
    >
      <p className="hint">{t(mine ? 'lights.hint' : 'lights.hint.read')}</p>
      <fieldset>
        <legend className="label">{t('lights.names')}</legend>
        {LIGHTS.map((light) => (
          <label key={light} className="lights-name">
            <LightMark light={light} size={14} />
            <input
              className="field"
              aria-label={t('lights.name', { light: t(`light.${light}`) })}
              placeholder={t(`light.${light}`)}
              maxLength={LONGEST_NAME}
              value={names[light] ?? ''}
              readOnly={!mine}
              onChange={(event) => setNames({ ...names, [light]: event.target.value })}
            />
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend className="label">{t('lights.hues')}</legend>
        <p className="hint">{t('lights.hues.hint')}</p>
        {LIGHTS.map((light) => (
          <LightHue key={light} light={light} hue={hues[light]} set={mine ? (hue) => paint(light, hue) : undefined} />
        ))}
        {nearHues(hues).map(([a, b]) => (
          <p key={a + b} className="warn-text">
            {t('lights.hues.near', { a: names[a]?.trim() || t(`light.${a}`), b: names[b]?.trim() || t(`light.${b}`) })}
          </p>
        ))}
      </fieldset>
      <fieldset>
        <legend className="label">{t('lights.when', { late })}</legend>
        {measure('points', points, 100, setPoints)}
        {measure('days', days, MOST_DAYS, setDays)}
        {measure('soon', soon, MOST_DAYS, setSoon)}
        <p className="hint">{t('lights.by-hand')}</p>
      </fieldset>
      {mine && (
        <div className="row lights-end">
          <button type="button" className="button" disabled={usual} onClick={reset}>
            {t('lights.reset')}
          </button>
          <button type="submit" className="button main">
            {t('lights.save')}
          </button>
        </div>
      )}
    </form>
  );
}

/** The rule as a sentence; the ends of the scale say what they come to. */
function sentence(key: 'points' | 'days' | 'soon', value: number): TextKey {
  if (key === 'soon') return value === 0 ? 'lights.soon.none' : 'lights.soon.why';
  if (key === 'points') return value >= 100 ? 'lights.points.never' : 'lights.points.why';
  return value === 0 ? 'lights.days.none' : 'lights.days.why';
}
