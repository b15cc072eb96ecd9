// The commands that put the Gantt in lanes, and fold one. Only my own view changes.
import type { GroupBy } from '../../shared/layout/lane.ts';
import type { Id } from '../../shared/model/plan.ts';
import { refuse } from '../../shared/ops/change.ts';
import { defineAct } from './registry.ts';

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
