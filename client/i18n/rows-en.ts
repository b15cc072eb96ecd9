// The sentences of lanes, filters, columns and search in English; en.ts takes them in.
import type { rowsZh } from './rows-zh.ts';

export const rowsEn: Readonly<Record<keyof typeof rowsZh, string>> = {
  'cmd.lanes.tree': 'Arrange the Gantt by sections',
  'cmd.lanes.lead': 'Lanes by lead office',
  'cmd.lanes.quarter': 'Lanes by quarter of the deadline',
  'cmd.lanes.light': 'Lanes by status',

  'cmd.lanes.fold': 'Fold or unfold a lane',

  'filter.bar': 'Filtered by',
  'filter.text': '“{text}”',
  'filter.count': '{n} of {m}',
  'filter.none': 'Nothing matches',
  'filter.gone': 'no longer in the plan',
  'filter.undated': 'No date',
  'filter.lacks': 'Lacks',
  'filter.period': 'Period',
  'filter.period.now': 'This month',
  'filter.period.next': 'Next month',
  'filter.period.from': 'From',
  'filter.period.to': 'To',
  'filter.period.what': 'Work that is under way on any day of it.',

  lanes: 'Group',
  'lanes.tree': 'By section',
  'lanes.lead': 'By lead office',
  'lanes.quarter': 'By quarter due',
  'lanes.light': 'By status',
};
