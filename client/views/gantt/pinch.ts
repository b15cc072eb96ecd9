// Zooming by hand: Ctrl + wheel, a trackpad's pinch (which a browser tells as the same), and two fingers on glass.
import { cancelDrag } from '../../drag/sensors.ts';

/** What a hand asks for: px a day, and what lies under `clientX` stays where it is. */
interface Zoomed {
  zoomTo(perDay: number, clientX: number): void;
}

export function feelZoom(box: HTMLElement, { zoomTo }: Zoomed, perDay: () => number): () => void {
  const wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const delta = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
    // A notch of a wheel is a hundred px and a pinch is many small ones; neither may leap.
    zoomTo(perDay() * Math.exp(-Math.min(50, Math.max(-50, delta)) * 0.004), event.clientX);
  };
  let pinch: { readonly apart: number; readonly perDay: number } | undefined;
  const touch = (event: TouchEvent): void => {
    const [a, b] = event.touches;
    if (!a || !b) {
      pinch = undefined;
      return;
    }
    event.preventDefault();
    const apart = Math.max(40, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
    if (!pinch) cancelDrag();
    pinch ??= { apart, perDay: perDay() };
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
}
