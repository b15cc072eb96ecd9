// 待补清单 as the workbook's second sheet.
import type { Id, Plan } from '../../model/plan.ts';
import { FINDINGS, findingLines } from '../findings.ts';
import type { Cell, Sheet } from './workbook.ts';

const HEAD = ['序号', '工作', '缺什么', '说明', '处理'];

/** None when nothing is wanting in what the file holds. */
export function findingSheets(
  plan: Plan,
  held: ReadonlySet<Id>,
  leads: (node: Id) => string | undefined = () => undefined,
): readonly Sheet[] {
  const lines = findingLines(plan, held);
  if (lines.length === 0) return [];
  const row = (values: readonly string[], style: Cell['style']): readonly Cell[] =>
    values.map((value) => ({ value, style }));
  const sheet: Sheet = {
    name: FINDINGS,
    widths: [8, 44, 24, 24, 40],
    rows: [
      row(HEAD, 'head'),
      ...lines.map(({ finding, number, work, what, detail, answer }) => {
        const cells = row([number, work, what, detail, answer], 'text');
        return cells.map((cell, at) => (at === 1 ? { ...cell, link: leads(finding.node) } : cell));
      }),
    ],
    frozen: { rows: 1, columns: 0 },
    head: 0,
    printed: HEAD.length - 1,
  };
  return [sheet];
}
