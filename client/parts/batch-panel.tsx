// Several works changed alike: what is left as it is, stays as it is for each of them. One press, one step to undo.
import { useState } from 'react';
import { calendarOf } from '../../shared/model/almanac.ts';
import { isRefusal } from '../../shared/ops/change.ts';
import { editMany } from '../../shared/ops/batch.ts';
import type { Batch } from '../../shared/ops/batch.ts';
import { pickable } from '../../shared/ops/offices.ts';
import { lightWord } from '../i18n/light-word.ts';
import { sayRefusal } from '../i18n/refusal.ts';
import { isLight } from '../../shared/layout/chips.ts';
import { useCommands, useT, useView, useWholePlan } from '../state/hooks.ts';
import { LIGHTS } from './light.tsx';
import { Panel } from './panel.tsx';

const SAME = 'same';
const NONE = 'none';

export function BatchPanel({ close }: { readonly close: () => void }) {
  const t = useT();
  const plan = useWholePlan();
  const { run } = useCommands();
  const ids = useView((view) => view.selected);
  const [lead, setLead] = useState(SAME);
  const [keep, setKeep] = useState(false);
  const [light, setLight] = useState(SAME);
  const [reason, setReason] = useState('');
  const [progress, setProgress] = useState('');
  const [workdays, setWorkdays] = useState('');
  const batch: Batch = {
    ids,
    lead: lead === SAME ? undefined : { office: lead === NONE ? null : lead, keep },
    light: light === SAME ? undefined : { light: isLight(light) ? light : null, reason },
    progress: progress.trim() === '' ? undefined : Number(progress),
    workdays: workdays.trim() === '' ? undefined : Number(workdays),
  };
  const outcome = editMany(plan, batch, calendarOf(plan), Math.random);
  const no = isRefusal(outcome) ? outcome : undefined;
  return (
    <Panel title={t('batch.title', { n: ids.length })}>
      <form
        className="lead-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!run('batch.edit', batch)) close();
        }}
      >
        <label>
          <span className="label">{t('batch.lead')}</span>
          <select className="field" value={lead} onChange={(event) => setLead(event.target.value)}>
            <option value={SAME}>{t('batch.same')}</option>
            {pickable(plan).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={NONE}>{t('lead.nobody')}</option>
          </select>
        </label>
        {lead !== SAME && lead !== NONE && (
          <label className="lead-keep">
            <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.target.checked)} />
            {t('lead.keep')}
            {t('lead.keep.yes')}
          </label>
        )}
        <label>
          <span className="label">{t('batch.light')}</span>
          <select className="field" value={light} onChange={(event) => setLight(event.target.value)}>
            <option value={SAME}>{t('batch.same')}</option>
            <option value={NONE}>{t('inspector.light.auto')}</option>
            {LIGHTS.map((each) => (
              <option key={each} value={each}>
                {lightWord(t, plan, each)}
              </option>
            ))}
          </select>
        </label>
        {isLight(light) && (
          <label>
            <span className="label">{t('batch.reason')}</span>
            <input
              className="field"
              value={reason}
              maxLength={2000}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        )}
        <div className="row">
          <label className="grow">
            <span className="label">{t('batch.progress')}</span>
            <input
              className="field"
              type="number"
              min={0}
              max={100}
              step={5}
              placeholder={t('batch.same')}
              value={progress}
              onChange={(event) => setProgress(event.target.value)}
            />
          </label>
          <label className="grow">
            <span className="label">{t('batch.workdays')}</span>
            <input
              className="field"
              type="number"
              min={-1000}
              max={1000}
              placeholder={t('batch.same')}
              value={workdays}
              onChange={(event) => setWorkdays(event.target.value)}
            />
          </label>
        </div>
        <p className="hint">{t('batch.workdays.hint')}</p>
        <p className="hint warn" role="alert">
          {no && no.refused !== 'nothing-to-do' && sayRefusal(t, no)}
        </p>
        <div className="row lead-acts">
          <button type="button" className="button line" onClick={close}>
            {t('lead.cancel')}
          </button>
          <button type="submit" className="button main" disabled={no !== undefined}>
            {t('batch.ok')}
          </button>
        </div>
      </form>
    </Panel>
  );
}
