// 督查表 of a month or quarter: what was due or reported in it, how far it had come by its end, and by what light. In the plan's order: no ranking.
import { minDay } from '../../model/day.ts';
import { numbering } from '../../model/numbering.ts';
import { ROOT } from '../../model/plan.ts';
import type { Day, Id, Node, Plan, Report } from '../../model/plan.ts';
import { todayFor } from '../../model/schedule.ts';
import { plannedProgress } from '../../model/lights.ts';
import { inOrder, parentOf } from '../../model/tree.ts';
import type { ExportInput } from '../format.ts';
import type { Notice } from '../notices.ts';
import { taskList } from '../tasks.ts';
import type { Task } from '../tasks.ts';
import { lightNames, titleOf } from '../words.ts';
import { asOf, reportsIn } from './told.ts';
import { periodOf, shortDay, usualPeriod } from './period.ts';
import type { Period } from './period.ts';
import type { Heading, ReportRow, ReportTable } from './report.ts';

const COLUMNS = [
  { title: '序号', width: 12, centred: true },
  { title: '具体任务', width: 0 },
  { title: '牵头', width: 23 },
  { title: '完成时限', width: 21, centred: true },
  { title: '本期进展', width: 56 },
  { title: '序时', width: 14, centred: true },
  { title: '完成', width: 14, centred: true },
  { title: '状态', width: 15, centred: true },
] as const;
/** Only where somebody wrote of one: the room is the tasks' else. */
const ISSUE = { title: '问题', width: 24 } as const;

export function superviseTable(input: ExportInput, wanted: string | undefined): ReportTable {
  const today = todayFor(input.plan, input.today);
  const period = periodOf(wanted ?? '') ?? usualPeriod(today);
  const by = minDay(period.last, today);
  const then = asOf(input.plan, by);
  const reported = reportsIn(input.plan, period);
  const numbers = numbering(input.plan);
  const tasks = new Map(
    taskList({ plan: then, notes: new Map() }, by).flatMap((entry) =>
      entry.kind === 'task' ? [[entry.node, entry]] : [],
    ),
  );
  const rows: (ReportRow | Heading)[] = [];
  const shown: Task[] = [];
  let heading: string | undefined;
  for (const id of inOrder(input.plan)) {
    const node = input.plan.nodes.get(id)!;
    const task = tasks.get(id);
    const reports = reported.get(id);
    reported.delete(id);
    if (node.kind === 'section') heading = numbers.get(id)!.mark + node.title.trim();
    const counts = task !== undefined && concerned(task, period);
    if (!counts && !reports) continue;
    if (heading !== undefined) rows.push({ heading });
    heading = undefined;
    if (counts) shown.push(task);
    rows.push(
      task
        ? rowOf(task, leadOf(input.plan, tasks, id), reports ?? [], by)
        : looseRow(node, reports!, numbers.get(id)?.label),
    );
  }
  const others = [...reported].map(([id, list]) => looseRow(input.plan.nodes.get(id), list, undefined));
  if (others.length > 0) rows.push({ heading: '已移出计划的工作' }, ...others);
  const troubled = rows.some((row) => 'cells' in row && row.cells.at(-1) !== '');
  const notices: readonly Notice[] = input.plan.records.report.size === 0 ? [{ code: 'no-reports' }] : [];
  return {
    kind: 'table',
    title: `${titleOf(input.plan.meta)}${period.name}督查表`,
    lines: [tally(shown, lightNames(input.plan), by)],
    columns: troubled ? [...COLUMNS, ISSUE] : COLUMNS,
    rows: troubled ? rows : rows.map((row) => ('heading' in row ? row : { ...row, cells: row.cells.slice(0, -1) })),
    notices,
  };
}

/** Its days touch the period, or passed before and it is not done. */
function concerned({ span, light }: Task, { first, last }: Period): boolean {
  return span !== undefined && span.start <= last && (span.end >= first || light !== 'done');
}

/** A step without an office of its own is answered for by whoever leads the work it belongs to. */
function leadOf(plan: Plan, tasks: ReadonlyMap<Id, Task>, id: Id): readonly string[] {
  for (let at: Id | undefined = id; at !== undefined && at !== ROOT; at = parentOf(plan, at)) {
    const lead = tasks.get(at)?.lead ?? [];
    if (lead.length > 0) return lead;
  }
  return [];
}

function rowOf(task: Task, lead: readonly string[], reports: readonly Report[], by: Day): ReportRow {
  const text = task.text || (task.item?.text ?? '');
  return {
    node: task.node,
    cells: [
      task.number,
      text,
      lead.join('\n'),
      task.deadline,
      reports.length > 0 ? reports.map(lineOf).join('\n') : '未报',
      task.span ? `${plannedProgress(task.span, by)}%` : '—',
      task.progress === undefined ? '—' : `${task.progress}%`,
      task.status,
      task.issue,
    ],
  };
}

/** An item, a section or a milestone: no work of its own in the list, but something was reported of it. */
function looseRow(node: Node | undefined, reports: readonly Report[], label = ''): ReportRow {
  const last = reports.findLast(({ progress }) => progress !== undefined)?.progress;
  const percent = last === undefined ? '—' : `${last}%`;
  return {
    node: node?.id,
    cells: [label, node?.title ?? '', '', '', reports.map(lineOf).join('\n'), '', percent, '', ''],
  };
}

function lineOf({ at, words, progress, by }: Report): string {
  const percent = progress === undefined ? '' : words ? `（${progress}%）` : `完成${progress}%`;
  return `${shortDay(at)} ${words}${percent}${by && `　${by}`}`;
}

function tally(tasks: readonly Task[], names: ReturnType<typeof lightNames>, by: Day): string {
  const order = ['done', 'doing', 'todo', 'late', 'hold'] as const;
  const counts = order
    .map((light) => [names[light], tasks.filter((task) => task.light === light).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}${count}项`);
  return `截至${by.slice(0, 4)}年${shortDay(by)}，本期涉及${tasks.length}项工作${counts.length > 0 ? `：${counts.join('，')}` : ''}。`;
}
