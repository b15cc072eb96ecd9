// Days and times in words, as each language writes them. Arithmetic is the model's; this only spells.
import { dayOfMonth, month, quarter, weekday, year } from '../../shared/model/day.ts';
import type { Day } from '../../shared/model/plan.ts';
import type { Lang } from './t.ts';

const ZH_WEEKDAYS = '一二三四五六日';
const EN_WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2019年9月2日（周一） · Mon 2 Sep 2019 */
export function longDay(lang: Lang, day: Day): string {
  const i = weekday(day) - 1;
  return lang === 'zh'
    ? `${year(day)}年${month(day)}月${dayOfMonth(day)}日（周${ZH_WEEKDAYS[i]}）`
    : `${EN_WEEKDAYS[i]} ${dayOfMonth(day)} ${EN_MONTHS[month(day) - 1]} ${year(day)}`;
}

/** 9/2 · 2 Sep */
export function shortDay(lang: Lang, day: Day): string {
  return lang === 'zh' ? `${month(day)}/${dayOfMonth(day)}` : `${dayOfMonth(day)} ${EN_MONTHS[month(day) - 1]}`;
}

/** As a field shows it: 2019/9/2 · 2 Sep 2019 is read back by nobody, so English has 2019-09-02. */
export function fieldDay(lang: Lang, day: Day): string {
  return lang === 'zh' ? `${year(day)}/${month(day)}/${dayOfMonth(day)}` : day;
}

/** 周一 · Mon */
export function weekdayName(lang: Lang, day: Day): string {
  const i = weekday(day) - 1;
  return lang === 'zh' ? `周${ZH_WEEKDAYS[i]}` : EN_WEEKDAYS[i]!;
}

/** 2019年6月 · Jun 2019 */
export function monthName(lang: Lang, day: Day): string {
  return lang === 'zh' ? `${year(day)}年${month(day)}月` : `${EN_MONTHS[month(day) - 1]} ${year(day)}`;
}

/** 2019年第二季度 · Q2 2019 */
export function quarterName(lang: Lang, day: Day): string {
  const q = quarter(day);
  return lang === 'zh' ? `${year(day)}年第${'一二三四'[q - 1]}季度` : `Q${q} ${year(day)}`;
}

/** When something was last edited: 刚刚, 12分钟前, else the civil day and time in Shanghai. */
export function timeAgo(lang: Lang, then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return lang === 'zh' ? '刚刚' : 'just now';
  if (minutes < 60) return lang === 'zh' ? `${minutes}分钟前` : `${minutes} min ago`;
  const local = new Date(then + 8 * 3_600_000).toISOString();
  const day = local.slice(0, 10);
  const clock = local.slice(11, 16);
  if (minutes < 24 * 60) return lang === 'zh' ? `${shortDay(lang, day)} ${clock}` : `${shortDay(lang, day)}, ${clock}`;
  return lang === 'zh' ? `${year(day)}年${month(day)}月${dayOfMonth(day)}日` : `${shortDay(lang, day)} ${year(day)}`;
}
