// Where the cells of a block fall: which rows and columns, which rows are missing, and what cannot be written. Pure.
import type { Row } from '../../../shared/layout/rows.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { refuse } from '../../../shared/ops/change.ts';
import type { Refusal } from '../../../shared/ops/change.ts';
import type { Cell } from '../../commands/filling.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import { cellText, isGroup } from '../../../shared/layout/cells.ts';
import { cellCopied } from './cells.ts';
import type { Pasted } from './clipboard.ts';
import { isEditable } from './columns.ts';
import type { Column, Facts } from './columns.ts';

export interface Landed {
  readonly cells: readonly Cell[];
  /** Rows that the block has and the list has not. */
  readonly missing: number;
  readonly left: readonly Left[];
}

/** A cell that was not taken: which, what it said, and why. */
export interface Left {
  readonly id: Id;
  readonly column: ColumnName | undefined;
  readonly text: string;
  readonly refusal: Refusal;
}

interface Ground {
  readonly facts: Facts;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The block from its upper left corner on; one cell alone fills all that is picked. */
export function land(
  ground: Ground,
  block: readonly (readonly Pasted[])[],
  at: Place,
  picked: { readonly rows: readonly number[]; readonly columns: number },
): Landed {
  const { rows } = ground;
  const first = block.length === 1 && block[0]!.length === 1 ? block[0]![0] : undefined;
  const only = typeof first === 'string' ? first : undefined;
  const lines =
    only !== undefined && picked.rows.length * picked.columns > 1
      ? picked.rows.map((row) => ({ row, texts: Array.from({ length: picked.columns }, () => only) }))
      : block.map((texts, i) => ({ row: at.row + i, texts }));
  const found = lines.flatMap(({ row, texts }) =>
    texts.map((cell, j) => {
      const text = saidIn(cell, ground.columns[at.column + j]?.name);
      return text === undefined ? undefined : cellAt(ground, row, at.column + j, text);
    }),
  );
  return {
    cells: found.flatMap((each) => (each && 'id' in each && !('refusal' in each) ? [each] : [])),
    left: found.flatMap((each) => (each && 'refusal' in each ? [each] : [])),
    missing: Math.max(0, (lines.at(-1)?.row ?? 0) + 1 - rows.length),
  };
}

/** An office or a day merged over several rows is each row's own; words are the first one's, and what stands under the rest stays. */
function saidIn(cell: Pasted, column: ColumnName | undefined): string | undefined {
  if (typeof cell === 'string') return cell;
  return column === undefined || column === 'title' || column === 'mark' ? undefined : cell.covered;
}

function cellAt({ facts, rows, columns }: Ground, at: number, column: number, text: string): Cell | Left | undefined {
  const name = columns[column]?.name;
  const row = rows[at];
  // Rows to come are as the last one is.
  const node = facts.plan.nodes.get((row ?? rows.at(-1))?.id ?? '');
  const id = row ? row.id : `+${at - rows.length}`;
  if (!node) return undefined;
  if (name !== undefined && isEditable(node, name)) return { id, column: name, text };
  // What is worked out anyway, and says the same or nothing, is no loss.
  const same = row && name !== undefined && [cellText(facts, node, name), cellCopied(facts, node, name)].includes(text);
  if (text.trim() === '' || same) return undefined;
  return { id, column: name, text, refusal: refuse(name === undefined ? 'no-column' : 'computed') };
}

/** Each column's uppermost cell into those below it; of one row alone, from the row above. Headings stay as they are. */
export function filledDown(
  { facts, rows, columns }: Ground,
  picked: readonly number[],
  [left, right]: readonly [number, number],
  own: (id: Id, column: ColumnName) => string,
): readonly Cell[] {
  const [first, ...rest] = picked;
  if (first === undefined) return [];
  const [source, targets] = rest.length > 0 ? [first, rest] : [first - 1, [first]];
  const from = rows[source];
  if (!from) return [];
  return targets.flatMap((at) =>
    columns.slice(left, right + 1).flatMap(({ name }): Cell[] => {
      const node = facts.plan.nodes.get(rows[at]!.id)!;
      const skip = !isEditable(node, name) || (isGroup(node) && !isGroup(from));
      return skip ? [] : [{ id: node.id, column: name, text: own(from.id, name) }];
    }),
  );
}

/** Beyond the range that is held by its corner, its rows again and again. */
export function repeated(
  { facts, rows, columns }: Ground,
  sources: readonly number[],
  targets: readonly number[],
  [left, right]: readonly [number, number],
  own: (id: Id, column: ColumnName) => string,
): readonly Cell[] {
  const works = sources.filter((at) => rows[at] && !isGroup(rows[at]));
  const from = works.length > 0 ? works : sources;
  let turn = 0;
  return targets.flatMap((at) => {
    const node = facts.plan.nodes.get(rows[at]?.id ?? '');
    const source = rows[from[turn % from.length] ?? -1];
    if (!node || !source || (isGroup(node) && !isGroup(source))) return [];
    turn++;
    return columns
      .slice(left, right + 1)
      .flatMap(({ name }): Cell[] =>
        isEditable(node, name) ? [{ id: node.id, column: name, text: own(source.id, name) }] : [],
      );
  });
}
