// How high a row of a workbook is, so that every line of its cells is seen: programs that open a file without heights do not all find them.
import { wrap } from '../../layout/text.ts';

const SIZE = 11;
const TITLE_SIZE = 16;
/** Points of a line of 宋体, and of the room above and below. */
const LEADING = 1.3;
const ROOM = 4;
/** A column of one character is so many points wide; so many are lost at its edges. */
const CHARACTER = 5.5;
const EDGES = 4;
const LEAST = 18;
/** No row is higher in any program. */
const MOST = 409;

/** Of a sheet, what decides. */
interface Grid {
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Filled[])[];
  readonly merges?: readonly (readonly [number, number, number, number])[];
}

interface Filled {
  readonly value: unknown;
  readonly style: string;
}

/** In points, of every row; what is spread over several rows finds its room in them. */
export function heightsOf({ rows, widths, merges = [] }: Grid): readonly number[] {
  const across = new Map<number, ReadonlyMap<number, number>>();
  for (const [row, column, toRow, toColumn] of merges)
    for (let at = row; at <= toRow; at++)
      across.set(at, new Map([...(across.get(at) ?? []), [column, toRow > row ? -1 : toColumn]]));
  return rows.map((cells, row) => {
    const needed = cells.map((cell, column) => {
      const to = across.get(row)?.get(column) ?? column;
      return to < column ? 0 : cellHeight(cell, widths.slice(column, to + 1));
    });
    return Math.min(MOST, Math.max(LEAST, ...needed));
  });
}

function cellHeight({ value, style }: Filled, widths: readonly number[]): number {
  const characters = widths.reduce((sum, width) => sum + width, 0);
  if (typeof value !== 'string' || characters === 0) return 0;
  const size = style === 'title' ? TITLE_SIZE : SIZE;
  const lines = wrap(value, size, Math.max(size, characters * CHARACTER - EDGES)).length;
  return Math.ceil(lines * size * LEADING + ROOM);
}
