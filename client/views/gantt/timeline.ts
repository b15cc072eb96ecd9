// Which days the chart shows and how wide a day is: zooming around a point, fitting, going to today. Keeps what I look at in place.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { daysOf } from '../../../shared/layout/gantt.ts';
import { fit as fitScale, timescale, zoomAround, zoomFor, ZOOMS } from '../../../shared/layout/timescale.ts';
import type { Timescale, Zoom } from '../../../shared/layout/timescale.ts';
import {
  addDays,
  addMonths,
  diffDays,
  firstOfMonth,
  lastOfMonth,
  maxDay,
  minDay,
  toNumber,
} from '../../../shared/model/day.ts';
import type { Day, Plan, Span } from '../../../shared/model/plan.ts';
import { useDesktop, useReadable } from '../../state/hooks.ts';
import { createStore } from '../../state/store.ts';

export interface Timeline {
  readonly scale: Timescale;
  /** Px a day, or a named zoom; what lies under `clientX` (else the middle) stays where it is. */
  zoomTo(zoom: number | Zoom, clientX?: number): void;
  /** One named zoom finer (1) or coarser (-1). */
  zoomStep(by: 1 | -1): void;
  fit(): void;
  /** A third of the way in, so that what comes next is in sight. */
  goTo(day: Day): void;
}

const LEAST = 0.2;
const MOST = 80;

interface Zoomed {
  readonly perDay: number;
  /** Days added at either end so that there is something to scroll to. */
  readonly extra: Span | undefined;
}

/** `frozen` is the width of the table, `sight` that of the scroller. */
export function useTimeline(
  scroller: RefObject<HTMLDivElement | null>,
  { plan, today, frozen, sight }: { plan: Plan; today: Day; frozen: number; sight: number },
): Timeline {
  const { view } = useDesktop();
  const store = useMemo(() => createStore<Zoomed>({ perDay: view.get().zoom.gantt, extra: undefined }), [view]);
  const { perDay, extra } = useReadable(store);
  const room = Math.max(120, sight - frozen);
  const days = useMemo(() => daysOf(plan, today), [plan, today]);
  const scale = useMemo(() => {
    // A month of air at either end: work is dragged past the turn of a year.
    let from = firstOfMonth(addMonths(days.start, -1));
    let to = lastOfMonth(days.end, 1);
    if (extra) [from, to] = [minDay(from, extra.start), maxDay(to, extra.end)];
    to = maxDay(to, addDays(from, Math.ceil(room / perDay)));
    return timescale({ zoom: zoomFor(perDay), from, to, perDay });
  }, [days.start, days.end, extra, perDay, room]);

  // A browser scrolls by whole px; what it rounds off must not add up over a long zoom.
  const exact = useRef({ wanted: 0, got: 0 });
  const put = useCallback((box: HTMLElement, wanted: number) => {
    box.scrollLeft = wanted;
    exact.current = { wanted: box.scrollLeft > 0 ? wanted : 0, got: box.scrollLeft };
  }, []);
  const anchor = useRef<{ moment: number; offset: number }>(undefined);
  const shown = useRef({ scale, frozen });
  useLayoutEffect(() => {
    const box = scroller.current;
    const before = shown.current;
    shown.current = { scale, frozen };
    if (!box) return;
    // The table covers and uncovers the days; they do not move with its edge.
    if (before.frozen !== frozen) box.scrollLeft += frozen - before.frozen;
    if (anchor.current) {
      const { moment, offset } = anchor.current;
      anchor.current = undefined;
      put(box, (moment - toNumber(scale.from)) * scale.perDay - offset);
    } else if (before.scale.from !== scale.from)
      box.scrollLeft += diffDays(scale.from, before.scale.from) * scale.perDay;
  }, [scroller, scale, frozen, put]);

  const set = useCallback(
    (next: Zoomed) => {
      store.set(next);
      view.set({ zoom: { ...view.get().zoom, gantt: next.perDay } });
    },
    [store, view],
  );
  const now = useRef({ scale, room, frozen, days });
  useLayoutEffect(() => {
    now.current = { scale, room, frozen, days };
  });

  const acts = useMemo(() => {
    const zoomTo = (zoom: number | Zoom, clientX?: number): void => {
      const box = scroller.current;
      if (!box) return;
      const { scale, room, frozen } = now.current;
      const offset = clientX === undefined ? room / 2 : clientX - box.getBoundingClientRect().left - frozen;
      const { wanted: kept, got } = exact.current;
      const left = box.scrollLeft === got && Math.abs(kept - got) < 1 ? kept : box.scrollLeft;
      const wanted = typeof zoom === 'number' ? Math.min(MOST, Math.max(LEAST, zoom)) : zoom;
      const next = zoomAround(scale, wanted, left + offset, { left, width: room });
      if (next.scale.perDay === scale.perDay) return;
      anchor.current = { moment: toNumber(scale.from) + (left + offset) / scale.perDay, offset };
      set({ perDay: next.scale.perDay, extra: { start: next.scale.from, end: next.scale.to } });
    };
    const show = (day: Day, share: number): void => {
      const box = scroller.current;
      const { scale, room } = now.current;
      box?.scrollTo({ left: (diffDays(scale.from, day) + 0.5) * scale.perDay - room * share, behavior: 'smooth' });
    };
    return {
      zoomTo,
      zoomStep(by: 1 | -1) {
        const { scale } = now.current;
        const next = ZOOMS[ZOOMS.indexOf(scale.zoom) - by];
        zoomTo(next ?? scale.perDay * (by > 0 ? 1.5 : 1 / 1.5));
      },
      fit() {
        const { days, room } = now.current;
        const margin = 16;
        const { perDay } = fitScale(days, room - 2 * margin);
        anchor.current = { moment: toNumber(days.start), offset: margin };
        if (Math.abs(perDay - now.current.scale.perDay) < 1e-6) {
          const { moment, offset } = anchor.current;
          anchor.current = undefined;
          scroller.current!.scrollLeft = (moment - toNumber(now.current.scale.from)) * perDay - offset;
        } else set({ perDay: Math.min(MOST, Math.max(LEAST, perDay)), extra: undefined });
      },
      goTo: (day: Day) => show(day, 1 / 3),
    };
  }, [scroller, set]);

  useFirstSight(scroller, sight > 0, { scale, room, today, days });
  useWheel(scroller, acts.zoomTo, now);
  return useMemo(() => ({ scale, ...acts }), [scale, acts]);
}

interface Opening {
  readonly scale: Timescale;
  readonly room: number;
  readonly today: Day;
  readonly days: Span;
}

/** Opens at today, if the plan is about it, else at its first day; once, when the size of the sight is known. */
function useFirstSight(
  scroller: RefObject<HTMLDivElement | null>,
  measured: boolean,
  { scale, room, today, days }: Opening,
): void {
  const done = useRef(false);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (done.current || !box || !measured) return;
    done.current = true;
    const inside = today >= days.start && today <= days.end;
    const day = inside ? today : days.start;
    box.scrollLeft = diffDays(scale.from, day) * scale.perDay - (inside ? room / 3 : 8);
  }, [scroller, measured, scale, room, today, days]);
}

interface Now {
  readonly scale: Timescale;
}

/** Ctrl + wheel and a trackpad's pinch arrive as the same event; two fingers on glass are felt apart. */
function useWheel(
  scroller: RefObject<HTMLDivElement | null>,
  zoomTo: (perDay: number, clientX: number) => void,
  now: RefObject<Now>,
): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const delta = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
      const factor = Math.exp(-Math.min(50, Math.max(-50, delta)) * 0.004);
      zoomTo(now.current.scale.perDay * factor, event.clientX);
    };
    let pinch: { readonly apart: number; readonly perDay: number } | undefined;
    const touch = (event: TouchEvent): void => {
      const [a, b] = event.touches;
      if (!a || !b) return void (pinch = undefined);
      event.preventDefault();
      // Only the days are stretched, so only the distance along them counts; fingers above each other would explode it.
      const apart = Math.max(40, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
      pinch ??= { apart, perDay: now.current.scale.perDay };
      zoomTo((pinch.perDay * apart) / pinch.apart, (a.clientX + b.clientX) / 2);
    };
    const ended = (): void => {
      pinch = undefined;
    };
    box.addEventListener('wheel', wheel, { passive: false });
    box.addEventListener('touchstart', touch, { passive: false });
    box.addEventListener('touchmove', touch, { passive: false });
    box.addEventListener('touchend', ended);
    return () => {
      box.removeEventListener('wheel', wheel);
      box.removeEventListener('touchstart', touch);
      box.removeEventListener('touchmove', touch);
      box.removeEventListener('touchend', ended);
    };
  }, [scroller, zoomTo, now]);
}
