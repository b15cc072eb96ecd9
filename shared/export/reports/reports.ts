// The bureau's reports by name: what each is made of. The registry lists them as files.
import { todayFor } from '../../model/schedule.ts';
import type { ExportInput, ExportOptions, Made, ReportName } from '../format.ts';
import { compareTable, redline } from './compare.ts';
import { opinionTable } from './opinions.ts';
import type { Report } from './report.ts';
import { summaryText } from './summary.ts';
import { superviseTable } from './supervise.ts';

export function reportOf(name: ReportName, input: ExportInput, options: ExportOptions): Report {
  switch (name) {
    case 'supervise':
      return superviseTable(input, options.period);
    case 'opinions':
      return opinionTable(input);
    case 'compare':
      return compareTable(input, options);
    case 'redline':
      return redline(input, options);
    case 'summary':
      return summaryText(input);
  }
}

export async function reportFile(
  name: ReportName,
  as: 'docx' | 'xlsx',
  input: ExportInput,
  options: ExportOptions,
): Promise<Made> {
  const { plan } = input;
  const report = reportOf(name, input, options);
  const today = todayFor(plan, input.today);
  if (as === 'xlsx') {
    if (report.kind !== 'table') throw new Error(`${name} is no table`);
    return { file: (await import('./xlsx.ts')).reportXlsx(report, today, input.address), notices: report.notices };
  }
  const file = await (await import('./docx.ts')).reportDocx(report, today, plan.meta.sample, input.address);
  return { file, notices: report.notices };
}
