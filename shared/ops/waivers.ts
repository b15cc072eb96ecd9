// 免补: the chair answers for a finding, with a reason and a name. Nothing else about the plan changes.
import { findingKey } from '../model/audit.ts';
import type { Finding } from '../model/finding.ts';
import type { Day, Plan } from '../model/plan.ts';
import { wellFormed } from '../model/text.ts';
import { refuse } from './change.ts';
import type { Outcome } from './change.ts';

export const REASON_MAX = 400;
export const BY_MAX = 60;

export interface WaiverArgs {
  readonly finding: Finding;
  readonly by: string;
  readonly reason: string;
  readonly at: Day;
}

export function waive(plan: Plan, { finding, at, ...said }: WaiverArgs): Outcome {
  const by = wellFormed(said.by.trim());
  const reason = wellFormed(said.reason.trim());
  if (!by || !reason) return refuse('not-answered');
  if (reason.length > REASON_MAX) return refuse('too-long', { max: REASON_MAX });
  if (by.length > BY_MAX) return refuse('too-long', { max: BY_MAX });
  const id = findingKey(finding);
  const old = plan.records.waiver.get(id);
  if (old?.by === by && old.reason === reason) return refuse('nothing-to-do');
  return [{ do: 'record', sort: 'waiver', id, value: { by, at, reason } }];
}
