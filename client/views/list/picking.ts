// The cell cursor and the range, by hand and by key. The rows of it are my selection, which goes with me to the other faces.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent, RefObject } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { useSetView, useView } from '../../state/hooks.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import { showColumn } from './anchored.ts';
import type { Column } from './columns.ts';
import { holdGrid } from './hand.ts';
import { allBut, at, between, indexOf, picked, sides } from './range.ts';
import type { Across } from './range.ts';
import type { Cursor } from './walk.ts';

export interface Picking {
  readonly across: Across;
  readonly active: Id | undefined;
  readonly activeRow: number;
  readonly selected: readonly Id[];
  readonly inRange: ReadonlySet<Id>;
  goTo(row: number, column: number): void;
  grow(row: number, column: number): void;
  /** All from one cell to the other, which has the cursor. */
  stretch(from: Cursor, to: Cursor): void;
  pickAll(what: 'all' | 'rows' | 'column', column?: ColumnName): void;
  /** A press on a cell; true when it was on the very cell that had the cursor alone. */
  press(event: MouseEvent, row: Row, name: ColumnName): boolean;
  toColumn(name: ColumnName): void;
  /** The rows picked, by index, and the columns from left to right. */
  range(): { readonly rows: readonly number[]; readonly sides: readonly [number, number] };
}

interface Ground {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly scrollToIndex: (index: number, options: { align: 'auto' }) => void;
}

export function usePicking({ rows, columns, scroller, scrollToIndex }: Ground): Picking {
  const setView = useSetView();
  const selected = useView((view) => view.selected);
  const [across, setAcross] = useState<Across>(() => at('title'));
  const active = selected.at(-1);
  const activeRow = useMemo(() => rows.findIndex(({ id }) => id === active), [rows, active]);
  const inRange = useMemo(() => new Set(selected), [selected]);
  const now = useRef({ rows, columns, selected, across, active });
  useLayoutEffect(() => {
    now.current = { rows, columns, selected, across, active };
  });

  const show = useCallback(
    (row: number, name: ColumnName): void => {
      scrollToIndex(row, { align: 'auto' });
      if (scroller.current) showColumn(scroller.current, now.current.columns, name);
    },
    [scroller, scrollToIndex],
  );
  const goTo = useCallback(
    (row: number, column: number): void => {
      const { rows: all, columns: shown, selected: before } = now.current;
      const id = all[row]?.id;
      const name = shown[column]?.name;
      if (id === undefined || !name) return;
      if (before.length !== 1 || before[0] !== id) setView({ selected: [id] });
      setAcross(at(name));
      show(row, name);
    },
    [setView, show],
  );
  const grow = useCallback(
    (row: number, column: number): void => {
      const { rows: all, columns: shown, selected: before } = now.current;
      const to = all[row]?.id;
      const name = shown[column]?.name;
      if (to === undefined || !name) return;
      const ids = between(all, before[0] ?? to, to);
      if (ids.length !== before.length || ids.at(-1) !== before.at(-1)) setView({ selected: ids });
      setAcross((old) => ({ column: name, from: old.from, to: name }));
      show(row, name);
    },
    [setView, show],
  );
  const stretch = useCallback(
    (from: Cursor, to: Cursor): void => {
      const { rows: all, columns: shown } = now.current;
      const [first, last] = [all[from.row]?.id, all[to.row]?.id];
      const [start, end] = [shown[from.column]?.name, shown[to.column]?.name];
      if (first === undefined || last === undefined || !start || !end) return;
      setView({ selected: between(all, first, last) });
      setAcross({ column: end, from: start, to: end });
    },
    [setView],
  );
  const pickAll = useCallback(
    (what: 'all' | 'rows' | 'column', column?: ColumnName): void => {
      const { rows: all, columns: shown, active: last } = now.current;
      const [first, end] = [shown[0]!.name, shown.at(-1)!.name];
      if (what !== 'rows') setView({ selected: allBut(all, last) });
      setAcross((old) => (what === 'column' ? at(column ?? old.column) : { column: old.column, from: first, to: end }));
    },
    [setView],
  );
  const press = useCallback(
    (event: MouseEvent, row: Row, name: ColumnName): boolean => {
      const { rows: all, columns: shown, selected: before, across: old } = now.current;
      const { id } = row;
      const column = indexOf(shown, name);
      if (event.ctrlKey || event.metaKey) {
        setView({ selected: before.includes(id) ? before.filter((each) => each !== id) : [...before, id] });
        setAcross(at(name));
        return false;
      }
      const index = all.findIndex((each) => each.id === id);
      if (event.shiftKey && before.length > 0) grow(index, column);
      else goTo(index, column);
      if (scroller.current) holdGrid({ scroller: scroller.current, from: { id, column: name }, over: grow }, now);
      return before.length === 1 && before[0] === id && old.column === name && !event.shiftKey;
    },
    [setView, grow, goTo, scroller],
  );
  const toColumn = useCallback((name: ColumnName) => setAcross(at(name)), []);
  const range = useCallback(() => {
    const { rows: all, columns: shown, selected: ids, across: span } = now.current;
    return { rows: picked(all, ids), sides: sides(shown, span) };
  }, []);

  // What opens beside the list, the details above all, does not take away the cell they are about.
  useEffect(() => {
    const el = scroller.current;
    if (!el) return undefined;
    let width = el.clientWidth;
    const watch = new ResizeObserver(() => {
      const { active: last, columns: shown, across: span } = now.current;
      if (el.clientWidth < width && last !== undefined) showColumn(el, shown, span.column);
      width = el.clientWidth;
    });
    watch.observe(el);
    return () => watch.disconnect();
  }, [scroller]);

  useEffect(() => {
    const index = rows.findIndex(({ id }) => id === active);
    if (index >= 0) scrollToIndex(index, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- only another selection scrolls, not every new row
  }, [active]);
  return { across, active, activeRow, selected, inRange, goTo, grow, stretch, pickAll, press, toColumn, range };
}
