// Filling in cells of the list, one or a pasted block, as one command: text in, the same ops as everywhere, one undo step.
import { year } from '../../shared/model/day.ts';
import type { Dice, Id, Node, Plan } from '../../shared/model/plan.ts';
import { applyChanges, isRefusal, refuse } from '../../shared/ops/change.ts';
import type { Change, Outcome, Refusal, Role } from '../../shared/ops/change.ts';
import {
  addMark,
  addOffice,
  dropMark,
  officeNamed,
  retitle,
  setDeliverable,
  setProgress,
  setStatus,
} from '../../shared/ops/content.ts';
import { clearSpan, setSpan } from '../../shared/ops/time.ts';
import { readDay, readLight, readPercent, withEnd } from '../views/list/entry.ts';
import { defineEdit } from './registry.ts';

export type FillColumn = 'title' | 'lead' | 'assist' | 'start' | 'end' | 'progress' | 'light' | 'deliverable';

export interface Cell {
  readonly id: Id;
  readonly column: FillColumn;
  readonly text: string;
}

interface Block {
  readonly cells: readonly Cell[];
  /** The year of a day typed without one. */
  readonly year: number;
}

/** What each cell asks for, one after the other, as one edit. A cell that says nothing new is passed over; the first that cannot be read refuses all. */
function fillCells(plan: Plan, args: Block, dice: Dice): Outcome {
  const changes: Change[] = [];
  let now = plan;
  for (const cell of args.cells) {
    const outcome = fillCell(now, cell, args, dice);
    if (isRefusal(outcome)) {
      if (outcome.refused === 'nothing-to-do' || outcome.refused === 'no-span') continue;
      return outcome;
    }
    changes.push(...outcome);
    now = applyChanges(now, outcome);
  }
  return changes.length > 0 ? changes : refuse('nothing-to-do');
}

function fillCell(plan: Plan, { id, column, text }: Cell, block: Block, dice: Dice): Outcome {
  const node = plan.nodes.get(id);
  if (!node) return refuse('no-such-node');
  switch (column) {
    case 'title':
      return retitle(plan, { id, title: text });
    case 'deliverable':
      return setDeliverable(plan, { id, text });
    case 'progress': {
      const progress = readPercent(text);
      return progress === undefined ? refuse('bad-number') : setProgress(plan, { id, progress });
    }
    case 'light': {
      const light = readLight(text);
      return light === undefined ? refuse('nothing-to-do') : setStatus(plan, { id, light });
    }
    case 'start':
    case 'end':
      return fillDay(plan, node, column, text, block);
    case 'lead':
    case 'assist':
      return fillOffices(plan, node, column, text, dice);
  }
}

function fillDay(plan: Plan, node: Node, which: 'start' | 'end', text: string, { cells, year: home }: Block): Outcome {
  if (text.trim() === '') return clearSpan(plan, { ids: [node.id] });
  const said = readDay(text, home, which === 'end');
  if (!said) return refuse('bad-day', { day: text.trim() });
  const point = node.kind === 'milestone' ? { start: said.day, end: said.day } : undefined;
  const both = cells.some(({ id, column }) => id === node.id && column === (which === 'start' ? 'end' : 'start'));
  return setSpan(plan, {
    id: node.id,
    span: point
      ? said.grain
        ? { ...point, grain: said.grain }
        : point
      : withEnd(node.span, which, said, both ? 'pushed' : 'kept'),
  });
}

/** The offices named are the ones the node has, in that order; one the register does not know is entered there. */
function fillOffices(plan: Plan, node: Node, role: Role, text: string, dice: Dice): Outcome {
  const names = [...new Set(text.split(/[、，,；;\n]+/).map((name) => name.trim()))].filter(Boolean);
  const changes: Change[] = [];
  let now = plan;
  const then = (outcome: Outcome): Refusal | undefined => {
    if (isRefusal(outcome)) return outcome.refused === 'nothing-to-do' ? undefined : outcome;
    changes.push(...outcome);
    now = applyChanges(now, outcome);
    return undefined;
  };
  const current = [...node[role].keys()].map((office) => plan.offices.get(office)?.name);
  if (
    current.length === names.length &&
    names.every((name, i) => officeNamed(plan, name) === officeNamed(plan, current[i] ?? ''))
  )
    return refuse('nothing-to-do');
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

export const fillCommands = {
  'list.fill': defineEdit({
    listed: false,
    full: (desk, args: { cells: readonly Cell[] } | undefined) =>
      args ? { ...args, year: desk.plan().meta.year ?? year(desk.today()) } : refuse('no-such-node'),
    op: fillCells,
  }),
};
