// The same in English, complete.
import type { ganttZh } from './gantt-zh.ts';

export const ganttEn: Readonly<Record<keyof typeof ganttZh, string>> = {
  'drag.how':
    'Press Space to lift, the left and right arrow keys to move by days, with Shift by weeks, aligned where a month, quarter or term ends close by (not with Alt), Space or Enter to drop, Escape to cancel.',
  'drag.lifted': 'Lifted “{title}”, {span}.',
  'drag.lifted.undated': 'Lifted “{title}”, no date yet. Move it onto the days with the arrow keys.',
  'drag.moved': '{span}, {days}',
  'drag.moved.tray': 'Back to the tray',
  'drag.moved.nowhere': 'Nothing changes if dropped here',
  'drag.dropped': '“{title}” is now {span}.',
  'drag.dropped.tray': '“{title}” is back in the tray.',
  'drag.cancelled': 'Cancelled; “{title}” is unchanged.',

  'gantt.table': 'Work and dates',
  'gantt.chart': 'Time chart',
  'gantt.time': 'Time',
  'gantt.role.bar': 'bar',
  'gantt.role.milestone': 'milestone',
  'gantt.role.summary': 'summary',
  'gantt.stop': ', ',
  'gantt.span': '{start} to {end}',
  'gantt.days': '{n} working {n|day|days}',
  'gantt.days.unknown': '{n} {n|day|days} (public holidays not entered)',
  'gantt.progress': '{n} % done',
  'gantt.lead': 'led by {who}',
  'gantt.no-lead': 'no lead named',
  'gantt.undated': 'no date',
  'gantt.later': '{n} {n|day|days} later',
  'gantt.earlier': '{n} {n|day|days} earlier',
  'gantt.tray': 'Back to the tray, without dates',
  'gantt.off': '{day} is {name}',
  'gantt.weekend': 'weekend',
  'gantt.makeup': 'working day for {name}',
  'gantt.unknown-year': 'public holidays not entered',

  'gantt.zoom': 'Time scale',
  'gantt.zoom.day': 'Days',
  'gantt.zoom.week': 'Weeks',
  'gantt.zoom.xun': 'Ten days',
  'gantt.zoom.month': 'Months',
  'gantt.zoom.quarter': 'Quarters',
  'gantt.zoom.year': 'Years',
  'gantt.divider': 'Width of the table',
  'gantt.tools': 'Zoom and place',

  'gantt.hint.none':
    'Drag bars or their ends; pull a frame over empty days to pick several; double-click for a milestone',
  'gantt.hint.bar': '← → move a day, Shift a week, [ ] the end, M a milestone, Space lifts',
  'gantt.hint.milestone': '← → move a day, Shift a week, F2 renames, Space lifts',
  'gantt.hint.summary': 'Its dates are those below it; drag it or press ← → and all of them move along',
  'gantt.hint.undated': 'Draw its dates on this row, or press D',
  'gantt.hint.many': '{n} selected: drag one and all move',
  'gantt.hint.read': 'Read-only: look, fold, zoom',

  'gantt.empty.title': 'Nothing in this plan yet',
  'gantt.empty.text': 'Add the first section in the list or the mind map; its row will appear here.',
  'gantt.nothing.title': 'Nothing matches the filter',
  'gantt.undated.title': 'No work has dates yet',
  'gantt.undated.text':
    'Drag work from the tray on the left to the day it begins, or draw its dates on its own row; or select it and press D.',
  'gantt.undated.read': 'Nothing has been dated so far.',

  'gantt.lost': '{who} changed “{title}” at the same moment: you had set {mine}, now it is {theirs}.',
  'gantt.lost.someone': 'A colleague',
  'gantt.lost.restore': 'Restore mine',
};
