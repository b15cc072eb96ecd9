// The commands that put the Gantt in lanes, and fold one. Only my own view changes.
import type { GroupBy } from '../../shared/layout/lane.ts';
import type { Id } from '../../shared/model/plan.ts';
import { refuse } from '../../shared/ops/change.ts';
import { setLead } from '../../shared/ops/leads.ts';
import { said } from './content.ts';
import type { Leading } from '../../shared/ops/leads.ts';
import { defineAct, defineEdit, manyOf } from './registry.ts';

interface Proposal {
  readonly ids?: readonly Id[];
  /** The office whose lane it is, `collective`, or empty for nobody. */
  readonly lane?: string;
}

function by(lanes: GroupBy | null) {
  return defineAct({
    when: (desk) => (desk.view().lanes === lanes ? refuse('nothing-to-do') : true),
    run: (desk) => desk.setView({ lanes, open: 'gantt' }),
  });
}

export const laneCommands = {
  'lanes.tree': by(null),
  'lanes.lead': by('lead'),
  'lanes.quarter': by('quarter'),
  'lanes.light': by('light'),
  /** Asks before anything is changed: who leads is agreed on, not dragged. */
  'lanes.propose': defineAct({
    needs: 'edit',
    when: (desk, args: Proposal | undefined) => {
      if (desk.busy()) return refuse('read-only');
      return manyOf(desk, args).length > 0 ? true : refuse('no-such-node');
    },
    // What is selected stays selected: nothing moves while it is only asked.
    run: (desk, args) => desk.show(`lead/${args?.lane ?? 'ask'}/${manyOf(desk, args).join(',')}`),
  }),
  'lanes.set-lead': defineEdit({ listed: false, full: said<Leading>, op: setLead }),
  'lanes.fold': defineAct({
    listed: false,
    when: (_desk, args: { readonly lane: Id } | undefined) => (args ? true : refuse('nothing-to-do')),
    run: (desk, args) => {
      const folded = new Set(desk.view().folded);
      if (!folded.delete(args!.lane)) folded.add(args!.lane);
      desk.setView({ folded });
    },
  }),
};
