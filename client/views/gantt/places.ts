// Which of how many siblings each row is, for who hears the grid: what is not drawn counts too. Rows of a lane are its own.
import type { AnyRow } from '../../../shared/layout/lanes.ts';

export interface Place {
  readonly at: number;
  readonly of: number;
}

const known = new WeakMap<readonly AnyRow[], readonly Place[]>();

/** By index; the same rows are counted once. */
export function placesOf(rows: readonly AnyRow[]): readonly Place[] {
  let found = known.get(rows);
  if (!found) known.set(rows, (found = count(rows)));
  return found;
}

function count(rows: readonly AnyRow[]): readonly Place[] {
  const places: { at: number; of: number }[] = rows.map(() => ({ at: 1, of: 1 }));
  /** By depth, the siblings met so far; a shallower row ends those below it. */
  let open: number[][] = [];
  const close = (from: number): void => {
    for (const group of open.slice(from)) for (const index of group ?? []) places[index]!.of = group.length;
    open = open.slice(0, from);
  };
  rows.forEach((row, index) => {
    const depth = row.is === 'lane' ? 0 : row.depth;
    close(depth + 1);
    const group = (open[depth] ??= []);
    group.push(index);
    places[index]!.at = group.length;
  });
  close(0);
  return places;
}
