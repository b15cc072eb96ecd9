// The sentences of direct manipulation in English; en.ts takes them in.
import type { handsZh } from './hands-zh.ts';

export const handsEn: Readonly<Record<keyof typeof handsZh, string>> = {
  'snap.at': 'Snapped to {name} (hold Alt to place freely)',
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
};
