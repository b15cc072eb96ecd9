// What the columns of a task table hold, by the words of its heading rows; one judgement for the tables in texts and those of csv and xlsx.
import { labelAlone } from './words.ts';
import type { Label } from './words.ts';

export type Column =
  | { readonly is: 'number' | 'content' | 'goal' | 'deliverable' | 'other' }
  /** Persons and offices in the same cells. */
  | { readonly is: 'mixed'; readonly words: string }
  | { readonly is: 'role'; readonly label: Label; readonly words: string };

const NUMBER = /^(?:序号|编号|序|号|项次|No\.?|任务序号|任务编号|项目编号|条目)$/i;
const DELIVERABLE = /(?:目标|成果|指标|成效|完成标志|预期|考核标准|评价标准)/;
const OTHER =
  /^(?:备注|说明|附注|进展|进展情况|完成情况|落实情况|工作进展|目前进展|督查.*|状态|存在问题|问题|下一步.*|启动|启动时间|开始时间|进度|季度节点|完成率|签字|是否完成)$/;
const CONTENT =
  /任务|工作|内容|事项|措施|举措|项目|类别|分类|板块|领域|要点|要求|条款|一级|二级|三级|重点|模块|章节|方面|名称|做法|步骤|专项|行动|工程/;
const LEADISH = /^(?:责任主体|责任分工|承担单位|执行单位|组织单位|职责分工|责任者|任务分工|分工)$/;

/** 工作目标 is the work itself where no other column says it. */
const GOAL = /工作目标|目标任务|任务目标|^目标及任务$/;
const SOMEBODY = /^(?:人员?|领导|姓名|责任人|负责人)$/;
const SOME_OFFICE = /^(?:部门|单位|科室|处室|股室|岗位)$/;

const FOOT =
  /^(?:注|说明|备注|填[报表写]|制表|报送|审[核批]|复核|经办|单位负责人|负责人签[字名]|联系人|联系电话|日期)[^：:。，]{0,8}[：:]/;

const DATE = /^(?:19|20)\d\d[年\-./]\d{1,2}(?:月|[-./]\d{1,2}|月\d{1,2}日)?$/;

/** 填报单位：甲  填报日期：3月1日 around a table says who filled it in, and is no work. */
export function isFoot(cells: readonly string[]): boolean {
  const bare = cells.map((words) => words.replace(/[\s\u3000]/g, ''));
  return bare.some((words) => FOOT.test(words)) && bare.every((words) => FOOT.test(words) || DATE.test(words));
}

export function columnOf(head: string): Column {
  if (isMixed(head)) return { is: 'mixed', words: head.replace(/\s/g, '') };
  const words = head
    .replace(/[\s\u3000\v]/g, '')
    .replace(/[（(][^（）()]*[)）]/g, '')
    .replace(/[：:]$/, '');
  if (NUMBER.test(words)) return { is: 'number' };
  if (OTHER.test(words)) return { is: 'other' };
  const label =
    labelAlone(words) ?? (LEADISH.test(words) ? { raw: words, role: 'lead' as const, merely: true } : undefined);
  if (label) return { is: 'role', label, words: LEADISH.test(words) ? '责任单位' : words };
  if (GOAL.test(words)) return { is: 'goal' };
  if (DELIVERABLE.test(words) && !/任务|事项|工作内容/.test(words)) return { is: 'deliverable' };
  return { is: words === '' ? 'other' : 'content' };
}

/** 责任人及科室, 责任单位/责任人, 责任单位（责任人）: one half names a person, the other an office. */
function isMixed(head: string): boolean {
  const halves = head
    .replace(/\s/g, '')
    .split(/以及|及|和|与|[、/／（()）]/)
    .filter(Boolean);
  if (halves.length < 2 || halves.length > 3) return false;
  const labels = halves.map((half) => labelAlone(half)?.role);
  const person = halves.some((half, i) => labels[i] === 'leader' || SOMEBODY.test(half));
  const office = halves.some((half, i) => labels[i] === 'lead' || SOME_OFFICE.test(half));
  return person && office;
}

export function isKnownHead(words: string): boolean {
  return columnOf(words).is !== 'content' || CONTENT.test(words);
}

/** A head in two rows: its cells merged downwards stand in both, or, where merging was lost, only in the upper. */
export function isSecondHead(
  first: readonly string[],
  second: readonly string[],
  known: (words: string) => boolean,
): boolean {
  const filled = second.filter((words) => words !== '');
  const same = filled.filter((words) => first.includes(words)).length;
  const heads = filled.filter(known).length;
  const lost = same === 0 && !second[0] && heads === filled.length && heads >= 2;
  return lost || (same > 0 && heads > 0 && new Set(filled).size > same && filled.every((words) => words.length <= 16));
}

/** At least two cells read like heads of such a table, one of them of a content column or a role. */
export function isHeadRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length < 2 || filled.some((cell) => cell.trim().length > 20 || /[。；]/.test(cell))) return false;
  const known = filled.filter((cell) => {
    return isKnownHead(cell.replace(/[\s\u3000\v]/g, ''));
  });
  const roles = filled.filter((cell) => ['role', 'mixed'].includes(columnOf(cell).is)).length;
  return (
    known.length >= 2 &&
    known.length >= filled.length * 0.6 &&
    (roles > 0 || known.length >= 3 || filled.some((cell) => columnOf(cell).is === 'number'))
  );
}
