// What a plan still lacks, as values: a finding names the node and the reason; the words are the reader's.
import type { Id, Plan } from './plan.ts';
import { isBroken, spans } from './schedule.ts';
import { inOrder, isBinned } from './tree.ts';

export type FindingCode = 'no-lead' | 'no-span' | 'outside-horizon' | 'link-broken' | 'misplaced';

export interface Finding {
  readonly code: FindingCode;
  readonly node: Id;
  /** The other end of a broken link. */
  readonly other?: Id;
}

export function audit(plan: Plan): readonly Finding[] {
  const shown = spans(plan);
  const horizon =
    plan.meta.horizon ??
    (plan.meta.year ? { start: `${plan.meta.year}-01-01`, end: `${plan.meta.year}-12-31` } : undefined);
  const findings: Finding[] = [];
  for (const id of inOrder(plan)) {
    const node = plan.nodes.get(id)!;
    if (node.kind === 'clause' && node.lead.size === 0) findings.push({ code: 'no-lead', node: id });
    if ((node.kind === 'clause' || node.kind === 'milestone') && !shown.has(id))
      findings.push({ code: 'no-span', node: id });
    if (horizon && node.span && (node.span.end < horizon.start || node.span.start > horizon.end))
      findings.push({ code: 'outside-horizon', node: id });
    if (plan.tree.overridden.has(id)) findings.push({ code: 'misplaced', node: id });
  }
  for (const link of plan.links.values()) {
    const live = [link.from, link.to].every((id) => plan.nodes.has(id) && !isBinned(plan, id));
    if (live && isBroken(link, shown)) findings.push({ code: 'link-broken', node: link.to, other: link.from });
  }
  return findings;
}
