// The commands of carrying over: look, and choose what becomes of a clause. Founding the next plan is the server's act, not an edit.
import type { Fate, Id } from '../../shared/model/plan.ts';
import { refuse } from '../../shared/ops/change.ts';
import { setFate } from '../../shared/ops/fates.ts';
import { defineAct, defineEdit } from './registry.ts';

export const carryCommands = {
  'carry.open': defineAct({ needs: 'host', run: (desk) => desk.show('carry') }),
  'carry.fate': defineEdit({
    listed: false,
    full: (_desk, args: { readonly ids: readonly Id[]; readonly fate: Fate | null } | undefined) =>
      args ?? refuse('no-such-node'),
    op: setFate,
  }),
};
