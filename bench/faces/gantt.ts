// The Gantt benchmark: against whom, by what, and how good it has to be. How each contestant is driven is in ../gantt/.
import type { Contestant, Face, Goal, Medians } from '../face.ts';

const contestants: readonly Contestant[] = [
  { name: '挂图', part: 'ours', load: () => import('../gantt/ours.tsx').then(({ player }) => player()) },
  { name: '挂图 whole page', part: 'also', load: () => import('../gantt/page.tsx').then(({ player }) => player()) },
  {
    name: 'SVAR',
    part: 'peer',
    package: '@svar-ui/react-gantt',
    load: () => import('../gantt/svar.tsx').then(({ player }) => player()),
  },
  {
    name: 'DHTMLX',
    part: 'peer',
    package: 'dhtmlx-gantt',
    load: () => import('../gantt/dhtmlx.ts').then(({ player }) => player()),
  },
  {
    name: 'frappe',
    part: 'peer',
    package: 'frappe-gantt',
    load: () => import('../gantt/frappe.ts').then(({ player }) => player()),
  },
  { name: 'bare DOM', part: 'floor', load: () => import('../gantt/floor.ts').then(({ player }) => player()) },
];

const SIZES = [100, 1_000, 10_000];
const FRAME_MS = 1000 / 60;

const goals: readonly Goal[] = [
  {
    says: 'first paint at most half of the best peer’s, ms',
    sizes: [10_000],
    judge: (medians, size) => shareOfBest(medians, 'paint', size, 0.5),
  },
  {
    says: 'first paint at most 1.5 times our own at 1,000 rows, ms',
    sizes: [10_000],
    judge(medians, size) {
      const is = medians.of('paint', 'ours', size);
      const small = medians.of('paint', 'ours', 1_000);
      return is !== undefined && small !== undefined ? { is, most: 1.5 * small } : undefined;
    },
  },
  ...(['scroll-y', 'scroll-x', 'drag'] as const).map((key) => ({
    says: `${key} p95 at most a frame above the bare DOM’s, ms`,
    sizes: SIZES,
    judge(medians: Medians, size: number) {
      const is = medians.of(key, 'ours', size);
      const floor = medians.of(key, 'floor', size);
      return is !== undefined && floor !== undefined ? { is, most: floor + FRAME_MS } : undefined;
    },
  })),
  {
    says: 'one remote change to paint at most 0.8 times the best peer’s, ms',
    sizes: SIZES,
    judge: (medians, size) => shareOfBest(medians, 'change', size, 0.8),
  },
  {
    says: 'heap below the best peer’s, MB',
    sizes: SIZES,
    judge: (medians, size) => shareOfBest(medians, 'heap', size, 1),
  },
];

function shareOfBest(medians: Medians, measure: string, size: number, share: number) {
  const is = medians.of(measure, 'ours', size);
  const best = medians.of(measure, 'best', size);
  return is !== undefined && best !== undefined ? { is, most: share * best } : undefined;
}

export const face: Face = {
  name: 'gantt',
  of: 'rows',
  sizes: SIZES,
  contestants,
  measures: [
    { key: 'paint', title: 'first stable paint, ms', kind: 'paint' },
    { key: 'paint work', title: '— of it main thread, ms', kind: 'work', during: 'paint' },
    { key: 'heap', title: 'JS heap, MB', kind: 'heap' },
    { key: 'fed', title: '— with the co-edited document held by everybody, MB', kind: 'fed' },
    { key: 'given', title: '— of it the data alone, MB', kind: 'given' },
    { key: 'nodes', title: 'elements', kind: 'nodes' },
    { key: 'bytes', title: 'script and style, KB gzip', kind: 'bytes' },
    { key: 'change', title: 'one remote change to paint, ms', kind: 'call', count: 15 },
    { key: 'change work', title: '— main thread for each, ms', kind: 'work', during: 'change' },
    { key: 'scroll-y', title: 'scrolling down and up, frame p95, ms', kind: 'frames', count: 90 },
    { key: 'scroll-y work', title: '— main thread for each frame, ms', kind: 'work', during: 'scroll-y' },
    { key: 'scroll-x', title: 'scrolling sideways, frame p95, ms', kind: 'frames', count: 60 },
    { key: 'scroll-x work', title: '— main thread for each frame, ms', kind: 'work', during: 'scroll-x' },
    { key: 'drag', title: 'dragging one bar, frame p95, ms', kind: 'hand', count: 40 },
    { key: 'drag work', title: '— main thread for each move, ms', kind: 'work', during: 'drag' },
  ],
  goals,
};
