// How much of a scrolled box is in sight, as a value that changes with scrolling and size.
import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useReadable } from '../../state/hooks.ts';
import { createStore } from '../../state/store.ts';
import type { Store } from '../../state/store.ts';

export interface Sight {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** And how to look again at once: a browser tells of scrolling only with its next frame. */
export function useSight(scroller: RefObject<HTMLElement | null>): readonly [Sight, () => void] {
  const [store] = useState(() => createStore<Sight>({ left: 0, top: 0, width: 0, height: 0 }));
  const [look] = useState(() => () => {
    if (scroller.current) lookAt(scroller.current, store);
  });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroller, look]);
  return [useReadable(store), look];
}

function lookAt(box: HTMLElement, store: Store<Sight>): void {
  const now = { left: box.scrollLeft, top: box.scrollTop, width: box.clientWidth, height: box.clientHeight };
  const old = store.get();
  if (old.left !== now.left || old.top !== now.top || old.width !== now.width || old.height !== now.height)
    store.set(now);
}
