// A8: five thousand rows and twenty-five colleagues who drag at the same time. Nobody else has colleagues: they are measured alone.
import type { Face } from '../face.ts';

const MOST_MS = 20;

export const face: Face = {
  name: 'crowd',
  of: 'rows',
  sizes: [5_000],
  contestants: [
    { name: '挂图', part: 'ours', load: () => import('../gantt/ours.tsx').then(({ player }) => player()) },
    { name: '挂图 whole page', part: 'also', load: () => import('../gantt/page.tsx').then(({ player }) => player()) },
    {
      name: 'SVAR',
      part: 'peer',
      package: '@svar-ui/react-gantt',
      load: () => import('../gantt/svar.tsx').then(({ player }) => player()),
    },
  ],
  measures: [
    { key: 'paint', title: 'first stable paint, ms', kind: 'paint' },
    { key: 'drag', title: 'dragging one bar alone, frame p95, ms', kind: 'hand', count: 80 },
    { key: 'drag work', title: '— main thread for each move, ms', kind: 'work', during: 'drag' },
    { key: 'crowd', title: 'dragging among 25 colleagues (others: alone), frame p95, ms', kind: 'hand', count: 80 },
    { key: 'crowd work', title: '— main thread for each move, ms', kind: 'work', during: 'crowd' },
  ],
  goals: [
    {
      says: `drag p95 among 25 colleagues at most ${MOST_MS} ms`,
      sizes: [5_000],
      judge(medians, size) {
        const is = medians.of('crowd', 'ours', size);
        return is === undefined ? undefined : { is, most: MOST_MS };
      },
    },
  ],
};
