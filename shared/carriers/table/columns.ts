// Which row is the header and what each column holds, by the words offices write there. Says where it only guesses.
import { columnOf, isSecondHead } from '../../yaodian/columns.ts';
import type { Column } from '../../yaodian/columns.ts';
import { readDeadline } from '../../yaodian/deadline.ts';
import type { Field, Grid, Mapping } from './grid.ts';

/** The first that fits wins, so the narrower words stand above the wider ones. */
const WORDS: readonly (readonly [Field, RegExp])[] = [
  ['id', /^(?:挂图)?标识$|^guatu-?id$/i],
  ['none', /^重点工作编号$|原定(?:启动|完成)$|偏差（天）$/],
  ['number', /^(?:序号|编号|序|项次|no\.?|#|number)$/i],
  ['contact', /联系(?:人|方式|电话)|contact/i],
  ['chief', /(?:分管|责任|牵头|包保|主管|挂钩)(?:局|区|县|市|校)?领导|^领导$|chief/i],
  ['duty', /(?:责任|负责|牵头|经办|具体)人|^人员$|person/i],
  ['assist', /配合|协办|协同|协作|协助|参与|参加|assist|support/i],
  ['lead', /牵头|主办|主责|承办|责任(?:单位|部门|科室|处室|股室|主体)|^(?:部门|单位|科室|处室)$|实施(?:单位|部门)|^lead|office|owner|department/i],
  ['milestones', /季度|(?<!时间)节点(?!时)|形象进度|里程碑|milestone/i],
  ['start', /启动|开工|动工|开始|起始|^起$|start|begin/i],
  ['end', /完成(?:时限|时间|日期|期限)|时限|截止|结束|办结|时间(?:节点|安排|要求)|进度安排|工作进度$|起止|^止$|^时间$|due|deadline|finish|^end/i],
  ['deliverable', /目标(?!任务)|成果|预期|指标|标志|成效|deliver|goal|outcome/i],
  ['issue', /问题|困难|issue|problem/i],
  ['status', /状态|亮灯|预警|status/i],
  ['progress', /进展|进度|完成率|完成情况|落实情况|progress|%/i],
  ['note', /备注|说明|附注|remark|note|comment/i],
  ['task', /(?:任务|工作|建设|具体|主要|实施|项目|改革|重点)内容|^内容$/],
  ['section', /板块|条线|战线|类别|领域|分类|方面|模块|^部分$|章节|section|category/i],
  ['task', /具体|措施|举措|工作内容|工作要求|主要内容|实施内容|分解|任务内容|^内容$|^子任务|task|measure|detail/i],
  ['item', /重点工作|重点任务|重点项目|工作项目|主要任务|主要工作|工作任务|任务|项目|事项|工作|名称|item|project|title|name/i],
]; // prettier-ignore

const LOOKED = 20;

export function mapColumns(grid: Grid): Mapping {
  const { rows } = grid;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  let header = -1;
  let best = 1;
  for (let at = 0; at < Math.min(LOOKED, rows.length); at++) {
    const known = new Set(rows[at]!.map(({ text }) => fieldOf(text)).filter((field) => field !== undefined));
    const distinct = new Set(rows[at]!.map(({ text }) => text.trim()).filter(Boolean)).size;
    if (distinct >= 2 && known.size > best) [header, best] = [at, known.size];
  }
  if (header < 0) return unlabelled(grid, width);
  const headerEnd = isSecond(grid, header) ? header + 1 : header;
  const taken = new Set<Field>();
  const leading = leadColumns(rows[header]!, rows[headerEnd]!);
  const guessed: number[] = [];
  const fields = Array.from({ length: width }, (_, column): Field => {
    const texts = [rows[headerEnd]?.[column]?.text ?? '', rows[header]?.[column]?.text ?? ''];
    const field = texts.map(fieldOf).find((each) => each !== undefined);
    const empty = texts.every((text) => text.trim() === '');
    // A list with 序号 that has 编号 as well keeps its own marks there, as a 任务清单 of ours does.
    if (field === 'number' && taken.has('number') && texts[0]!.trim() === '编号' && !taken.has('id')) {
      taken.add('id');
      return 'id';
    }
    if (field === 'none') return field;
    if (field === 'lead' && leading.length > 1 && column !== leading[0]) return 'assist';
    if (field && (SEVERAL.has(field) || !taken.has(field))) {
      taken.add(field);
      return field;
    }
    if (empty && rows.slice(headerEnd + 1).every((row) => !row[column]?.text)) return 'none';
    guessed.push(column);
    return 'note';
  });
  const goal = (column: number): boolean =>
    [headerEnd, header].some((row) => columnOf(rows[row]?.[column]?.text ?? '').is === 'goal');
  // 工作目标 is the work where nothing else says it.
  const worded = fields.map((field, column) =>
    field === 'deliverable' && goal(column) && !fields.includes('task') ? 'task' : field,
  );
  return settle({ header, headerEnd, fields: byContents(grid, worded, guessed, headerEnd + 1), guessed });
}

const OFFICE = /^[\p{Script=Han}\w（）()“”]{1,20}(?:科室?|室|办|处|股|局|部门?|委|中心|院|校|所|站|队|馆|组)$/u;

/** What a heading nobody knows is about, where nearly all its cells say it: 谁来办 over names of offices. It stays a guess. */
function byContents({ rows }: Grid, fields: readonly Field[], guessed: readonly number[], from: number): Field[] {
  const made = [...fields];
  const say = (field: Field, is: (text: string) => boolean): void => {
    if (made.includes(field)) return;
    const found = guessed.find((column) => {
      const texts = rows.slice(from, from + LOOKED_AT).flatMap((row) => row[column]?.text.trim() || []);
      return made[column] === 'note' && texts.length > 1 && texts.filter(is).length >= texts.length * NEARLY_ALL;
    });
    if (found !== undefined) made[found] = field;
  };
  say('lead', (text) => text.split(/[、，,；;\s/]+/).every((name) => OFFICE.test(name)));
  say('end', (text) => text.length <= 20 && readDeadline(text, undefined).kind !== 'unclear');
  return made;
}

const LOOKED_AT = 200;
const NEARLY_ALL = 0.8;

/** Two columns of a kind say both. */
const SEVERAL: ReadonlySet<Field> = new Set(['assist', 'duty', 'task']);

/** Columns of responsible offices, the one that says 牵头 first: the others assist it. */
function leadColumns(...rows: readonly (readonly { readonly text: string }[])[]): readonly number[] {
  const words = (column: number): string =>
    rows.map((row) => row[column]?.text ?? '').find((text) => fieldOf(text)) ?? '';
  const columns = rows[0]!.flatMap((_, column) => (fieldOf(words(column)) === 'lead' ? [column] : []));
  const first = columns.find((column) => /牵头|主办|主责/.test(words(column)));
  return first === undefined ? columns.slice(0, 1) : [first, ...columns.filter((column) => column !== first)];
}

function isSecond({ rows }: Grid, header: number): boolean {
  const words = (row: number): string[] => (rows[row] ?? []).map(({ text }) => text);
  return isSecondHead(words(header), words(header + 1), (text) => fieldOf(text) !== undefined);
}

/** A table with one column of work says it either way. */
function settle(mapping: Mapping): Mapping {
  const { fields } = mapping;
  if (fields.includes('item') || !fields.includes('task')) return mapping;
  return { ...mapping, fields: fields.map((field) => (field === 'task' ? 'item' : field)) };
}

/** What every table reader makes of a column's head. */
function roleOf(column: Column): Field | undefined {
  if (column.is === 'mixed') return 'lead';
  if (column.is !== 'role') return undefined;
  const { words, label } = column;
  if (label.role === 'lead' || label.role === 'assist') return label.role;
  if (label.role === 'time') return /启动|开工|起始|开始/.test(words) ? 'start' : 'end';
  return /联系|联络/.test(words) ? 'contact' : /领导/.test(words) ? 'chief' : 'duty';
}

/** No header: the column with the most text is the work, and all the rest is left to the person who checks. */
function unlabelled({ rows }: Grid, width: number): Mapping {
  const chars = Array.from({ length: width }, (_, column) =>
    rows.reduce((sum, row) => sum + (row[column]?.text.length ?? 0), 0),
  );
  const most = chars.indexOf(Math.max(...chars, 0));
  const fields = chars.map((_, column): Field => (column === most ? 'item' : 'note'));
  return { header: -1, headerEnd: -1, fields, guessed: fields.map((_, column) => column) };
}

function fieldOf(text: string): Field | undefined {
  const words = text.replace(/[\s　（(][^]*?[)）]|\s+/g, '');
  if (!words || words.length > 16) return undefined;
  const column = columnOf(text.replace(/\s/g, ''));
  const role = roleOf(column);
  if (role) return role;
  // 工作事项及目标 is the work.
  if (column.is === 'content' && /(?:任务|事项|内容)(?:及|和|与).{0,4}(?:目标|成果|成效)/.test(words)) return 'item';
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}
