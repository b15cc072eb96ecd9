// Filling in cells of the list, one or a pasted block, as one command and one undo step.
import { year } from '../../shared/model/day.ts';
import type { Id, Plan } from '../../shared/model/plan.ts';
import { refuse } from '../../shared/ops/change.ts';
import type { Outcome } from '../../shared/ops/change.ts';
import { newId } from '../../shared/ops/tree.ts';
import { fillAll, isNewRow } from './filling.ts';
import type { Block, Cell } from './filling.ts';
import { defineEdit } from './registry.ts';
import type { Desk } from './registry.ts';

interface Filled extends Block {
  /** What cannot be taken is left out instead of refusing all; whoever asks lists it. */
  readonly lenient: boolean;
}

function fillCells(plan: Plan, args: Filled, dice: () => number): Outcome {
  const { changes, refused } = fillAll(plan, args, dice);
  const [first] = refused;
  if (first && !args.lenient) return first.refusal;
  return changes.length > 0 ? changes : (first?.refusal ?? refuse('nothing-to-do'));
}

interface Args {
  readonly cells: readonly Cell[];
  readonly lenient?: boolean;
  /** New rows like this one, right after it; cells name them `+0`, `+1` … */
  readonly add?: { readonly after: Id; readonly count: number };
}

/** The block as the op wants it: new rows have their ids. */
export function blockOf(desk: Pick<Desk, 'plan' | 'today' | 'dice'>, { cells, add }: Args): Block {
  const usual = desk.plan().meta.year ?? year(desk.today());
  if (!add) return { cells, year: usual };
  const ids = Array.from({ length: add.count }, () => newId(desk.dice));
  const named = cells.map((cell) => (isNewRow(cell.id) ? { ...cell, id: ids[Number(cell.id.slice(1))] ?? '' } : cell));
  return { cells: named, year: usual, add: { after: add.after, ids } };
}

export const fillCommands = {
  'list.fill': defineEdit({
    listed: false,
    full: (desk, args: Args | undefined) =>
      args ? { ...blockOf(desk, args), lenient: args.lenient === true } : refuse('no-such-node'),
    op: fillCells,
    after: (desk, { add }) => {
      if (add) desk.setView({ selected: [...desk.view().selected, ...add.ids] });
    },
  }),
};
