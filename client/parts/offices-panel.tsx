// The register of offices: one line each; the chosen one opens to be renamed, coloured, ordered, merged, expanded.
import { useState } from 'react';
import type { Id, Office } from '../../shared/model/plan.ts';
import { byOrder } from '../../shared/model/order.ts';
import { useCommands, useMayEdit, useT, useWholePlan } from '../state/hooks.ts';
import '../style/offices.css';
import { countsOf } from './office-counts.ts';
import type { Counts } from './office-counts.ts';
import { officeColor } from './office-color.ts';
import { OfficeCard } from './office-card.tsx';
import { Panel } from './panel.tsx';

export function OfficesPanel() {
  const t = useT();
  const plan = useWholePlan();
  const mayEdit = useMayEdit();
  const [open, setOpen] = useState<Id>();
  const counts = countsOf(plan);
  const offices = [...plan.offices.values()].sort(byOrder);
  const live = offices.filter(({ into }) => into === undefined);
  const merged = offices.filter(({ into }) => into !== undefined);
  return (
    <Panel title={t('offices.title')}>
      <p className="hint">{t(offices.length > 0 ? 'offices.hint' : 'offices.none')}</p>
      <ul className="register scroll">
        {live.map((office) => (
          <li key={office.id} data-open={open === office.id}>
            <Line
              office={office}
              counts={counts.get(office.id)}
              open={open === office.id}
              toggle={() => setOpen(open === office.id ? undefined : office.id)}
            />
            {open === office.id && (
              <OfficeCard office={office} live={live} counts={counts.get(office.id)} mayEdit={mayEdit} />
            )}
          </li>
        ))}
        {merged.map((office) => (
          <li key={office.id} className="quiet register-line merged">
            <span className="dot" style={{ background: officeColor(office) }} />
            <span>{office.name}</span>
            <span>{t('offices.merged', { name: plan.offices.get(office.into!)?.name ?? '' })}</span>
          </li>
        ))}
      </ul>
      {mayEdit && <NewOffice />}
    </Panel>
  );
}

interface LineProps {
  readonly office: Office;
  readonly counts: Counts | undefined;
  readonly open: boolean;
  readonly toggle: () => void;
}

function Line({ office, counts, open, toggle }: LineProps) {
  const t = useT();
  return (
    <button type="button" className="register-line" aria-expanded={open} onClick={toggle}>
      <span className="dot" style={{ background: officeColor(office) }} />
      <span className="clip">
        {office.name}
        {office.collective && <span className="badge">{t('offices.collective')}</span>}
      </span>
      <span className="quiet tabular">
        {t('offices.counts', { lead: counts?.lead.length ?? 0, assist: counts?.assist.length ?? 0 })}
      </span>
    </button>
  );
}

function NewOffice() {
  const t = useT();
  const { run } = useCommands();
  const [name, setName] = useState('');
  const add = (): void => {
    if (name.trim() !== '' && !run('content.add-office', { name })) setName('');
  };
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <input
        className="field"
        aria-label={t('offices.new')}
        placeholder={t('offices.new')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button line" disabled={name.trim() === ''}>
        {t('offices.add')}
      </button>
    </form>
  );
}
