// Frappe Gantt: draws everything at once, has no table, and updates a bar where it stands.
import Gantt from 'frappe-gantt';
// Its package names the stylesheet by a condition that bundlers do not ask for.
import '../node_modules/frappe-gantt/dist/frappe-gantt.css';
import type { Player } from '../face.ts';
import type { Edit } from '../data.ts';
import { after, dateOf } from './dates.ts';
import { BAND, motions, PER_MONTH, ROW } from './hold.ts';

interface Task {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly progress: number;
  readonly dependencies: string;
}

export function player(): Player {
  let edits: readonly Edit[];
  let tasks: Task[];
  let chart: Gantt;
  return {
    prepare(data) {
      edits = data.edits;
      const before = new Map<string, string[]>();
      for (const { from, to } of data.links) before.set(to, [...(before.get(to) ?? []), from]);
      tasks = data.rows.map(({ id, title, start, end, progress }) => ({
        id,
        name: title,
        start,
        end,
        progress,
        dependencies: (before.get(id) ?? []).join(','),
      }));
    },
    mount(host) {
      chart = new Gantt(host, tasks, {
        view_mode: 'Month',
        column_width: PER_MONTH,
        bar_height: ROW - 8,
        padding: 8,
        upper_header_height: BAND,
        lower_header_height: BAND,
        container_height: host.clientHeight,
        infinite_padding: false,
        scroll_to: 'start',
        today_button: false,
        move_dependencies: false,
        popup: false,
      });
    },
    ...motions({
      edits: () => edits,
      rows: () => tasks.length,
      bar: (id) => document.querySelector(`.bar-wrapper[data-id="${id}"] .bar`),
      scroll(axis, to) {
        const box = document.querySelector('.gantt-container')!;
        if (axis === 'x') box.scrollLeft = to;
        else box.scrollTop = to;
      },
      edit: ({ id, start, end }) => chart.update_task(id, { _start: dateOf(start), _end: after(end) }),
    }),
  };
}
