// 待补清单 as a table: what the plan lacks, and for what somebody answers, with reason and name.
import type { Plan } from '../../model/plan.ts';
import { FINDINGS, findingLines } from '../findings.ts';
import { titleOf } from '../words.ts';
import type { ReportTable } from './report.ts';

const COLUMNS = [
  { title: '序号', width: 14, centred: true },
  { title: '工作', width: 0 },
  { title: '缺什么', width: 44 },
  { title: '说明', width: 34 },
  { title: '处理', width: 52 },
] as const;

export const findingsTitle = (plan: Plan): string => `${titleOf(plan.meta)}${FINDINGS}`;

export function findingTable(plan: Plan): ReportTable {
  const lines = findingLines(plan);
  const answered = lines.filter(({ waiver }) => waiver).length;
  return {
    kind: 'table',
    title: findingsTitle(plan),
    lines: [lines.length === 0 ? '没有要补的。' : `共${lines.length}处，其中${answered}处已说明不用补的理由。`],
    columns: COLUMNS,
    rows: lines.map(({ finding, number, work, what, detail, answer }) => ({
      node: finding.node,
      cells: [number, work, what, detail, answer],
    })),
    notices: [],
  };
}
