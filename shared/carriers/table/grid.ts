// A table as cells: what xlsx and csv have in common before it is known what their columns mean.
import type { Day } from '../../model/plan.ts';

export interface Cell {
  readonly text: string;
  /** The cell holds a date, not words. */
  readonly day?: Day;
}

export interface Grid {
  /** The text of a merged cell stands in every cell it covers. */
  readonly rows: readonly (readonly Cell[])[];
  /** The sheet's name; '' for a csv. */
  readonly name: string;
  readonly others: readonly Other[];
}

/** A sheet of the same workbook that no plan is made of. */
export interface Other {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
}

export const FIELDS = [
  'number',
  'section',
  'item',
  'task',
  'deliverable',
  'chief',
  'lead',
  'assist',
  'duty',
  'contact',
  'start',
  'end',
  'milestones',
  'progress',
  'issue',
  'status',
  'note',
  'id',
  'none',
] as const;

/** What a column holds; `none` is left out of the plan. */
export type Field = (typeof FIELDS)[number];

export interface Mapping {
  /** Indices of the header's first and last row; -1 when there is none. */
  readonly header: number;
  readonly headerEnd: number;
  /** By column. */
  readonly fields: readonly Field[];
  /** Columns whose meaning was guessed. */
  readonly guessed: readonly number[];
}

export function heading({ rows }: Grid, { header, headerEnd }: Mapping, column: number): string {
  const words: string[] = [];
  for (let row = header; row >= 0 && row <= headerEnd; row++) {
    const text = rows[row]?.[column]?.text.replace(/\s+/g, '') ?? '';
    if (text && words.at(-1) !== text) words.push(text);
  }
  return words.join('·');
}
