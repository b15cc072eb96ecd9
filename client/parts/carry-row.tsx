// One clause on its way into the next year: what becomes of it and why, what must be looked at, and each date as it was and would be.
import { shortTitle, spanLabel } from '../../shared/layout/label.ts';
import { year as yearOf } from '../../shared/model/day.ts';
import type { Moved, MovedSpan } from '../../shared/model/moved.ts';
import type { Fate, Plan } from '../../shared/model/plan.ts';
import type { CarryDate, CarryRow as Row } from '../../shared/yaodian/carry.ts';
import type { CarryFlag } from '../../shared/yaodian/carry-flags.ts';
import { shortDay, weekdayName } from '../i18n/days.ts';
import { useCommands, useLang, useNumbers, useT } from '../state/hooks.ts';

const FATES: readonly Fate[] = ['done', 'carry', 'routine', 'close'];

export function CarryRow({ row, plan }: { readonly row: Row; readonly plan: Plan }) {
  const t = useT();
  const lang = useLang();
  const numbers = useNumbers();
  const { run } = useCommands();
  const node = plan.nodes.get(row.node);
  if (!node) return null;
  const number = numbers.get(row.node)?.label ?? '';
  const why = row.why ?? 'none';
  return (
    <li className="carry-row" data-fate={row.fate ?? 'none'}>
      <span className="number">{number}</span>
      <div className="carry-what">
        <p title={node.title}>{shortTitle(node, lang)}</p>
        <p className="hint">
          {t(`carry.why.${why}`, { words: row.words ?? '' })}
          {why === 'chosen' && (
            <button
              type="button"
              className="button small"
              onClick={() => run('carry.fate', { ids: [row.node], fate: null })}
            >
              {t('carry.again')}
            </button>
          )}
        </p>
        {row.flags.length > 0 && (
          <p className="carry-flags">
            {row.flags.map((flag, at) => (
              <span key={at} className="badge" data-flag={flag.kind}>
                {sayFlag(flag)}
              </span>
            ))}
          </p>
        )}
        {row.dates.length > 0 && (
          <details open={row.dates.length <= 3}>
            <summary>{t('carry.dates', { n: row.dates.length })}</summary>
            <ul>
              {row.dates.map((date) => (
                <DateLine key={date.node} date={date} home={plan.meta.year} />
              ))}
            </ul>
          </details>
        )}
      </div>
      <select
        className="field"
        aria-label={t('carry.fate.of', { number })}
        value={row.fate ?? ''}
        onChange={(event) => run('carry.fate', { ids: [row.node], fate: (event.target.value || null) as Fate | null })}
      >
        {row.fate === undefined && <option value="">{t('carry.fate.none')}</option>}
        {FATES.map((fate) => (
          <option key={fate} value={fate}>
            {t(`carry.fate.${fate}`)}
          </option>
        ))}
      </select>
    </li>
  );

  function sayFlag(flag: CarryFlag): string {
    return flag.kind === 'ticks'
      ? t('carry.flag.ticks', { times: flag.times })
      : t(`carry.flag.${flag.kind}`, { words: flag.words });
  }
}

/** 5/17 → 5/15 周五 · 教学第13周. */
function DateLine({ date, home }: { readonly date: CarryDate; readonly home: number | undefined }) {
  const t = useT();
  const lang = useLang();
  const { title, kind, was, moved } = date;
  const own = kind === 'milestone' || kind === 'task' ? `${title} ` : '';
  return (
    <li>
      {own}
      <span className="quiet">{spanLabel(was, lang, home)}</span> →{' '}
      {moved ? (
        <>
          <b>{spanLabel(moved.span, lang, home === undefined ? home : home + 1)}</b>{' '}
          <span className="quiet">{[meaning(moved.end), ...behind(moved), ...doubts(moved.end)].join(' · ')}</span>
        </>
      ) : (
        <span className="quiet">{t('carry.date.again')}</span>
      )}
    </li>
  );

  function meaning({ by, week, day }: Moved): string {
    return `${weekdayName(lang, day)} · ${t(`carry.by.${by}`, { week: week ?? 0 })}`;
  }

  function behind({ start, end }: MovedSpan): readonly string[] {
    return start.by === 'after' && end.by !== 'after' ? [t('carry.by.after')] : [];
  }

  function doubts({ off, unsure, day }: Moved): readonly string[] {
    return [
      ...(off ? [t('carry.off', { day: shortDay(lang, off) })] : []),
      ...(unsure ? [t(`carry.unsure.${unsure}`, { year: yearOf(day) })] : []),
    ];
  }
}
