// How a document's records are found: keys are `<sort>/<id>`. What each may hold is model/record-readers.ts's.
import type * as Y from 'yjs';
import { oneOf, readId } from '../model/readers.ts';
import { RECORD_READERS } from '../model/record-readers.ts';
import { NO_RECORDS, SORTS } from '../model/records.ts';
import type { Records, Sort } from '../model/plan.ts';
import { rootOf } from './schema.ts';

/** `<sort>/<id>` */
export function readRecordKey(key: string): { sort: Sort; id: string } | undefined {
  const slash = key.indexOf('/');
  const sort = oneOf(SORTS)(key.slice(0, slash));
  const id = readId(key.slice(slash + 1));
  return slash > 0 && sort && id ? { sort, id } : undefined;
}

export const recordKey = (sort: Sort, id: string): string => `${sort}/${id}`;

export function readRecords(doc: Y.Doc): Records {
  const found: Partial<Record<Sort, Map<string, unknown>>> = {};
  const stored = rootOf(doc, 'records');
  for (const key of [...stored.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    const where = readRecordKey(key);
    const value = where && RECORD_READERS[where.sort](stored.get(key));
    if (where && value !== undefined) (found[where.sort] ??= new Map()).set(where.id, value);
  }
  return { ...NO_RECORDS, ...(found as Partial<Records>) };
}
