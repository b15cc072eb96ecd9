// The list as a grid: rows in view only, a cell cursor, editing in place. Every edit is a command; what a cell shows is row.tsx's.
import { useVirtualizer } from '@tanstack/react-virtual';
import { CalendarDays } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import { parentOf } from '../../../shared/model/tree.ts';
import { ICON } from '../../parts/icon.ts';
import { useCommands, useDesktop, useMayEdit, useSetView, useView } from '../../state/hooks.ts';
import { Catcher } from '../text/catcher.tsx';
import type { CatcherHandle, Done } from '../text/catcher.tsx';
import { usePeersAt } from '../text/flags.tsx';
import { typesText } from '../text/typing.ts';
import { ChoiceList, lightChoices, officeChoices, pickLight, pickOffice } from './choices.tsx';
import type { Choice } from './choices.tsx';
import { cellSource, cellText, COLUMNS, fitted, FROZEN, isEditable } from './columns.ts';
import type { ColumnName, Facts } from './columns.ts';
import type { FillColumn } from '../../commands/fill.ts';
import { readBlock } from './entry.ts';
import { cellId, ListRow } from './row.tsx';
import { drift, heightOf, topsOf, walk } from './walk.ts';

const HEAD = 36;
const CHOICES = 'list-choices';

interface Open {
  readonly id: Id;
  readonly column: FillColumn;
}

export function ListGrid({ facts, rows }: { readonly facts: Facts; readonly rows: readonly Row[] }) {
  const { plan, t } = facts;
  const commands = useCommands();
  const { connection } = useDesktop();
  const setView = useSetView();
  const mayEdit = useMayEdit();
  const selected = useView((view) => view.selected);
  const asked = useView((view) => view.editing);
  const folded = useView((view) => view.folded);
  const peersAt = usePeersAt();
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const catcher = useRef<CatcherHandle>(null);
  const picker = useRef<HTMLInputElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const [column, setColumn] = useState<ColumnName>('title');
  const [opened, setOpened] = useState<Open | null>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const [focused, setFocused] = useState(false);
  const columns = useFitted(scroller);

  const tops = useMemo(() => topsOf(rows), [rows]);
  const active = selected.at(-1);
  const activeRow = rows.findIndex(({ id }) => id === active);
  const activeColumn = COLUMNS.findIndex(({ name }) => name === column);
  const node = active === undefined ? undefined : plan.nodes.get(active);

  // F2, a fresh row and the palette ask for the title; every other cell is opened here.
  const open = useMemo(
    (): Open | null => (asked && asked.node !== ROOT ? { id: asked.node, column: 'title' } : opened),
    [asked, opened],
  );
  const openNode = open && plan.nodes.get(open.id);
  const picks = open && (open.column === 'lead' || open.column === 'assist' || open.column === 'light');
  const choices = useMemo((): readonly Choice[] => {
    if (!open || !openNode) return [];
    if (open.column === 'light') return lightChoices(openNode, typed, t);
    return open.column === 'lead' || open.column === 'assist'
      ? officeChoices(plan, openNode, open.column, typed, t)
      : [];
  }, [open, openNode, plan, typed, t]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]!),
    getItemKey: (index) => rows[index]!.id,
    overscan: 6,
    scrollPaddingStart: HEAD,
    // The cell the field points to must exist for a screen reader, wherever the page is scrolled.
    rangeExtractor: (range) => {
      const found: number[] = [];
      for (let i = Math.max(0, range.startIndex - 6); i <= Math.min(range.count - 1, range.endIndex + 6); i++)
        found.push(i);
      return activeRow >= 0 && !found.includes(activeRow) ? [...found, activeRow] : found;
    },
  });
  const { measure } = virtual;
  useLayoutEffect(() => measure(), [measure, tops]);
  useAnchored(scroller, rows, tops, active);

  const close = useCallback(() => {
    setOpened(null);
    setTyped('');
    setAt(-1);
    if (asked) setView({ editing: null });
  }, [asked, setView]);

  const start = useCallback(
    (id: Id, name: ColumnName): boolean => {
      const target = plan.nodes.get(id);
      if (!target) return false;
      if (name === 'note') {
        commands.run('view.reveal', { id, inspect: true });
        return false;
      }
      if (!isEditable(target, name)) return false;
      if (!mayEdit) {
        commands.run('content.retitle');
        return false;
      }
      setTyped('');
      setAt(-1);
      setOpened({ id, column: name });
      return true;
    },
    [plan, mayEdit, commands],
  );

  const show = (row: number, name: ColumnName): void => {
    setColumn(name);
    virtual.scrollToIndex(row, { align: 'auto' });
    const el = scroller.current;
    const index = columns.findIndex((each) => each.name === name);
    if (!el || index < FROZEN) return;
    const widths = columns.map(({ width }) => width);
    const left = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
    const frozen = widths.slice(0, FROZEN).reduce((sum, width) => sum + width, 0);
    if (left - el.scrollLeft < frozen) el.scrollLeft = left - frozen;
    else if (left + widths[index]! > el.scrollLeft + el.clientWidth)
      el.scrollLeft = left + widths[index]! - el.clientWidth;
  };

  const goTo = (row: number, index: number): void => {
    const target = rows[row];
    const name = COLUMNS[index]?.name;
    if (!target || !name) return;
    if (active !== target.id || selected.length > 1) setView({ selected: [target.id] });
    show(row, name);
  };

  const fold = useCallback((row: Row) => commands.run('view.fold', { id: row.id }), [commands]);

  const press = useCallback(
    (event: MouseEvent, row: Row, name: ColumnName): void => {
      if (event.button !== 0) return;
      // The field keeps the focus; only what it points to changes.
      event.preventDefault();
      catcher.current?.finish();
      catcher.current?.focus();
      setColumn(name);
      const many = event.ctrlKey || event.metaKey;
      if (many) {
        setView({
          selected: selected.includes(row.id) ? selected.filter((id) => id !== row.id) : [...selected, row.id],
        });
      } else if (event.shiftKey && active !== undefined) {
        setView({ selected: between(rows, active, row.id) });
      } else {
        // A second press on a cell that is picked from opens it, as a press on a menu does.
        const again = active === row.id && column === name;
        if (active !== row.id || selected.length > 1) setView({ selected: [row.id] });
        if (name === 'note' || (again && (name === 'light' || name === 'lead' || name === 'assist')))
          start(row.id, name);
      }
    },
    [rows, selected, active, column, setView, start],
  );
  const openCell = useCallback((row: Row, name: ColumnName) => void start(row.id, name), [start]);

  /** After an edit: Enter goes down, Tab to the side, as in every table. */
  const move = (by: Done): void => {
    if (activeRow < 0) return;
    if (by === 'enter') goTo(Math.min(rows.length - 1, activeRow + 1), activeColumn);
    if (by === 'tab') goTo(activeRow, activeColumn + 1);
    if (by === 'back-tab') goTo(activeRow, activeColumn - 1);
  };

  const done = (key: string, text: string, by: Done): void => {
    const [id, name] = split(key);
    close();
    if (name !== 'lead' && name !== 'assist' && name !== 'light')
      commands.run('list.fill', { cells: [{ id, column: name, text }] });
    if (open && key === keyOf(open)) move(by);
  };

  const cancel = (): void => {
    const fresh = asked?.all === true && plan.nodes.get(asked.node)?.title === '';
    close();
    // A row nobody named was a slip: it goes again, without a trace in the bin.
    if (fresh) commands.run('view.undo');
  };

  const pick = (choice: Choice): void => {
    if (!open || !openNode) return;
    if (open.column === 'light') {
      pickLight(commands, openNode, choice);
      close();
      catcher.current?.fill('');
      return;
    }
    if (open.column !== 'lead' && open.column !== 'assist') return;
    pickOffice(commands, openNode, open.column, choice, typed);
    catcher.current?.fill('');
    setAt(-1);
  };

  const editKey = (event: KeyboardEvent): boolean => {
    if (!picks || !open) return false;
    const { key } = event;
    const chosen = choices[at];
    if (event.altKey && key === 'ArrowUp' && open.column === 'lead' && chosen?.on)
      commands.run('content.lead-first', { id: open.id, office: chosen.id });
    else if (key === 'ArrowDown') setAt(at + 1 >= choices.length ? 0 : at + 1);
    else if (key === 'ArrowUp') setAt(at <= 0 ? choices.length - 1 : at - 1);
    else if ((key === 'Enter' || (key === 'Tab' && typed !== '')) && chosen) {
      pick(chosen);
      if (key === 'Tab') return false;
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  const clear = (): boolean => {
    if (!node || column === 'mark' || column === 'title' || !isEditable(node, column)) return false;
    commands.run('list.fill', { cells: selected.map((id) => ({ id, column, text: '' })) });
    return true;
  };

  const idleKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { key } = event;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const used = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (plain && typesText(event.nativeEvent) && key !== ' ') return event.stopPropagation();
    if (activeRow < 0) {
      if (plain && (key === 'ArrowDown' || key === 'ArrowUp') && rows.length > 0) {
        used();
        goTo(key === 'ArrowDown' ? 0 : rows.length - 1, activeColumn);
      }
      return;
    }
    const row = rows[activeRow]!;
    if (plain && (key === 'F2' || key === ' ' || (key === 'Enter' && column === 'note'))) {
      used();
      start(row.id, column === 'mark' || column === 'days' ? 'title' : column);
      return;
    }
    if (plain && key === 'Enter') {
      used();
      if (column === 'mark' && row.branch) fold(row);
      else if (event.shiftKey) goTo(Math.max(0, activeRow - 1), activeColumn);
      else if (activeRow === rows.length - 1) commands.run('tree.add-after', { after: row.id });
      else goTo(activeRow + 1, activeColumn);
      return;
    }
    if (plain && key === 'Tab') {
      const next = activeColumn + (event.shiftKey ? -1 : 1);
      // At either end of a row Tab leaves the list, so that the keyboard is never caught in it.
      if (next < 0 || next >= COLUMNS.length) return;
      used();
      return goTo(activeRow, next);
    }
    if (plain && !event.shiftKey && (key === 'Delete' || key === 'Backspace') && clear()) return used();
    if (plain && key === 'ArrowLeft' && column === 'mark') {
      used();
      if (row.branch && !row.folded) fold(row);
      else
        goTo(
          rows.findIndex(({ id }) => id === parentOf(plan, row.id)),
          0,
        );
      return;
    }
    if (plain && event.shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const next = rows[activeRow + (key === 'ArrowDown' ? 1 : -1)];
      used();
      if (next) setView({ selected: grown(selected, next.id) });
      return;
    }
    const far = event.ctrlKey || event.metaKey;
    if (!event.altKey && !event.shiftKey && (!far || key === 'Home' || key === 'End')) {
      const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - HEAD) / 54));
      const next = walk(
        { row: activeRow, column: activeColumn },
        key,
        { rows: rows.length, columns: COLUMNS.length, page },
        far,
      );
      if (next) {
        used();
        return goTo(next.row, next.column);
      }
    }
    const id = commands.byKey(event.nativeEvent, 'list');
    if (id === undefined) return;
    used();
    commands.run(id);
  };

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    if (open || activeRow < 0 || !mayEdit) return;
    const block = readBlock(event.clipboardData.getData('text/plain'));
    event.preventDefault();
    const cells = block.flatMap((line, i) =>
      line.flatMap((text, j) => {
        const row = rows[activeRow + i];
        const name = COLUMNS[activeColumn + j]?.name;
        const target = row && plan.nodes.get(row.id);
        return target && name && isEditable(target, name) ? [{ id: target.id, column: name, text }] : [];
      }),
    );
    if (cells.length > 0) commands.run('list.fill', { cells });
  };

  const copy = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    if (open || !node) return;
    event.preventDefault();
    const chosen = rows.filter(({ id }) => selected.includes(id)).map(({ id }) => plan.nodes.get(id)!);
    const text =
      chosen.length > 1
        ? chosen.map((each) => COLUMNS.map(({ name }) => quoted(cellText(facts, each, name))).join('\t')).join('\n')
        : cellText(facts, node, column);
    event.clipboardData.setData('text/plain', text);
  };

  // The field stands over the cell it edits; while idle it stands there unseen, so that an input method's window opens in place.
  const cell = open ? cellId(open.id, open.column) : active === undefined ? undefined : cellId(active, column);
  const place = useCallback((): void => {
    const box = frame.current?.getBoundingClientRect();
    const target = cell === undefined ? null : document.getElementById(cell);
    const over = overlay.current;
    if (!box || !over || !target) return;
    const { left, top, width, height } = target.getBoundingClientRect();
    over.style.left = `${left - box.left}px`;
    over.style.top = `${top - box.top}px`;
    over.style.width = `${width}px`;
    over.style.minHeight = `${height}px`;
    over.classList.toggle('up', top - box.top > box.height * 0.55);
  }, [cell]);
  useLayoutEffect(place);

  // A row that wants its title is brought into sight.
  const askedRow = asked ? rows.findIndex(({ id }) => id === asked.node) : -1;
  useLayoutEffect(() => {
    if (askedRow < 0) return;
    setColumn('title');
    virtual.scrollToIndex(askedRow, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- only a new wish scrolls
  }, [asked?.node]);
  // So is a row that was selected elsewhere.
  useEffect(() => {
    if (activeRow >= 0) virtual.scrollToIndex(activeRow, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- only another selection scrolls
  }, [active]);

  const title = (id: Id): string => plan.nodes.get(id)?.title || t('untitled');
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
      <div ref={overlay} className="list-over" data-open={open !== null} data-column={open?.column ?? column}>
        <Catcher
          ref={catcher}
          className="list-catcher"
          label={
            open
              ? t('list.edit', { column: t(`list.column.${open.column}`), title: title(open.id) })
              : t(mayEdit ? 'list.keys' : 'list.keys.read')
          }
          controls={picks ? CHOICES : 'list-grid'}
          active={picks ? choices[at] && `${CHOICES}-${choices[at].id}` : cell}
          editing={
            open && openNode
              ? { key: keyOf(open), value: cellSource(openNode, open.column), all: asked?.all === true }
              : null
          }
          readOnly={!mayEdit}
          onStart={() => active !== undefined && start(active, column)}
          onDone={done}
          onCancel={cancel}
          onKey={idleKey}
          onEditKey={editKey}
          onText={(text) => {
            setTyped(text);
            setAt(text === '' ? -1 : 0);
          }}
          onPaste={paste}
          onCopy={copy}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          hold={connection.holdDraft}
        />
        {open && (open.column === 'start' || open.column === 'end') && (
          <>
            <button
              type="button"
              className="list-day"
              tabIndex={-1}
              aria-label={t('list.pick-day')}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => picker.current?.showPicker()}
            >
              <CalendarDays {...ICON} />
            </button>
            <input
              ref={picker}
              type="date"
              className="list-picker"
              tabIndex={-1}
              aria-hidden="true"
              defaultValue={openNode ? cellSource(openNode, open.column) : ''}
              onChange={(event) => {
                if (!event.currentTarget.value) return;
                catcher.current?.fill(event.currentTarget.value);
                catcher.current?.finish();
                catcher.current?.focus();
              }}
            />
          </>
        )}
        {picks && (
          <ChoiceList
            id={CHOICES}
            label={t('list.edit', { column: t(`list.column.${open.column}`), title: title(open.id) })}
            choices={choices}
            at={at}
            many={open.column !== 'light'}
            empty={t('list.no-office')}
            onPick={pick}
            onPoint={setAt}
          />
        )}
      </div>
      {/* What is folded is mine: it changes no row's number. */}
      <span className="sr" role="status">
        {folded.size > 0 && activeRow >= 0 && rows[activeRow]!.hidden > 0
          ? t('map.folded', { n: rows[activeRow]!.hidden })
          : ''}
      </span>
    </div>
  );
}

const keyOf = ({ id, column }: Open): string => `${column} ${id}`;

function split(key: string): [Id, FillColumn] {
  const gap = key.indexOf(' ');
  return [key.slice(gap + 1), key.slice(0, gap) as FillColumn];
}

/** A cell that would break the block is put in quotes, as Excel does. */
function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows from one to the other, the last one named being the active one. */
function between(rows: readonly Row[], from: Id, to: Id): readonly Id[] {
  const a = rows.findIndex(({ id }) => id === from);
  const b = rows.findIndex(({ id }) => id === to);
  if (a < 0 || b < 0) return [to];
  const run = rows.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id);
  return a <= b ? run : run.reverse();
}

/** Going back over what is selected gives it up again. */
function grown(selected: readonly Id[], next: Id): readonly Id[] {
  return selected.at(-2) === next ? selected.slice(0, -1) : [...selected.filter((id) => id !== next), next];
}

function useFitted(scroller: React.RefObject<HTMLDivElement | null>) {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const el = scroller.current;
    if (!el) return undefined;
    setWidth(el.clientWidth);
    const watch = new ResizeObserver(() => setWidth(el.clientWidth));
    watch.observe(el);
    return () => watch.disconnect();
  }, [scroller]);
  return useMemo(() => fitted(width), [width]);
}

/** Rows that come or go above leave what I read where it is. */
function useAnchored(
  scroller: React.RefObject<HTMLDivElement | null>,
  rows: readonly Row[],
  tops: readonly number[],
  held: Id | undefined,
): void {
  const before = useRef({ rows, tops });
  useLayoutEffect(() => {
    const el = scroller.current;
    if (el && before.current.rows !== rows) {
      const seen = { from: el.scrollTop, to: el.scrollTop + el.clientHeight - HEAD };
      const moved = drift(before.current, { rows, tops }, seen, held);
      if (moved !== 0 && el.scrollTop > 0) el.scrollTop += moved;
    }
    before.current = { rows, tops };
  }, [scroller, rows, tops, held]);
}
