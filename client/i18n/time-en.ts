// The sentences of time in English.
import type { timeZh } from './time-zh.ts';

export const timeEn: Readonly<Record<keyof typeof timeZh, string>> = {
  'cmd.chart.school': 'Show or hide terms and teaching weeks',
  'refuse.no-terms':
    'No school terms are entered for the days of this plan. Enter them under Terms in the plan settings.',

  'chart.critical': 'Critical path',
  'chart.school': 'Terms and teaching weeks',

  'day.two-terms': 'Both terms have that week. Name the term, as in “term 1 week 3 Fri”.',
  'day.no-term': 'No entered term has that week. Enter the term under Terms in the plan settings, or type the date.',
};
