// What one row says of its node: offices, persons, dates, progress, steps, remarks. Knows no other row.
import { isId } from '../../guard.ts';
import { isDay } from '../../model/day.ts';
import type { Day, Due, Light, Span, Status } from '../../model/plan.ts';
import { readDeadline } from '../../yaodian/deadline.ts';
import { somebodiesIn } from '../../yaodian/mixed.ts';
import { readRoles } from '../../yaodian/roles.ts';
import type { RoleRules, Roles } from '../../yaodian/roles.ts';
import { WHOLE } from '../../export/tasks.ts';
import { dueOf } from '../draft.ts';
import type { ReadDoubt, ReadNode } from '../reading.ts';
import { grainOf } from './grain.ts';
import { heading } from './grid.ts';
import type { Cell, Field, Grid, Mapping } from './grid.ts';
import { PEOPLE_MAX, WORDS_MAX, overfull } from './over.ts';

export type Row = readonly Cell[];
export type Building = { -readonly [K in keyof ReadNode]: ReadNode[K] } & { children: Building[] };

export interface Line {
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

export function fill(node: Building, line: Line): void {
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
  // What a list of ours says of an item or a section as a whole needs none.
  if (node.lead.length === 0 && text('task') !== WHOLE)
    doubt('lead-missing', `没有牵头部门：${node.title.slice(0, 24)}`);
  const people = Object.fromEntries(
    (['chief', 'duty', 'contact'] as const).flatMap((role) => {
      const who = [text(role), role === 'duty' ? some(true) : '']
        .filter(Boolean)
        .join('、')
        .replace(/\s*\n\s*/g, '、')
        .slice(0, PEOPLE_MAX);
      return who && !NOBODY.test(who) ? [[role, who]] : [];
    }),
  );
  if (Object.keys(people).length > 0) node.people = people;
  if (text('deliverable')) node.deliverable = text('deliverable').slice(0, WORDS_MAX);
  if (text('issue')) node.issue = text('issue').slice(0, WORDS_MAX);
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
  const over = overfull(text, line.grid, line.mapping);
  for (const words of over) doubt('field-long', `这一格太长，全文放进备注：${words.slice(0, 24)}`);
  const note = [!node.span && node.said && `完成时限：${node.said}`, ...over, noteOf(line, percent ? '' : progress)]
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
