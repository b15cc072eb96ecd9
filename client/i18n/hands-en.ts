// The sentences of direct manipulation in English; en.ts takes them in.
import type { handsZh } from './hands-zh.ts';

export const handsEn: Readonly<Record<keyof typeof handsZh, string>> = {
  'snap.at': 'Snapped to {name} (hold Alt to place freely)',
  'snap.touch': 'Snapped to {name}',
  'snap.start.xun': 'start of the ten days',
  'snap.end.xun': 'end of the ten days',
  'snap.start.month': 'start of the month',
  'snap.end.month': 'end of the month',
  'snap.start.quarter': 'start of the quarter',
  'snap.end.quarter': 'end of the quarter',
  'snap.start.year': 'start of the year',
  'snap.end.year': 'end of the year',
  'snap.start.term': 'first day of term',
  'snap.end.term': 'last day of term',
  'snap.start.break': 'first day of the holidays',

  'cmd.time.off-earlier': 'Dates on days off: to the working day before',
  'cmd.time.off-later': 'Dates on days off: to the working day after',
  'cmd.time.off-keep': 'Dates on days off: keep',
  'rest.day': '{day} ({name})',
  'rest.and': ', ',
  'rest.said': 'On a day off: {days}. ',
  'rest.many': '{n} pieces of work begin or end on a day off. ',
  'rest.earlier': 'Working day before',
  'rest.later': 'Working day after',
  'rest.keep': 'Keep this day',
  'rest.how': 'Comma: the working day before; full stop: the working day after; Escape: keep.',

  'gantt.hint.own': 'Shows the dates below it; draw its own on the empty part of the row, or press D',
  'pick.count': '{n} picked',
  'moved.later': '{who} moved {n} pieces of work {days} {days|day|days} later, together.',
  'moved.earlier': '{who} moved {n} pieces of work {days} {days|day|days} earlier, together.',
  'moved.show': 'Show them',

  'drag.gone': 'Somebody has just taken it away; letting go changes nothing',
  'cmd.tree.add-row': 'Add a row below',

  'day.ends': 'until {day}; Enter takes it',
  'day.hint.length': '9/2 or 4 working days',

  'marker.flag': 'Marker: {name}, {day}',
  'marker.chair': 'Only the chair changes markers',
  'marker.how': 'Drag, or lift with Space, to move the marker',
};
