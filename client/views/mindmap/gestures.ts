// Hands on the map's ground: pan by dragging, wheel and one finger, zoom by Ctrl+wheel, pinch and two fingers. Knows a camera, no topic.
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { panned, zoomedAt } from './camera.ts';
import type { Camera } from './camera.ts';
import type { Point } from '../../../shared/layout/scene.ts';

type Move = (next: (camera: Camera) => Camera) => void;

/** Px before a press on the ground is a pan and no click. */
const START: Readonly<Record<string, number>> = { mouse: 3, pen: 4, touch: 8 };

export function useGestures(ground: RefObject<HTMLElement | null>, move: Move, onGround: () => void): void {
  useEffect(() => {
    const el = ground.current;
    if (!el) return undefined;
    const control = new AbortController();
    const { signal } = control;
    const pointers = new Map<number, Point>();
    let panning = false;
    let began: Point | undefined;

    const here = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const { left, top } = el.getBoundingClientRect();
      return { x: clientX - left, y: clientY - top };
    };
    const isGround = (target: EventTarget | null): boolean =>
      target instanceof Element && el.contains(target) && !target.closest('[data-node], button, textarea, .map-tools');

    el.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? el.clientHeight : 1;
        if (event.ctrlKey || event.metaKey) {
          // A pinch on a touchpad comes as many small steps, a wheel as few large ones.
          const speed = Math.abs(event.deltaY) < 40 ? 0.01 : 0.002;
          const at = here(event);
          move((camera) => zoomedAt(camera, at, camera.scale * Math.exp(-event.deltaY * unit * speed)));
        } else move((camera) => panned(camera, -event.deltaX * unit, -event.deltaY * unit));
      },
      { passive: false, signal },
    );

    el.addEventListener(
      'pointerdown',
      (event) => {
        const finger = event.pointerType === 'touch';
        if (!finger && event.button !== 1 && !(event.button === 0 && isGround(event.target))) return;
        if (event.button === 1) event.preventDefault();
        pointers.set(event.pointerId, here(event));
        if (pointers.size === 1) {
          began = here(event);
          panning = false;
        } else panning = true;
      },
      { signal },
    );
    el.addEventListener(
      'pointermove',
      (event) => {
        const last = pointers.get(event.pointerId);
        if (!last || !began) return;
        const at = here(event);
        // What is lifted is dragged; the map holds still under it.
        if (el.closest('[data-dragging]')) return void pointers.set(event.pointerId, at);
        if (!panning) {
          if (Math.hypot(at.x - began.x, at.y - began.y) < (START[event.pointerType] ?? 4)) return;
          panning = true;
          el.setPointerCapture(event.pointerId);
          el.dataset['panning'] = 'true';
        }
        const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
        pointers.set(event.pointerId, at);
        if (!other) return move((camera) => panned(camera, at.x - last.x, at.y - last.y));
        const before = distance(last, other);
        const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
        move((camera) =>
          panned(
            zoomedAt(camera, middle, before > 0 ? (camera.scale * distance(at, other)) / before : camera.scale),
            (at.x - last.x) / 2,
            (at.y - last.y) / 2,
          ),
        );
      },
      { signal },
    );
    const lift = (event: PointerEvent): void => {
      if (!pointers.delete(event.pointerId)) return;
      if (pointers.size > 0) return;
      delete el.dataset['panning'];
      if (!panning && event.type === 'pointerup' && isGround(event.target)) onGround();
      if (panning && event.type === 'pointerup') swallowClick(el);
      panning = false;
    };
    el.addEventListener('pointerup', lift, { signal });
    el.addEventListener('pointercancel', lift, { signal });
    return () => control.abort();
  }, [ground, move, onGround]);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The click that ends a pan is no click on what happens to lie there. */
function swallowClick(el: HTMLElement): void {
  const stop = (event: Event): void => event.stopPropagation();
  el.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => el.removeEventListener('click', stop, { capture: true }), 0);
}
