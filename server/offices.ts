// Names by which a plan knows its offices, for invitations: read from the document's register.
import type * as Y from 'yjs';
import { readPlan } from '../shared/doc/read.ts';

export function officeNames(doc: Y.Doc): readonly string[] {
  return [...readPlan(doc).offices.values()].flatMap(({ name, aliases }) => [name, ...aliases]).filter(Boolean);
}
