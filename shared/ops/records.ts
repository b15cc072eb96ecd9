// What people keep beside the tree: one op to keep or replace a record, one to take it away. What the sorts mean is their features' matter.
import type { Plan, RecordTypes, Sort } from '../model/plan.ts';
import { isId } from '../guard.ts';
import { RECORD_READERS } from '../model/record-readers.ts';
import { refuse } from './change.ts';
import type { Change, Outcome } from './change.ts';

export function keepRecord<S extends Sort>(plan: Plan, args: { sort: S; id: string; value: RecordTypes[S] }): Outcome {
  const { sort, id } = args;
  const value = RECORD_READERS[sort](args.value);
  if (!isId(id) || value === undefined) return refuse('bad-record');
  if (JSON.stringify(plan.records[sort].get(id)) === JSON.stringify(value)) return refuse('nothing-to-do');
  return [{ do: 'record', sort, id, value } as Change];
}

export function dropRecord(plan: Plan, { sort, id }: { sort: Sort; id: string }): Outcome {
  return plan.records[sort].has(id) ? [{ do: 'record', sort, id, value: undefined }] : refuse('nothing-to-do');
}
