// Suggestions: kept for everybody to see, taken or left. Taking one runs the very op a hand would, on the plan as it stands by then.
import { ROOT } from '../model/plan.ts';
import type { Day, Dice, Due, Id, Plan, Suggestion } from '../model/plan.ts';
import { isDay } from '../model/day.ts';
import { readDue } from '../model/readers.ts';
import { RECORD_READERS } from '../model/record-readers.ts';
import { merged } from '../model/rewording.ts';
import { WHOLE_PLAN, readSpot } from '../model/spot.ts';
import { childrenOf } from '../model/tree.ts';
import { applyChanges, isRefusal, refuse } from './change.ts';
import type { Change, Outcome, Refusal, Role } from './change.ts';
import {
  addMark,
  addOffice,
  dropMark,
  entitle,
  officeNamed,
  retitle,
  setDeliverable,
  setDue,
  setPreamble,
  setProgress,
} from './content.ts';
import { setSpan } from './time.ts';
import { bin, graft, moveNode } from './tree.ts';

export type Named = readonly [id: string, value: Suggestion];

export function keepSuggestions(plan: Plan, { list }: { list: readonly Named[] }): Outcome {
  const same = ({ node, field, now, state }: Suggestion): string => JSON.stringify([node, field, now, state]);
  const there = new Set([...plan.records.suggestion.values()].map(same));
  const changes = list.flatMap(([id, given]): Change[] => {
    const value = RECORD_READERS.suggestion(given);
    return value === undefined || there.has(same(value)) ? [] : [{ do: 'record', sort: 'suggestion', id, value }];
  });
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

/** All that can be taken, as one edit; refused when none can. A suggestion that was kept says from then on that it was taken. */
export function takeSuggestions(plan: Plan, { list }: { list: readonly Named[] }, dice: Dice): Outcome {
  const changes: Change[] = [];
  let now = plan;
  let no: Refusal | undefined;
  for (const [id, value] of list) {
    const outcome = taken(now, value, dice);
    if (isRefusal(outcome) && outcome.refused !== 'nothing-to-do') {
      no ??= outcome;
      continue;
    }
    const record: Change = { do: 'record', sort: 'suggestion', id, value: { ...value, state: 'taken' } };
    const step = [...(isRefusal(outcome) ? [] : outcome), record];
    changes.push(...step);
    now = applyChanges(now, step);
  }
  return changes.length > 0 ? changes : (no ?? refuse('nothing-to-do'));
}

export function leaveSuggestions(
  _plan: Plan,
  { list, reason = '' }: { list: readonly Named[]; reason?: string },
): Outcome {
  const changes = list.map(([id, value]): Change => ({
    do: 'record',
    sort: 'suggestion',
    id,
    value: { ...value, state: 'left', reason: reason.slice(0, 2_000) },
  }));
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

/** Something else has been written there since; undefined when both can stand together. */
export function clash(plan: Plan, { node, field, was, now }: Suggestion): string | undefined {
  const there = plan.nodes.get(node);
  switch (field) {
    case 'title':
      return there && there.title !== was && mergedText(was, there.title, now) === undefined ? there.title : undefined;
    case 'entitle':
      return plan.meta.title !== was ? plan.meta.title : undefined;
    case 'preamble':
      return mergedText(was, plan.meta.preamble, now) === undefined ? plan.meta.preamble : undefined;
    case 'bin':
      return there && plainEnd(there.title) !== plainEnd(was) ? there.title : undefined;
    case 'span': {
      const span = there?.span ? `${there.span.start}/${there.span.end}` : '';
      return there && span !== was ? span : undefined;
    }
    case 'progress':
      return there && String(there.progress ?? '') !== was ? String(there.progress ?? '') : undefined;
    case 'deliverable':
      return there && (there.deliverable ?? '') !== was ? (there.deliverable ?? '') : undefined;
    default:
      return undefined;
  }
}

function plainEnd(text: string): string {
  return text.replace(/\s+/g, '').replace(/[。；;.]+$/, '');
}

/** A stop at the end belongs to the text around a title. */
function mergedText(was: string, mine: string, theirs: string): string | undefined {
  return merged(plainStop(was), plainStop(mine), plainStop(theirs));
}

function plainStop(text: string): string {
  return text.trim().replace(/。$/, '');
}

function taken(plan: Plan, { node: id, field, was, now }: Suggestion, dice: Dice): Outcome {
  const node = plan.nodes.get(id);
  if (!node && field !== 'add' && id !== WHOLE_PLAN) return refuse('no-such-node');
  switch (field) {
    case 'title':
      return retitle(plan, { id, title: mergedText(was, node!.title, now) ?? now });
    case 'entitle':
      return entitle(plan, { title: now });
    case 'preamble':
      return setPreamble(plan, { text: mergedText(was, plan.meta.preamble, now) ?? now });
    case 'lead':
    case 'assist':
      return setOffices(plan, { id, role: field, was: namesIn(was), now: namesIn(now) }, dice);
    case 'span': {
      const [start, end] = now.split('/') as [Day, Day];
      return isDay(start) && isDay(end) ? setSpan(plan, { id, span: { start, end } }) : refuse('bad-day', { day: now });
    }
    case 'progress':
      return setProgress(plan, { id, progress: now === '' ? null : Number(now) });
    case 'deliverable':
      return setDeliverable(plan, { id, text: now });
    case 'due':
      return setDue(plan, { id, due: dueIn(now) });
    case 'bin':
      return bin(plan, { ids: [id] });
    case 'place':
      return moved(plan, id, now, dice);
    case 'add':
      return added(plan, id, now, dice);
    default:
      return refuse('bad-record');
  }
}

function dueIn(text: string): Due | null {
  try {
    return readDue(JSON.parse(text || 'null')) ?? null;
  } catch {
    return null;
  }
}

function moved(plan: Plan, id: Id, now: string, dice: Dice): Outcome {
  const spot = standing(plan, now);
  return spot ? moveNode(plan, { ids: [id], ...spot }, dice) : refuse('no-such-node');
}

function added(plan: Plan, id: Id, now: string, dice: Dice): Outcome {
  const spot = standing(plan, now);
  const outline = readSpot(now)?.outline;
  if (!spot || !outline) return refuse('no-such-node');
  const changes = graft(plan, { ...spot, outlines: [outline] }, dice);
  if (isRefusal(changes)) return changes;
  const first = changes.find((change) => change.do === 'create');
  return first && !plan.nodes.has(id) ? changes.map((change) => called(change, first.id, id)) : changes;
}

/** A new node bears the id it was suggested under, so that what was suggested below it finds it. */
function called(change: Change, old: Id, id: Id): Change {
  if (change.do !== 'create') return change;
  const as = (each: Id): Id => (each === old ? id : each);
  const { place } = change.fields;
  const there = { ...place, parent: as(place.parent), was: as(place.was) };
  return { ...change, id: as(change.id), fields: { ...change.fields, place: there } };
}

/** The place as the plan stands now: at the end of its parent when the sibling before it is gone. */
function standing(plan: Plan, text: string): { parent: Id; before: Id | null } | undefined {
  const spot = readSpot(text);
  if (!spot) return undefined;
  const { parent } = spot;
  if (parent !== ROOT && !plan.nodes.has(parent)) return undefined;
  const siblings = childrenOf(plan, parent);
  if (spot.after === '') return { parent, before: siblings[0] ?? null };
  const at = siblings.indexOf(spot.after);
  return { parent, before: at < 0 ? null : (siblings[at + 1] ?? null) };
}

function namesIn(text: string): readonly string[] {
  return text.split('、').filter(Boolean);
}

/** What the copy added and took away, done to the offices as they are now; in the copy's order where nobody else changed them. */
function setOffices(
  plan: Plan,
  { id, role, was, now }: { id: Id; role: Role; was: readonly string[]; now: readonly string[] },
  dice: Dice,
): Outcome {
  const idIn = (each: Plan, name: string): Id | undefined => officeNamed(each, name);
  const current = [...plan.nodes.get(id)![role].keys()];
  const old = was.map((name) => idIn(plan, name));
  const unchanged = current.length === old.length && current.every((office, i) => office === old[i]);
  /** Ids of offices, or names the register does not know. */
  const wanted: string[] = unchanged
    ? [...now]
    : [
        ...current.filter((office) => !old.includes(office) || now.some((name) => idIn(plan, name) === office)),
        ...now.filter((name) => !was.includes(name)),
      ];
  const changes: Change[] = [];
  let at = plan;
  const then = (outcome: Outcome): void => {
    if (isRefusal(outcome)) return;
    changes.push(...outcome);
    at = applyChanges(at, outcome);
  };
  for (const office of current) then(dropMark(at, { id, role, office }));
  for (const name of wanted) {
    const office = at.offices.has(name) ? name : idIn(at, name);
    then(office ? addMark(at, { id, role, office }, dice) : addOffice(at, { name, on: { id, role } }, dice));
  }
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}
