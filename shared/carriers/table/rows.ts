// Cells and what their columns hold → the tree. A row that cannot be read is listed, never dropped.
import { isId } from '../../guard.ts';
import { isDay } from '../../model/day.ts';
import type { Day, Due, Light, Span, Status } from '../../model/plan.ts';
import { readDeadline } from '../../yaodian/deadline.ts';
import { columnOf } from '../../yaodian/columns.ts';
import { readMark, readNumeral } from '../../yaodian/marks.ts';
import { somebodiesIn } from '../../yaodian/mixed.ts';
import { rulesOf } from '../../yaodian/head.ts';
import { readRoles } from '../../yaodian/roles.ts';
import type { RoleRules, Roles } from '../../yaodian/roles.ts';
import { dueOf } from '../draft.ts';
import type { CarrierId, ReadDoubt, ReadNode, Reading } from '../reading.ts';
import { grainOf } from './grain.ts';
import { heading } from './grid.ts';
import type { Cell, Field, Grid, Mapping } from './grid.ts';

/** Stands where a 任务清单 of ours says something of an item as a whole. */
const WHOLE = '（总体安排）';

type Row = readonly Cell[];
type Building = { -readonly [K in keyof ReadNode]: ReadNode[K] } & { children: Building[] };

export function readTable(carrier: CarrierId, grid: Grid, mapping: Mapping, name = ''): Reading {
  const { rows } = grid;
  const { source, starts } = sourceOf(rows);
  const { guessed, ...head } = headOf(rows, mapping, name);
  const doubts: ReadDoubt[] =
    grid.others.length > 0
      ? [{ line: 0, code: 'sheet-skipped', message: `没有读取的工作表：${grid.others.join('、')}` }]
      : [];
  if (mapping.header < 0) doubts.push({ line: 1, code: 'header-missing', message: '没有找到表头，请核对各列' });
  for (const column of mapping.guessed) {
    const words = heading(grid, mapping, column);
    if (mapping.header >= 0)
      doubts.push({
        line: mapping.header + 1,
        code: 'column-guessed',
        message: `${GUESSES[mapping.fields[column]!] ?? '没有认出这一列，放进备注'}：${words || column + 1}`,
      });
  }
  if (guessed) doubts.push({ line: 1, code: 'year-guessed', message: `标题没有写年份，按表中的日期取：${head.year}` });
  // A list of ours says itself what its columns are.
  if (mapping.header >= 0 && !mapping.fields.includes('id'))
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
    const mark = readMark(written);
    const start = starts[row]!;
    return {
      key: `r${++count}`,
      kind,
      title:
        written
          .slice(mark?.raw.length ?? 0)
          .replace(/\s*\n\s*/g, ' ')
          .trim() || written.trim(),
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
    if (/^(?:合计|总计|小计|共计)/.test(filled[0]!.text.replace(/\s/g, ''))) {
      unread();
      continue;
    }
    if (isGroup(row, mapping)) {
      const words = filled[0]!.text;
      if (/^(?:注|说明|备注|填表|制表)[：:]/.test(words)) unread();
      else {
        section = build('section', words, at, roots.length + 1);
        if (isId(text('id'))) section.id = text('id');
        roots.push(section);
        [item, clause] = [undefined, undefined];
      }
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
    const home = section?.children ?? roots;
    const goesOn = item !== undefined && (!work ? true : bare(work) === item.title && task !== '');
    if (!goesOn || (!work && !item)) {
      const written = numberOf(text('number'));
      if (written !== undefined && lastNumber !== undefined && written !== lastNumber + 1 && written !== 1)
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
    fill(leaf, { row, at, grid, mapping, year: head.year, cell, text, doubts, rules, leading, mixed });
  }
  return {
    carrier,
    ...head,
    preamble: '',
    form: undefined,
    source,
    nodes: roots,
    doubts,
    rest,
    table: { grid, mapping },
  };
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
  return text
    .slice(readMark(text)?.raw.length ?? 0)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

function lineOf(row: Row): string {
  return row
    .map(({ text }, at) => (at > 0 && row[at - 1] === row[at] ? '' : text.replace(/\s+/g, ' ')))
    .join('\t')
    .trimEnd();
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

/** Of a whole date only: a bare 2024 may be a count. */
function yearIn({ text, day }: Cell): number[] {
  const found = day ?? /(?<!\d)((?:19|20|21)\d\d)(?:年|[-/.]\d{1,2}[-/.]\d)/.exec(text)?.[1];
  return found ? [+found.slice(0, 4)] : [];
}

interface Head {
  readonly title: string;
  readonly year: number | undefined;
  /** The year stands in no title: all the dates in the cells are of it. */
  readonly guessed: boolean;
}

/** The rows above the header: the first is the title. */
function headOf(rows: readonly Row[], { header }: Mapping, name: string): Head {
  const above = rows.slice(0, Math.max(0, header)).map((row) => row.find(({ text }) => text !== '')?.text ?? '');
  const named =
    above.find((text) => /(?:要点|计划|安排|方案|任务|清单|表)(?:（.{1,20}）)?$/.test(text)) ?? above.find(Boolean);
  const title = (named ?? name).replace(/\s*\n\s*/g, '').trim();
  const year = /((?:19|20|21)\d\d)/.exec([title, ...above, name].join(' '))?.[1];
  if (year) return { title, year: +year, guessed: false };
  const years = new Set(rows.slice(header + 1).flatMap((row) => row.flatMap(yearIn)));
  return { title, year: years.size === 1 ? [...years][0] : undefined, guessed: years.size === 1 };
}

interface Line {
  readonly row: Row;
  readonly at: number;
  readonly grid: Grid;
  readonly mapping: Mapping;
  readonly year: number | undefined;
  cell(field: Field): Cell | undefined;
  text(field: Field): string;
  readonly doubts: ReadDoubt[];
  /** What the table says about its own columns, and whether the column of offices says 牵头 itself. */
  readonly rules: RoleRules;
  readonly leading: boolean;
  /** It names persons too. */
  readonly mixed: boolean;
}

function fill(node: Building, line: Line): void {
  const { at, year, text, cell, doubts, rules, leading } = line;
  const doubt = (code: string, message: string): void => void doubts.push({ line: at + 1, code, message });
  const all = line.mixed ? somebodiesIn(text('lead')) : [];
  const some = (person: boolean): string =>
    all
      .filter((each) => each.person === person)
      .map(({ name }) => name)
      .join('、');
  const named = rolesOf(
    rules.first && !leading ? '责任单位' : '牵头部门',
    line.mixed ? some(false) : text('lead'),
    rules,
  );
  node.lead = named.lead;
  node.assist = [...new Set([...named.assist, ...rolesOf('配合部门', text('assist'), {}).assist])].filter(
    (name) => !node.lead.includes(name),
  );
  if (rules.first && !leading && named.assist.length > 0)
    doubt('role-first', `按文中说明，列第一位的为牵头单位，其余按配合读入：${node.title.slice(0, 24)}`);
  if (node.lead.length === 0) doubt('lead-missing', `没有牵头部门：${node.title.slice(0, 24)}`);
  const people = Object.fromEntries(
    (['chief', 'duty', 'contact'] as const).flatMap((role) => {
      const who = [text(role), role === 'duty' ? some(true) : '']
        .filter(Boolean)
        .join('、')
        .replace(/\s*\n\s*/g, '、')
        .slice(0, 200);
      return who && !NOBODY.test(who) ? [[role, who]] : [];
    }),
  );
  if (Object.keys(people).length > 0) node.people = people;
  if (text('deliverable')) node.deliverable = text('deliverable').slice(0, 2_000);
  if (text('issue')) node.issue = text('issue').slice(0, 2_000);
  when(node, cell('start'), cell('end'), year, doubt);
  const progress = text('progress');
  const percent = /^(\d{1,3})(?:\.\d+)?\s*[%％]?$/.exec(progress);
  if (percent && +percent[1]! <= 100) node.progress = +percent[1]!;
  const light = lightOf(text('status'));
  // In a list of ours the column says what follows from dates and progress; what was set by hand stands among the remarks.
  const computed = line.mapping.fields.includes('id');
  if (light && !computed) node.status = { light, reason: '' } satisfies Status;
  else if (text('status') && !light) doubt('status-unclear', `没有读懂状态：${text('status').slice(0, 24)}`);
  const id = text('id');
  if (isId(id)) node.id = id;
  for (const step of stepsOf(line)) node.children.push(stepNode(node, step, year));
  const note = [!node.span && node.said && `完成时限：${node.said}`, noteOf(line, percent ? '' : progress)]
    .filter(Boolean)
    .join('\n');
  if (!computed) {
    if (note) node.note = note;
    return;
  }
  const set = /^(未启动|推进中|已完成|滞后|暂缓)：([^\n]+)(?:\n|$)/.exec(note);
  const hand = set && lightOf(set[1]!);
  if (set && hand) node.status = { light: hand, reason: set[2]!.slice(0, 2_000) } satisfies Status;
  const rest = set && hand ? note.slice(set[0].length) : note;
  // A date cell cannot say 年底前; the words stand beside it.
  const words = /(?:^|\n)时限原文：([^\n]+)/.exec(rest);
  const exact = words && grainOf(words[1]!);
  if (exact && node.span) node.span = { ...node.span, grain: exact };
  const left = words ? rest.replace(words[0], '').trim() : rest;
  if (left) node.note = left;
}

const NOBODY = /^(?:无|空|暂无|待定|[—\-－–/]*)$/;

/** The same separators and the same 和 as in a text; 、 for a line's end in a cell. */
function rolesOf(label: string, words: string, rules: RoleRules): Pick<Roles, 'lead' | 'assist'> {
  return words === '' ? { lead: [], assist: [] } : readRoles(`${label}：${words.replace(/\s*\n\s*/g, '、')}`, rules);
}

/** Both ends said: a bar. Only a deadline: its words, and no bar that nobody stated. */
function when(
  node: Building,
  first: Cell | undefined,
  last: Cell | undefined,
  year: number | undefined,
  doubt: (code: string, message: string) => void,
): void {
  const [begin, finish] = [first, last].map((cell) => (cell?.text && !NOBODY.test(cell.text) ? cell : undefined));
  if (!begin && !finish) return;
  const [from, to] = [begin && dayOf(begin, year), finish && dayOf(finish, year)];
  const start = from?.start ?? from?.end ?? (begin ? undefined : to?.start);
  const end = to?.end;
  const grain = finish && !finish.day ? grainOf(finish.text) : undefined;
  if (start && end && begin) {
    if (end < start) doubt('ends-before-start', `完成早于启动：${begin.text} ${finish!.text}`);
    else {
      node.span = { start, end, ...(grain && { grain }) } satisfies Span;
      node.said = `${begin.text}至${finish!.text}`;
    }
    return;
  }
  const said = finish ?? begin!;
  const words = finish && begin ? `${begin.text}至${finish.text}` : said.text;
  const read = readDeadline(said.day ? dayWords(said.day) : words, year);
  const due: Due | undefined = dueOf(read);
  if (due) {
    node.due = due;
    node.stated = { start: read.start, end: read.end };
  } else node.said = words;
  if (!due) doubt('deadline-unclear', `没有读懂完成时限，保留原文：${words.slice(0, 24)}`);
}

function dayWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function dayOf(cell: Cell, year: number | undefined): { start: Day | null; end: Day | null } {
  if (cell.day) return { start: cell.day, end: cell.day };
  const short = /^(\d{1,2})[./-](\d{1,2})$/.exec(cell.text);
  const full = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(cell.text);
  const [y, m, d] = full ? full.slice(1) : short && year ? [String(year), ...short.slice(1)] : [];
  const day = y && `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`;
  if (day && isDay(day)) return { start: day, end: day };
  return readDeadline(cell.text, year);
}

const LIGHTS: readonly (readonly [Light, RegExp])[] = [
  ['done', /已完成|完成|办结|销号|done|●/i],
  ['late', /滞后|逾期|超期|late|▲|红/i],
  ['hold', /暂缓|中止|取消|hold|✕/i],
  ['doing', /推进|进行|实施|正常|doing|◐|绿|黄/i],
  ['todo', /未启动|未开始|未|todo|○/i],
];

function lightOf(words: string): Light | undefined {
  if (!words) return undefined;
  if (/^未(?:启动|开始|完成)/.test(words)) return 'todo';
  return LIGHTS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** 5月20日 方案定稿, one a line. */
function stepsOf({ text }: Line): readonly string[] {
  return text('milestones')
    .split(/\n|；|;/)
    .map((step) => step.trim())
    .filter((step) => step && !NOBODY.test(step));
}

function stepNode(parent: Building, step: string, year: number | undefined): Building {
  const [, words = '', rest = ''] = /^(\S*?[日月底前末旬季度年][^\s：:]{0,2})[\s：:]+(.+)$/.exec(step) ?? [];
  const done = rest.endsWith('（已完成）');
  const read = words ? readDeadline(words, year) : undefined;
  const day = read?.end ?? null;
  return {
    key: `${parent.key}m${parent.children.length + 1}`,
    kind: 'milestone',
    title: (day ? rest : step).replace(/（已完成）$/, ''),
    line: parent.line,
    start: parent.start,
    end: parent.end,
    number: 0,
    marked: false,
    lead: [],
    assist: [],
    ...(day && { span: { start: day, end: day } }),
    ...(done && { progress: 100 }),
    children: [],
  };
}

const GUESSES: Partial<Record<Field, string>> = {
  lead: '没有认出这一列，按内容读作牵头部门',
  end: '没有认出这一列，按内容读作完成时限',
};

/** Columns that mean nothing here are kept under their heading. */
function noteOf({ row, grid, mapping }: Line, progress: string): string {
  const { fields, guessed } = mapping;
  return [
    ...(progress ? [`${heading(grid, mapping, fields.indexOf('progress'))}：${progress}`] : []),
    ...row.flatMap(({ text }, column) => {
      if (fields[column] !== 'note' || text === '') return [];
      const words = guessed.includes(column) ? heading(grid, mapping, column) : '';
      return [words ? `${words}：${text}` : text];
    }),
  ].join('\n');
}
