// 进展: one line of what was done, with how far it is; the percent becomes the node's own in the same step.
import type { Day, Id, Plan } from '../model/plan.ts';
import { wellFormed } from '../model/text.ts';
import { isRefusal, refuse } from './change.ts';
import type { Outcome } from './change.ts';
import { setProgress } from './content.ts';
import { keepRecord } from './records.ts';

export interface Reporting {
  readonly id: Id;
  readonly node: Id;
  readonly at: Day;
  readonly by: string;
  readonly progress?: number | undefined;
  readonly words: string;
}

export function reportProgress(plan: Plan, { id, node, at, by, progress, words }: Reporting): Outcome {
  if (!plan.nodes.has(node)) return refuse('no-such-node');
  const said = wellFormed(words.trim());
  if (!said && progress === undefined) return refuse('no-words');
  const put = progress === undefined ? [] : setProgress(plan, { id: node, progress });
  // The same percent again is still a report.
  if (isRefusal(put) && put.refused !== 'nothing-to-do') return put;
  const value = { node, at, by, ...(progress !== undefined && { progress }), words: said };
  const kept = keepRecord(plan, { sort: 'report', id, value });
  return isRefusal(kept) ? kept : [...(isRefusal(put) ? [] : put), ...kept];
}
