// What a cell says beyond what its field can hold: a sentence among the offices, a page among the goals. It is kept whole, as a remark.
import { NAME_MAX } from '../../ops/content.ts';
import { heading } from './grid.ts';
import type { Field, Grid, Mapping } from './grid.ts';

/** How much each field of a node holds. */
export const PEOPLE_MAX = 200;
export const WORDS_MAX = 2_000;

const MOST: Partial<Record<Field, number>> = {
  chief: PEOPLE_MAX,
  duty: PEOPLE_MAX,
  contact: PEOPLE_MAX,
  deliverable: WORDS_MAX,
  issue: WORDS_MAX,
};

/** Each under its heading. */
export function overfull(text: (field: Field) => string, grid: Grid, mapping: Mapping): readonly string[] {
  const names = (['lead', 'assist'] as const).map(
    (field) => [field, text(field).split(/[、，,；;\n]/).filter((piece) => piece.trim().length > NAME_MAX).join('、')] as const,
  ); // prettier-ignore
  const words = (Object.keys(MOST) as Field[]).map(
    (field) => [field, text(field).length > MOST[field]! ? text(field) : ''] as const,
  );
  return [...names, ...words].flatMap(([field, left]) =>
    left === '' ? [] : [`${heading(grid, mapping, mapping.fields.indexOf(field))}：${left}`],
  );
}
