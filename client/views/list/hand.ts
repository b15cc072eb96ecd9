// What the hand does while it holds the grid: which cell it is over, and the scrolling when it comes to an edge.
import type { RefObject } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import type { Point } from '../../../shared/layout/scene.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import type { Column } from './columns.ts';
import { indexOf } from './range.ts';

interface Seen {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

interface Following {
  readonly scroller: HTMLElement;
  /** The cell that was pressed, which is no news. */
  readonly from?: { readonly id: string; readonly column: ColumnName };
  /** The hand came over another cell. */
  over(row: number, column: number): void;
}

interface Hold extends Following {
  /** It was let go, or the window lost it. */
  end?(): void;
}

/** Tells of every cell a hand comes over, until it is stopped. */
export function follow({ scroller, from, over }: Following, now: RefObject<Seen>) {
  let [x, y] = [-1, -1];
  let last = from ? `${from.id} ${from.column}` : '';
  let frame = 0;
  const look = (): void => {
    const box = scroller.getBoundingClientRect();
    const inX = Math.min(Math.max(x, box.left + 4), box.left + scroller.clientWidth - 4);
    const inY = Math.min(Math.max(y, box.top + 40), box.top + scroller.clientHeight - 4);
    const cell = document.elementsFromPoint(inX, inY).find((each) => each.getAttribute('role') === 'gridcell');
    const id = cell?.closest('[data-node]')?.getAttribute('data-node');
    const name = cell?.getAttribute('data-column') as ColumnName | null | undefined;
    if (!id || !name || last === `${id} ${name}`) return;
    last = `${id} ${name}`;
    const { rows, columns } = now.current;
    over(
      rows.findIndex((row) => row.id === id),
      indexOf(columns, name),
    );
  };
  const scroll = (): void => {
    const box = scroller.getBoundingClientRect();
    const pull = (at: number, from: number, to: number): number =>
      at < from ? Math.max(-24, (at - from) / 3) : at > to ? Math.min(24, (at - to) / 3) : 0;
    const dx = pull(x, box.left + 12, box.left + scroller.clientWidth - 12);
    const dy = pull(y, box.top + 44, box.top + scroller.clientHeight - 12);
    if (dx !== 0 || dy !== 0) {
      scroller.scrollBy(dx, dy);
      look();
    }
    frame = requestAnimationFrame(scroll);
  };
  return {
    moved(to: Point): void {
      if (x < 0) frame = requestAnimationFrame(scroll);
      [x, y] = [to.x, to.y];
      look();
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

/** By mouse: until the button is let go. */
export function holdGrid({ end, ...what }: Hold, now: RefObject<Seen>): void {
  const hand = follow(what, now);
  const move = (event: MouseEvent): void => {
    if (event.buttons === 0) return stop();
    hand.moved({ x: event.clientX, y: event.clientY });
  };
  const stop = (): void => {
    hand.stop();
    removeEventListener('mousemove', move);
    removeEventListener('mouseup', stop);
    removeEventListener('blur', stop);
    end?.();
  };
  addEventListener('mousemove', move);
  addEventListener('mouseup', stop);
  addEventListener('blur', stop);
}
