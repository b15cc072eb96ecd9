// What I move by keys stays in sight: the end that went goes no farther than the edge of the days. What others move scrolls nothing.
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Day, Id, Span } from '../../../shared/model/plan.ts';
import { spansOf } from '../../state/derived.ts';
import { useView } from '../../state/hooks.ts';
import type { Seen } from './seen.ts';

/** Px between the edge and what has come to it. */
const AIR = 96;

export interface Keyed {
  readonly onKeyDownCapture: () => void;
}

export function useKeyed(boxNow: () => HTMLElement | null, { plan, scale, left }: Seen): Keyed {
  const chosen = useView((view) => view.selected.at(-1));
  const before = useRef<{ readonly id: Id | undefined; readonly span: Span | undefined }>({
    id: undefined,
    span: undefined,
  });
  const pressed = useRef(false);
  const span = chosen === undefined ? undefined : spansOf(plan).get(chosen);

  useLayoutEffect(() => {
    const was = before.current;
    before.current = { id: chosen, span };
    const box = boxNow();
    if (!box || !pressed.current || !span || !was.span || was.id !== chosen) return;
    const room = box.clientWidth - left;
    const air = Math.min(AIR, room / 4);
    const day = went(was.span, span);
    if (day === undefined) return;
    const [from, to] = [scale.x(span.start) - box.scrollLeft, scale.x(span.end) + scale.perDay - box.scrollLeft];
    // Of what is longer than the room, any part will do: its end may be far away.
    const long = to - from > room - 2 * air;
    if (long && was.span.start !== span.start && was.span.end !== span.end && from < room - air && to > air) return;
    const x = scale.x(day);
    if (x < box.scrollLeft + air) box.scrollLeft = x - air;
    else if (x + scale.perDay > box.scrollLeft + room - air) box.scrollLeft = x + scale.perDay - room + air;
  }, [boxNow, chosen, span, scale, left]);

  // A command is done before its key has come up through the page; what changes later is not of this key.
  const end = useRef(0);
  useEffect(() => () => cancelAnimationFrame(end.current), []);
  return useMemo(
    () => ({
      onKeyDownCapture() {
        pressed.current = true;
        cancelAnimationFrame(end.current);
        end.current = requestAnimationFrame(() => (pressed.current = false));
      },
    }),
    [],
  );
}

/** The day that is to be seen: where it goes to, or the end that was moved. */
function went(was: Span, now: Span): Day | undefined {
  if (was.start !== now.start && was.end !== now.end) return now.end > was.end ? now.end : now.start;
  if (was.start !== now.start) return now.start;
  return was.end === now.end ? undefined : now.end;
}
