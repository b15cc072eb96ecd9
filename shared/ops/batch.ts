// Several nodes changed alike: whatever is said of lead, light, progress and dates, as one step or not at all.
import { addWorkingDays } from '../model/calendar.ts';
import type { Calendar } from '../model/calendar.ts';
import { addDays } from '../model/day.ts';
import type { Day, Dice, Id, Light, Plan, Span } from '../model/plan.ts';
import { branch } from '../model/tree.ts';
import { isRefusal, refuse } from './change.ts';
import type { Change, Outcome } from './change.ts';
import { setProgress, setStatus } from './content.ts';
import { setLead } from './leads.ts';

/** What is left out stays as it is. */
export interface Batch {
  readonly ids: readonly Id[];
  readonly lead?: { readonly office: Id | null; readonly keep: boolean } | undefined;
  /** By hand, with the reason; none: it follows from dates and progress again. */
  readonly light?: { readonly light: Light | null; readonly reason: string } | undefined;
  readonly progress?: number | null | undefined;
  /** Later by so many working days; earlier by a negative number. */
  readonly workdays?: number | undefined;
}

export function editMany(plan: Plan, batch: Batch, calendar: Calendar, dice: Dice): Outcome {
  const { ids, lead, light, progress, workdays } = batch;
  const outcomes: Outcome[] = [];
  if (lead) outcomes.push(setLead(plan, { ids, ...lead }, dice));
  for (const id of ids) {
    if (light) outcomes.push(setStatus(plan, { id, ...light }));
    if (progress !== undefined) outcomes.push(setProgress(plan, { id, progress }));
  }
  if (workdays !== undefined && workdays !== 0) outcomes.push(shiftWorking(plan, ids, workdays, calendar));
  const changes: Change[] = [];
  for (const outcome of outcomes) {
    if (!isRefusal(outcome)) changes.push(...outcome);
    else if (outcome.refused !== 'nothing-to-do') return outcome;
  }
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

/** Both ends go the same number of working days; what only gathers dates moves what it gathers. Each node goes once. */
export function shiftWorking(plan: Plan, ids: readonly Id[], count: number, calendar: Calendar): Outcome {
  if (!Number.isInteger(count) || Math.abs(count) > 1000) return refuse('bad-number');
  const wanted = new Set(
    ids.flatMap((id) => {
      const node = plan.nodes.get(id);
      const gathers = node?.kind === 'section' || node?.kind === 'item' || !node?.span;
      return node ? (gathers ? branch(plan, id) : [id]) : [];
    }),
  );
  const changes: Change[] = [];
  for (const id of wanted) {
    const span = plan.nodes.get(id)?.span;
    if (!span) continue;
    const value = moved(span, count, calendar);
    if (!value) return refuse('no-holidays');
    changes.push({ do: 'put', id, key: 'span', value });
  }
  return changes.length > 0 ? changes : refuse('no-span');
}

function moved({ start, end }: Span, count: number, calendar: Calendar): Span | undefined {
  const to = (day: Day): Day | undefined => addWorkingDays(addDays(day, Math.sign(count)), count, calendar);
  const from = to(start);
  const until = start === end ? from : to(end);
  return from && until ? { start: from, end: until } : undefined;
}
