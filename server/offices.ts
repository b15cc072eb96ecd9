// Names by which a plan knows its offices, for invitations: read from the document's register.
import { readPlan } from '../shared/doc/read.ts';
import type { PlanDoc } from '../shared/doc/state.ts';

export function officeNames(doc: PlanDoc): readonly string[] {
  return [...readPlan(doc).offices.values()].flatMap(({ name, aliases }) => [name, ...aliases]).filter(Boolean);
}
