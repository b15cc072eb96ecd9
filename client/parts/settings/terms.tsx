// 校历: the terms' first and last days, and how many teaching weeks that makes. Published ones are there; the chair corrects and adds.
import { Plus, RotateCcw } from 'lucide-react';
import { termId, termsOf } from '../../../shared/model/almanac.ts';
import type { Day, Term } from '../../../shared/model/plan.ts';
import { weeksOf } from '../../../shared/model/terms.ts';
import { longDay } from '../../i18n/days.ts';
import { useCommands, useGrant, useLang, usePlan, useT } from '../../state/hooks.ts';
import { DayInput } from '../day-input.tsx';
import { ICON } from '../icon.ts';

export function TermsTab() {
  const t = useT();
  const { run } = useCommands();
  const chair = useGrant().role === 'chair';
  const terms = usePlan(termsOf);
  const kept = usePlan((plan) => plan.records.term);
  const year = usePlan((plan) => plan.meta.year);
  const next = Math.max(...terms.map(({ schoolYear }) => schoolYear), (year ?? 2019) - 1) + 1;
  const keep = (term: Term): void => void run('record.keep', { sort: 'term', id: termId(term), value: term });
  const set = (term: Term, which: 'first' | 'last', day: Day): void => {
    const { source: _, ...rest } = term;
    keep({ ...rest, [which]: day, source: t('terms.own') });
  };
  return (
    <>
      <p className="hint">{t(chair ? 'terms.hint' : 'set.chair')}</p>
      <div className="settings-scroll">
        <table className="settings-table settings-terms">
          <thead>
            <tr>
              <th>{t('terms.term')}</th>
              <th>{t('terms.first')}</th>
              <th>{t('terms.last')}</th>
              <th>{t('terms.weeks')}</th>
              <th>{t('terms.source')}</th>
            </tr>
          </thead>
          <tbody>
            {terms.map((term) => {
              const id = termId(term);
              const name = t('terms.name', { year: term.schoolYear, n: term.term });
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  {(['first', 'last'] as const).map((which) => (
                    <td key={which}>
                      <TermDay
                        label={`${name} ${t(`terms.${which}`)}`}
                        value={term[which]}
                        usual={term.schoolYear + (term.term === 2 || which === 'last' ? 1 : 0)}
                        set={chair ? (day) => set(term, which, day) : undefined}
                      />
                    </td>
                  ))}
                  <td>{weeksOf(term) ?? '—'}</td>
                  <td className="quiet">
                    {term.source}
                    {chair && kept.has(id) && (
                      <button
                        type="button"
                        className="button small icon"
                        aria-label={t('terms.back', { name })}
                        title={t('terms.back', { name })}
                        onClick={() => run('record.drop', { sort: 'term', id })}
                      >
                        <RotateCcw {...ICON} />
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {chair && (
        <button
          type="button"
          className="button line"
          onClick={() => {
            for (const term of [1, 2] as const) keep({ schoolYear: next, term, source: t('terms.own') });
          }}
        >
          <Plus {...ICON} />
          {t('terms.add', { year: next })}
        </button>
      )}
    </>
  );
}

function TermDay({
  label,
  value,
  usual,
  set,
}: {
  readonly label: string;
  readonly value: Day | undefined;
  readonly usual: number;
  readonly set: ((day: Day) => void) | undefined;
}) {
  const lang = useLang();
  if (!set) return value ? longDay(lang, value) : '—';
  return <DayInput label={label} value={value} usual={usual} set={({ day }) => set(day)} />;
}
