// 督查表 of a month or quarter: what was due or reported in it, how far it had come by its end, and by what light. In the plan's order: no ranking.
import { minDay } from '../../model/day.ts';
import { numbering } from '../../model/numbering.ts';
import type { Day, Id, Node, Plan, Report } from '../../model/plan.ts';
import { todayFor } from '../../model/schedule.ts';
import { plannedProgress } from '../../model/lights.ts';
import { inOrder } from '../../model/tree.ts';
import type { ExportInput } from '../format.ts';
import type { Notice } from '../notices.ts';
import { taskList } from '../tasks.ts';
import type { Task } from '../tasks.ts';
import { lightNames, titleOf } from '../words.ts';
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
    rows.push(task ? rowOf(task, reports ?? [], by) : looseRow(node, reports!, numbers.get(id)?.label));
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

/** The plan with each progress as it was last reported by that day; what was never reported stands as it is. */
function asOf(plan: Plan, day: Day): Plan {
  const known = new Map<Id, Report | undefined>();
  for (const report of inTime(plan)) {
    if (report.progress === undefined) continue;
    if (report.at <= day) known.set(report.node, report);
    else if (!known.has(report.node)) known.set(report.node, undefined);
  }
  const nodes = new Map<Id, Node>(plan.nodes);
  for (const [id, report] of known) {
    const node = plan.nodes.get(id);
    if (!node) continue;
    const { progress: _, ...rest } = node;
    nodes.set(id, report?.progress === undefined ? rest : { ...rest, progress: report.progress });
  }
  return { ...plan, nodes };
}

function inTime(plan: Plan): readonly Report[] {
  return [...plan.records.report.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function reportsIn(plan: Plan, { first, last }: Period): Map<Id, Report[]> {
  const found = new Map<Id, Report[]>();
  for (const report of inTime(plan)) {
    if (report.at < first || report.at > last) continue;
    found.set(report.node, [...(found.get(report.node) ?? []), report]);
  }
  return found;
}

/** Its days touch the period, or passed before and it is not done. */
function concerned({ span, light }: Task, { first, last }: Period): boolean {
  return span !== undefined && span.start <= last && (span.end >= first || light !== 'done');
}

function rowOf(task: Task, reports: readonly Report[], by: Day): ReportRow {
  const text = task.text || (task.item?.text ?? '');
  return {
    node: task.node,
    cells: [
      task.number,
      text,
      task.lead.join('\n'),
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
