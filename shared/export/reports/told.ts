// What had been reported by a day, and within a period: a 督查表 measures then, not now.
import type { Day, Id, Node, Plan, Report } from '../../model/plan.ts';
import type { Period } from './period.ts';

/** The plan with each progress as it was last reported by that day; what was never reported stands as it is. */
export function asOf(plan: Plan, day: Day): Plan {
  const known = new Map<Id, Report | undefined>();
  for (const report of inTime(plan)) {
    if (report.progress === undefined) continue;
    if (report.at <= day) known.set(report.node, report);
    else if (!known.has(report.node)) known.set(report.node, undefined);
  }
  const nodes = new Map<Id, Node>(plan.nodes);
  for (const [id, report] of known) {
    const node = plan.nodes.get(id);
    if (!node) continue;
    const { progress: _, ...rest } = node;
    nodes.set(id, report?.progress === undefined ? rest : { ...rest, progress: report.progress });
  }
  return { ...plan, nodes };
}

function inTime(plan: Plan): readonly Report[] {
  return [...plan.records.report.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export function reportsIn(plan: Plan, { first, last }: Period): Map<Id, Report[]> {
  const found = new Map<Id, Report[]>();
  for (const report of inTime(plan)) {
    if (report.at < first || report.at > last) continue;
    found.set(report.node, [...(found.get(report.node) ?? []), report]);
  }
  return found;
}
