// The sentences of the lights' rules in English.
import type { lightsZh } from './lights-zh.ts';

export const lightsEn: Readonly<Record<keyof typeof lightsZh, string>> = {
  'cmd.lights.settings': 'Status light rules',
  'cmd.lights.set': 'Change the status light rules',
  'lights.title': 'Status light rules',
  'lights.hint': 'They hold for everybody in this plan and for exported files. An empty name means the usual one, shown in grey.', // prettier-ignore
  'lights.hint.read': 'The lights of this plan follow these rules, set by the chair.',
  'lights.names': 'Names',
  'lights.name': 'Name of “{light}”',
  'lights.when': 'When work is “{late}”',
  'lights.points': 'Behind by more than',
  'lights.points.unit': 'points',
  'lights.points.why': 'Between its dates, work whose progress is more than {n} percentage points behind the days that have passed is “{late}”; exactly {n} is not.', // prettier-ignore
  'lights.points.never': 'Between its dates, progress does not matter; only the end does.',
  'lights.days': 'Overdue by more than',
  'lights.days.unit': 'days',
  'lights.days.why': 'For {n} {n|day|days} after its end, work is judged by how far it is behind; unfinished after that it is always “{late}”.', // prettier-ignore
  'lights.days.none': 'Work unfinished the day after its end is “{late}”.',
  'lights.by-hand': 'A status set by hand is not affected.',
  'lights.reset': 'Back to the usual',
  'lights.save': 'Save',
  'refuse.bad-days': 'Enter a whole number of days from 0 to 366.',
  'refuse.same-light-name': 'Two lights cannot have the same name.',
  'lights.hues': 'Colours',
  'lights.hues.hint':
    'Slide to a hue; how light it is follows. The numbers are its least contrast in the light and the dark theme, never below 3. Shape and word stay, so black and white says it too.',
  'lights.hue': 'Hue of “{light}”',
  'lights.hue.usual': 'the usual colour',
  'lights.hue.back': '“{light}” back to its usual colour',
  'lights.contrast': 'Light theme, least contrast {ratio}',
  'lights.contrast.dark': 'Dark theme, least contrast {ratio}',
  'lights.hues.near': '“{a}” and “{b}” are so alike that only shape and word tell them apart.',
  'lights.soon': 'Due soon, ahead by',
  'lights.soon.unit': 'days',
  'lights.soon.why': 'Unfinished work that ends within {n} {n|day|days} is marked “due soon”.',
  'lights.soon.none': 'Nothing is marked “due soon”.',
  soon: 'Due soon',
};
