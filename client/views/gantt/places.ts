// Which of how many siblings each row is, for who hears the grid: what is not drawn counts too. Rows of a lane are its own.
import type { AnyRow } from '../../../shared/layout/lanes.ts';

/** By index. Plain numbers: ten thousand rows need no object each. */
export interface Places {
  readonly at: Int32Array;
  readonly of: Int32Array;
}

const known = new WeakMap<readonly AnyRow[], Places>();

/** The same rows are counted once. */
export function placesOf(rows: readonly AnyRow[]): Places {
  let found = known.get(rows);
  if (!found) known.set(rows, (found = count(rows)));
  return found;
}

function count(rows: readonly AnyRow[]): Places {
  const at = new Int32Array(rows.length);
  const of = new Int32Array(rows.length);
  /** By depth, the sibling met last; a shallower row ends those below it. */
  const last: number[] = [];
  rows.forEach((row, index) => {
    const depth = row.is === 'lane' ? 0 : row.depth;
    last.length = Math.min(last.length, depth + 1);
    const before = last[depth];
    at[index] = before === undefined ? 1 : at[before]! + 1;
    last[depth] = index;
  });
  // Backwards each one's last sibling comes first, and knows how many there are.
  const many: number[] = [];
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index]!;
    const depth = row.is === 'lane' ? 0 : row.depth;
    many[depth] = Math.max(many[depth] ?? 0, at[index]!);
    of[index] = many[depth];
    if (at[index] === 1) many[depth] = 0;
  }
  return { at, of };
}
