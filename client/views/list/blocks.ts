// Acts on the range: copy, cut, paste, clear, fill down, the corner that is dragged. Each is one command and one undo step.
import { useLayoutEffect, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { year } from '../../../shared/model/day.ts';
import { fillAll } from '../../commands/filling.ts';
import type { Cell } from '../../commands/filling.ts';
import { useCommands } from '../../state/hooks.ts';
import { tell } from '../../state/notices.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import { cellOwn } from './cells.ts';
import { pastedBlock, written } from './clipboard.ts';
import { isEditable } from './columns.ts';
import type { Column, Facts } from './columns.ts';
import { holdGrid } from './hand.ts';
import { filledDown, land, repeated } from './pasting.ts';
import type { Landed, Left } from './pasting.ts';
import type { Picking } from './picking.ts';

interface Ground {
  readonly facts: Facts;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly picking: Picking;
  readonly say: (words: string) => void;
}

export interface Blocks {
  copy(data: DataTransfer, cut: boolean): void;
  paste(data: DataTransfer): void;
  clear(): void;
  fillDown(): void;
  stampToday(): void;
  holdHandle(event: MouseEvent): void;
  /** Rows that letting the corner go would fill. */
  readonly filling: ReadonlySet<number> | null;
  /** A block longer than the list waits for an answer. */
  readonly asking: Landed | null;
  answer(how: 'add' | 'cut' | 'cancel'): void;
  /** Cells of the last paste that were not taken. */
  readonly left: readonly Left[];
  forget(): void;
}

export function useBlocks({ facts, rows, columns, picking, say }: Ground): Blocks {
  const { plan, t, today } = facts;
  const { run } = useCommands();
  const [asking, setAsking] = useState<Landed | null>(null);
  const [left, setLeft] = useState<readonly Left[]>([]);
  const [filling, setFilling] = useState<ReadonlySet<number> | null>(null);
  const now = useRef({ rows, columns });
  useLayoutEffect(() => {
    now.current = { rows, columns };
  });
  const ground = { facts, rows, columns };
  const own = (id: Id, column: ColumnName): string => cellOwn(facts, plan.nodes.get(id)!, column);

  /** What can be taken is taken in one step; the rest is listed, never dropped unsaid. */
  const fill = ({ cells, left: before }: Pick<Landed, 'cells' | 'left'>, count = 0): void => {
    const add = count > 0 ? { after: rows.at(-1)!.id, count } : undefined;
    const ids = Array.from({ length: count }, (_, i) => `new${i}`);
    const { refused } = fillAll(
      plan,
      {
        cells: cells.map((cell) => (cell.id.startsWith('+') ? { ...cell, id: ids[+cell.id.slice(1)]! } : cell)),
        year: plan.meta.year ?? year(today),
        ...(add && { add: { after: add.after, ids } }),
      },
      Math.random,
    );
    const not = [...before, ...refused.map(({ cell, refusal }) => ({ ...cell, refusal }))];
    if (cells.length > refused.length || add) run('list.fill', { cells, lenient: true, ...(add && { add }) });
    setLeft(not);
    say(t('list.pasted', { n: cells.length - refused.length, m: not.length }));
  };
  const clearCells = (): readonly Cell[] => {
    const { rows: at, sides } = picking.range();
    return at.flatMap((row) =>
      columns.slice(sides[0], sides[1] + 1).flatMap(({ name }): Cell[] => {
        const node = plan.nodes.get(rows[row]!.id);
        return node && isEditable(node, name) ? [{ id: node.id, column: name, text: '' }] : [];
      }),
    );
  };
  const quietly = (cells: readonly Cell[]): void => {
    if (cells.length > 0) run('list.fill', { cells, lenient: cells.length > 1 });
  };
  return {
    filling,
    asking,
    left,
    forget: () => setLeft([]),
    copy(data, cut) {
      const { rows: at, sides } = picking.range();
      const nodes = at.flatMap((row) => plan.nodes.get(rows[row]!.id) ?? []);
      const names = columns.slice(sides[0], sides[1] + 1).map(({ name }) => name);
      // A row picked by its number is meant whole.
      const whole = names.length === 1 && names[0] === 'mark';
      const { plain, html } = written(facts, nodes, whole ? columns.map(({ name }) => name) : names);
      data.setData('text/plain', plain);
      data.setData('text/html', html);
      if (cut) quietly(clearCells());
      say(t(cut ? 'list.cut' : 'list.copied', { n: nodes.length, m: whole ? columns.length : names.length }));
    },
    paste(data) {
      const block = pastedBlock(data);
      if (!block) return tell({ key: 'list.too-much', tone: 'warn', say: (each) => each('list.too-much') });
      const { rows: at, sides } = picking.range();
      if (at.length === 0) return;
      const landed = land(
        ground,
        block,
        { row: at[0]!, column: sides[0] },
        { rows: at, columns: sides[1] - sides[0] + 1 },
      );
      if (landed.missing > 0) setAsking(landed);
      else fill(landed);
    },
    answer(how) {
      const landed = asking;
      setAsking(null);
      if (!landed || how === 'cancel') return;
      if (how === 'add') fill(landed, landed.missing);
      else
        fill({
          cells: landed.cells.filter(({ id }) => !id.startsWith('+')),
          left: landed.left.filter(({ id }) => !id.startsWith('+')),
        });
    },
    clear: () => quietly(clearCells()),
    fillDown() {
      const { rows: at, sides } = picking.range();
      quietly(filledDown(ground, at, sides, own));
    },
    stampToday() {
      const { rows: at, sides } = picking.range();
      const days = columns.slice(sides[0], sides[1] + 1).filter(({ name }) => name === 'start' || name === 'end');
      quietly(
        at.flatMap((row) => days.map(({ name }) => ({ id: rows[row]!.id, column: name as 'start', text: today }))),
      );
    },
    holdHandle(event) {
      event.preventDefault();
      event.stopPropagation();
      const { rows: at, sides } = picking.range();
      const [first, last] = [at[0], at.at(-1)];
      const scroller = event.currentTarget.closest<HTMLElement>('.list-scroll');
      if (first === undefined || last === undefined || !scroller) return;
      let targets: readonly number[] = [];
      holdGrid(
        {
          scroller,
          over(row) {
            const [from, to] = row > last ? [last + 1, row] : row < first ? [row, first - 1] : [1, 0];
            targets = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
            setFilling(new Set(targets));
          },
          end() {
            setFilling(null);
            quietly(repeated(ground, at, targets, sides, own));
            if (targets.length > 0) picking.grow(targets[0]! > last ? targets.at(-1)! : targets[0]!, sides[1]);
          },
        },
        now,
      );
    },
  };
}
