// SVAR React Gantt: virtualised by itself, driven through its own actions.
import { Gantt, Willow } from '@svar-ui/react-gantt';
import type { IApi, ITask } from '@svar-ui/react-gantt';
import '@svar-ui/react-gantt/all.css';
import { createRoot } from 'react-dom/client';
import './svar.css';
import type { Player } from '../face.ts';
import type { Edit } from '../data.ts';
import { FIRST, LAST } from '../span.ts';
import { after, dateOf } from './dates.ts';
import { BAND, motions, PER_MONTH, ROW } from './hold.ts';

const COLUMNS = [
  { id: 'text', header: '工作', width: 260 },
  { id: 'lead', header: '牵头', width: 90 },
  { id: 'start', header: '开始', width: 90 },
];
const SCALES = [
  { unit: 'year', step: 1, format: '%Y' },
  { unit: 'month', step: 1, format: '%n' },
] as const;

export function player(): Player {
  let edits: readonly Edit[];
  let tasks: ITask[];
  let links: { id: string; source: string; target: string; type: 'e2s' }[];
  let api: IApi;
  return {
    prepare(data) {
      edits = data.edits;
      tasks = data.rows.map(({ id, parent, kind, branch, title, lead, start, end, progress }) => ({
        id,
        parent: parent === 'root' ? 0 : parent,
        text: title,
        lead,
        start: dateOf(start),
        end: kind === 'milestone' ? dateOf(start) : after(end),
        progress,
        type: kind === 'milestone' ? 'milestone' : branch ? 'summary' : 'task',
        ...(branch && { open: true }),
      }));
      links = data.links.map(({ from, to }) => ({ id: `${from}>${to}`, source: from, target: to, type: 'e2s' }));
    },
    mount(host) {
      createRoot(host).render(
        <Willow fonts={false}>
          <Gantt
            init={(given) => (api = given)}
            tasks={tasks}
            links={links}
            columns={COLUMNS}
            scales={[...SCALES]}
            start={dateOf(FIRST)}
            end={after(LAST)}
            cellWidth={PER_MONTH}
            cellHeight={ROW}
            scaleHeight={BAND}
          />
        </Willow>,
      );
    },
    ...motions({
      edits: () => edits,
      rows: () => tasks.length,
      bar: (id) => document.querySelector(`.wx-bar[data-id=":${id}"]`),
      scroll(axis, to) {
        if (axis === 'x') document.querySelector('.wx-chart')!.scrollLeft = to;
        else document.querySelector('.wx-gantt')!.scrollTop = to;
      },
      edit: ({ id, start, end }) =>
        void api.exec('update-task', { id, task: { start: dateOf(start), end: after(end) } }),
    }),
  };
}
