// Cells and what their columns hold → the tree. A row that cannot be read is listed, never dropped.
import { isId } from '../../guard.ts';
import { columnOf, isFoot } from '../../yaodian/columns.ts';
import { rulesOf } from '../../yaodian/head.ts';
import { areCounted, groupMark, isGroupNumber, readMark } from '../../yaodian/marks.ts';
import type { CarrierId, ReadDoubt, ReadNode, Reading } from '../reading.ts';
import { WHOLE } from '../../export/tasks.ts';
import { fill } from './fill.ts';
import type { Building } from './fill.ts';
import { heading } from './grid.ts';
import type { Cell, Field, Grid, Mapping } from './grid.ts';
import { withOthers } from './others.ts';
import { bare, counted, fillAlike, flat, isGroup, isLone, lineOf, numberOf, sourceOf, textOf } from './rowcells.ts';
import { headOf } from './title.ts';

const GUESSES: Partial<Record<Field, string>> = {
  lead: '没有认出这一列，按内容读作牵头部门',
  end: '没有认出这一列，按内容读作完成时限',
};

export function readTable(carrier: CarrierId, grid: Grid, mapping: Mapping, name = ''): Reading {
  const { rows } = grid;
  const { source, starts } = sourceOf(rows);
  // A list of ours knows its columns, and numbers in one of its own: what looks like a mark is a word.
  const own = mapping.fields.includes('id');
  const { guessed, ...found } = headOf(rows, mapping, name);
  // What a list of ours is called is the plan's title and what the list is.
  const head = own ? { ...found, title: found.title.replace(/任务清单(?:（[^]*）)?$/, '') || found.title } : found;
  const doubts: ReadDoubt[] = [];
  if (mapping.header >= 0 && !mapping.fields.includes('number'))
    doubts.push({ line: mapping.header + 1, code: 'number-missing', message: '表中没有序号一列，按行的先后编号' });
  if (mapping.header < 0) doubts.push({ line: 1, code: 'header-missing', message: '没有找到表头，请核对各列' });
  for (const column of mapping.guessed) {
    const words = heading(grid, mapping, column);
    if (mapping.header >= 0 && !own)
      doubts.push({
        line: mapping.header + 1,
        code: 'column-guessed',
        message: `${GUESSES[mapping.fields[column]!] ?? '没有认出这一列，放进备注'}：${words || column + 1}`,
      });
  }
  if (guessed) doubts.push({ line: 1, code: 'year-guessed', message: `标题没有写年份，按表中的日期取：${head.year}` });
  if (mapping.header >= 0 && !own)
    doubts.push({ line: mapping.header + 1, code: 'table-read', message: '表格按列名读入' });
  const rest: { line: number; text: string }[] = [];
  // What stands above the header beside the title is kept, and said to be.
  rows.slice(0, Math.max(0, mapping.header)).forEach((row, at) => {
    const words = lineOf(row).trim();
    if (words === '' || words.replace(/\s+/g, '') === found.title.replace(/\s+/g, '')) return;
    rest.push({ line: at + 1, text: words });
    doubts.push({
      line: at + 1,
      code: 'row-unread',
      message: `这一行没有读入：${words.replace(/\t+/g, ' ').slice(0, 24)}`,
    });
  });
  const rules = rulesOf(
    rows
      .filter((_, at) => at <= mapping.headerEnd || isLone(rows[at]!))
      .map(lineOf)
      .join('\n'),
  );
  const lead = mapping.fields.indexOf('lead');
  const mixed = [mapping.headerEnd, mapping.header].some(
    (row) => columnOf(rows[row]?.[lead]?.text ?? '').is === 'mixed',
  );
  const leading = /牵头|主办|主责/.test(heading(grid, mapping, lead).replace(/[（(][^（()）]*[)）]/g, ''));
  const grouped = areCounted(rows.slice(mapping.headerEnd + 1).map((row) => textOf(row, mapping, 'number')));
  const roots: Building[] = [];
  let count = 0;
  let [section, item, clause]: (Building | undefined)[] = [];
  let serial = 0;
  let lastNumber: number | undefined;

  const build = (kind: ReadNode['kind'], written: string, row: number, number: number): Building => {
    const mark = own && kind !== 'section' ? undefined : readMark(written);
    const start = starts[row]!;
    return {
      key: `r${++count}`,
      kind,
      title: flat(written.slice(mark?.raw.length ?? 0)) || written.trim(),
      line: row + 1,
      start,
      end: start + lineOf(rows[row]!).length,
      number: mark?.number ?? number,
      marked: mark !== undefined,
      lead: [],
      assist: [],
      children: [],
    };
  };

  const open = (words: string, at: number): Building => {
    const made = build('section', words, at, roots.length + 1);
    if (!own && !made.marked)
      doubts.push({
        line: at + 1,
        code: 'section-unmarked',
        message: `标题没有序号，按上下文认作一章：${made.title.slice(0, 24)}`,
      });
    roots.push(made);
    return made;
  };

  for (let at = mapping.headerEnd + 1; at < rows.length; at++) {
    const row = rows[at]!;
    const filled = row.filter(({ text }) => text !== '');
    if (filled.length === 0) continue;
    const cell = (field: Field): Cell | undefined => row[mapping.fields.indexOf(field)];
    const text = (field: Field): string => textOf(row, mapping, field);
    const unread = (): void => {
      const words = lineOf(row).trim();
      rest.push({ line: at + 1, text: words });
      doubts.push({
        line: at + 1,
        code: 'row-unread',
        message: `这一行没有读入：${words.replace(/\t+/g, ' ').slice(0, 24)}`,
      });
    };
    if (/^(?:合计|总计|小计|共计)/.test(filled[0]!.text.replace(/\s/g, '')) || isFoot(filled.map(({ text }) => text))) {
      unread();
      continue;
    }
    if (isGroup(row, mapping)) {
      const words = filled[0]!.text;
      section = open(words, at);
      if (isId(text('id'))) section.id = text('id');
      [item, clause] = [undefined, undefined];
      continue;
    }
    const titled = filled.filter((each) => each !== cell('number'));
    if (!own && grouped && isGroupNumber(text('number')) && titled.length === 1 && (text('item') || text('task'))) {
      section = open(groupMark(text('number')) + titled[0]!.text, at);
      [item, clause] = [undefined, undefined];
      continue;
    }
    const group = text('section');
    if (group && bare(group) !== section?.title) {
      section = open(group, at);
      [item, clause] = [undefined, undefined];
    }
    const [work, task] = [text('item'), text('task') === text('item') ? '' : text('task')];
    if (!work && !task) {
      unread();
      continue;
    }
    const line = { row, at, grid, mapping, year: head.year, cell, text, doubts, rules, leading, mixed };
    if (!work && task === WHOLE && section) {
      fill(section, line);
      continue;
    }
    const home = section?.children ?? roots;
    const goesOn = item !== undefined && (!work ? true : (own ? flat(work) : bare(work)) === item.title && task !== '');
    if (!goesOn || (!work && !item)) {
      const written = numberOf(text('number'));
      if (!own && written !== undefined && lastNumber !== undefined && written !== lastNumber + 1 && written !== 1)
        doubts.push({ line: at + 1, code: 'number-odd', message: `序号与前文不相连：${written}` });
      item = build('item', work || task, at, written ?? serial + 1);
      serial = item.number;
      home.push(item);
      clause = undefined;
    }
    lastNumber = numberOf(text('number')) ?? lastNumber;
    let leaf = item!;
    let beside: readonly Building[] = [];
    if (task && task !== WHOLE && (work || goesOn)) {
      const depth = /^\d+(?:\.\d+)+$/.test(text('number')) ? text('number').split('.').length : 2;
      const above = depth > 2 ? clause : undefined;
      const words = (own ? undefined : counted(task)) ?? [task];
      const [first, ...others] = words.map((each) => build(above ? 'task' : 'clause', each, at, 0));
      leaf = first!;
      beside = others;
      (above ?? item!).children.push(leaf, ...beside);
      if (!above) clause = leaf;
    }
    fill(leaf, line);
    for (const each of beside) fillAlike(each, leaf);
  }
  return withOthers(
    {
      carrier,
      ...head,
      preamble: '',
      form: undefined,
      source,
      nodes: roots,
      doubts,
      rest,
      table: { grid, mapping },
    },
    grid.others,
    lineOf,
  );
}
