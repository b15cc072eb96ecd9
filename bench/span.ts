// The days every chart of a benchmark shows, and the day it is there. On their own, so that a page need not carry what makes the plan.
import type { Day } from '../shared/model/plan.ts';

export const YEAR = 2019;
/** All charts are equally wide. */
export const FIRST: Day = `${YEAR - 1}-12-01`;
export const LAST: Day = `${YEAR + 1}-01-31`;
/** Early enough that every chart opens at its left end. */
export const TODAY: Day = `${YEAR}-02-01`;
