// 征求意见: an office's opinion on a node, and the answer to it. What is not taken, or only in part, says why.
import type { Answer, Day, Id, Plan } from '../model/plan.ts';
import { wellFormed } from '../model/text.ts';
import { isRefusal, refuse } from './change.ts';
import type { Change, Outcome } from './change.ts';
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

/** All at once, as comments come in with a copy; what is there already stays as it is. */
export function bringOpinions(plan: Plan, { list }: { list: readonly Saying[] }): Outcome {
  const said = ({ node, by, words }: Pick<Saying, 'node' | 'by' | 'words'>): string =>
    JSON.stringify([node, by, words.trim()]);
  const there = new Set([...plan.records.opinion.values()].map(said));
  const changes = list.flatMap((each): readonly Change[] => {
    if (there.has(said(each))) return [];
    there.add(said(each));
    const outcome = giveOpinion(plan, each);
    return isRefusal(outcome) ? [] : outcome;
  });
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

export function answerOpinion(plan: Plan, args: { id: Id; answer: Answer; reason: string }): Outcome {
  const opinion = plan.records.opinion.get(args.id);
  if (!opinion) return refuse('nothing-to-do');
  const reason = wellFormed(args.reason.trim());
  if ((args.answer === 'left' || args.answer === 'part') && !reason) return refuse('no-reason');
  return keepRecord(plan, { sort: 'opinion', id: args.id, value: { ...opinion, answer: args.answer, reason } });
}
