// The head of the table under the hand: columns are carried to another place, widened at their edge, and chosen from a menu that has keys for all of it.
import { Columns3 } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { ICON } from '../../parts/icon.ts';
import { useLang, useSetView, useT, useView } from '../../state/hooks.ts';
import { FROZEN, moveColumn, NARROWEST, WIDEST } from '../../../shared/layout/listing.ts';
import { FIRST_TABLE, neededWidth, widthOf } from '../../../shared/layout/table-look.ts';
import type { TableColumn, TableLook } from '../../../shared/layout/table-look.ts';
import { M } from './seen.ts';
import type { Seen } from './seen.ts';
import { columnLabel } from '../../../shared/layout/table-words.ts';

/** By keys a column grows in such steps. */
const STEP = 16;
/** A press becomes a carrying after this many px. */
const CARRY = 6;

interface Props extends Pick<Seen, 'side' | 'left' | 'head' | 'most'> {
  /** As wide as what a column says now. */
  readonly fitting: (name: TableColumn, label: string) => number;
  readonly setWidth: (width: number) => void;
}

/** No edit changes it, so none draws it again. */
export const TableHead = memo(function TableHead({ side, left, head, most, fitting, setWidth }: Props) {
  const t = useT();
  const lang = useLang();
  const look = useView((view) => view.columns);
  const setView = useSetView();
  const box = useRef<HTMLDivElement>(null);
  const [lands, setLands] = useState<number>();
  const carrying = useRef(false);
  const names = side.columns.map(({ name }) => name as TableColumn);
  const lefts = side.columns.reduce<readonly number[]>((sums, { width }) => [...sums, sums.at(-1)! + width], [0]);
  const put = (columns: TableLook): void => {
    setView({ columns });
    // What was asked for is to be seen, as far as the days leave room.
    const needed = neededWidth(columns);
    if (needed > left) setWidth(Math.min(most, needed));
  };
  const widen = (name: TableColumn, width: number): void => {
    const wide = Math.round(Math.min(WIDEST, Math.max(NARROWEST - 4, width)));
    // The title has what the others leave, so its edge is that of the table.
    if (name === 'title') return setWidth(left + wide - side.columns[1]!.width);
    setView({ columns: { ...look, widths: { ...look.widths, [name]: wide } } });
  };
  const fit = (name: TableColumn): void => widen(name, fitting(name, columnLabel(name, lang)));
  const gapAt = (x: number): number => {
    const at = names.findIndex((_, index) => index >= FROZEN && x < (lefts[index]! + lefts[index + 1]!) / 2);
    return at < 0 ? names.length : at;
  };
  const carry = (event: PointerEvent<HTMLElement>, name: TableColumn, at: number): void => {
    if (event.button !== 0 || at < FROZEN) return;
    const edge = box.current!.getBoundingClientRect().left;
    let to: number | undefined;
    carrying.current = false;
    follow(
      event,
      (x, from) => {
        if (to === undefined && Math.abs(x - from) < CARRY) return;
        to = gapAt(x - edge);
        carrying.current = true;
        setLands(to);
      },
      (done) => {
        setLands(undefined);
        if (done && to !== undefined) setView({ columns: moveColumn(look, name, names[to] ?? null) });
      },
    );
  };
  return (
    <div ref={box} className="table-head" style={{ width: left, height: head }}>
      <ColumnsMenu look={look} put={put} />
      {side.columns.map(({ width }, at) => {
        const name = names[at]!;
        return (
          <div
            key={name}
            className="table-head-cell"
            style={{ left: lefts[at], width, height: M.band }}
            onPointerDown={(event) => carry(event, name, at)}
          >
            <ColumnMenu
              name={name}
              at={at}
              names={names}
              look={look}
              put={put}
              widen={widen}
              fit={fit}
              width={width}
              carried={() => carrying.current}
            />
            {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- widths by key are in the menu */}
            <span
              className="table-head-edge"
              title={t('table.edge')}
              onPointerDown={(event) => {
                event.stopPropagation();
                if (event.button === 0) follow(event, (x, from) => widen(name, width + x - from));
              }}
              onDoubleClick={() => fit(name)}
            />
          </div>
        );
      })}
      {lands !== undefined && <span className="table-head-gap" style={{ left: lefts[lands] }} />}
    </div>
  );
});

/** Which columns there are; all of them can be had and left. */
function ColumnsMenu({ look, put }: { readonly look: TableLook; readonly put: (look: TableLook) => void }) {
  const t = useT();
  const lang = useLang();
  const all = look.order.slice(FROZEN);
  const shown = all.filter((name) => !look.hidden.includes(name));
  return (
    <MenuTrigger>
      <Button className="button small icon table-columns" aria-label={t('table.columns')}>
        <Columns3 {...ICON} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={t('table.columns')}
          selectionMode="multiple"
          selectedKeys={shown}
          onSelectionChange={(keys) =>
            put({ ...look, hidden: all.filter((name) => keys !== 'all' && !keys.has(name)) })
          }
        >
          {all.map((name) => (
            <MenuItem key={name} id={name} className="menu-item" textValue={columnLabel(name, lang)}>
              <span className="choices-tick" aria-hidden="true">
                {look.hidden.includes(name) ? '' : '✓'}
              </span>
              {columnLabel(name, lang)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuProps {
  readonly name: TableColumn;
  readonly at: number;
  readonly width: number;
  readonly names: readonly TableColumn[];
  readonly look: TableLook;
  readonly put: (look: TableLook) => void;
  readonly widen: (name: TableColumn, width: number) => void;
  readonly fit: (name: TableColumn) => void;
  /** The press that ends was a carrying. */
  readonly carried: () => boolean;
}

function ColumnMenu({ name, at, width, names, look, put, widen, fit, carried }: MenuProps) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const label = columnLabel(name, useLang());
  const free = at >= FROZEN;
  const acts: readonly (readonly [id: string, on: boolean, run: () => void])[] = [
    ['left', at > FROZEN, () => put(moveColumn(look, name, names[at - 1]!))],
    ['right', free && at < names.length - 1, () => put(moveColumn(look, name, names[at + 2] ?? null))],
    ['wider', true, () => widen(name, (name === 'title' ? width : widthOf(look, name)) + STEP)],
    ['narrower', true, () => widen(name, (name === 'title' ? width : widthOf(look, name)) - STEP)],
    ['fit', true, () => fit(name)],
    ['hide', free, () => put({ ...look, hidden: [...look.hidden, name] })],
    ['reset', true, () => put(FIRST_TABLE)],
  ];
  return (
    <>
      <button
        ref={button}
        type="button"
        className="table-head-name"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('table.column', { column: label })}
        data-column={name}
        onClick={() => !carried() && setOpen(true)}
      />
      <Popover className="popover" placement="bottom start" triggerRef={button} isOpen={open} onOpenChange={setOpen}>
        <Menu
          className="menu"
          ref={takeKeys}
          aria-label={t('table.column', { column: label })}
          onClose={() => setOpen(false)}
          onAction={(key) => acts.find(([id]) => id === key)?.[2]()}
        >
          {acts.map(([id, on]) => on && id !== 'reset' && <Act key={id} id={id} />)}
          <Separator />
          <Act id="reset" />
        </Menu>
      </Popover>
    </>
  );
}

/** The menu was asked for: its first entry has the keys, as soon as it is there. */
function takeKeys(menu: HTMLElement | null): void {
  requestAnimationFrame(() => menu?.querySelector<HTMLElement>('[role=menuitem]')?.focus());
}

function Act({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <MenuItem id={id} className="menu-item">
      {t(`table.${id}` as 'table.left')}
    </MenuItem>
  );
}

/** The hand until it lets go. */
function follow(
  { clientX: from, pointerId }: PointerEvent,
  move: (x: number, from: number) => void,
  end?: (done: boolean) => void,
): void {
  const moved = (event: globalThis.PointerEvent): void => {
    if (event.pointerId === pointerId) move(event.clientX, from);
  };
  const stop = (event: globalThis.PointerEvent): void => {
    if (event.pointerId !== pointerId) return;
    removeEventListener('pointermove', moved);
    removeEventListener('pointerup', stop, true);
    removeEventListener('pointercancel', stop, true);
    end?.(event.type === 'pointerup');
  };
  addEventListener('pointermove', moved);
  addEventListener('pointerup', stop, true);
  addEventListener('pointercancel', stop, true);
}
