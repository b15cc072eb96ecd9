// What the list measures of the screen: how wide its columns may be, and how far to scroll so that what is read stays where it is.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { FROZEN } from '../../../shared/layout/listing.ts';
import type { Sheet } from '../../../shared/layout/listing.ts';
import { fitted } from './columns.ts';
import type { Column } from './columns.ts';
import { usePointer } from '../pointer.ts';
import { drift } from './walk.ts';

/** The height of the frozen head. */
export const HEAD = 36;

type Scroller = RefObject<HTMLDivElement | null>;

export function useFitted(scroller: Scroller, sheet: Sheet): readonly Column[] {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const el = scroller.current;
    if (!el) return undefined;
    setWidth(el.clientWidth);
    const watch = new ResizeObserver(() => setWidth(el.clientWidth));
    watch.observe(el);
    return () => watch.disconnect();
  }, [scroller]);
  return useMemo(() => fitted(sheet, width), [sheet, width]);
}

/** Rows that come or go above leave what I point at, hold or read where it is. */
export function useAnchored(
  scroller: Scroller,
  rows: readonly Row[],
  tops: readonly number[],
  /** The row that is written in, and the one with the cursor. */
  { open, active }: { readonly open: Id | undefined; readonly active: Id | undefined },
): void {
  const pointer = usePointer(scroller);
  const before = useRef({ rows, tops });
  useLayoutEffect(() => {
    const el = scroller.current;
    if (el && before.current.rows !== rows) {
      const seen = { from: el.scrollTop, to: el.scrollTop + el.clientHeight - HEAD };
      const old = before.current;
      const at = pointer.current && seen.from + pointer.current.y - el.getBoundingClientRect().top - HEAD;
      const under =
        at === null || at < seen.from ? -1 : old.tops.findIndex((top, i) => top <= at && old.tops[i + 1]! > at);
      const held = [open, old.rows[under]?.id, active];
      const moved = drift(old, { rows, tops }, seen, held);
      // At the very top what comes first is to be seen when it comes.
      if (moved.by !== 0 && (el.scrollTop > 0 || moved.held)) el.scrollTop += moved.by;
    }
    before.current = { rows, tops };
  }, [scroller, rows, tops, open, active, pointer]);
}

/** Scrolls sideways until the column is clear of the frozen ones. */
export function showColumn(el: HTMLElement, columns: readonly Column[], name: Column['name']): void {
  const index = columns.findIndex((each) => each.name === name);
  if (index < FROZEN) return;
  const widths = columns.map(({ width }) => width);
  const left = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
  const frozen = widths.slice(0, FROZEN).reduce((sum, width) => sum + width, 0);
  const right = left + widths[index]!;
  if (left - el.scrollLeft < frozen) el.scrollLeft = left - frozen;
  else if (right > el.scrollLeft + el.clientWidth) el.scrollLeft = right - el.clientWidth;
}
