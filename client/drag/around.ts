// What else moves a drag or ends it: keys, Alt, scrolling, a hand at the edge, a window that is left. Knows hands and panes, not what is held.
import type { Point } from '../../shared/layout/scene.ts';
import type { Readable } from '../state/store.ts';
import { edgeSpeed } from './edge.ts';
import { cancelDrag } from './sensors.ts';
import type { Hand, Held } from './sensors.ts';

/** What scrolls, and how much of its left and top is frozen. */
export interface Pane {
  readonly element: HTMLElement;
  readonly left: number;
  readonly top: number;
}

type InHand = { readonly held: Held; readonly hand: Hand } | null;

const MARGIN = 64;
/** Frames a hand must stay at the edge before the pane scrolls: one that only crosses it wants none. */
const DWELL = 12;

/** While something is held; returns how to stop. */
export function watchAround(drag: Readable<InHand>, update: (hand: Hand) => void, pane: Pane | null): () => void {
  const hand = (): Hand | undefined => drag.get()?.hand;
  const stops = [
    ...(['keydown', 'keyup'] as const).map((name) => listen(window, name, (event) => key(event, hand(), update), true)),
    listen(window, 'blur', cancelDrag),
    // A press elsewhere leaves what keys hold.
    listen(window, 'pointerdown', () => hand()?.by === 'keys' && cancelDrag(), true),
    // The button was let go where no event could tell.
    listen(
      window,
      'mousemove',
      (event) => {
        if (event.isTrusted && hand()?.by === 'mouse' && event.buttons === 0) cancelDrag();
      },
      true,
    ),
    ...(pane ? [followScroll(pane, hand, update)] : []),
    ...(pane && hand()?.by !== 'keys' ? [scrollAtEdges(pane, drag)] : []),
  ];
  return () => stops.forEach((stop) => stop());
}

/** The nearest point that a pane shows, a little inside its edge. */
export function intoSight({ x, y }: Point, { element, left, top }: Pane): Point {
  const box = element.getBoundingClientRect();
  const clamp = (at: number, low: number, high: number): number => Math.max(low + MARGIN, Math.min(high - MARGIN, at));
  return { x: clamp(x, box.left + left, box.right), y: clamp(y, box.top + top, box.bottom) };
}

/** So that what is moved by keys stays in sight. */
export function bringIntoPane({ x, y }: Point, pane: Pane | null): void {
  if (!pane) return;
  const { element, left, top } = pane;
  const box = element.getBoundingClientRect();
  const over = (at: number, low: number, high: number): number =>
    at < low + MARGIN ? at - low - MARGIN : at > high - MARGIN ? at - high + MARGIN : 0;
  const dx = over(x, box.left + left, box.right);
  const dy = over(y, box.top + top, box.bottom);
  if (dx !== 0 || dy !== 0) element.scrollBy({ left: dx, top: dy, behavior: 'instant' });
}

/** While a pointer holds something, keys mean the drag and nothing else; the keys' own sensor sees to its own. */
function key(event: KeyboardEvent, hand: Hand | undefined, update: (hand: Hand) => void): void {
  if (!hand || hand.by === 'keys') return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.key === 'Alt') update({ ...hand, alt: event.type === 'keydown' });
  if (event.key === 'Escape') cancelDrag();
}

/** A pointer stays where it is on the glass; a thing held by keys stays where it is in the plan. */
function followScroll({ element }: Pane, hand: () => Hand | undefined, update: (hand: Hand) => void): () => void {
  let { scrollLeft, scrollTop } = element;
  return listen(element, 'scroll', () => {
    const { scrollLeft: x, scrollTop: y } = element;
    const now = hand();
    if (now) update(now.by === 'keys' ? { ...now, x: now.x + scrollLeft - x, y: now.y + scrollTop - y } : now);
    [scrollLeft, scrollTop] = [x, y];
  });
}

function scrollAtEdges({ element, left, top }: Pane, drag: Readable<InHand>): () => void {
  let frame = 0;
  let stayed = 0;
  const tick = (): void => {
    const now = drag.get();
    if (!now) return;
    const box = element.getBoundingClientRect();
    const { x, y } = now.hand;
    // What comes out of the tray is outside at first, and must not be met by a running pane.
    const out = x < box.left + left || x > box.right || y < box.top + top || y > box.bottom;
    const waits = out && now.held.part === 'tray';
    const dx = waits ? 0 : edgeSpeed(x, box.left + left, box.right);
    const dy = waits ? 0 : edgeSpeed(y, box.top + top, box.bottom);
    stayed = dx !== 0 || dy !== 0 ? stayed + 1 : 0;
    if (stayed > DWELL) element.scrollBy({ left: dx, top: dy, behavior: 'instant' });
    frame = requestAnimationFrame(tick);
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}

function listen<K extends keyof WindowEventMap>(
  target: EventTarget,
  name: K,
  on: (event: WindowEventMap[K]) => void,
  capture = false,
): () => void {
  const hear = on as EventListener;
  target.addEventListener(name, hear, capture);
  return () => target.removeEventListener(name, hear, capture);
}
