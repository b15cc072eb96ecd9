// Lays the field over the cell; while idle it stands there unseen, so that an input method's window opens in place.
import { useCallback, useLayoutEffect, useRef } from 'react';

export function useOver(cell: string | undefined) {
  const frame = useRef<HTMLDivElement>(null);
  const over = useRef<HTMLDivElement>(null);
  const place = useCallback((): void => {
    const target = cell === undefined ? null : document.getElementById(cell);
    const el = over.current;
    if (!frame.current || !el || !target) return;
    const box = frame.current.getBoundingClientRect();
    const { left, top, width, height } = target.getBoundingClientRect();
    el.style.top = `${top - box.top}px`;
    el.style.width = `${width}px`;
    // An open field may be wider than its column; in the last one it opens towards the others.
    el.style.left = `${Math.min(left - box.left, Math.max(0, box.width - el.offsetWidth))}px`;
    el.style.minHeight = `${height}px`;
    // A list of choices opens to where there is room.
    el.classList.toggle('up', top - box.top > box.height * 0.55);
    el.classList.toggle('leftward', left - box.left > box.width * 0.6);
  }, [cell]);
  useLayoutEffect(place);
  return { frame, over, place };
}
