// What opens beside the face waits for the hand that is at work there: else a cell slides away between the two presses that open it.
import { useEffect, useRef, useState } from 'react';

/** So long after a press another may follow it. */
const TWICE = 320;

/** True as soon as it is wanted, or, wanted by a press on the face, once the hand has let go and does not press again. */
export function useAfterHand(wanted: boolean): boolean {
  const hand = useRef({ down: false, since: -TWICE });
  const [open, setOpen] = useState(wanted);
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      if (event.target instanceof Element && event.target.closest('#view'))
        hand.current = { down: true, since: performance.now() };
    };
    const lift = (): void => void (hand.current.down = false);
    addEventListener('pointerdown', press, true);
    for (const name of LIFTS) addEventListener(name, lift, true);
    return () => {
      removeEventListener('pointerdown', press, true);
      for (const name of LIFTS) removeEventListener(name, lift, true);
    };
  }, []);
  useEffect(() => {
    if (!wanted || open) {
      if (!wanted) setOpen(false);
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const { down, since } = hand.current;
      const left = down ? TWICE : since + TWICE - performance.now();
      if (left <= 0) setOpen(true);
      else timer = setTimeout(look, left);
    };
    look();
    return () => clearTimeout(timer);
  }, [wanted, open]);
  return wanted && open;
}

const LIFTS = ['pointerup', 'pointercancel', 'blur'] as const;
