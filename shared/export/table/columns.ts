// The columns of a 任务清单 as a table program shows them: the same for XLSX and CSV, with the ids that let the file come back.
import type { Baseline, Day, Id, Plan } from '../../model/plan.ts';
import { besideOf } from '../beside.ts';
import type { Task } from '../tasks.ts';
import type { Value } from './workbook.ts';
import type { CellStyle } from './styles.ts';

/** The hidden sheet that the cells' choices come from. */
export const LISTS = '名册';

export interface Column {
  readonly title: string;
  /** Characters; 0 is hidden. */
  readonly width: number;
  readonly style: CellStyle;
  readonly value: (task: Task) => Value;
  /** Left out where no task says anything. */
  readonly optional?: true;
}

export const ITEM = '重点工作';
export const LEAD = '牵头';
export const STATUS = '状态';
const DEADLINE = '完成时限';
/** Names of the two columns a reader finds the nodes by. */
export const IDS = { node: '编号', item: '重点工作编号' } as const;

export const COLUMNS: readonly Column[] = [
  { title: '序号', width: 7, style: 'centred', value: ({ number }) => number },
  { title: ITEM, width: 18, style: 'text', value: ({ item }) => item?.text },
  { title: '具体任务', width: 46, style: 'text', value: ({ text }) => text },
  { title: '目标/成果', width: 18, style: 'text', value: ({ deliverable }) => deliverable },
  { title: '分管领导', width: 9, style: 'centred', value: ({ chief }) => chief },
  { title: LEAD, width: 14, style: 'text', value: ({ lead }) => lead.join('、') },
  { title: '配合', width: 14, style: 'text', value: ({ assist }) => assist.join('、') },
  { title: '责任人', width: 9, style: 'centred', value: ({ duty }) => duty },
  { title: '启动', width: 11, style: 'day', value: ({ span }) => span && { day: span.start } },
  { title: DEADLINE, width: 11, style: 'day', value: ({ span }) => span && { day: span.end } },
  { title: '时限原文', width: 11, style: 'centred', value: dueWords },
  { title: '季度节点', width: 20, style: 'text', value: ({ milestones }) => milestones.join('\n') },
  { title: '进展', width: 7, style: 'percent', value: ({ progress }) => (progress === undefined ? undefined : progress / 100) },
  { title: '问题', width: 14, style: 'text', value: ({ issue }) => issue },
  { title: STATUS, width: 9, style: 'centred', value: ({ status }) => status },
  { title: '备注', width: 22, style: 'text', value: ({ remarks }) => remarks.join('\n') },
  { title: IDS.node, width: 0, style: 'plain', value: ({ node }) => node },
  { title: IDS.item, width: 0, style: 'plain', value: ({ item }): Id | undefined => item?.id },
]; // prettier-ignore

/** 原定 beside 现定, as baselines kept them; only where somebody asked for one. */
export function columnsBeside(plan: Plan, baselines: readonly Baseline[]): readonly Column[] {
  const beside = besideOf(plan, baselines).flatMap(({ name, was, days }): readonly Column[] => {
    const called = (title: string): string => (name ? `${name}·${title}` : title);
    return [
      { title: called('原定启动'), width: 11, style: 'day', value: (task) => dayOf(was(task)?.start) },
      { title: called('原定完成'), width: 11, style: 'day', value: (task) => dayOf(was(task)?.end) },
      { title: called('偏差（天）'), width: 7, style: 'centred', value: days },
    ];
  });
  const after = COLUMNS.findIndex(({ title }) => title === DEADLINE) + 1;
  return [...COLUMNS.slice(0, after), ...beside, ...COLUMNS.slice(after)];
}

function dayOf(day: Day | undefined): Value {
  return day && { day };
}

/** 第二季度, 年底前, 开学前: what a date alone would make more exact than it was said. */
function dueWords({ due, span, deadline }: Task): string {
  return due || (span?.grain && span.grain !== 'day' ? deadline : '');
}
