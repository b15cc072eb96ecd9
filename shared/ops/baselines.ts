// Keeping a baseline: the own dates and the words of all that lives, under a name that tells it from the others.
import { ownSpan } from '../model/deviations.ts';
import { textsOf } from '../model/texts.ts';
import { ROOT } from '../model/plan.ts';
import type { Baseline, Day, Id, Plan } from '../model/plan.ts';
import { isBinned } from '../model/tree.ts';
import { refuse } from './change.ts';
import type { Outcome } from './change.ts';
import { keepRecord } from './records.ts';

export const LONGEST_BASELINE_NAME = 200;

export interface Keeping {
  readonly id: Id;
  readonly name: string;
  readonly at: Day;
  readonly by: string;
}

export function keepBaseline(plan: Plan, { id, name, at, by }: Keeping): Outcome {
  const called = name.trim();
  if (!called) return refuse('empty-title');
  if (called.length > LONGEST_BASELINE_NAME) return refuse('too-long', { max: LONGEST_BASELINE_NAME });
  for (const [other, kept] of plan.records.baseline)
    if (kept.name === called && other !== id) return refuse('baseline-taken', { name: called });
  const spans: Record<Id, string> = {};
  for (const node of plan.nodes.values()) {
    const span = ownSpan(plan, node);
    if (span && !isBinned(plan, node.id)) spans[node.id] = `${span.start}/${span.end}`;
  }
  // A draft that is sent round for opinions has words and no dates yet.
  if (plan.tree.children.get(ROOT)?.length === 0) return refuse('no-dates');
  return keepRecord(plan, { sort: 'baseline', id, value: { name: called, at, by, spans, ...wordsKept(plan) } });
}

/** Together no more than a document takes as one value; of a longer plan only the dates are kept. */
const MOST_CHARS = 150_000;

function wordsKept(plan: Plan): Pick<Baseline, 'texts' | 'preamble'> {
  const words = { texts: textsOf(plan), preamble: plan.meta.preamble };
  return JSON.stringify(words).length <= MOST_CHARS ? words : {};
}
