// Which cells are picked: the selected rows, from one column to another. Pure; the rows are my selection on every face.
import type { Row } from '../../../shared/layout/rows.ts';
import type { Id } from '../../../shared/model/plan.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import type { Column } from './columns.ts';

/** `column` has the cursor; the range lies between `from` and `to`. */
export interface Across {
  readonly column: ColumnName;
  readonly from: ColumnName;
  readonly to: ColumnName;
}

export const at = (column: ColumnName): Across => ({ column, from: column, to: column });

/** From the left to the right; a column that is hidden by now counts as the first. */
export function sides(columns: readonly Column[], { from, to }: Across): readonly [left: number, right: number] {
  const [a, b] = [indexOf(columns, from), indexOf(columns, to)];
  return a <= b ? [a, b] : [b, a];
}

export function indexOf(columns: readonly Column[], name: ColumnName): number {
  return Math.max(
    0,
    columns.findIndex((each) => each.name === name),
  );
}

/** The rows from one to the other, the last one named being the active one. */
export function between(rows: readonly Row[], from: Id, to: Id): readonly Id[] {
  const a = rows.findIndex(({ id }) => id === from);
  const b = rows.findIndex(({ id }) => id === to);
  if (a < 0 || b < 0) return [to];
  const run = rows.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id);
  return a <= b ? run : run.reverse();
}

/** All of them, the cursor staying where it is. */
export function allBut(rows: readonly Row[], active: Id | undefined): readonly Id[] {
  const ids = rows.map(({ id }) => id);
  return active === undefined || !ids.includes(active) ? ids : [...ids.filter((id) => id !== active), active];
}

/** The selected rows as they stand on the screen, by index. */
export function picked(rows: readonly Row[], selected: readonly Id[]): readonly number[] {
  if (selected.length === 1) {
    const only = rows.findIndex(({ id }) => id === selected[0]);
    return only < 0 ? [] : [only];
  }
  const wanted = new Set(selected);
  return rows.flatMap(({ id }, index) => (wanted.has(id) ? [index] : []));
}
