// The commands that keep a look at a face for an office or for everybody, and take one away. Whose it is stands in the record.
import type { Id, SavedView } from '../../shared/model/plan.ts';
import { refuse } from '../../shared/ops/change.ts';
import { dropRecord, keepRecord } from '../../shared/ops/records.ts';
import { newId } from '../../shared/ops/tree.ts';
import { defineEdit } from './registry.ts';

export const lookCommands = {
  /** One of the same name and office is replaced. */
  'view.keep-look': defineEdit({
    listed: false,
    full: (desk, args: SavedView | undefined) => {
      if (!args?.name.trim()) return refuse('empty-title');
      const value = { ...args, name: args.name.trim() };
      const same = [...desk.plan().records.view].find(
        ([, { name, office, face }]) => name === value.name && office === value.office && face === value.face,
      );
      return { sort: 'view' as const, id: same?.[0] ?? newId(desk.dice), value };
    },
    op: keepRecord,
  }),
  'view.drop-look': defineEdit({
    listed: false,
    full: (_desk, args: { id: Id } | undefined) =>
      args ? { sort: 'view' as const, id: args.id } : refuse('no-such-node'),
    op: dropRecord,
  }),
};
