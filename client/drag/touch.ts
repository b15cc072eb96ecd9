// One finger on a thing: rests until the thing is lifted, then moves it; a finger that goes earlier scrolls. Knows fingers and times, not what is held.
import type { Point } from '../../shared/layout/scene.ts';

interface Press {
  /** The finger has rested long enough. */
  lift(): void;
  moved(to: Point): void;
  end(): void;
  /** It was a swipe, a tap, or was interrupted; after a lift or before. */
  cancel(): void;
}

/**
 * What counts is when the finger did a thing, not when a busy page came to hear of it: a timer that ran out before the
 * queued moves of a swipe were told has lifted too early, and is taken back.
 */
export function feelPress(
  first: TouchEvent,
  { delay, tolerance }: { delay: number; tolerance: number },
  on: Press,
): void {
  const { target, timeStamp } = first;
  const finger = first.touches[0]!;
  const from = pointOf(finger);
  let lifted = false;
  /** The finger's own time has been seen to agree that it rested. */
  let sure = false;
  const timer = setTimeout(() => {
    lifted = true;
    navigator.vibrate?.(8);
    on.lift();
  }, delay);
  const early = (event: Event): boolean => !sure && event.timeStamp - timeStamp < delay;
  const stop = (): void => {
    clearTimeout(timer);
    for (const [name, hear] of heard) target!.removeEventListener(name, hear);
    window.removeEventListener('visibilitychange', cancel);
    window.removeEventListener('touchstart', another, true);
  };
  const cancel = (): void => {
    stop();
    on.cancel();
  };
  const another = (event: TouchEvent): void => {
    if (event.touches.length > 1) cancel();
  };
  const move = (event: Event): void => {
    const touch = [...(event as TouchEvent).changedTouches].find(({ identifier }) => identifier === finger.identifier);
    if (!touch) return;
    const to = pointOf(touch);
    const went = Math.hypot(to.x - from.x, to.y - from.y) > tolerance;
    if (went && (!lifted || early(event) || (!sure && !event.cancelable))) return cancel();
    if (!lifted) return;
    if (event.cancelable) event.preventDefault();
    if (early(event)) return;
    sure = true;
    on.moved(to);
  };
  const up = (event: Event): void => {
    if (!lifted || early(event)) return cancel();
    // Else the browser would make a click of it.
    if (event.cancelable) event.preventDefault();
    stop();
    on.end();
  };
  const heard: readonly (readonly [string, (event: Event) => void])[] = [
    ['touchmove', move],
    ['touchend', up],
    ['touchcancel', cancel],
    ['contextmenu', (event) => event.preventDefault()],
  ];
  // A finger's events go to where it came down, even when that is no longer on the page.
  for (const [name, hear] of heard) target!.addEventListener(name, hear, { passive: false });
  window.addEventListener('visibilitychange', cancel);
  window.addEventListener('touchstart', another, true);
}

function pointOf({ clientX, clientY }: Touch): Point {
  return { x: clientX, y: clientY };
}
