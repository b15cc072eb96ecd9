// Fingers on the list: a tap picks a cell and a swipe scrolls, as the browser has it; a long press begins a range, and the range's two corners are drawn out.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import { TOUCH_DELAY, TOUCH_TOLERANCE } from '../../drag/sensors.ts';
import { feelPress } from '../../drag/touch.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import type { CatcherHandle } from '../text/catcher.tsx';
import type { Column } from './columns.ts';
import { follow } from './hand.ts';
import type { Picking } from './picking.ts';
import { indexOf } from './range.ts';

interface Ground {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly catcher: RefObject<CatcherHandle | null>;
  readonly picking: Picking;
}

export interface Touching {
  /** The last hand on the list was a finger: the range has corners to draw out. */
  readonly byTouch: boolean;
  /** A long press has asked for what can be done with the range. */
  readonly asked: boolean;
}

/** Either corner, whatever it is over. */
const AT_ONCE = { delay: 0, tolerance: Infinity };

export function useTouching({ rows, columns, scroller, catcher, picking }: Ground): Touching {
  const [touch, setTouch] = useState<Touching>({ byTouch: false, asked: false });
  const now = useRef({ rows, columns, picking });
  useLayoutEffect(() => {
    now.current = { rows, columns, picking };
  });
  useEffect(() => {
    const el = scroller.current;
    if (!el) return undefined;
    const say = (byTouch: boolean, asked: boolean): void =>
      setTouch((old) => (old.byTouch === byTouch && old.asked === asked ? old : { byTouch, asked }));

    /** The range follows the finger from where it stands fast. */
    const draw = (event: TouchEvent, press: typeof AT_ONCE, anchor: () => Cell | undefined): void => {
      let hand: ReturnType<typeof follow> | undefined;
      feelPress(event, press, {
        lift() {
          const from = anchor();
          if (!from) return;
          catcher.current?.finish();
          catcher.current?.focus();
          say(true, true);
          hand = follow(
            { scroller: el, over: (row, column) => now.current.picking.stretch(from, { row, column }) },
            now,
          );
        },
        moved: (to) => hand?.moved(to),
        end: () => hand?.stop(),
        cancel: () => hand?.stop(),
      });
    };
    const begin = (event: TouchEvent): void => {
      const target = event.target as Element;
      if (event.touches.length !== 1) return;
      const corner = target.closest('.list-corner');
      if (corner) {
        event.preventDefault();
        return draw(event, AT_ONCE, () => opposite(corner.getAttribute('data-corner')!, now.current.picking));
      }
      // What is taken by its grip is the stage's; a knob folds.
      const cell = target.closest('.list-row .list-cell');
      if (!cell || target.closest('[data-part], button')) return;
      draw(event, { delay: TOUCH_DELAY, tolerance: TOUCH_TOLERANCE }, () => {
        const at = cellOf(cell, now.current);
        if (at) now.current.picking.goTo(at.row, at.column);
        return at;
      });
    };
    const down = ({ pointerType }: PointerEvent): void => say(pointerType === 'touch', false);
    // Corners and what is done with the range are pressed while it stands.
    const pressed = (event: PointerEvent): void => {
      if (!(event.target as Element).closest('.list-corner')) down(event);
    };
    el.addEventListener('touchstart', begin, { passive: false });
    el.addEventListener('pointerdown', pressed);
    return () => {
      el.removeEventListener('touchstart', begin);
      el.removeEventListener('pointerdown', pressed);
    };
  }, [scroller, catcher]);
  return touch;
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

function cellOf(cell: Element, { rows, columns }: Pick<Ground, 'rows' | 'columns'>): Cell | undefined {
  const id = cell.closest('[data-node]')?.getAttribute('data-node');
  const row = rows.findIndex((each) => each.id === id);
  return row < 0 ? undefined : { row, column: indexOf(columns, cell.getAttribute('data-column') as ColumnName) };
}

/** The corner that stays while this one is drawn. */
function opposite(corner: string, picking: Picking): Cell | undefined {
  const { rows, sides } = picking.range();
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return corner === 'start' ? { row: last, column: sides[1] } : { row: first, column: sides[0] };
}
