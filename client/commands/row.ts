// A new row on the Gantt by a key: after what is selected, its title wanted at once. Insert as in Microsoft Project, A where there is no such key.
import type { Id } from '../../shared/model/plan.ts';
import { refuse } from '../../shared/ops/change.ts';
import { addAfter, newId } from '../../shared/ops/tree.ts';
import { defineEdit, oneOf } from './registry.ts';

export const rowCommands = {
  'tree.add-row': defineEdit({
    keys: ['Insert', 'A'],
    scope: 'gantt',
    full: (desk, args: { readonly after?: Id } | undefined) => {
      const after = oneOf(desk, args?.after ? { id: args.after } : undefined);
      return after === undefined ? refuse('no-such-node') : { id: newId(desk.dice), after };
    },
    op: addAfter,
    after: (desk, { id }) => desk.setView({ selected: [id], editing: { node: id, field: 'title', all: true } }),
  }),
};
