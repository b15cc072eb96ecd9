// What the columns of a task table hold, by the words of its heading row. Knows no rows.
import { labelAlone } from './words.ts';
import type { Label } from './words.ts';

export type Column =
  | { readonly is: 'number' | 'content' | 'deliverable' | 'other' }
  | { readonly is: 'role'; readonly label: Label; readonly words: string };

const NUMBER = /^(?:序号|编号|序|号|项次|No\.?|任务序号|任务编号|项目编号|条目)$/i;
const DELIVERABLE = /(?:目标|成果|指标|成效|完成标志|预期|考核标准|评价标准)/;
const OTHER =
  /^(?:备注|说明|附注|进展|进展情况|完成情况|落实情况|工作进展|目前进展|督查.*|状态|存在问题|问题|下一步.*|启动|启动时间|开始时间|进度|季度节点|完成率|签字|是否完成)$/;
const CONTENT =
  /任务|工作|内容|事项|措施|举措|项目|类别|分类|板块|领域|要点|要求|条款|一级|二级|三级|重点|模块|章节|方面|名称|做法|步骤|专项|行动|工程/;
const LEADISH = /^(?:责任主体|责任分工|承担单位|执行单位|组织单位|职责分工|责任者|任务分工|分工)$/;

export function columnOf(head: string): Column {
  const words = head
    .replace(/[\s\u3000\v]/g, '')
    .replace(/[（(][^（）()]*[)）]/g, '')
    .replace(/[：:]$/, '');
  if (NUMBER.test(words)) return { is: 'number' };
  if (OTHER.test(words)) return { is: 'other' };
  const label =
    labelAlone(words) ?? (LEADISH.test(words) ? { raw: words, role: 'lead' as const, merely: true } : undefined);
  if (label) return { is: 'role', label, words: LEADISH.test(words) ? '责任单位' : words };
  if (DELIVERABLE.test(words) && !/任务|工作目标|目标任务/.test(words)) return { is: 'deliverable' };
  return { is: words === '' ? 'other' : 'content' };
}

/** At least two cells read like heads of such a table, one of them of a content column or a role. */
export function isHeadRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length < 2 || filled.some((cell) => cell.trim().length > 20 || /[。；]/.test(cell))) return false;
  const known = filled.filter((cell) => {
    const words = cell.replace(/[\s\u3000\v]/g, '');
    const column = columnOf(words);
    return column.is !== 'content' || CONTENT.test(words);
  });
  const roles = filled.filter((cell) => columnOf(cell).is === 'role').length;
  return (
    known.length >= 2 &&
    known.length >= filled.length * 0.6 &&
    (roles > 0 || known.length >= 3 || filled.some((cell) => columnOf(cell).is === 'number'))
  );
}
