// A year's notice pasted as text: read, shown beside its doubts and what it would touch, and kept only when somebody has checked it.
import { useMemo, useState } from 'react';
import { affectedBy } from '../../../shared/model/affected.ts';
import { calendarOf } from '../../../shared/model/almanac.ts';
import { workingDaysBetween } from '../../../shared/model/calendar.ts';
import { readNotice } from '../../../shared/yaodian/notice.ts';
import { useCommands, usePlan, useT, useWholePlan } from '../../state/hooks.ts';
import { AffectedList } from './affected.tsx';
import { NoticeDays, noticesOf } from './notice-days.tsx';

export function PasteNotice() {
  const t = useT();
  const { run } = useCommands();
  const plan = useWholePlan();
  const notices = usePlan(noticesOf);
  const [text, setText] = useState('');
  const [checked, setChecked] = useState(false);
  const read = useMemo(
    () => (text.trim() ? readNotice(text, (year) => notices.find((each) => each.year === year)) : undefined),
    [text, notices],
  );
  const notice = read?.notice;
  const after = useMemo(() => {
    if (!notice) return undefined;
    const kept = new Map(plan.records.notice).set(String(notice.year), notice);
    return calendarOf({ records: { ...plan.records, notice: kept } });
  }, [plan.records, notice]);
  const keep = (): void => {
    if (!notice) return;
    if (!run('record.keep', { sort: 'notice', id: String(notice.year), value: notice })) {
      setText('');
      setChecked(false);
    }
  };
  const touched = after ? affectedBy(plan, calendarOf(plan), after) : [];
  return (
    <div className="notice-in">
      <label className="label" htmlFor="notice-text">
        {t('notice.paste')}
      </label>
      <textarea
        id="notice-text"
        className="field"
        rows={3}
        value={text}
        placeholder={t('notice.example')}
        onChange={(event) => {
          setText(event.target.value);
          setChecked(false);
        }}
      />
      {read && read.doubts.length > 0 && (
        <ul className="notice-doubts" aria-label={t('notice.doubts')}>
          {read.doubts.map(({ code, words }) => (
            <li key={code + words}>{t(`notice.${code}`, { words })}</li>
          ))}
        </ul>
      )}
      {notice && after && (
        <>
          <p>
            <b>{t('notice.read', { year: notice.year })}</b> {t('days.working', { n: yearDays(notice.year, after) })}
          </p>
          <div className="settings-scroll">
            <NoticeDays notice={notice} />
          </div>
          {touched.length > 0 && (
            <>
              <p className="label">{t('affected.would', { n: touched.length })}</p>
              <AffectedList list={touched} propose={false} />
            </>
          )}
          <label className="row">
            <input type="checkbox" checked={checked} onChange={(event) => setChecked(event.target.checked)} />
            {t('notice.checked')}
          </label>
          <div className="row">
            <button type="button" className="button main" disabled={!checked} onClick={keep}>
              {t('notice.keep', { year: notice.year })}
            </button>
            <button type="button" className="button" onClick={() => setText('')}>
              {t('notice.leave')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

function yearDays(year: number, calendar: ReturnType<typeof calendarOf>): number | string {
  return workingDaysBetween({ start: `${year}-01-01`, end: `${year}-12-31` }, calendar) ?? '—';
}
