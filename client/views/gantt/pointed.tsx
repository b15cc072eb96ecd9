// The day under the pointer, said in the head: its date, its weekday, and why it is no plain working day.
import { memo, useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useDrag } from '../../drag/stage.tsx';
import { shortDay, weekdayName } from '../../i18n/days.ts';
import { useLang, usePlan, useT } from '../../state/hooks.ts';
import type { Timescale } from '../../../shared/layout/timescale.ts';
import { calendarOf } from '../../../shared/model/almanac.ts';
import type { Day } from '../../../shared/model/plan.ts';
import { dayNote } from './words.ts';

interface Pointed {
  readonly day: Day;
  /** From the view's left edge to the middle of the day. */
  readonly x: number;
}

export const PointedDay = memo(function PointedDay({
  scroller,
  scale,
  left,
  top,
}: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly scale: Timescale;
  readonly left: number;
  readonly top: number;
}) {
  const t = useT();
  const lang = useLang();
  const calendar = usePlan(calendarOf);
  const dragging = useDrag((drag) => drag !== null);
  const [pointed, setPointed] = useState<Pointed>();
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = (event: PointerEvent): void => {
      const edge = box.getBoundingClientRect();
      const x = event.clientX - edge.left;
      if (
        event.pointerType !== 'mouse' ||
        x < left ||
        x > box.clientWidth ||
        event.clientY > edge.top + box.clientHeight
      )
        return setPointed(undefined);
      const day = scale.dayAt(x - left + box.scrollLeft);
      const middle = left + scale.x(day) + scale.perDay / 2 - box.scrollLeft;
      setPointed((old) => (old?.day === day && old.x === middle ? old : { day, x: middle }));
    };
    const leave = (): void => setPointed(undefined);
    box.addEventListener('pointermove', look);
    box.addEventListener('pointerleave', leave);
    box.addEventListener('scroll', leave);
    return () => {
      box.removeEventListener('pointermove', look);
      box.removeEventListener('pointerleave', leave);
      box.removeEventListener('scroll', leave);
    };
  }, [scroller, scale, left]);
  if (!pointed || dragging) return null;
  const found = dayNote(t, pointed.day, calendar);
  // Its weekday says so already.
  const note = found === t('gantt.weekend') ? '' : found;
  return (
    <div className="gantt-pointed" style={{ top, left: pointed.x }} aria-hidden="true">
      {shortDay(lang, pointed.day)} {weekdayName(lang, pointed.day)}
      {note && <b>{note}</b>}
    </div>
  );
});
