// A block of cells as the lines of a branch: columns are levels; columns that name offices or a deadline belong to the row. Pure.
import type { Outline } from '../../../shared/model/plan.ts';
import type { Pasted } from '../list/clipboard.ts';
import { readDeadline } from '../../../shared/yaodian/deadline.ts';

/** One line of a branch to be: how deep it stands, what it is called, what else its row said. */
export interface Line {
  readonly depth: number;
  readonly title: string;
  readonly rest?: Partial<Outline>;
}

type Role = 'level' | 'mark' | 'lead' | 'assist' | 'due' | 'deliverable';

const HEADS: readonly (readonly [RegExp, Role])[] = [
  [/^(?:序号|编号|№|No\.?)$/i, 'mark'],
  [/牵头|责任(?:部门|单位|科室|处室)|主办|^Lead/i, 'lead'],
  [/配合|协办|协同|参与|^Assist/i, 'assist'],
  [/时限|时间|节点|进度安排|^Due/i, 'due'],
  [/成果|目标|^Deliverable/i, 'deliverable'],
  [/任务|工作|措施|内容|事项|项目|名称|^(?:Work|Task|Title|Item)/i, 'level'],
];

export function tableLines(table: readonly (readonly Pasted[])[]): readonly Line[] {
  const filled = table.filter((row) => row.some((cell) => wordsOf(cell, 'level') !== ''));
  const first = (filled[0] ?? []).map((cell) => wordsOf(cell, 'level'));
  const heads = first.map((cell) => HEADS.find(([name]) => name.test(cell))?.[1]);
  const headed = heads.length > 1 && heads.every((role) => role !== undefined) && new Set(heads).size > 1;
  const roles: readonly Role[] = headed ? heads : first.map(() => 'level');
  const rows = (headed ? filled.slice(1) : filled).map((row) =>
    row.map((cell, at) => wordsOf(cell, roles[at] ?? 'level')),
  );
  const found: Line[] = [];
  const above: string[] = [];
  for (const row of rows) {
    const levels = row.map((cell, at) => ({ cell, at })).filter(({ at }) => (roles[at] ?? 'level') === 'level');
    let last = -1;
    levels.forEach(({ cell }, depth) => {
      // A merged cell comes filled once, or the same in every row: it is one topic either way.
      const same =
        depth < levels.length - 1 &&
        above[depth] === cell &&
        levels.slice(0, depth).every(({ cell: each }, i) => each === '' || above[i] === each);
      if (cell === '' || same) return;
      above.length = depth;
      above[depth] = cell;
      found.push({ depth, title: cell });
      last = found.length - 1;
    });
    const rest = restOf(row, roles);
    if (last >= 0 && Object.keys(rest).length > 0) found[last] = { ...found[last]!, rest };
  }
  return found;
}

/** What is merged over several rows is one topic, but each row's own office or deadline. */
function wordsOf(cell: Pasted, role: Role): string {
  if (typeof cell === 'string') return cell.trim();
  return role === 'level' || role === 'mark' ? '' : (cell.covered ?? '').trim();
}

function restOf(row: readonly string[], roles: readonly Role[]): Partial<Outline> {
  const said = (role: Role): string => row[roles.indexOf(role)] ?? '';
  const [lead, assist] = [offices(said('lead')), offices(said('assist'))];
  const due = said('due') === '' ? undefined : readDeadline(said('due'), undefined);
  const deliverable = said('deliverable');
  return {
    ...(lead.length > 0 && { lead }),
    ...(assist.length > 0 && { assist }),
    ...(due?.start && due.end && { span: { start: due.start, end: due.end } }),
    // Words that say no day are kept as they stand; nobody's date is invented.
    ...(due && due.kind !== 'unclear' && { due: { kind: due.kind, words: due.raw } }),
    ...(deliverable !== '' && { deliverable }),
  };
}

function offices(cell: string): readonly string[] {
  return cell
    .split(/[、，,；;\n/]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^[无—-]+$/.test(name));
}
