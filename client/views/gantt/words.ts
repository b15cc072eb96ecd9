// What a bar says of itself: to the ear, and in the tooltip of a drag. Knows spans and names, no px.
import { longDay, weekdayName } from '../../i18n/days.ts';
import type { Lang, T } from '../../i18n/t.ts';
import type { Boundary } from '../../../shared/layout/boundary.ts';
import { dayLabel, leadNames, shortTitle } from '../../../shared/layout/label.ts';
import { calendarOf } from '../../../shared/model/almanac.ts';
import { dayKind, workingDaysBetween } from '../../../shared/model/calendar.ts';
import type { Calendar } from '../../../shared/model/calendar.ts';
import { dayOfMonth, diffDays, month, weekday, year } from '../../../shared/model/day.ts';
import { progressOf } from '../../../shared/model/schedule.ts';
import type { Basis, Day, Id, Light, Node, Plan, Span } from '../../../shared/model/plan.ts';
import { lightWord } from '../../i18n/light-word.ts';

const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 3月4日 · 4 Mar; with its year where that is not the plan's. */
export function proseDay(lang: Lang, day: Day, home: number | undefined): string {
  const other = year(day) !== home;
  if (lang === 'en') return `${dayOfMonth(day)} ${EN_MONTHS[month(day) - 1]}${other ? ` ${year(day)}` : ''}`;
  return `${other ? `${year(day)}年` : ''}${month(day)}月${dayOfMonth(day)}日`;
}

export function proseSpan(t: T, lang: Lang, { start, end }: Span, home: number | undefined): string {
  if (start === end) return proseDay(lang, start, home);
  return t('gantt.span', { start: proseDay(lang, start, home), end: proseDay(lang, end, home) });
}

/** 3月11日（周一）至4月5日（周五） */
export function tipSpan(t: T, lang: Lang, { start, end }: Span, home: number | undefined): string {
  const one = (day: Day): string =>
    year(day) === home ? longDay(lang, day).replace(/^\d+年| \d+$/, '') : longDay(lang, day);
  return start === end ? one(start) : t('gantt.span', { start: one(start), end: one(end) });
}

const counted = new WeakMap<Calendar, Map<string, number | undefined>>();

/** 38个工作日; a year whose holidays nobody has entered is not guessed at. */
export function workDays(t: T, span: Span, plan: Plan): string {
  const calendar = calendarOf(plan);
  const key = span.start + span.end;
  const known = counted.get(calendar) ?? new Map<string, number | undefined>();
  if (!known.has(key)) {
    if (known.size > 5000) known.clear();
    known.set(key, workingDaysBetween(span, calendar));
    counted.set(calendar, known);
  }
  const n = known.get(key);
  return n === undefined ? t('gantt.days.unknown', { n: diffDays(span.start, span.end) + 1 }) : t('gantt.days', { n });
}

/** 推后7天 */
export function changeWords(t: T, days: number): string {
  return days > 0 ? t('gantt.later', { n: days }) : t('gantt.earlier', { n: -days });
}

/** 月末, 开学; of a week its weekday. */
export function boundaryWords(t: T, lang: Lang, { day, edge, name }: Boundary): string {
  if (name === 'week') return weekdayName(lang, day);
  return t(name === 'break' ? 'snap.start.break' : `snap.${edge}.${name}`);
}

/** Why a day is not what it seems: 国庆节, 周末, 国庆节调休上班. Empty for a plain working day. */
export function dayNote(t: T, day: Day, calendar: Calendar): string {
  const { kind, name = '' } = dayKind(day, calendar);
  switch (kind) {
    case 'holiday':
      return name;
    case 'makeup':
      return t('gantt.makeup', { name });
    case 'weekend':
      return t('gantt.weekend');
    case 'unknown':
      return weekday(day) > 5 ? t('gantt.weekend') : t('gantt.unknown-year');
    case 'work':
      return '';
  }
}

export interface Said {
  readonly span: Span | undefined;
  readonly light: Light | undefined;
  /** It is 临期. */
  readonly soon: boolean;
  readonly mark: string;
  /** What waits for an answer here, in words. */
  readonly waiting?: string;
}

/** What there is to say of a bar, in the order it is said: its name, when, how it stands, who. */
export interface BarFacts {
  readonly name: string;
  readonly when: readonly string[];
  readonly how: readonly string[];
  readonly who: readonly string[];
}

export function barFacts(
  t: T,
  lang: Lang,
  plan: Plan,
  id: Id,
  { span, light, soon, mark, waiting = '' }: Said,
): BarFacts | undefined {
  const node = plan.nodes.get(id);
  if (!node) return undefined;
  const progress = progressOf(plan, id);
  const leads = leadNames(plan, id);
  const milestone = node.kind === 'milestone';
  // A milestone's day is drawn before its title: who speaks what they see is understood.
  const first = milestone && span ? dayLabel(span.end, plan.meta.year) : mark;
  const lead =
    leads.length > 0 ? t('gantt.lead', { who: leads.join(lang === 'zh' ? '、' : ', ') }) : t('gantt.no-lead');
  return {
    name: [first, shortTitle(node, lang)].filter(Boolean).join(' '),
    when: [
      span ? proseSpan(t, lang, span, plan.meta.year) : t('gantt.undated'),
      span && !milestone ? workDays(t, span, plan) : '',
      span && node.basis ? basisWords(t, node.basis) : '',
    ].filter(Boolean),
    how: [
      light ? lightWords(t, plan, node, light) : '',
      soon ? t('soon') : '',
      node.ticks ? t('ticks.spoken', { done: node.ticks.done.length, times: node.ticks.times }) : '',
      progress !== undefined && !milestone ? t('gantt.progress', { n: progress }) : '',
    ].filter(Boolean),
    who: [milestone ? '' : lead, waiting].filter(Boolean),
  };
}

/** 9.1 强化体卫艺科…，3月4日至4月30日，38个工作日，推进中，进度40%，牵头局综教科 */
export function spoken(t: T, lang: Lang, plan: Plan, id: Id, said: Said): string {
  const facts = barFacts(t, lang, plan, id, said);
  return facts ? [facts.name, ...facts.when, ...facts.how, ...facts.who].join(t('gantt.stop')) : '';
}

/** 滞后; set by hand, with its reason: 滞后（人工设定：等批复） */
function lightWords(t: T, plan: Plan, { status }: Node, light: Light): string {
  const word = lightWord(t, plan, light);
  const reason = status?.reason.trim() ?? '';
  return status ? word + t(reason ? 'gantt.by-hand.why' : 'gantt.by-hand', { reason }) : word;
}

/** 据原文“6月底前” · 会上定 · 估 */
function basisWords(t: T, { how, words }: Basis): string {
  return words && how === 'text' ? `${t('basis.text')}${t('basis.quote', { words })}` : t(`basis.${how}`);
}
