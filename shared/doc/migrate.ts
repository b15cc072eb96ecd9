// Ordered migrations, run only by the server and only on a room no one is in: two clients migrating at once lost an edit.
import type * as Y from 'yjs';
import { META_FIELDS, SCHEMA, rootOf } from './schema.ts';

/** What makes schema n + 1 of schema n, with the reason in its comment. */
const STEPS: readonly ((doc: Y.Doc) => void)[] = [];

/** Brings a loaded document to this version. A document of a newer version is left alone and named: this server must not write it. */
export function migrate(doc: Y.Doc): 'current' | 'migrated' | 'newer' {
  const from = META_FIELDS.schema(rootOf(doc, 'meta').get('schema')) ?? SCHEMA;
  if (from > SCHEMA) return 'newer';
  if (from === SCHEMA) return 'current';
  doc.transact(() => {
    for (const step of STEPS.slice(from - 1)) step(doc);
    rootOf(doc, 'meta').set('schema', SCHEMA);
  });
  return 'migrated';
}
