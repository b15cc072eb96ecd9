// 任务清单 as .csv for whatever reads lines: UTF-8 with its mark, because Excel takes a file without one for GBK.
import { todayFor } from '../../model/schedule.ts';
import { legalXml } from '../clean.ts';
import { entriesIn } from '../filter.ts';
import type { Choices, ExportInput, ExportOptions } from '../format.ts';
import { listedOf } from '../listed.ts';
import type { Listed } from '../listed.ts';
import { baselinesIn } from '../chart.ts';
import { taskList } from '../tasks.ts';
import { IDS, columnsBeside } from './columns.ts';
import type { Value } from './workbook.ts';

const SECTION = '部分';

type Options = Choices & Partial<Pick<ExportOptions, 'lang'>>;

export function toCsv(input: ExportInput, options: Options): string {
  return `\uFEFF${csvRows(input, options)
    .map((row) => row.map(quoted).join(','))
    .join('\r\n')}\r\n`;
}

/** The head, then a row for each heading and task. */
export function csvRows(input: ExportInput, options: Options): readonly (readonly string[])[] {
  const { plan } = input;
  const today = todayFor(plan, input.today);
  if (options.screen) return listedRows(listedOf(plan, today, options.lang ?? 'zh', options.screen));
  const entries = entriesIn(taskList(input, today), plan, today, options);
  const columns = columnsBeside(plan, baselinesIn(plan, options));
  const rows: string[][] = [[SECTION, ...columns.map(({ title }) => title)]];
  let section = '';
  for (const entry of entries) {
    if (entry.kind === 'heading') {
      section = entry.text;
      rows.push([section, ...columns.map(({ title }) => (title === IDS.node ? entry.node : ''))]);
    } else rows.push([section, ...columns.map(({ value, style }) => textOf(value(entry), style === 'percent'))]);
  }
  return rows;
}

/** As the list stands on a screen; a group's name over its rows. */
function listedRows({ columns, rows }: Listed): readonly (readonly string[])[] {
  const head = [...columns.map(({ title }) => title), IDS.node];
  return [
    head,
    ...rows.map((row) =>
      row.kind === 'heading'
        ? [row.text, ...columns.map(() => '')]
        : [...row.values.map((value, at) => textOf(value, columns[at]!.name === 'progress')), row.node],
    ),
  ];
}

function textOf(value: Value, percent: boolean): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return value.day;
  return typeof value === 'number' && percent ? `${Math.round(value * 100)}%` : String(value);
}

/** A cell that begins like a formula would be run as one by who opens the file: an apostrophe makes it words. */
function quoted(text: string): string {
  const legal = legalXml(text);
  const safe = /^[=+\-@\t\r]/.test(legal) ? `'${legal}` : legal;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
