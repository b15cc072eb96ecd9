// What a plan still lacks, as values: a finding names the node and the reason; the words are the reader's.
import { coverage } from './coverage.ts';
import { digest } from './digest.ts';
import type { Finding } from './finding.ts';
import type { Plan, Waiver } from './plan.ts';
import { spans } from './schedule.ts';
import { isBroken } from './links.ts';
import { inOrder, isBinned } from './tree.ts';

/** Everything, what somebody answers for included. */
export function audit(plan: Plan): readonly Finding[] {
  const shown = spans(plan);
  const horizon =
    plan.meta.horizon ??
    (plan.meta.year ? { start: `${plan.meta.year}-01-01`, end: `${plan.meta.year}-12-31` } : undefined);
  const findings: Finding[] = [];
  for (const id of inOrder(plan)) {
    const node = plan.nodes.get(id)!;
    for (const finding of coverage(plan, node, shown.has(id))) findings.push(finding);
    if (horizon && node.span && (node.span.end < horizon.start || node.span.start > horizon.end))
      findings.push({ code: 'outside-horizon', node: id });
    if (plan.tree.overridden.has(id)) findings.push({ code: 'misplaced', node: id });
  }
  // By key: who drew which link first is no reason for another list.
  for (const [, link] of [...plan.links].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const live = [link.from, link.to].every((id) => plan.nodes.has(id) && !isBinned(plan, id));
    if (live && isBroken(link, shown)) findings.push({ code: 'link-broken', node: link.to, other: link.from });
  }
  return findings;
}

/** Under which somebody answers for it. Other words, another office: another finding. */
export function findingKey({ code, node, other = '', words = '' }: Finding): string {
  return `${code}-${digest(`${node} ${other} ${words}`)}`;
}

export function waiverOf(plan: Pick<Plan, 'records'>, finding: Finding): Waiver | undefined {
  const { waiver } = plan.records;
  return waiver.size === 0 ? undefined : waiver.get(findingKey(finding));
}
