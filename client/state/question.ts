// What my last act asks of me: a date on a day off, an undo of what somebody else has changed since. Passing, never in the way: whatever I do next is an answer.
import { calendarOf } from '../../shared/model/almanac.ts';
import type { Id, Plan, Span } from '../../shared/model/plan.ts';
import { restOf } from '../../shared/model/rest.ts';
import type { Rest } from '../../shared/model/rest.ts';
import type { Change } from '../../shared/ops/change.ts';
import type { Contested } from './contested.ts';

export interface Landed extends Rest {
  readonly id: Id;
  /** As it was dropped. */
  readonly span: Span;
}

export type Question =
  | { readonly kind: 'rest'; readonly landed: readonly Landed[] }
  | { readonly kind: 'undo'; readonly contested: readonly Contested[] };

/** What these changes put on days off. A span said roughly, as 8月底, means no day. */
export function restAsked(plan: Plan, changes: readonly Change[]): Question | null {
  const calendar = calendarOf(plan);
  const landed = changes.flatMap((change): Landed[] => {
    if (change.do !== 'put' || change.key !== 'span' || !change.value || change.value.grain) return [];
    const rest = restOf(change.value, plan.nodes.get(change.id)?.span, calendar);
    return rest ? [{ ...rest, id: change.id, span: change.value }] : [];
  });
  return landed.length > 0 ? { kind: 'rest', landed } : null;
}

/** Those that still lie where they were dropped. */
export function stillLanded(plan: Plan, question: Question | null): readonly Landed[] {
  return (question?.kind === 'rest' ? question.landed : []).filter(({ id, span }) => {
    const now = plan.nodes.get(id)?.span;
    return now?.start === span.start && now.end === span.end;
  });
}
