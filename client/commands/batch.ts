// Several nodes changed alike, as one step: asked for in a panel, from the palette or the inspector.
import { calendarOf } from '../../shared/model/almanac.ts';
import type { Dice, Plan } from '../../shared/model/plan.ts';
import { editMany } from '../../shared/ops/batch.ts';
import type { Batch } from '../../shared/ops/batch.ts';
import { refuse } from '../../shared/ops/change.ts';
import type { Outcome } from '../../shared/ops/change.ts';
import { said } from './content.ts';
import { defineAct, defineEdit, manyOf } from './registry.ts';

function edit(plan: Plan, batch: Batch, dice: Dice): Outcome {
  return editMany(plan, batch, calendarOf(plan), dice);
}

export const batchCommands = {
  'batch.open': defineAct({
    needs: 'edit',
    when: (desk) => {
      if (desk.busy()) return refuse('read-only');
      return manyOf(desk, undefined).length > 0 ? true : refuse('no-such-node');
    },
    run: (desk) => desk.show('batch'),
  }),
  'batch.edit': defineEdit({ listed: false, full: said<Batch>, op: edit }),
};
