// 征求意见: an office's opinion on a node, and the answer to it. What is not taken, or only in part, says why.
import type { Answer, Day, Id, Plan } from '../model/plan.ts';
import { wellFormed } from '../model/text.ts';
import { refuse } from './change.ts';
import type { Outcome } from './change.ts';
import { keepRecord } from './records.ts';

export interface Saying {
  readonly id: Id;
  readonly node: Id;
  readonly office: Id;
  readonly by: string;
  readonly at: Day;
  readonly words: string;
}

export function giveOpinion(plan: Plan, { id, node, office, by, at, words }: Saying): Outcome {
  if (!plan.nodes.has(node)) return refuse('no-such-node');
  const said = wellFormed(words.trim());
  if (!said) return refuse('no-words');
  const known = plan.offices.has(office) ? office : '';
  const value = { node, office: known, by, at, words: said, answer: 'open', reason: '' } as const;
  return keepRecord(plan, { sort: 'opinion', id, value });
}

export function answerOpinion(plan: Plan, args: { id: Id; answer: Answer; reason: string }): Outcome {
  const opinion = plan.records.opinion.get(args.id);
  if (!opinion) return refuse('nothing-to-do');
  const reason = wellFormed(args.reason.trim());
  if ((args.answer === 'left' || args.answer === 'part') && !reason) return refuse('no-reason');
  return keepRecord(plan, { sort: 'opinion', id: args.id, value: { ...opinion, answer: args.answer, reason } });
}
