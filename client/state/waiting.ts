// What waits for an answer at each node: changes somebody suggests, times its own text proposes. Where it is shown is the faces' business.
import { asked } from '../../shared/model/asked.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Id, Plan, Suggestion } from '../../shared/model/plan.ts';
import { WHOLE_PLAN, readSpot } from '../../shared/model/spot.ts';
import type { Named } from '../../shared/ops/suggestions.ts';
import type { Proposal } from '../../shared/yaodian/proposals.ts';
import { keyIf } from '../i18n/t.ts';
import type { T } from '../i18n/t.ts';
import { perPlan, timesByNode } from './derived.ts';

export interface Waiting {
  readonly suggestions: readonly Named[];
  readonly times: readonly Proposal[];
}

/** Other features keep their own answers among the suggestions; what has no word is theirs. */
export function isShown({ field }: Suggestion): boolean {
  return keyIf(`suggest.field.${field}`) !== undefined;
}

/** Asked by every row in sight at every edit, so each node is answered by itself. */
export const waitingOf: (plan: Plan) => ReadonlyMap<Id, Waiting> = perPlan((plan) => {
  const suggested = suggestedOf(plan);
  const times = timesByNode(plan);
  const one = (id: Id): Waiting | undefined => {
    const suggestions = suggested.get(id);
    const said = times.get(id);
    if (!suggestions) return said && onlyTimes(said);
    return { suggestions, times: said ?? [] };
  };
  return asked(one, () => new Map([...times.keys(), ...suggested.keys()].map((id) => [id, one(id)!])));
});

/** The same for the same times, so that a mark that says what it said is not drawn again. */
function onlyTimes(times: readonly Proposal[]): Waiting {
  let held = timed.get(times);
  if (!held) timed.set(times, (held = { suggestions: [], times }));
  return held;
}

const timed = new WeakMap<readonly Proposal[], Waiting>();

function suggestedOf(plan: Plan): ReadonlyMap<Id, readonly Named[]> {
  const found = new Map<Id, Named[]>();
  for (const [key, value] of plan.records.suggestion) {
    if (value.state !== 'open' || !isShown(value)) continue;
    const at = placeOf(plan, value);
    if (at === undefined) continue;
    const here = found.get(at);
    if (here) here.push([key, value]);
    else found.set(at, [[key, value]]);
  }
  return found;
}

/** Where a suggestion is looked for: at its node; what would be new, at what it would follow. */
function placeOf(plan: Plan, { node, field, now }: Suggestion): Id | undefined {
  if (node === WHOLE_PLAN) return ROOT;
  if (field !== 'add') return plan.nodes.has(node) ? node : undefined;
  const spot = readSpot(now);
  if (!spot) return undefined;
  if (plan.nodes.has(spot.after)) return spot.after;
  return spot.parent === ROOT || plan.nodes.has(spot.parent) ? spot.parent : undefined;
}

export function waitingCount(plan: Plan, id: Id): number {
  const here = waitingOf(plan).get(id);
  return here ? here.suggestions.length + here.times.length : 0;
}

/** 2处修改建议，正文提出 1 处时间; empty where nothing waits. */
export function waitingWords(t: T, plan: Plan, id: Id): string {
  const here = waitingOf(plan).get(id);
  if (!here) return '';
  const { suggestions, times } = here;
  return [
    suggestions.length > 0 ? t('waiting.suggestions', { n: suggestions.length }) : '',
    times.length > 0 ? t('waiting.times', { n: times.length }) : '',
  ]
    .filter(Boolean)
    .join(t('gantt.stop'));
}
