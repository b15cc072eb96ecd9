// 基线: the dates as they were kept, which of them the chart shows, and for the chair keeping and dropping them.
import { useState } from 'react';
import { deviations } from '../../shared/model/deviations.ts';
import type { Baseline, Id } from '../../shared/model/plan.ts';
import { isRefusal } from '../../shared/ops/change.ts';
import { keepBaseline, LONGEST_BASELINE_NAME } from '../../shared/ops/baselines.ts';
import { longDay } from '../i18n/days.ts';
import { sayRefusal } from '../i18n/refusal.ts';
import { useCommands, useGrant, useLang, useMayEdit, useT, useToday, useView, useWholePlan } from '../state/hooks.ts';
import { Panel } from './panel.tsx';

export function BaselinesPanel() {
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const shown = useView((view) => view.baselines);
  const chair = useGrant().role === 'chair';
  const mine = useMayEdit() && chair;
  const { run } = useCommands();
  const [gone, setGone] = useState<{ readonly id: Id; readonly value: Baseline }>();
  const kept = [...plan.records.baseline].sort(([, a], [, b]) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const drop = (id: Id, value: Baseline): void => {
    if (!run('baseline.drop', { id })) setGone({ id, value });
  };
  const back = (): void => {
    if (gone) run('baseline.restore', gone);
    setGone(undefined);
  };
  return (
    <Panel title={t('baseline.title')}>
      <p className="hint">{t(mine ? 'baseline.what' : 'baseline.chair')}</p>
      {mine && <Keep />}
      {kept.length === 0 && <p className="quiet">{t('baseline.none')}</p>}
      <ul className="baselines">
        {kept.map(([id, value]) => (
          <li key={id}>
            <label className="row">
              <input type="checkbox" checked={shown.includes(id)} onChange={() => run('baseline.show', { id })} />
              <span className="clip">{value.name}</span>
            </label>
            <span className="quiet number">
              {longDay(lang, value.at)}
              {value.by && ` · ${value.by}`}
            </span>
            <span className="quiet number">{t('baseline.moved', { n: deviations(plan, value).size })}</span>
            {mine && (
              <button
                type="button"
                className="button small line"
                aria-label={t('baseline.drop', { name: value.name })}
                onClick={() => drop(id, value)}
              >
                {t('baseline.remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {gone && !plan.records.baseline.has(gone.id) && (
        <p className="row" role="status">
          {t('baseline.gone', { name: gone.value.name })}
          <button type="button" className="button small line" onClick={back}>
            {t('cmd.view.undo')}
          </button>
        </p>
      )}
      {kept.length > 0 && <p className="hint">{t('baseline.two')}</p>}
    </Panel>
  );
}

function Keep() {
  const t = useT();
  const plan = useWholePlan();
  const at = useToday();
  const { run } = useCommands();
  const [typed, setTyped] = useState<string>();
  const [no, setNo] = useState('');
  const name = typed ?? freeName(t('baseline.usual'), [...plan.records.baseline.values()]);
  const keep = (): void => {
    const outcome = keepBaseline(plan, { id: 'tried', name, at, by: '' });
    setNo(isRefusal(outcome) ? sayRefusal(t, outcome) : '');
    if (isRefusal(outcome)) return;
    run('baseline.keep', { name });
    setTyped(undefined);
  };
  return (
    <form
      className="baseline-keep"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <input
        className="field"
        aria-label={t('baseline.name')}
        value={name}
        maxLength={LONGEST_BASELINE_NAME}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button main">
        {t('baseline.keep')}
      </button>
      {no && (
        <p className="hint warn" role="alert">
          {no}
        </p>
      )}
    </form>
  );
}

/** 定稿, or 定稿2 when there is one. */
function freeName(usual: string, kept: readonly Baseline[]): string {
  const taken = new Set(kept.map(({ name }) => name));
  let name = usual;
  for (let n = 2; taken.has(name); n++) name = `${usual}${n}`;
  return name;
}
