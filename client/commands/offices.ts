// The commands of the register of offices. A name that changes changes everywhere: the brackets of the official text follow in the same step.
import type { Dice, Id, Plan } from '../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../shared/ops/change.ts';
import type { Change, Outcome } from '../../shared/ops/change.ts';
import { renameOffice } from '../../shared/ops/content.ts';
import {
  addAlias,
  dropAlias,
  expandCollective,
  mergeOffices,
  placeOffice,
  setOffice,
} from '../../shared/ops/offices.ts';
import type { Expansion } from '../../shared/ops/offices.ts';
import { followNames } from '../../shared/yaodian/brackets.ts';
import { defineAct, defineEdit } from './registry.ts';
import { said } from './content.ts';

/** The op's changes, and the brackets that name one of `offices` rewritten. */
function inBrackets(plan: Plan, outcome: Outcome, offices: readonly Id[]): Outcome {
  if (isRefusal(outcome)) return outcome;
  const forms = followNames(plan, applyChanges(plan, outcome), offices);
  return [...outcome, ...[...forms].map(([id, value]): Change => ({ do: 'put', id, key: 'form', value }))];
}

interface Renaming {
  readonly id: Id;
  readonly name: string;
  /** The old name stays an alias. */
  readonly keep?: boolean;
}

function rename(plan: Plan, { id, name, keep }: Renaming): Outcome {
  const renamed = renameOffice(plan, { id, name });
  if (isRefusal(renamed)) return renamed;
  const old = plan.offices.get(id)!;
  const alias = keep ? addAlias(applyChanges(plan, renamed), { id, alias: old.name }) : [];
  return inBrackets(plan, isRefusal(alias) ? renamed : [...renamed, ...alias], [id]);
}

function merge(plan: Plan, args: { from: Id; into: Id }, dice: Dice): Outcome {
  return inBrackets(plan, mergeOffices(plan, args, dice), [args.into]);
}

export const officeCommands = {
  'office.show': defineAct({ run: (desk) => desk.show('offices') }),
  'office.rename': defineEdit({ listed: false, full: said<Renaming>, op: rename }),
  'office.set': defineEdit({
    listed: false,
    full: said<{ id: Id; hue?: number; collective?: boolean }>,
    op: setOffice,
  }),
  'office.add-alias': defineEdit({ listed: false, full: said<{ id: Id; alias: string }>, op: addAlias }),
  'office.drop-alias': defineEdit({ listed: false, full: said<{ id: Id; alias: string }>, op: dropAlias }),
  'office.place': defineEdit({ listed: false, full: said<{ id: Id; before: Id | null }>, op: placeOffice }),
  'office.merge': defineEdit({ listed: false, full: said<{ from: Id; into: Id }>, op: merge }),
  'office.expand': defineEdit({ listed: false, full: said<Expansion>, op: expandCollective }),
};
