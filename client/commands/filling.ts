// What cells ask of a plan when text is put into them: the same ops as everywhere, one after the other. Pure.
import { termsOf } from '../../shared/model/almanac.ts';
import type { Dice, Id, Node, People, Plan } from '../../shared/model/plan.ts';
import { applyChanges, isRefusal, refuse } from '../../shared/ops/change.ts';
import type { Change, Outcome, Refusal, Role } from '../../shared/ops/change.ts';
import {
  addMark,
  addOffice,
  dropMark,
  officeNamed,
  retitle,
  setDeliverable,
  setDue,
  setIssue,
  setPerson,
  setProgress,
  setStatus,
} from '../../shared/ops/content.ts';
import { setQuarters } from '../../shared/ops/quarters.ts';
import { clearSpan, setSpan } from '../../shared/ops/time.ts';
import { addAfter } from '../../shared/ops/tree.ts';
import { quarterPoints } from '../../shared/layout/quarter-points.ts';
import { readQuarters } from '../views/list/quarters.ts';
import type { Point } from '../../shared/layout/quarter-points.ts';
import { readLight, readPercent, withEnd } from '../views/list/entry.ts';
import { oneLine } from '../views/text/splice.ts';
import { lengthsFrom } from '../views/list/length.ts';
import { readWhen } from '../views/list/when.ts';
import type { When } from '../views/list/when.ts';
import { rulesOf } from '../../shared/model/lights.ts';

export type FillColumn =
  | 'title'
  | 'deliverable'
  | 'chief'
  | 'lead'
  | 'assist'
  | 'duty'
  | 'start'
  | 'end'
  | 'quarters'
  | 'progress'
  | 'issue'
  | 'light';

export interface Cell {
  readonly id: Id;
  readonly column: FillColumn;
  readonly text: string;
}

export interface Block {
  readonly cells: readonly Cell[];
  /** The year of a day typed without one. */
  readonly year: number;
  readonly add?: { readonly after: Id; readonly ids: readonly Id[] };
}

export interface Refused {
  readonly cell: Cell;
  readonly refusal: Refusal;
}

export interface Filling {
  readonly changes: readonly Change[];
  readonly refused: readonly Refused[];
}

/** `+3` is the fourth row that is not there yet. */
export const isNewRow = (id: Id): boolean => /^\+\d+$/.test(id);

/** What each cell asks for. A cell that says nothing new is passed over; one that cannot be taken is told. */
export function fillAll(plan: Plan, block: Block, dice: Dice): Filling {
  const changes: Change[] = [];
  const refused: Refused[] = [];
  const draft = draftOf(plan);
  const take = (outcome: Outcome): Refusal | undefined => {
    if (isRefusal(outcome))
      return outcome.refused === 'nothing-to-do' || outcome.refused === 'no-span' ? undefined : outcome;
    changes.push(...outcome);
    draft.apply(outcome);
    return undefined;
  };
  let after = block.add?.after ?? '';
  for (const id of block.add?.ids ?? []) {
    const no = take(addAfter(draft.plan(), { id, after }, dice));
    if (no) return { changes: [], refused: block.cells.map((cell) => ({ cell, refusal: no })) };
    after = id;
  }
  for (const cell of block.cells) {
    const refusal = take(fillCell(draft.plan(), cell, block, dice));
    if (refusal) refused.push({ cell, refusal });
  }
  return { changes, refused };
}

/** The plan as it will be: filling in touches one node at a time, so the tree is made anew only when rows are added. */
function draftOf(start: Plan): { plan(): Plan; apply(changes: readonly Change[]): void } {
  let plan = start;
  let nodes: Map<Id, Node> | undefined;
  return {
    plan: () => plan,
    apply(changes) {
      const ids = new Set(changes.flatMap((each) => ('id' in each && each.do !== 'office' ? [each.id] : [])));
      const shape = changes.some((each) => each.do === 'create' || (each.do === 'put' && each.key === 'place'));
      if (shape || ids.size > 1) {
        plan = applyChanges(plan, changes);
        nodes = undefined;
        return;
      }
      nodes ??= new Map(plan.nodes);
      const small = new Map([...ids].flatMap((id) => (nodes!.has(id) ? [[id, nodes!.get(id)!] as const] : [])));
      const next = applyChanges({ ...plan, nodes: small, links: new Map() }, changes);
      for (const [id, node] of next.nodes) nodes.set(id, node);
      plan = { ...plan, nodes, offices: next.offices };
    },
  };
}

function fillCell(plan: Plan, { id, column, text }: Cell, block: Block, dice: Dice): Outcome {
  const node = plan.nodes.get(id);
  if (!node) return refuse('no-such-node');
  switch (column) {
    case 'title':
      return retitle(plan, { id, title: oneLine(text) });
    case 'deliverable':
      return setDeliverable(plan, { id, text });
    case 'issue':
      return setIssue(plan, { id, text });
    case 'chief':
    case 'duty':
      return setPerson(plan, { id, who: column satisfies keyof People, text: peopleIn(text) });
    case 'progress': {
      const progress = readPercent(text);
      return progress === undefined ? refuse('bad-number') : setProgress(plan, { id, progress });
    }
    case 'light': {
      const light = readLight(text, rulesOf(plan)?.names);
      return light === undefined ? refuse('unread-light', { text }) : setStatus(plan, { id, light });
    }
    case 'start':
    case 'end':
      return fillDay(plan, node, column, text, block);
    case 'quarters': {
      const texts = readQuarters(text, block.year, new Set(quarterPoints(plan, id).flatMap(dayPoints)));
      if (!texts) return refuse('unread-quarter', { text });
      return setQuarters(plan, { parent: id, year: block.year, texts }, dice);
    }
    case 'lead':
    case 'assist':
      return fillOffices(plan, node, column, text, dice);
  }
}

function fillDay(plan: Plan, node: Node, column: 'start' | 'end', text: string, { cells, year }: Block): Outcome {
  const { id, kind } = node;
  if (text.trim() === '') return both(clearSpan(plan, { ids: [id] }), setDue(plan, { id, due: null }));
  const [said] = readWhen(text, kind === 'milestone' ? 'point' : column, year, termsOf(plan), lengthsFrom(plan, node));
  if (!said) return refuse('unread-day', { text: text.trim() });
  if (said.due) return both(clearSpan(plan, { ids: [id] }), setDue(plan, { id, due: said.due }));
  const other = column === 'start' ? 'end' : 'start';
  const pushed = cells.some((cell) => cell.id === id && cell.column === other);
  const span = spanAfter(node, said, pushed ? 'pushed' : 'kept');
  return both(setSpan(plan, { id, span }), setDue(plan, { id, due: null }));
}

/** The span that words ask of a node: both its ends, or one, the other staying where it can. */
export function spanAfter(node: Pick<Node, 'kind' | 'span'>, { start, end, grain }: When, far: 'pushed' | 'kept') {
  const rough = grain && { grain };
  if (node.kind === 'milestone') return { start: (end ?? start)!, end: (end ?? start)!, ...rough };
  if (start && end) return { start, end, ...rough };
  return start
    ? withEnd(node.span, 'start', { day: start }, far)
    : withEnd(node.span, 'end', { day: end!, ...rough }, far);
}

/** Two ops on one node as one; nothing to do in one of them is nothing against the other. */
function both(first: Outcome, second: Outcome): Outcome {
  const idle = (outcome: Outcome): boolean =>
    isRefusal(outcome) && (outcome.refused === 'nothing-to-do' || outcome.refused === 'no-span');
  if (isRefusal(first) && !idle(first)) return first;
  if (isRefusal(second) && !idle(second)) return second;
  const changes = [...(isRefusal(first) ? [] : first), ...(isRefusal(second) ? [] : second)];
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

/** A milestone of one day is no quarter's: where it stands in a text that was copied, it is passed over. */
const dayPoints = ({ grain, text }: Point): readonly string[] => (grain === 'quarter' ? [] : [text]);

/** Each line of a cell is a person: two names must not run into one. */
function peopleIn(text: string): string {
  return text
    .split(/[ \t]*(?:\r\n|[\n\r])+[ \t]*/)
    .filter(Boolean)
    .join('、');
}

/** A space, a slash or 和 keeps offices apart only where each of them is known: they may as well be part of a name. */
function officesIn(plan: Plan, text: string): readonly string[] {
  const named = text.split(/[、，,；;\n]+/).flatMap((each) => {
    const name = each.trim();
    const parts = name.split(/\s+|[/／和及与]/).filter(Boolean);
    const apart = parts.length > 1 && !officeNamed(plan, name) && parts.every((part) => officeNamed(plan, part));
    return apart ? parts : [name];
  });
  return [...new Set(named)].filter(Boolean);
}

/** The offices named are the ones the node has, in that order; one the register does not know is entered there. */
function fillOffices(plan: Plan, node: Node, role: Role, text: string, dice: Dice): Outcome {
  const names = officesIn(plan, text);
  const changes: Change[] = [];
  let now = plan;
  const then = (outcome: Outcome): Refusal | undefined => {
    if (isRefusal(outcome)) return outcome.refused === 'nothing-to-do' ? undefined : outcome;
    changes.push(...outcome);
    now = applyChanges({ ...now, links: new Map() }, outcome);
    return undefined;
  };
  const current = [...node[role].keys()].map((office) => plan.offices.get(office)?.name);
  if (
    current.length === names.length &&
    names.every((name, i) => officeNamed(plan, name) === officeNamed(plan, current[i] ?? ''))
  )
    return refuse('nothing-to-do');
  now = { ...plan, nodes: new Map([[node.id, node]]) };
  for (const office of node[role].keys()) then(dropMark(now, { id: node.id, role, office }));
  for (const name of names) {
    const office = officeNamed(now, name);
    const no = then(
      office
        ? addMark(now, { id: node.id, role, office }, dice)
        : addOffice(now, { name, on: { id: node.id, role } }, dice),
    );
    if (no) return no;
  }
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}
