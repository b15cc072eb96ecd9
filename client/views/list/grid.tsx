// The list as a grid: only the rows in view are drawn, a range of cells walks over all of them, a field stands over the cell that is edited.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { useDragBehaviour } from '../../drag/stage.tsx';
import { useCommands, useMayEdit, useView } from '../../state/hooks.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import { useKeysOnOpening } from '../text/catcher.tsx';
import type { CatcherHandle, Done } from '../text/catcher.tsx';
import { usePeersAt } from '../text/flags.tsx';
import { HEAD, showColumn, useAnchored, useFitted } from './anchored.ts';
import type { Arranged } from '../../../shared/layout/arrange.ts';
import { cellText } from '../../../shared/layout/cells.ts';
import { useBlocks } from './blocks.ts';
import type { Facts } from './columns.ts';
import { DropLine, listBehaviour } from './dragging.tsx';
import { CellField } from './field.tsx';
import { Head } from './head.tsx';
import { listKey } from './keys.ts';
import { isPicked, keyOf, useOpened } from './opened.ts';
import { useOver } from './over.ts';
import { PastedDialog } from './pasted.tsx';
import { usePicking } from './picking.ts';
import { indexOf, sides } from './range.ts';
import { cellId, HeadingRow, ListRow } from './row.tsx';
import { TouchBar } from './touch-bar.tsx';
import { useTouching } from './touching.ts';
import { HEADING, heightOf, topsOf } from './walk.ts';

/** A row of usual height, for what a screen holds. */
const ROW = 54;
const SPARE = 6;

interface Props {
  readonly facts: Facts;
  readonly shown: Arranged;
  readonly flat: boolean;
}

export function ListGrid({ facts, shown: { rows, headings }, flat }: Props) {
  const { plan, t } = facts;
  const commands = useCommands();
  const mayEdit = useMayEdit();
  const sheet = useView((view) => view.sheet);
  const peersAt = usePeersAt();
  const scroller = useRef<HTMLDivElement>(null);
  const catcher = useRef<CatcherHandle>(null);
  useKeysOnOpening(catcher);
  const [focused, setFocused] = useState(false);
  const [said, setSaid] = useState('');
  const [menu, setMenu] = useState<ColumnName | null>(null);
  const opened = useOpened(facts, setSaid);
  const { open, start } = opened;
  const columns = useFitted(scroller, sheet);
  const tops = useMemo(() => topsOf(rows, headings), [rows, headings]);

  const activeAt = useRef(-1);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => tops[index + 1]! - tops[index]!,
    paddingStart: HEAD + tops[0]!,
    getItemKey: (index) => rows[index]!.id,
    scrollPaddingStart: HEAD,
    // The cell the field points to must exist for a screen reader, wherever the page is scrolled.
    rangeExtractor: ({ startIndex, endIndex, count }) => {
      const [from, to] = [Math.max(0, startIndex - SPARE), Math.min(count - 1, endIndex + SPARE)];
      const found = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      const also = activeAt.current;
      return also < 0 || also >= count || (also >= from && also <= to) ? found : [...found, also];
    },
  });
  const { measure, scrollToIndex } = virtual;
  useLayoutEffect(() => measure(), [measure, tops]);
  const picking = usePicking({ rows, columns, scroller, scrollToIndex });
  const { across, active, activeRow, selected, inRange, goTo } = picking;
  activeAt.current = activeRow;
  useAnchored(scroller, rows, tops, { open: open?.id, active });
  const touching = useTouching({ rows, columns, scroller, catcher, picking });
  const blocks = useBlocks({ facts, rows, columns, picking, say: setSaid });

  const latest = useRef({ picking, start, blocks });
  useLayoutEffect(() => {
    latest.current = { picking, start, blocks };
  });
  // What a row is given lasts, so that only rows that come into sight are drawn.
  const holdHandle = useCallback((event: MouseEvent): void => latest.current.blocks.holdHandle(event), []);
  const press = useCallback((event: MouseEvent, row: Row, name: ColumnName): void => {
    // What is taken by its grip is the stage's.
    if (event.button !== 0 || (event.target as Element).closest('[data-part]')) return;
    // The field keeps the focus; only what it points to changes.
    event.preventDefault();
    catcher.current?.finish();
    catcher.current?.focus();
    // A second press on a cell that is picked from opens it, as a press on a menu does.
    const again = latest.current.picking.press(event, row, name) && isPicked(name);
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey && (name === 'note' || again))
      latest.current.start(row.id, name);
  }, []);
  const openCell = useCallback((row: Row, name: ColumnName) => void latest.current.start(row.id, name), []);
  const fold = useCallback((row: Row) => void commands.run('view.fold', { id: row.id }), [commands]);

  /** After an edit: Enter goes down, Tab to the side, as in every table. */
  const move = (key: string, by: Done): void => {
    if (activeRow < 0 || !open || key !== keyOf(open)) return;
    const column = indexOf(columns, open.column);
    if (by === 'enter') goTo(Math.min(rows.length - 1, activeRow + 1), column);
    if (by === 'back-enter') goTo(Math.max(0, activeRow - 1), column);
    if (by === 'tab') goTo(activeRow, Math.min(columns.length - 1, column + 1));
    if (by === 'back-tab') goTo(activeRow, Math.max(0, column - 1));
  };

  // Whoever comes into another group is told which.
  const group = [...headings].findLast(([first]) => first <= activeRow)?.[1];
  const entered = activeRow >= 0 && group ? t('list.group.entered', { label: group.label, n: group.count }) : '';
  useEffect(() => {
    if (entered) setSaid(entered);
  }, [entered]);

  // A row that wants its title is brought into sight.
  const wanted = open?.column === 'title' ? open.id : undefined;
  const { toColumn } = picking;
  useLayoutEffect(() => {
    if (wanted !== undefined) toColumn('title');
  }, [wanted, toColumn]);
  useEffect(() => {
    const index = rows.findIndex(({ id }) => id === wanted);
    if (index >= 0) scrollToIndex(index, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- only another wish scrolls, not every new row
  }, [wanted]);

  useDragBehaviour(
    useMemo(
      () =>
        listBehaviour({
          facts,
          rows,
          tops,
          flat,
          mayEdit,
          selected,
          scroller,
          done: () => catcher.current?.focus(),
        }),
      [facts, rows, tops, flat, mayEdit, selected],
    ),
  );

  useLayoutEffect(() => {
    if (open && scroller.current) showColumn(scroller.current, columns, open.column);
    // oxlint-disable-next-line react/exhaustive-deps -- when a cell is opened, not when columns change under it
  }, [open]);

  const cell = open ? cellId(open.id, open.column) : active === undefined ? undefined : cellId(active, across.column);
  const { frame, over, place } = useOver(cell);
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const [left, right] = sides(columns, across);
  const atRow = (index: number, by: number): boolean => inRange.has(rows[index + by]?.id ?? '');
  return (
    <div
      ref={frame}
      className="list-frame"
      data-focused={focused}
      data-editing={open !== null}
      data-touch={touching.byTouch || undefined}
    >
      <div ref={scroller} className="list-scroll" onScroll={place}>
        <div
          id="list-grid"
          role="treegrid"
          className="list-grid"
          aria-label={t('list.label')}
          aria-rowcount={rows.length + headings.size + 1}
          aria-colcount={columns.length}
          aria-multiselectable
          aria-readonly={!mayEdit}
          style={{ width: total, height: HEAD + tops.at(-1)! }}
        >
          <Head
            columns={columns}
            facts={facts}
            picked={selected.length > 1 || left !== right ? [left, right] : undefined}
            onPick={(name) => {
              picking.pickAll('column', name);
              catcher.current?.focus();
            }}
            menu={menu}
            onMenu={(name) => {
              setMenu(name);
              if (name === null) catcher.current?.focus();
            }}
          />
          <div role="rowgroup">
            {virtual.getVirtualItems().flatMap(({ index }) => {
              const row = rows[index]!;
              const heading = headings.get(index);
              const inside = inRange.has(row.id);
              return [
                heading && (
                  <HeadingRow
                    key={`heading ${heading.label}`}
                    heading={heading}
                    top={tops[index]! - HEADING}
                    width={total}
                    facts={facts}
                  />
                ),
                <ListRow
                  key={row.id}
                  row={row}
                  index={index}
                  top={tops[index]!}
                  height={heightOf(row)}
                  facts={facts}
                  columns={columns}
                  selected={inside}
                  left={inside ? left : -1}
                  right={inside ? right : -1}
                  above={inside && atRow(index, -1)}
                  below={inside && atRow(index, 1)}
                  many={inside && (selected.length > 1 || left !== right)}
                  filling={blocks.filling?.has(index) === true}
                  corners={inside && touching.byTouch}
                  grip={mayEdit && !flat}
                  cursor={row.id === active ? across.column : undefined}
                  peers={peersAt.get(row.id)}
                  onPress={press}
                  onOpen={openCell}
                  onFold={fold}
                  onHandle={mayEdit ? holdHandle : undefined}
                />,
              ];
            })}
          </div>
          <DropLine rows={rows} tops={tops} plan={plan} />
        </div>
      </div>
      <div ref={over} className="list-over" data-open={open !== null} data-column={open?.column ?? across.column}>
        <CellField
          ref={catcher}
          facts={facts}
          opened={opened}
          cell={cell}
          onStart={() => active !== undefined && start(active, across.column)}
          onDone={move}
          onKey={(event) => {
            const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / ROW));
            listKey(event, {
              plan,
              rows,
              columns,
              groups: [...headings.keys()],
              ...picking,
              ...blocks,
              column: indexOf(columns, across.column),
              page,
              commands,
              start,
              filled: (row, column) => isFilled(facts, rows[row]?.id, columns[column]?.name),
              openMenu: () => setMenu(across.column),
            });
          }}
          onPaste={(event) => {
            if (open || activeRow < 0) return;
            event.preventDefault();
            if (mayEdit) blocks.paste(event.clipboardData);
            else commands.run('list.fill');
          }}
          onCopy={(event) => {
            if (open || selected.length === 0) return;
            event.preventDefault();
            blocks.copy(event.clipboardData, event.type === 'cut' && mayEdit);
          }}
          onFocus={setFocused}
        />
      </div>
      {touching.byTouch &&
        !open &&
        selected.length > 0 &&
        (touching.asked || selected.length > 1 || left !== right) && (
          <TouchBar blocks={blocks} mayEdit={mayEdit} take={() => catcher.current?.focus()} />
        )}
      <p className="sr" role="status">
        {said}
      </p>
      <PastedDialog blocks={blocks} facts={facts} onClose={() => catcher.current?.focus()} />
    </div>
  );
}

function isFilled(facts: Facts, id: Id | undefined, column: ColumnName | undefined): boolean {
  const node = facts.plan.nodes.get(id ?? '');
  return node !== undefined && column !== undefined && cellText(facts, node, column) !== '';
}
