// The list benchmark: ours alone, against its own rest; how it is driven is in ../list/.
import type { Face, Goal, Medians } from '../face.ts';

const SIZES = [100, 1_000, 10_000];
const FRAME_MS = 1000 / 60;

const aboveRest = (key: string, says: string): Goal => ({
  says: `${says} p95 at most a frame above rest, ms`,
  sizes: SIZES,
  judge(medians: Medians, size: number) {
    const is = medians.of(key, 'ours', size);
    const rest = medians.of('rest', 'ours', size);
    return is !== undefined && rest !== undefined ? { is, most: rest + FRAME_MS } : undefined;
  },
});

export const face: Face = {
  name: 'list',
  of: 'rows',
  sizes: SIZES,
  contestants: [
    { name: '挂图', part: 'ours', load: () => import('../list/ours.tsx').then(({ player }) => player(false)) },
    {
      name: '挂图 grouped by lead',
      part: 'also',
      load: () => import('../list/ours.tsx').then(({ player }) => player(true)),
    },
  ],
  measures: [
    { key: 'paint', title: 'first stable paint, ms', kind: 'paint' },
    { key: 'paint work', title: '— of it main thread, ms', kind: 'work', during: 'paint' },
    { key: 'heap', title: 'JS heap, MB', kind: 'heap' },
    { key: 'given', title: '— of it the data alone, MB', kind: 'given' },
    { key: 'nodes', title: 'elements', kind: 'nodes' },
    { key: 'bytes', title: 'script and style, KB gzip', kind: 'bytes' },
    { key: 'rest', title: 'at rest, frame p95, ms', kind: 'frames', count: 90 },
    { key: 'rest work', title: '— main thread for each frame, ms', kind: 'work', during: 'rest' },
    { key: 'scroll-y', title: 'scrolling down and up, frame p95, ms', kind: 'frames', count: 90 },
    { key: 'scroll-y work', title: '— main thread for each frame, ms', kind: 'work', during: 'scroll-y' },
    { key: 'scroll-x', title: 'scrolling sideways, frame p95, ms', kind: 'frames', count: 60 },
    { key: 'scroll-x work', title: '— main thread for each frame, ms', kind: 'work', during: 'scroll-x' },
    { key: 'walk', title: 'one arrow key to paint, ms', kind: 'call', count: 15 },
    { key: 'walk work', title: '— main thread for each, ms', kind: 'work', during: 'walk' },
    { key: 'change', title: 'one remote rename to paint, ms', kind: 'call', count: 11 },
    { key: 'change work', title: '— main thread for each, ms', kind: 'work', during: 'change' },
  ],
  goals: [aboveRest('scroll-y', 'scrolling down'), aboveRest('scroll-x', 'scrolling sideways')],
};
