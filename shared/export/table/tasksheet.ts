// 任务清单 as .xlsx: native dates, lists to choose offices and status from, ready to print on A4 across.
import { todayFor } from '../../model/schedule.ts';
import { nodeAt } from '../../model/address.ts';
import type { Id, Plan } from '../../model/plan.ts';
import { entriesIn, partOf } from '../filter.ts';
import type { Choices, ExportInput, ExportOptions, Made } from '../format.ts';
import { listedOf } from '../listed.ts';
import { fitting, listedXlsx } from './listsheet.ts';
import { baselinesIn } from '../chart.ts';
import { taskList } from '../tasks.ts';
import type { Entry, Task } from '../tasks.ts';
import { lightNames, titleOf } from '../words.ts';
import { IDS, ITEM, LEAD, LISTS, STATUS, columnsBeside } from './columns.ts';
import type { Column } from './columns.ts';
import { findingSheets } from './findingsheet.ts';
import { workbook } from './workbook.ts';
import type { Cell, Sheet } from './workbook.ts';

export function toXlsx(input: ExportInput, options: Choices & Partial<Pick<ExportOptions, 'lang'>>): Made {
  const { plan } = input;
  const today = todayFor(plan, input.today);
  if (options.screen) return listedXlsx(input, listedOf(plan, today, options.lang ?? 'zh', options.screen), options);
  const entries = entriesIn(taskList(input, today), plan, today, options);
  const columns = columnsBeside(plan, baselinesIn(plan, options));
  const shown = columns.filter(({ width }) => width > 0).length;
  const title = `${titleOf(plan.meta)}任务清单${partOf(plan, options)}`;
  const cut = { count: 0 };
  const leads = (node: Id): string | undefined => input.address && nodeAt(input.address, node, 'list');
  const rows = entries.map((entry) => rowOf(entry, columns, shown, cut, leads));
  const head = columns.map(({ title: name }): Cell => ({ value: name, style: 'head' }));
  const sheet: Sheet = {
    name: '任务清单',
    widths: columns.map(({ width }) => width),
    rows: [[{ value: title, style: 'title' }], head, ...rows],
    merges: [[0, 0, 0, shown - 1], ...mergesOf(entries, columns, shown)],
    frozen: { rows: 2, columns: 2 },
    head: 1,
    printed: shown - 1,
    choices: choicesOf(plan, columns),
  };
  const held = new Set(entries.map(({ node }) => node));
  const notices = cut.count > 0 ? [{ code: 'shortened', detail: String(cut.count) } as const] : [];
  return { file: workbook(title, today, [sheet, ...findingSheets(plan, held, leads), listSheet(plan)]), notices };
}

/** Its first cell leads back to the node. */
function rowOf(
  entry: Entry,
  columns: readonly Column[],
  shown: number,
  cut: { count: number },
  leads: (node: Id) => string | undefined,
): readonly Cell[] {
  const link = leads(entry.node);

  if (entry.kind === 'heading') {
    return columns.map(({ title }, index): Cell => ({
      value: index === 0 ? entry.text : title === IDS.node ? entry.node : undefined,
      style: index < shown ? 'group' : 'plain',
      ...(index === 0 && { link }),
    }));
  }
  return columns.map(({ value, style }, index): Cell => ({
    value: fitting(value(entry), cut),
    style,
    ...(index === 0 && { link }),
  }));
}

/** Section titles run across, an item stands once beside its tasks. Two rows of titles are above. */
function mergesOf(
  entries: readonly Entry[],
  columns: readonly Column[],
  shown: number,
): readonly (readonly [number, number, number, number])[] {
  const column = columns.findIndex(({ title }) => title === ITEM);
  const merges: [number, number, number, number][] = [];
  let from = -1;
  entries.forEach((entry, index) => {
    if (entry.kind === 'heading') merges.push([index + 2, 0, index + 2, shown - 1]);
    const item = entry.kind === 'task' ? entry.item?.id : undefined;
    const before = entries[index - 1] as Task | undefined;
    const joins = item !== undefined && before?.kind === 'task' && before.item?.id === item;
    if (!joins) from = index;
    else if (merges.at(-1)?.[0] === from + 2 && merges.at(-1)?.[1] === column) merges.at(-1)![2] = index + 2;
    else merges.push([from + 2, column, index + 2, column]);
  });
  return merges;
}

function choicesOf(plan: Plan, columns: readonly Column[]): NonNullable<Sheet['choices']> {
  const at = (name: string): number => columns.findIndex(({ title }) => title === name);
  const offices = { column: at(LEAD), from: `'${LISTS}'!$A$2:$A$${plan.offices.size + 1}`, strict: false };
  const lights = { column: at(STATUS), from: `'${LISTS}'!$B$2:$B$6`, strict: true };
  return plan.offices.size > 0 ? [offices, lights] : [lights];
}

function listSheet(plan: Plan): Sheet {
  const offices = [...plan.offices.values()].map(({ name }) => name);
  const lights = Object.values(lightNames(plan));
  const row = (a: string | undefined, b: string | undefined): readonly Cell[] => [
    { value: a, style: 'plain' },
    { value: b, style: 'plain' },
  ];
  const count = Math.max(offices.length, lights.length);
  const rows = Array.from({ length: count }, (_, index) => row(offices[index], lights[index]));
  return { name: LISTS, widths: [24, 12], rows: [row('部门', '状态'), ...rows], hidden: true };
}
