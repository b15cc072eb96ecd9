// Which days the chart shows and how wide a day is: zooming around a point, fitting, going to today. Keeps what I look at in place.
import { useLayoutEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import { fit, timescale, zoomAround, zoomFor, ZOOMS } from '../../../shared/layout/timescale.ts';
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
import { daysOf } from '../../../shared/model/schedule.ts';
import { useDesktop, useReadable } from '../../state/hooks.ts';
import { createStore } from '../../state/store.ts';
import type { Readable } from '../../state/store.ts';
import type { ViewStore } from '../../state/view-store.ts';
import { feelZoom } from './pinch.ts';

/** The same object as long as the view is open. */
export interface Zooming {
  /** Px a day, or a named zoom; what lies under `clientX` (else the middle) stays where it is. */
  zoomTo(zoom: number | Zoom, clientX?: number): void;
  /** One named zoom finer (1) or coarser (-1). */
  zoomStep(by: 1 | -1): void;
  /** Every day the plan is about. */
  fit(): void;
  /** A third of the way in, so that what comes next is in sight. */
  goTo(day: Day): void;
}

interface Timed {
  readonly plan: Plan;
  readonly today: Day;
  /** The width of the table. */
  readonly frozen: number;
  /** The width of the scroller. */
  readonly sight: number;
  /** Tells where it has been scrolled to. */
  readonly look: () => void;
  /** Px of what is written behind the last day besides how far it has come; another function where that may have changed. */
  readonly behind: () => number;
}

export function useTimeline(
  scroller: RefObject<HTMLDivElement | null>,
  { plan, today, frozen, sight, look, behind }: Timed,
): { readonly scale: Timescale; readonly zooming: Zooming; readonly placed: boolean } {
  const { view } = useDesktop();
  const [timeline] = useState(() => createTimeline(view));
  const { perDay, extra } = useReadable(timeline.zoomed);
  const placed = useReadable(timeline.placed);
  const room = Math.max(120, sight - frozen);
  // Most edits leave them as they are: then nothing is looked at again, which makes a browser lay out the page at once.
  const { start, end } = daysOf(plan, today);
  const days = useMemo(() => ({ start, end }), [start, end]);
  const scale = useMemo(() => {
    // A month of air at either end: work is dragged past the turn of a year.
    let from = firstOfMonth(addMonths(days.start, -1));
    let to = lastOfMonth(days.end, 1);
    if (extra) [from, to] = [minDay(from, extra.start), maxDay(to, extra.end)];
    to = maxDay(to, addDays(from, Math.ceil(room / perDay)));
    return timescale({ zoom: zoomFor(perDay), from, to, perDay });
  }, [days.start, days.end, extra, perDay, room]);

  useLayoutEffect(() => timeline.leave(behind), [timeline, behind]);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || sight === 0) return;
    timeline.laid(box, { scale, room, frozen, days, today });
    // What has been put elsewhere is drawn there in this very frame.
    look();
  }, [scroller, timeline, scale, room, frozen, days, today, sight, look]);
  useLayoutEffect(() => {
    const box = scroller.current;
    return box ? feelZoom(box, timeline.zooming, () => timeline.zoomed.get().perDay) : undefined;
  }, [scroller, timeline]);
  return { scale, zooming: timeline.zooming, placed };
}

const LEAST = 0.2;
/** Px a day when none was chosen and the year does not fit. */
const USUAL = 4;
/** Px a day below which months lose their names. */
const NAMED = 1.5;
const MOST = 80;
const MARGIN = 16;
/** Right of what ends with the year stands how far it has come. */
const BEHIND = 48;

/** Zooms nearer to each other than this are one. */
const SAME = 0.002;

/**
 * A browser scrolls by whole px, and a half px left over would be several at the next finer zoom. So a day becomes a hair
 * wider or narrower, until the moment that is to stay at `offset` asks for a whole number of px.
 */
function onWholePx(perDay: number, days: number, offset: number): number {
  return days > 10 ? (Math.round(days * perDay - offset) + offset) / days : perDay;
}

interface Zoomed {
  readonly perDay: number;
  /** Days added at either end so that there is something to scroll to. */
  readonly extra: Span | undefined;
}

interface Laid {
  readonly scale: Timescale;
  readonly room: number;
  readonly frozen: number;
  readonly days: Span;
  readonly today: Day;
}

interface Timeline {
  readonly zoomed: Readable<Zoomed>;
  /** Whether it has been scrolled to where it opens: what is drawn before would be drawn again elsewhere. */
  readonly placed: Readable<boolean>;
  readonly zooming: Zooming;
  /** What has just been drawn; puts the scroll where it belongs. */
  laid(box: HTMLElement, now: Laid): void;
  /** How much room to leave behind the last day; what was fitted and still stands so is fitted anew. */
  leave(behind: () => number): void;
}

function createTimeline(view: ViewStore): Timeline {
  const chosen = view.get().zoom.gantt;
  const zoomed = createStore<Zoomed>({ perDay: chosen || USUAL, extra: undefined });
  const placed = createStore(false);
  let box: HTMLElement | undefined;
  let now: Laid | undefined;
  /** The moment that is to stay where it is when the next scale is drawn: days since 1970, px from the table's edge. */
  let anchor: { readonly moment: number; readonly offset: number } | undefined;
  /** A browser scrolls by whole px; what it rounds off must not add up over a long zoom. */
  let exact = { wanted: 0, got: 0 };
  let behind = (): number => 0;
  /** The width of a day that fitting gave. */
  let fitted: number | undefined;

  const put = (wanted: number): void => {
    box!.scrollLeft = wanted;
    exact = { wanted, got: box!.scrollLeft };
    placed.set(true);
  };
  const set = (perDay: number, extra: Span | undefined): void => {
    zoomed.set({ perDay, extra });
    view.set({ zoom: { ...view.get().zoom, gantt: perDay } });
  };
  const xOf = ({ scale }: Laid, moment: number): number => (moment - toNumber(scale.from)) * scale.perDay;
  const fitting = ({ days, room }: Laid): number => fit(days, room - MARGIN - BEHIND - behind()).perDay;

  const zoomTo = (zoom: number | Zoom, clientX?: number): void => {
    if (!box || !now) return;
    const { scale, room, frozen } = now;
    const offset = clientX === undefined ? room / 2 : clientX - box.getBoundingClientRect().left - frozen;
    const rounded = box.scrollLeft === exact.got && Math.abs(exact.wanted - exact.got) < 1;
    const left = rounded ? exact.wanted : box.scrollLeft;
    const wanted = typeof zoom === 'number' ? Math.min(MOST, Math.max(LEAST, zoom)) : zoom;
    const next = zoomAround(scale, wanted, left + offset, { left, width: room }).scale;
    const moment = toNumber(scale.from) + (left + offset) / scale.perDay;
    const perDay = onWholePx(next.perDay, moment - toNumber(next.from), offset);
    if (Math.abs(perDay / scale.perDay - 1) < SAME) return;
    anchor = { moment, offset };
    set(perDay, { start: next.from, end: next.to });
  };

  const zooming: Zooming = {
    zoomTo,
    zoomStep(by) {
      if (!now) return;
      const { zoom, perDay } = now.scale;
      zoomTo(ZOOMS[ZOOMS.indexOf(zoom) - by] ?? perDay * (by > 0 ? 1.5 : 1 / 1.5));
    },
    fit() {
      if (!now) return;
      const perDay = Math.min(MOST, Math.max(LEAST, fitting(now)));
      fitted = perDay;
      anchor = { moment: toNumber(now.days.start), offset: MARGIN };
      if (perDay !== now.scale.perDay) return set(perDay, undefined);
      put(xOf(now, anchor.moment) - anchor.offset);
      anchor = undefined;
    },
    goTo(day) {
      if (box && now) box.scrollTo({ left: xOf(now, toNumber(day) + 0.5) - now.room / 3, behavior: 'smooth' });
    },
  };

  return {
    zoomed,
    placed,
    laid(element, next) {
      const before = now;
      box = element;
      now = next;
      if (!before) {
        // At first sight the whole year, where it fits with its months named.
        if (!chosen && fitting(next) >= NAMED) return zooming.fit();
        // Opens at today, if the plan is about it and reaches out of sight, else at its first day.
        const { today, days, room } = next;
        const long = (diffDays(days.start, days.end) + 1) * next.scale.perDay > room;
        const inside = long && today >= days.start && today <= days.end;
        put(xOf(next, toNumber(inside ? today : days.start)) - (inside ? room / 3 : MARGIN));
        return;
      }
      if (anchor) {
        put(xOf(next, anchor.moment) - anchor.offset);
        anchor = undefined;
        return;
      }
      // The table covers and uncovers the days; they do not move with its edge. Nor do they when days are added before them.
      const added = diffDays(next.scale.from, before.scale.from) * next.scale.perDay;
      const shift = added + next.frozen - before.frozen;
      if (shift !== 0) put(box.scrollLeft + shift);
    },
    leave(next) {
      behind = next;
      if (!box || !now || anchor || fitted !== now.scale.perDay) return;
      const still = Math.abs(box.scrollLeft - (xOf(now, toNumber(now.days.start)) - MARGIN)) <= 1;
      if (still && fitting(now) !== fitted) zooming.fit();
    },
    zooming,
  };
}
