// One day in a field: shown as this language writes it, typed in any common writing, or picked from the browser's own calendar.
import { CalendarDays } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { calendarOf, termsOf } from '../../shared/model/almanac.ts';
import { isDay } from '../../shared/model/day.ts';
import type { Day } from '../../shared/model/plan.ts';
import { readSchoolDay } from '../../shared/yaodian/schoolday.ts';
import type { SchoolDay } from '../../shared/yaodian/schoolday.ts';
import { fieldDay, longDay } from '../i18n/days.ts';
import { sayDay } from '../i18n/when.ts';
import { useLang, usePlan, useT } from '../state/hooks.ts';
import { tell } from '../state/notices.ts';
import { readDay } from '../views/list/entry.ts';
import type { ReadDay } from '../views/list/entry.ts';
import { ICON } from './icon.ts';

export function DayInput({
  label,
  value,
  usual,
  rough = false,
  edge = 'end',
  length,
  set,
}: {
  readonly label: string;
  readonly value: Day | undefined;
  /** The year a day typed without one is of. */
  readonly usual: number;
  /** Also 6月底, 上半年. */
  readonly rough?: boolean;
  /** Which day of a teaching week is meant when none is said. */
  readonly edge?: 'start' | 'end';
  /** Also 4个工作日: the day on which so long a time would end. */
  readonly length?: ((text: string) => Day | undefined) | undefined;
  readonly set: (day: ReadDay) => void;
}) {
  const t = useT();
  const lang = useLang();
  const terms = usePlan(termsOf);
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const told = useId();
  const calendar = usePlan(calendarOf);
  const school = typed === undefined ? undefined : readSchoolDay(typed, terms, usual);
  const day = typed === undefined ? undefined : readDay(typed, usual, rough);
  // 2周 is two weeks rather than the second of a term, as in the list; 第2周 is that.
  const ends = typed === undefined || day ? undefined : length?.(typed);
  const read = day ?? (ends ? { day: ends } : only(school, edge));
  const leave = (): void => {
    if (typed === undefined) return;
    const unread = typed.trim() !== '' && read === undefined;
    setWrong(unread);
    const why = !school ? 'day.unread' : school.length > 1 ? 'day.two-terms' : 'day.no-term';
    if (unread) tell({ key: 'day.unread', tone: 'warn', say: (each) => each(why) });
    if (read) {
      setTyped(undefined);
      if (read.day !== value || read.grain) set(read);
    } else if (typed.trim() === '') setTyped(undefined);
  };
  return (
    <span className="day">
      <input
        className="field"
        data-plan-field=""
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={typed?.trim() ? told : undefined}
        title={wrong ? t('day.unread') : undefined}
        autoComplete="off"
        placeholder={t(length ? 'day.hint.length' : 'day.hint')}
        value={typed ?? (value ? fieldDay(lang, value) : '')}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        onFocus={(event) => event.target.select()}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') leave();
          if (event.key === 'Escape') {
            setTyped(undefined);
            setWrong(false);
          }
        }}
      />
      {/* What it comes to, before it is taken. */}
      {length && <output className="day-ends">{ends ? t('day.ends', { day: longDay(lang, ends) }) : ''}</output>}
      {typed?.trim() && !ends && (
        <span id={told} className={read ? 'day-read' : 'day-read wrong'} role="status">
          {read ? `→ ${sayDay(t, lang, read.day, calendar)}` : t('when.unread')}
        </span>
      )}
      <button
        type="button"
        className="button small icon"
        aria-label={t('day.pick', { label })}
        onClick={() => openPicker(picker.current)}
      >
        <CalendarDays {...ICON} />
      </button>
      <input
        ref={picker}
        type="date"
        className="day-picker"
        tabIndex={-1}
        aria-hidden="true"
        min="1900-01-01"
        max="2199-12-31"
        value={value ?? ''}
        onChange={(event) => {
          if (isDay(event.target.value)) set({ day: event.target.value });
        }}
      />
    </span>
  );
}

/** Where two terms could be meant, or none is known, no day is taken. */
function only(school: readonly SchoolDay[] | undefined, edge: 'start' | 'end'): ReadDay | undefined {
  const [meant, other] = school ?? [];
  return meant && !other ? { day: meant[edge] } : undefined;
}

/** Older browsers open their calendar on a click, and some refuse both; the field beside it always works. */
function openPicker(input: HTMLInputElement | null): void {
  try {
    if (input && 'showPicker' in input) input.showPicker();
    else (input as HTMLInputElement | null)?.click();
  } catch {
    input?.click();
  }
}
