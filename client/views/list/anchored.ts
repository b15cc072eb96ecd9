// What the list measures of the screen: how wide its columns may be, and how far to scroll so that what is read stays where it is.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Row } from '../../../shared/layout/rows.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { FROZEN } from '../../../shared/layout/listing.ts';
import type { Sheet } from '../../../shared/layout/listing.ts';
import { fitted } from './columns.ts';
import type { Column } from './columns.ts';
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

/** Rows that come or go above leave what I read where it is. */
export function useAnchored(
  scroller: Scroller,
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
