// The sorts of record a plan keeps beside its tree. What each holds is said in plan.ts, how it is read in record-readers.ts.
import type { Records, Sort } from './plan.ts';

const NONE = new Map<string, never>();

export const NO_RECORDS: Records = {
  baseline: NONE,
  marker: NONE,
  term: NONE,
  notice: NONE,
  view: NONE,
  relation: NONE,
  brace: NONE,
  lights: NONE,
  suggestion: NONE,
  waiver: NONE,
  opinion: NONE,
  report: NONE,
};

export const SORTS = Object.keys(NO_RECORDS) as readonly Sort[];
