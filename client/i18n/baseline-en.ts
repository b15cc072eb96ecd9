// The sentences of baselines in English; en.ts takes them in.
import type { baselineZh } from './baseline-zh.ts';

export const baselineEn: Readonly<Record<keyof typeof baselineZh, string>> = {
  'cmd.baseline.open': 'Baselines: planned and now…',
  'cmd.baseline.keep': 'Keep as a baseline',
  'cmd.baseline.drop': 'Remove a baseline',
  'cmd.baseline.restore': 'Bring a baseline back',
  'cmd.baseline.show': 'Show or hide the baseline',

  'refuse.baseline-taken': 'There is a baseline called “{name}”. Choose another name, or remove that one first.',
  'refuse.no-dates': 'The plan is empty, so there is nothing to keep.',

  'baseline.title': 'Baselines',
  'baseline.what':
    'Keeps dates and words as they are now. When dates change, the chart and the details tell by how many days; when words change, a comparison can be exported.',
  'baseline.chair':
    'Tick one to see its dates on the chart, and by how many days they moved. The chair keeps baselines.',
  'baseline.none': 'There are no baselines yet.',
  'baseline.usual': 'Final',
  'baseline.name': 'Name of the baseline',
  'baseline.keep': 'Keep',
  'baseline.moved': '{n} changed',
  'baseline.remove': 'Remove',
  'baseline.drop': 'Remove “{name}”',
  'baseline.gone': '“{name}” is removed.',
  'baseline.two': 'The chart shows two at most: the first chosen solid, the second dashed.',
  'baseline.was-now': 'planned {was} · now {now}{by}',
  'baseline.by': ' ({days})',
};
