// 结转为下一年度: every clause with what becomes of it and why, the dates as they would move, and what must be looked at; then the new plan is made.
import { useMemo, useState } from 'react';
import type { Fate, Plan } from '../../shared/model/plan.ts';
import { planPath } from '../../shared/protocol/api.ts';
import { carryRows, nextTitle, oldYears } from '../../shared/yaodian/carry.ts';
import type { CarryRow as Row } from '../../shared/yaodian/carry.ts';
import { useCommands, useGrant, useLang, useNumbers, useT, useWholePlan } from '../state/hooks.ts';
import { makeNext } from '../state/session.ts';
import { CarryRow } from './carry-row.tsx';
import { Panel } from './panel.tsx';
import '../style/carry.css';

type Show = 'all' | 'none' | 'flags';

export function CarryPanel() {
  const t = useT();
  const plan = useWholePlan();
  const { year } = plan.meta;
  if (year === undefined)
    return (
      <Panel title={t('cmd.carry.open')}>
        <p>{t('carry.no-year')}</p>
      </Panel>
    );
  return (
    <Panel title={t('carry.title', { year: year + 1 })}>
      <p className="hint">{t('carry.hint', { year: year + 1 })}</p>
      <Rows plan={plan} year={year} />
    </Panel>
  );
}

function Rows({ plan, year }: { readonly plan: Plan; readonly year: number }) {
  const t = useT();
  const { run } = useCommands();
  const rows = useMemo(() => carryRows(plan), [plan]);
  const old = useMemo(() => oldYears(plan), [plan]);
  const numbers = useNumbers();
  const [show, setShow] = useState<Show>('all');
  const open = rows.filter(({ fate }) => fate === undefined);
  const count = (fate: Fate): number => rows.filter((row) => row.fate === fate).length;
  const counts = { done: count('done'), carry: count('carry'), routine: count('routine'), close: count('close') };
  const shown = rows.filter(
    ({ fate, flags, dates }) =>
      show === 'all' ||
      (show === 'none' ? fate === undefined : flags.length > 0 || dates.some(({ moved }) => moved?.end.unsure)),
  );
  return (
    <>
      <div className="row wrap">
        <p className="carry-counts grow" role="status">
          {t('carry.counts', { ...counts, none: open.length })}
        </p>
        <div className="row" role="group">
          {(['all', 'none', 'flags'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className={show === each ? 'chip on' : 'chip'}
              aria-pressed={show === each}
              onClick={() => setShow(each)}
            >
              {t(`carry.show.${each}`)}
            </button>
          ))}
        </div>
      </div>
      {old.preamble && <p className="hint warn">{t('carry.old.preamble', { year })}</p>}
      {old.headings.length > 0 && (
        <p className="hint warn">
          {t('carry.old.headings', { year, numbers: old.headings.map((id) => numbers.get(id)?.label).join('、') })}
        </p>
      )}
      <ul className="carry-rows">
        {shown.map((row) => (
          <CarryRow key={row.node} row={row} plan={plan} />
        ))}
      </ul>
      {open.length > 0 && (
        <div className="row">
          <span className="grow" />
          <button
            type="button"
            className="button small line"
            onClick={() => run('carry.fate', { ids: open.map(({ node }) => node), fate: 'carry' })}
          >
            {t('carry.rest')}
          </button>
        </div>
      )}
      <Make rows={rows} plan={plan} year={year + 1} />
    </>
  );
}

function Make({ rows, plan, year }: { readonly rows: readonly Row[]; readonly plan: Plan; readonly year: number }) {
  const t = useT();
  const lang = useLang();
  const grant = useGrant();
  const [typed, setTyped] = useState<string>();
  const [unsure, setUnsure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const title = typed ?? nextTitle(plan.meta.title, year);
  const open = rows.filter(({ fate }) => fate === undefined).length;
  const doubtful = rows
    .flatMap(({ dates }) => dates)
    .filter(({ moved }) => moved?.start.unsure ?? moved?.end.unsure).length;
  const make = async (): Promise<void> => {
    setBusy(true);
    const reply = await makeNext(grant.plan, { title: title.trim(), unsure });
    setBusy(false);
    // The session has a new plan in it now: the page is entered anew.
    if (reply.ok) location.assign(planPath(reply.value.id));
    else setFault(reply.why === 'offline' ? t('entry.offline.text') : reply.why.message[lang]);
  };
  return (
    <form
      className="carry-make"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      {doubtful > 0 && (
        <label className="row">
          <input type="checkbox" checked={unsure} onChange={(event) => setUnsure(event.target.checked)} />
          {t('carry.unsure.take', { n: doubtful })}
        </label>
      )}
      <div className="row wrap">
        <input
          className="field grow"
          aria-label={t('carry.new-title')}
          value={title}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button main" disabled={busy || open > 0}>
          {open > 0 ? t('carry.undecided', { n: open }) : t(busy ? 'carry.making' : 'carry.make', { year })}
        </button>
      </div>
      {fault && (
        <p className="hint warn" role="alert">
          {fault}
        </p>
      )}
    </form>
  );
}
