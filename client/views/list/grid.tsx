// The list as a grid: only the rows in view are drawn, a cell cursor walks over all of them, a field stands over the cell that is edited.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import { useCommands, useMayEdit, useSetView, useView } from '../../state/hooks.ts';
import { useKeysOnOpening } from '../text/catcher.tsx';
import type { CatcherHandle, Done } from '../text/catcher.tsx';
import { usePeersAt } from '../text/flags.tsx';
import { HEAD, showColumn, useAnchored, useFitted } from './anchored.ts';
import { cellsOf, textOf } from './clipboard.ts';
import { COLUMNS, FROZEN } from './columns.ts';
import type { Column, ColumnName, Facts } from './columns.ts';
import { CellField } from './field.tsx';
import { between, listKey } from './keys.ts';
import { isPicked, keyOf, useOpened } from './opened.ts';
import { cellId, ListRow } from './row.tsx';
import { heightOf, topsOf } from './walk.ts';

/** A row of usual height, for what a screen holds. */
const ROW = 54;
const SPARE = 6;

export function ListGrid({ facts, rows }: { readonly facts: Facts; readonly rows: readonly Row[] }) {
  const { plan, t } = facts;
  const commands = useCommands();
  const setView = useSetView();
  const mayEdit = useMayEdit();
  const selected = useView((view) => view.selected);
  const peersAt = usePeersAt();
  const scroller = useRef<HTMLDivElement>(null);
  const catcher = useRef<CatcherHandle>(null);
  useKeysOnOpening(catcher);
  const [column, setColumn] = useState<ColumnName>('title');
  const [focused, setFocused] = useState(false);
  const opened = useOpened(plan);
  const { open, start } = opened;
  const columns = useFitted(scroller);
  const tops = useMemo(() => topsOf(rows), [rows]);
  const active = selected.at(-1);
  const activeRow = rows.findIndex(({ id }) => id === active);
  const activeColumn = COLUMNS.findIndex(({ name }) => name === column);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]!),
    getItemKey: (index) => rows[index]!.id,
    scrollPaddingStart: HEAD,
    // The cell the field points to must exist for a screen reader, wherever the page is scrolled.
    rangeExtractor: ({ startIndex, endIndex, count }) => {
      const [from, to] = [Math.max(0, startIndex - SPARE), Math.min(count - 1, endIndex + SPARE)];
      const found = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      return activeRow < 0 || (activeRow >= from && activeRow <= to) ? found : [...found, activeRow];
    },
  });
  const { measure, scrollToIndex } = virtual;
  useLayoutEffect(() => measure(), [measure, tops]);
  useAnchored(scroller, rows, tops, active);

  const goTo = (row: number, index: number): void => {
    const target = rows[row];
    const name = COLUMNS[index]?.name;
    if (!target || !name) return;
    if (active !== target.id || selected.length > 1) setView({ selected: [target.id] });
    setColumn(name);
    scrollToIndex(row, { align: 'auto' });
    if (scroller.current) showColumn(scroller.current, columns, name);
  };
  /** After an edit: Enter goes down, Tab to the side, as in every table. */
  const move = (key: string, by: Done): void => {
    if (activeRow < 0 || !open || key !== keyOf(open)) return;
    if (by === 'enter') goTo(Math.min(rows.length - 1, activeRow + 1), activeColumn);
    if (by === 'tab') goTo(activeRow, activeColumn + 1);
    if (by === 'back-tab') goTo(activeRow, activeColumn - 1);
  };
  const press = useCallback(
    (event: MouseEvent, row: Row, name: ColumnName): void => {
      if (event.button !== 0) return;
      // The field keeps the focus; only what it points to changes.
      event.preventDefault();
      catcher.current?.finish();
      catcher.current?.focus();
      setColumn(name);
      const { id } = row;
      if (event.ctrlKey || event.metaKey)
        return setView({
          selected: selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id],
        });
      if (event.shiftKey && active !== undefined) return setView({ selected: between(rows, active, id) });
      // A second press on a cell that is picked from opens it, as a press on a menu does.
      const again = active === id && column === name && isPicked(name);
      if (active !== id || selected.length > 1) setView({ selected: [id] });
      if (name === 'note' || again) start(id, name);
    },
    [rows, selected, active, column, setView, start],
  );
  const openCell = useCallback((row: Row, name: ColumnName) => void start(row.id, name), [start]);
  const fold = useCallback((row: Row) => void commands.run('view.fold', { id: row.id }), [commands]);

  // A row that wants its title, or was selected elsewhere, is brought into sight.
  const wanted = open?.column === 'title' ? open.id : undefined;
  useLayoutEffect(() => {
    if (wanted !== undefined) setColumn('title');
  }, [wanted]);
  useEffect(() => {
    const index = rows.findIndex(({ id }) => id === (wanted ?? active));
    if (index >= 0) scrollToIndex(index, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- only another selection scrolls, not every new row
  }, [active, wanted]);

  const cell = open ? cellId(open.id, open.column) : active === undefined ? undefined : cellId(active, column);
  const { frame, over, place } = useOver(cell);
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <div ref={frame} className="list-frame" data-focused={focused}>
      <div ref={scroller} className="list-scroll" onScroll={place}>
        <div
          id="list-grid"
          role="treegrid"
          className="list-grid"
          aria-label={t('list.label')}
          aria-rowcount={rows.length + 1}
          aria-colcount={COLUMNS.length}
          aria-multiselectable
          aria-readonly={!mayEdit}
          style={{ width: total, height: HEAD + tops.at(-1)! }}
        >
          <Head columns={columns} facts={facts} />
          <div role="rowgroup">
            {virtual.getVirtualItems().map(({ index }) => {
              const row = rows[index]!;
              return (
                <ListRow
                  key={row.id}
                  row={row}
                  index={index}
                  top={tops[index]!}
                  height={heightOf(row)}
                  facts={facts}
                  columns={columns}
                  selected={selected.includes(row.id)}
                  cursor={row.id === active ? column : undefined}
                  peers={peersAt.get(row.id)}
                  onPress={press}
                  onOpen={openCell}
                  onFold={fold}
                />
              );
            })}
          </div>
        </div>
      </div>
      <div ref={over} className="list-over" data-open={open !== null} data-column={open?.column ?? column}>
        <CellField
          ref={catcher}
          facts={facts}
          opened={opened}
          cell={cell}
          onStart={() => active !== undefined && start(active, column)}
          onDone={move}
          onKey={(event) => {
            const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / ROW));
            const select = (ids: readonly string[]): void => setView({ selected: ids });
            listKey(event, { plan, rows, selected, column, page, commands, goTo, select, start });
          }}
          onPaste={(event) => {
            if (open || activeRow < 0 || !mayEdit) return;
            event.preventDefault();
            const at = { row: activeRow, column: activeColumn };
            const cells = cellsOf(event.clipboardData.getData('text/plain'), facts, rows, at);
            if (cells.length > 0) commands.run('list.fill', { cells });
          }}
          onCopy={(event) => {
            if (open || selected.length === 0) return;
            event.preventDefault();
            event.clipboardData.setData('text/plain', textOf(facts, rows, selected, column));
          }}
          onFocus={setFocused}
        />
      </div>
    </div>
  );
}

function Head({ columns, facts: { t } }: { readonly columns: readonly Column[]; readonly facts: Facts }) {
  return (
    <div className="list-head" role="row" aria-rowindex={1} style={{ height: HEAD }}>
      {columns.map(({ name, width }, index) => (
        <div
          key={name}
          className="list-cell"
          data-column={name}
          role="columnheader"
          aria-colindex={index + 1}
          style={{ width, ...(index < FROZEN && { left: index === 0 ? 0 : columns[0]!.width }) }}
        >
          {t(`list.column.${name}`)}
        </div>
      ))}
    </div>
  );
}

/** Lays the field over the cell; while idle it stands there unseen, so that an input method's window opens in place. */
function useOver(cell: string | undefined) {
  const frame = useRef<HTMLDivElement>(null);
  const over = useRef<HTMLDivElement>(null);
  const place = useCallback((): void => {
    const box = frame.current?.getBoundingClientRect();
    const target = cell === undefined ? null : document.getElementById(cell);
    const el = over.current;
    if (!box || !el || !target) return;
    const { left, top, width, height } = target.getBoundingClientRect();
    el.style.left = `${left - box.left}px`;
    el.style.top = `${top - box.top}px`;
    el.style.width = `${width}px`;
    el.style.minHeight = `${height}px`;
    // A list of choices opens to where there is room.
    el.classList.toggle('up', top - box.top > box.height * 0.55);
  }, [cell]);
  useLayoutEffect(place);
  return { frame, over, place };
}
