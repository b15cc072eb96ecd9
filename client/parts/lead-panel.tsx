// The step between dragging work into another lane and another office leading it: who led, who is to lead, and what becomes of the first.
import { useState } from 'react';
import { COLLECTIVE } from '../../shared/layout/lane.ts';
import { shortTitle } from '../../shared/layout/label.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import { isRefusal } from '../../shared/ops/change.ts';
import { setLead } from '../../shared/ops/leads.ts';
import { pickable } from '../../shared/ops/offices.ts';
import { sayRefusal } from '../i18n/refusal.ts';
import { useCommands, useLang, useT, useWholePlan } from '../state/hooks.ts';
import { Panel } from './panel.tsx';

/** `asked` is `lead/`, the lane, `/` and the ids. */
export function LeadPanel({ asked, close }: { readonly asked: string; readonly close: () => void }) {
  const [, lane = '', list = ''] = asked.split('/');
  const ids = list.split(',');
  const t = useT();
  const lang = useLang();
  const plan = useWholePlan();
  const { run } = useCommands();
  const [office, setOffice] = useState(() => meant(plan, lane, ids));
  const [keep, setKeep] = useState(false);
  const args = { ids, office: office === '' ? null : office, keep };
  const outcome = setLead(plan, args, Math.random);
  const no = isRefusal(outcome) ? outcome : undefined;
  const nodes = ids.flatMap((id) => plan.nodes.get(id) ?? []);
  const [only] = nodes;
  const to = plan.offices.get(office)?.name ?? t('lead.none');
  return (
    <Panel title={t('lead.title')}>
      <form
        className="lead-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!run('lanes.set-lead', args)) close();
        }}
      >
        <p>
          {only && nodes.length === 1
            ? t('lead.one', { title: shortTitle(only, lang), from: leadsOf(plan, only.id) || t('lead.none'), to })
            : t('lead.many', { n: nodes.length, to })}
        </p>
        <label>
          <span className="label">{t('lead.to')}</span>
          <select className="field" value={office} onChange={(event) => setOffice(event.target.value)}>
            {pickable(plan).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="">{t('lead.nobody')}</option>
          </select>
        </label>
        {office !== '' && (
          <fieldset>
            <legend className="label">{t('lead.keep')}</legend>
            {([false, true] as const).map((each) => (
              <label key={String(each)} className="lead-keep">
                <input type="radio" name="keep" checked={keep === each} onChange={() => setKeep(each)} />
                {t(each ? 'lead.keep.yes' : 'lead.keep.no')}
              </label>
            ))}
          </fieldset>
        )}
        <p className="hint warn" role="alert">
          {no && (no.refused === 'nothing-to-do' ? t('lead.same') : sayRefusal(t, no))}
        </p>
        <div className="row lead-acts">
          <button type="button" className="button line" onClick={close}>
            {t('lead.cancel')}
          </button>
          {/* The answer is asked for: Enter confirms, Escape leaves it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <button type="submit" className="button main" disabled={no !== undefined} autoFocus>
            {t('lead.ok')}
          </button>
        </div>
      </form>
    </Panel>
  );
}

/** The office a lane stands for; without a lane, the first that leads none of them. */
function meant(plan: Plan, lane: string, ids: readonly Id[]): Id {
  if (lane === '') return '';
  if (plan.offices.has(lane)) return lane;
  const free = pickable(plan).filter(({ id }) => !ids.every((each) => firstLead(plan, each) === id));
  return (lane === COLLECTIVE ? free.find(({ collective }) => collective) : free[0])?.id ?? '';
}

function firstLead(plan: Plan, id: Id): Id | undefined {
  const [first] = plan.nodes.get(id)?.lead.keys() ?? [];
  return first;
}

function leadsOf(plan: Plan, id: Id): string {
  return [...(plan.nodes.get(id)?.lead.keys() ?? [])].flatMap((each) => plan.offices.get(each)?.name ?? []).join('、');
}
