// The sentences of lanes, filters, columns and search in English; en.ts takes them in.
import type { rowsZh } from './rows-zh.ts';

export const rowsEn: Readonly<Record<keyof typeof rowsZh, string>> = {
  'cmd.lanes.tree': 'Arrange the Gantt by sections',
  'cmd.lanes.lead': 'Lanes by lead office',
  'cmd.lanes.quarter': 'Lanes by quarter of the deadline',
  'cmd.lanes.light': 'Lanes by status',

  'cmd.lanes.fold': 'Fold or unfold a lane',

  lanes: 'Group',
  'lanes.tree': 'By section',
  'lanes.lead': 'By lead office',
  'lanes.quarter': 'By quarter due',
  'lanes.light': 'By status',
};
