// The commands that keep what stands beside the tree: the year's notice, terms, markers and whatever other features keep there.
import type { RecordTypes, Sort } from '../../shared/model/plan.ts';
import { refuse } from '../../shared/ops/change.ts';
import { dropRecord, keepRecord } from '../../shared/ops/records.ts';
import { chairOnly } from '../../shared/policy/decide.ts';
import { defineEdit } from './registry.ts';
import type { Desk } from './registry.ts';

type Keep = { [S in Sort]: { readonly sort: S; readonly id: string; readonly value: RecordTypes[S] } }[Sort];
interface Drop {
  readonly sort: Sort;
  readonly id: string;
}

/** What the server would refuse is refused here. */
function allowed<A extends { readonly sort: Sort }>(desk: Desk, args: A | undefined) {
  if (!args) return refuse('nothing-to-do');
  return chairOnly(args.sort) && desk.role() !== 'chair' ? refuse('chair-only') : args;
}

export const recordCommands = {
  'record.keep': defineEdit({
    listed: false,
    full: (desk, args: Keep | undefined) => allowed(desk, args),
    op: (plan, args) => keepRecord(plan, args),
  }),
  'record.drop': defineEdit({
    listed: false,
    full: (desk, args: Drop | undefined) => allowed(desk, args),
    op: dropRecord,
  }),
};
