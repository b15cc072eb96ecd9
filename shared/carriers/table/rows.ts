// Cells and what their columns hold → the tree. A row that cannot be read is listed, never dropped.
import { isId } from '../../guard.ts';
import { columnOf, isFoot } from '../../yaodian/columns.ts';
import { rulesOf } from '../../yaodian/head.ts';
import { readMark, readNumeral } from '../../yaodian/marks.ts';
import type { CarrierId, ReadDoubt, ReadNode, Reading } from '../reading.ts';
import { WHOLE } from '../../export/tasks.ts';
import { fill } from './fill.ts';
import type { Building, Row } from './fill.ts';
import { heading } from './grid.ts';
import type { Cell, Field, Grid, Mapping } from './grid.ts';
import { withOthers } from './others.ts';
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
  const { guessed, ...head } = headOf(rows, mapping, name);
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
    if (words === '' || words.replace(/\s+/g, '') === head.title.replace(/\s+/g, '')) return;
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
      section = build('section', words, at, roots.length + 1);
      if (isId(text('id'))) section.id = text('id');
      roots.push(section);
      [item, clause] = [undefined, undefined];
      continue;
    }
    const group = text('section');
    if (group && bare(group) !== section?.title) {
      section = build('section', group, at, roots.length + 1);
      roots.push(section);
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
    if (task && task !== WHOLE && (work || goesOn)) {
      const depth = /^\d+(?:\.\d+)+$/.test(text('number')) ? text('number').split('.').length : 2;
      const above = depth > 2 ? clause : undefined;
      leaf = build(above ? 'task' : 'clause', task, at, 0);
      (above ?? item!).children.push(leaf);
      if (!above) clause = leaf;
    }
    fill(leaf, line);
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

/** One text over the whole width: merged, or alone in its row before the columns of the work. */
function isGroup(row: Row, { fields }: Mapping): boolean {
  const filled = row.filter(({ text }, at) => text !== '' && fields[at] !== 'id' && fields[at] !== 'none');
  const first = filled[0];
  if (!first) return false;
  if (filled.length > 1) return filled.every((cell) => cell === first) && filled.length * 2 > fields.length;
  const at = row.indexOf(first);
  const field = fields[at];
  if (/^\d+$/.test(first.text)) return false;
  return (
    (field === 'number' || at === 0) &&
    (field !== 'item' || readMark(first.text)?.style === 'chinese') &&
    field !== 'task'
  );
}

function isLone(row: Row): boolean {
  return new Set(row.filter(({ text }) => text !== '')).size === 1;
}

function numberOf(words: string): number | undefined {
  const [digits] = /^[0-9０-９]{1,3}(?=[.．、\s]*$)/.exec(words.trim()) ?? [];
  return digits === undefined ? undefined : readNumeral(digits) || undefined;
}

/** Of a field with several columns, what stands in each of them. */
function textOf(row: Row, { fields }: Mapping, field: Field): string {
  const cells = new Set(row.filter(({ text }, column) => fields[column] === field && text !== ''));
  const texts = [...cells].map(({ text }) => text);
  return texts.length < 2
    ? (texts[0] ?? '')
    : texts.map((text) => text.replace(/[。；;、]+$/, '')).join(field === 'task' ? '。' : '、');
}

function bare(text: string): string {
  return flat(text.slice(readMark(text)?.raw.length ?? 0));
}

function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function sourceOf(rows: readonly Row[]): { readonly source: string; readonly starts: readonly number[] } {
  const starts: number[] = [];
  const lines = rows.map(lineOf);
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  return { source: lines.join('\n'), starts };
}

function lineOf(row: Row): string {
  return row
    .map(({ text }, at) => (at > 0 && row[at - 1] === row[at] ? '' : text.replace(/\s+/g, ' ')))
    .join('\t')
    .trimEnd();
}
