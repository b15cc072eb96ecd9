// DHTMLX Gantt (Community), with what its manual advises for large plans: smart rendering and a static background.
import { gantt } from 'dhtmlx-gantt';
import 'dhtmlx-gantt/codebase/dhtmlxgantt.css';
import type { Player } from '../face.ts';
import type { Edit } from '../data.ts';
import { FIRST, LAST } from '../span.ts';
import { after, dateOf } from './dates.ts';
import { BAND, motions, PER_MONTH, ROW, TABLE } from './hold.ts';

export function player(): Player {
  let edits: readonly Edit[];
  let given: Exclude<Parameters<typeof gantt.parse>[0], string>;
  return {
    prepare(data) {
      edits = data.edits;
      given = {
        data: data.rows.map(({ id, parent, kind, branch, title, lead, start, end, progress }) => ({
          id,
          parent: parent === 'root' ? 0 : parent,
          text: title,
          lead,
          start_date: dateOf(start),
          end_date: kind === 'milestone' ? dateOf(start) : after(end),
          progress: progress / 100,
          type: kind === 'milestone' ? 'milestone' : branch ? 'project' : 'task',
          open: true,
        })),
        links: data.links.map(({ from, to }) => ({ id: `${from}>${to}`, source: from, target: to, type: '0' })),
      };
    },
    mount(host) {
      Object.assign(gantt.config, {
        smart_rendering: true,
        static_background: true,
        row_height: ROW,
        bar_height: ROW - 8,
        scale_height: 2 * BAND,
        grid_width: TABLE,
        min_column_width: PER_MONTH,
        fit_tasks: false,
        start_date: dateOf(FIRST),
        end_date: after(LAST),
        scales: [
          { unit: 'year', step: 1, format: '%Y' },
          { unit: 'month', step: 1, format: '%n' },
        ],
        columns: [
          { name: 'text', label: '工作', tree: true, width: 280 },
          { name: 'lead', label: '牵头', width: 100 },
          { name: 'start_date', label: '开始', width: 100 },
        ],
      });
      gantt.init(host);
      gantt.parse(given);
    },
    ...motions({
      edits: () => edits,
      rows: () => given.data?.length ?? 0,
      bar: (id) => document.querySelector(`.gantt_task_line[data-task-id="${id}"]`),
      scroll: (axis, to) => (axis === 'x' ? gantt.scrollTo(to, null) : gantt.scrollTo(null, to)),
      edit({ id, start, end }) {
        const task = gantt.getTask(id);
        task.start_date = dateOf(start);
        task.end_date = after(end);
        gantt.updateTask(id);
      },
    }),
  };
}
