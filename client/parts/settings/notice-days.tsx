// What a notice says, holiday by holiday, and which notice of each year counts.
import { diffDays } from '../../../shared/model/day.ts';
import { NOTICES } from '../../../shared/model/holidays.ts';
import type { Notice, Plan } from '../../../shared/model/plan.ts';
import { shortDay, weekdayName } from '../../i18n/days.ts';
import type { Lang, T } from '../../i18n/t.ts';
import { useLang, useT } from '../../state/hooks.ts';

const known = new WeakMap<object, readonly Notice[]>();

/** The latest year first; of each only the one that counts. */
export function noticesOf({ records: { notice } }: Plan): readonly Notice[] {
  let found = known.get(notice);
  if (!found) {
    const byYear = new Map([...NOTICES, ...notice.values()].map((each) => [each.year, each]));
    known.set(notice, (found = [...byYear.values()].sort((a, b) => b.year - a.year)));
  }
  return found;
}

/** What it says, holiday by holiday: the days off, how many, and the weekend days worked for them. */
export function NoticeDays({ notice }: { readonly notice: Notice }) {
  const t = useT();
  const lang = useLang();
  const rest = notice.work.filter(([name]) => !notice.off.some(([each]) => each === name));
  return (
    <table className="settings-table">
      <tbody>
        {notice.off.map(([name, first, last]) => (
          <tr key={`${name} ${first}`}>
            <th scope="row">{name}</th>
            <td>{first === last ? dayWords(lang, first) : `${dayWords(lang, first)} – ${dayWords(lang, last)}`}</td>
            <td>{t('days', { n: diffDays(first, last) + 1 })}</td>
            <td className="quiet">{madeUp(t, lang, notice, name)}</td>
          </tr>
        ))}
        {rest.map(([name, day]) => (
          <tr key={`${name} ${day}`}>
            <th scope="row">{name}</th>
            <td colSpan={3}>{t('holidays.made-up', { days: dayWords(lang, day) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function madeUp(t: T, lang: Lang, { work }: Notice, name: string): string {
  const days = work.filter(([each]) => each === name).map(([, day]) => dayWords(lang, day));
  return days.length > 0 ? t('holidays.made-up', { days: days.join(lang === 'zh' ? '、' : ', ') }) : '';
}

function dayWords(lang: Lang, day: string): string {
  return lang === 'zh'
    ? `${shortDay(lang, day)}（${weekdayName(lang, day)}）`
    : `${weekdayName(lang, day)} ${shortDay(lang, day)}`;
}
