// The head of the grid: names of columns, their sorting; pressed to pick a column, dragged to another place, at the edge to another width.
import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { ICON } from '../../parts/icon.ts';
import { useSetView, useView } from '../../state/hooks.ts';
import { FROZEN, moveColumn, NARROWEST, WIDEST } from '../../../shared/layout/listing.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import { HEAD } from './anchored.ts';
import type { Column, Facts } from './columns.ts';
import { ColumnMenu } from './column-menu.tsx';

interface Props {
  readonly columns: readonly Column[];
  readonly facts: Facts;
  /** Columns that the range covers. */
  readonly picked: readonly [number, number] | undefined;
  readonly onPick: (name: ColumnName) => void;
  readonly menu: ColumnName | null;
  readonly onMenu: (name: ColumnName | null) => void;
}

export function Head({ columns, facts, picked, onPick, menu, onMenu }: Props) {
  const { t } = facts;
  const sheet = useView((view) => view.sheet);
  const setView = useSetView();
  const row = useRef<HTMLDivElement>(null);
  const anchor = useRef<Element | null>(null);
  const [lands, setLands] = useState<number | null>(null);
  const openMenu = (name: ColumnName): void => {
    anchor.current = row.current?.querySelector(`[data-column="${name}"]`) ?? null;
    onMenu(name);
  };

  const press = (event: MouseEvent, name: ColumnName, at: number): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    const from = event.clientX;
    let to: number | null = null;
    follow(
      (x) => {
        if (at < FROZEN || (to === null && Math.abs(x - from) < 6)) return;
        to = gapAt(row.current!, x);
        setLands(to);
      },
      () => {
        setLands(null);
        if (to === null) onPick(name);
        else setView({ sheet: moveColumn(sheet, name, columns[to]?.name ?? null) });
      },
    );
  };
  const widen = (event: MouseEvent, { name, width }: Column): void => {
    event.preventDefault();
    event.stopPropagation();
    const from = event.clientX;
    follow((x) => {
      const wide = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width + x - from)));
      setView({ sheet: { ...sheet, widths: { ...sheet.widths, [name]: wide } } });
    });
  };
  const usual = ({ name }: Column): void => {
    const { [name]: _, ...widths } = sheet.widths;
    setView({ sheet: { ...sheet, widths } });
  };
  const left = lands === null ? 0 : columns.slice(0, lands).reduce((sum, { width }) => sum + width, 0);
  return (
    <div ref={row} className="list-head" role="row" aria-rowindex={1} style={{ height: HEAD }}>
      {columns.map((column, at) => {
        const { name, width } = column;
        const sorted = sheet.sorts.findIndex((each) => each.column === name);
        const way = sheet.sorts[sorted];
        return (
          // Keys reach the heads' menu from the cells below: Shift+F10.
          <div
            key={name}
            className="list-cell"
            data-column={name}
            role="columnheader"
            aria-colindex={at + 1}
            aria-sort={way ? (way.down ? 'descending' : 'ascending') : undefined}
            data-in={picked && at >= picked[0] && at <= picked[1]}
            tabIndex={-1}
            style={{ width, ...(at < FROZEN && { left: at === 0 ? 0 : columns[0]!.width }) }}
            onMouseDown={(event) => press(event, name, at)}
            onContextMenu={(event) => {
              event.preventDefault();
              openMenu(name);
            }}
          >
            <span className="list-head-name">{t(`list.column.${name}`)}</span>
            {way && (
              <span className="list-sorted" aria-hidden="true">
                {way.down ? <ArrowDown {...ICON} size={13} /> : <ArrowUp {...ICON} size={13} />}
                {sheet.sorts.length > 1 && sorted + 1}
              </span>
            )}
            <button
              type="button"
              className="list-head-menu"
              tabIndex={-1}
              aria-label={t('list.column-menu', { column: t(`list.column.${name}`) })}
              onMouseDown={(event) => {
                event.preventDefault();
                event.stopPropagation();
              }}
              onClick={() => openMenu(name)}
            >
              <ChevronDown {...ICON} size={14} />
            </button>
            {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- widths by key are in the menu */}
            <span
              className="list-widen"
              onMouseDown={(event) => widen(event, column)}
              onDoubleClick={() => usual(column)}
            />
          </div>
        );
      })}
      {lands !== null && <span className="list-head-gap" style={{ left }} />}
      {menu !== null && (
        <ColumnMenu
          name={menu}
          facts={facts}
          at={() => anchor.current ?? row.current?.querySelector(`[data-column="${menu}"]`) ?? null}
          close={() => {
            anchor.current = null;
            onMenu(null);
          }}
        />
      )}
    </div>
  );
}

function follow(move: (x: number) => void, end?: () => void): void {
  const moved = (event: globalThis.MouseEvent): void => move(event.clientX);
  const stop = (): void => {
    removeEventListener('mousemove', moved);
    removeEventListener('mouseup', stop);
    end?.();
  };
  addEventListener('mousemove', moved);
  addEventListener('mouseup', stop);
}

/** Before which column the hand is, the frozen ones staying in front. */
function gapAt(row: HTMLElement, x: number): number {
  const cells = [...row.querySelectorAll('[role="columnheader"]')];
  const at = cells.findIndex((cell, index) => {
    const box = cell.getBoundingClientRect();
    return index >= FROZEN && x < box.left + box.width / 2;
  });
  return at < 0 ? cells.length : at;
}
