// Where the pointer rests on a face, for what must not move under it.
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Point } from '../../shared/layout/scene.ts';

/** In client px; nothing when it is elsewhere, or when the hands have gone over to the keys. */
export function usePointer(ground: RefObject<HTMLElement | null>): RefObject<Point | null> {
  const pointer = useRef<Point>(null);
  useEffect(() => {
    const el = ground.current;
    if (!el) return undefined;
    const control = new AbortController();
    const options = { signal: control.signal, passive: true };
    const rests = (event: PointerEvent): void => {
      pointer.current = event.pointerType === 'touch' ? null : { x: event.clientX, y: event.clientY };
    };
    const gone = (): void => void (pointer.current = null);
    el.addEventListener('pointermove', rests, options);
    el.addEventListener('pointerleave', gone, options);
    // Who types looks at what is selected, wherever the mouse was left.
    el.addEventListener('keydown', gone, options);
    return () => control.abort();
  }, [ground]);
  return pointer;
}
