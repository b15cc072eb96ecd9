// A stretch of time to filter by: this month, a quarter, two days of my own, or what has no date at all.
import { ChevronDown } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { year } from '../../../shared/model/day.ts';
import type { Day, Span } from '../../../shared/model/plan.ts';
import { useLang, usePlan, useT, useToday, useView } from '../../state/hooks.ts';
import { DayInput } from '../day-input.tsx';
import { ICON } from '../icon.ts';
import { periodName, usualPeriods } from './period.ts';
import { useSetFilter } from './use-filter.ts';

export function PeriodPicker() {
  const t = useT();
  const lang = useLang();
  const today = useToday();
  const home = usePlan((plan) => plan.meta.year) ?? year(today);
  const period = useView((view) => view.filter.period);
  const undated = useView((view) => view.filter.undated === true);
  const set = useSetFilter();
  const same = (span: Span): boolean => span.start === period?.start && span.end === period.end;
  const end = (edge: 'start' | 'end', day: Day): void => {
    const other = edge === 'start' ? (period?.end ?? day) : (period?.start ?? day);
    const [from, to] = edge === 'start' ? [day, other < day ? day : other] : [other > day ? day : other, day];
    set({ period: { start: from, end: to }, undated: undefined });
  };
  return (
    <DialogTrigger>
      <Button className={period || undated ? 'chip on' : 'chip'}>
        <span>{t('filter.period')}</span>
        <ChevronDown {...ICON} size={14} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="period-picker" aria-label={t('filter.period')}>
          <div className="period-usual">
            {usualPeriods(today, home).map((span, at) => (
              <button
                key={`${at} ${span.start}`}
                type="button"
                className={same(span) ? 'chip on' : 'chip'}
                aria-pressed={same(span)}
                onClick={() => set({ period: same(span) ? undefined : span, undated: undefined })}
              >
                {at === 0 ? t('filter.period.now') : at === 1 ? t('filter.period.next') : periodName(lang, span, home)}
              </button>
            ))}
            <button
              type="button"
              className={undated ? 'chip on' : 'chip'}
              aria-pressed={undated}
              onClick={() => set({ undated: undated ? undefined : true, period: undefined })}
            >
              {t('filter.undated')}
            </button>
          </div>
          <div className="period-own">
            <DayInput
              label={t('filter.period.from')}
              value={period?.start}
              usual={home}
              set={({ day }) => end('start', day)}
            />
            <span aria-hidden="true">–</span>
            <DayInput
              label={t('filter.period.to')}
              value={period?.end}
              usual={home}
              set={({ day }) => end('end', day)}
            />
          </div>
          <p className="hint">{t('filter.period.what')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
