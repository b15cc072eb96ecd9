// Where the cell cursor goes: pure steps over rows and columns, and how far a list has to scroll so that nothing moves under a reader.
import type { Row } from '../../../shared/layout/rows.ts';

export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit the screen. */
  readonly page: number;
}

/** Where a key leads, or undefined when it leads nowhere: out of the list, or is no such key. */
export function walk(at: Cursor, key: string, { rows, columns, page }: Extent, far: boolean): Cursor | undefined {
  const to = (row: number, column: number): Cursor | undefined => {
    const next = {
      row: Math.max(0, Math.min(rows - 1, row)),
      column: Math.max(0, Math.min(columns - 1, column)),
    };
    return next.row === at.row && next.column === at.column ? undefined : next;
  };
  switch (key) {
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'PageUp':
      return to(at.row - page, at.column);
    case 'PageDown':
      return to(at.row + page, at.column);
    case 'Home':
      return far ? to(0, 0) : to(at.row, 0);
    case 'End':
      return far ? to(rows - 1, columns - 1) : to(at.row, columns - 1);
    default:
      return undefined;
  }
}

/** Ctrl and an arrow: along what is filled to its end, over what is empty to the next that is filled, else to the edge. */
export function jump(
  at: Cursor,
  key: string,
  { rows, columns }: Pick<Extent, 'rows' | 'columns'>,
  filled: (row: number, column: number) => boolean,
): Cursor | undefined {
  const [dr, dc] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key] ?? [0, 0];
  if (dr === 0 && dc === 0) return undefined;
  const inside = ({ row, column }: Cursor): boolean => row >= 0 && column >= 0 && row < rows && column < columns;
  const step = ({ row, column }: Cursor): Cursor => ({ row: row + dr!, column: column + dc! });
  const has = (cell: Cursor): boolean => filled(cell.row, cell.column);
  let now = step(at);
  if (!inside(now)) return undefined;
  const along = has(at) && has(now);
  while (inside(step(now)) && (along ? has(step(now)) : !has(now))) now = step(now);
  return now;
}

const HEIGHTS: Readonly<Record<Row['kind'], number>> = { section: 42, item: 40, clause: 54, task: 40, milestone: 36 };

export function heightOf(row: Row): number {
  return HEIGHTS[row.kind];
}

/** Above a group of rows stands its heading. */
export const HEADING = 36;

/** The upper edge of every row, and below them the whole height. */
export function topsOf(rows: readonly Row[], headings?: ReadonlyMap<number, unknown>): readonly number[] {
  const tops = [headings?.has(0) ? HEADING : 0];
  rows.forEach((row, at) => tops.push(tops.at(-1)! + heightOf(row) + (headings?.has(at + 1) ? HEADING : 0)));
  return tops;
}

/**
 * How far to scroll after the rows changed, so that what matters stays where it is: the first of what is held that is in
 * sight, else the first row in sight that is still there.
 */
export function drift(
  before: { readonly rows: readonly Row[]; readonly tops: readonly number[] },
  after: { readonly rows: readonly Row[]; readonly tops: readonly number[] },
  seen: { readonly from: number; readonly to: number },
  held: readonly (string | undefined)[],
): { readonly by: number; readonly held: boolean } {
  const inSight = before.rows.filter((_, i) => before.tops[i + 1]! > seen.from && before.tops[i]! < seen.to);
  const now = new Map(after.rows.map((row, i) => [row.id, after.tops[i]!]));
  const stays = (id: string | undefined): Row | undefined => inSight.find((row) => row.id === id && now.has(row.id));
  const mine = held.map(stays).find((row) => row !== undefined);
  const anchor = mine ?? inSight.find(({ id }) => now.has(id));
  if (!anchor) return { by: 0, held: false };
  return { by: now.get(anchor.id)! - before.tops[before.rows.indexOf(anchor)]!, held: mine !== undefined };
}
