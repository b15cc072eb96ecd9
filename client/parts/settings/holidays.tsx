// 节假日安排: which years are entered, from which notice, and what it says. How a pasted notice comes in is notice.tsx's.
import { calendarOf } from '../../../shared/model/almanac.ts';
import { workingDaysBetween } from '../../../shared/model/calendar.ts';
import { NOTICES } from '../../../shared/model/holidays.ts';
import { affected } from '../../state/calendar-news.ts';
import { useCommands, useGrant, usePlan, useReadable, useT } from '../../state/hooks.ts';
import { AffectedList } from './affected.tsx';
import { NoticeDays, noticesOf } from './notice-days.tsx';
import { PasteNotice } from './notice.tsx';

export function HolidaysTab() {
  const t = useT();
  const { run } = useCommands();
  const chair = useGrant().role === 'chair';
  const kept = usePlan((plan) => plan.records.notice);
  const notices = usePlan(noticesOf);
  const calendar = usePlan(calendarOf);
  const touched = useReadable(affected);
  const own = usePlan((plan) => plan.meta.year);
  return (
    <>
      <p className="hint">{t(chair ? 'holidays.hint' : 'set.chair')}</p>
      {own !== undefined && !calendar.years.has(own) && (
        <p className="warn-text">{t('holidays.unknown', { year: own })}</p>
      )}
      {touched.length > 0 && (
        <>
          <p className="label">{t('affected.last')}</p>
          <AffectedList list={touched} propose />
        </>
      )}
      {chair && <PasteNotice />}
      <div className="settings-scroll">
        {notices.map((notice) => {
          const { year, source } = notice;
          const days = workingDaysBetween({ start: `${year}-01-01`, end: `${year}-12-31` }, calendar);
          return (
            <details key={year} className="holidays-year" open={year === own}>
              <summary>
                <b>{t('holidays.year', { year })}</b>
                {days !== undefined && <span>{t('days.working', { n: days })}</span>}
                <span className="quiet clip">{source}</span>
              </summary>
              <NoticeDays notice={notice} />
              {chair && kept.has(String(year)) && (
                <button
                  type="button"
                  className="button small line"
                  onClick={() => run('record.drop', { sort: 'notice', id: String(year) })}
                >
                  {t(BUILT_IN.has(year) ? 'holidays.back' : 'holidays.drop')}
                </button>
              )}
            </details>
          );
        })}
      </div>
    </>
  );
}

const BUILT_IN: ReadonlySet<number> = new Set(NOTICES.map(({ year }) => year));
