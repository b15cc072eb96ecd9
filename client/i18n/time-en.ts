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

  'unknown.enter': 'Paste the notice to enter them',
  'set.following': 'Linked work',
  'follow.hint': 'What happens to linked work when the work before it moves. Your own choice; nobody else is affected.',
  'follow.when': 'When I move the work before it',
  'follow.name.never': 'Say nothing',
  'follow.what.never': 'Linked work stays, without a word; a link that no longer holds is still red and explained.',
  'follow.name.ask': 'Propose (usual)',
  'follow.what.ask': 'Lists where linked work could go and because of what; it moves only when taken.',
  'follow.name.auto': 'Move it along',
  'follow.what.auto': 'Linked work moves in the same step, each listed with its reason; one undo takes it all back.',
  'follow.unknown-year': ' (public holidays of that year are not entered and not avoided)',

  'cmd.file.print': 'Print…',
  'print.title': 'Print',
  'print.go': 'Print',
  'print.hint': 'In the printer dialog choose the same paper, at actual size (100%).',
  'print.failed': 'The sheets could not be laid out.',
};
