// The 任务清单 as it is printed: its columns in millimetres. Columns nobody filled in are left out, long remarks go below the table.
import { daysMoved, spanWords } from './beside.ts';
import type { Beside } from './beside.ts';
import type { Entry, Task } from './tasks.ts';

/** A remark no longer than this stands in its cell; a longer one is a numbered note below the table. Nothing is cut. */
const SHORT_REMARK = 12;

export interface Column {
  readonly title: string;
  /** Millimetres; 0 takes the rest. */
  readonly width: number;
  readonly centred?: boolean;
  readonly optional?: boolean;
  readonly text: (task: Task, note: number | undefined) => string;
}

export const ITEM = '重点工作';
const START = '启动';
const END = '完成时限';

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 12, centred: true, text: ({ number }) => number },
  { title: ITEM, width: 21, text: ({ item }) => item?.text ?? '' },
  { title: '具体任务', width: 0, text: taskText },
  { title: '牵头', width: 20, text: leadText },
  { title: '配合', width: 20, optional: true, text: ({ assist }) => assist.join('\n') },
  { title: START, width: 18.5, centred: true, text: ({ start }) => start },
  { title: END, width: 18.5, centred: true, text: ({ deadline }) => deadline },
  { title: '节点', width: 25, optional: true, text: ({ milestones }) => milestones.join('\n') },
  { title: '进展', width: 14, centred: true, text: progressText },
  { title: '备注', width: 15, optional: true, text: ({ remarks }, note) => (note === undefined ? remarks.join('\n') : `见附注${note}`) },
]; // prettier-ignore

/** The goal stands below the measure it belongs to: a column of its own would leave neither room. */
function taskText({ text, deliverable, issue }: Task): string {
  return [text, deliverable && `目标/成果：${deliverable}`, issue && `问题：${issue}`].filter(Boolean).join('\n');
}

/** Who answers for it stands below the office. */
function leadText({ lead, duty }: Task): string {
  return [...lead, ...(duty ? [`（${duty}）`] : [])].join('\n');
}

/** ○ and ● are not in every face and colour does not print: the word says it, the percent how far. */
function progressText({ status, progress }: Task): string {
  return status + (progress === undefined ? '' : `\n${progress}%`);
}

export interface Note {
  readonly number: number;
  readonly task: Task;
}

/** The remarks that are too long for their cell, in order. */
export function longRemarks(entries: readonly Entry[]): readonly Note[] {
  const long = entries.filter(
    (entry): entry is Task => entry.kind === 'task' && [...entry.remarks.join('\n')].length > SHORT_REMARK,
  );
  return long.map((task, index) => ({ number: index + 1, task }));
}

export function shownColumns(
  entries: readonly Entry[],
  beside: readonly Beside[],
  home: number | undefined,
): readonly Column[] {
  const tasks = entries.filter((entry) => entry.kind === 'task');
  const columns = beside.length > 0 ? COLUMNS.flatMap((column) => compared(column, beside, home)) : COLUMNS;
  return columns.filter(({ optional, text }) => !optional || tasks.some((task) => text(task, undefined)));
}

/** 现定 in one column and what it was in the next: two columns for each would leave the measure no room. */
function compared(column: Column, beside: readonly Beside[], home: number | undefined): readonly Column[] {
  if (column.title === START) return [];
  if (column.title !== END) return [column];
  const narrow = beside.length > 1;
  // 12月13日至 stands on one line even where a wider face takes the place of 仿宋.
  const days = narrow ? 20 : 23;
  return [
    { title: '现定', width: days, centred: true, text: nowText },
    ...beside.flatMap(({ name, was, days: by }): readonly Column[] => {
      const wasText = (task: Task): string => {
        const span = was(task);
        return span ? spanWords(span, home) : '';
      };
      const moved = (task: Task): string => daysMoved(by(task));
      if (!narrow)
        return [
          { title: '原定', width: days, centred: true, text: wasText },
          { title: '偏差', width: 12, centred: true, text: moved },
        ];
      const both = (task: Task): string => [wasText(task), moved(task)].filter(Boolean).join('\n');
      return [{ title: `原定\n${name}`, width: 20, centred: true, text: both }];
    }),
  ];
}

function nowText({ start, deadline }: Task): string {
  return start === deadline ? deadline : `${start}至\n${deadline}`;
}
