// The camera of one plan's map as the page holds it, outside React: a pan moves one element, and only what comes into sight is drawn.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import { overlap } from '../../../shared/layout/scene.ts';
import type { Box, Point } from '../../../shared/layout/scene.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { useDesktop, useStageActs } from '../../state/hooks.ts';
import type { Desktop } from '../../state/hooks.ts';
import { createStore } from '../../state/store.ts';
import type { Readable } from '../../state/store.ts';
import { brought, fitted, inSight, opened, zoomedAt } from './camera.ts';
import type { Camera, Corner, Size } from './camera.ts';

const ZOOM_STEP = 1.25;
/** Below this the words of a whole plan cannot be read, so the first look is at its middle instead. */
const LEGIBLE = 0.8;
const AIR = 20;

/** Where each open plan's map was left, so that coming back to it finds it so. */
const left = new WeakMap<Desktop, Camera>();

/** Whether this plan's map has been looked at since the page was opened. */
export const wasSeen = (desktop: Desktop): boolean => left.has(desktop);

export type Move = (next: (camera: Camera) => Camera) => void;

export interface Look {
  readonly camera: Readable<Camera | undefined>;
  /** The size at which it is drawn: while a hand zooms, what is drawn is only stretched. None until the ground has a size. */
  readonly scale: number | undefined;
  readonly screen: Size | undefined;
  readonly move: Move;
  /** What of the scene to draw: changes by steps, not with every px of a pan. */
  readonly sight: Box | undefined;
  /** The ground's corner in client px. */
  readonly origin: () => Point;
}

export function useLook(
  ground: RefObject<HTMLElement | null>,
  map: Mindmap,
  active: Id | undefined,
  /** What stands in the lower corners. */
  corners: readonly Corner[],
): Look {
  const desktop = useDesktop();
  const { view } = desktop;
  const screen = useSize(ground);
  const [camera] = useState(() => createStore<Camera | undefined>(left.get(desktop)));
  const move = useCallback<Move>(
    (next) => {
      const now = camera.get();
      if (now) camera.set(next(now));
    },
    [camera],
  );
  useEffect(
    () =>
      camera.subscribe(() => {
        const now = camera.get();
        if (!now) return;
        left.set(desktop, now);
        const { zoom } = view.get();
        if (zoom.mindmap !== now.scale) view.set({ zoom: { ...zoom, mindmap: now.scale } });
      }),
    [camera, desktop, view],
  );
  useStageActs(
    useMemo(() => {
      const by = (factor: number) => (): void => {
        if (screen) move((now) => zoomedAt(now, { x: screen.width / 2, y: screen.height / 2 }, now.scale * factor));
      };
      const fit = (): void => {
        if (screen) move(() => fitted(map, screen));
      };
      return { fit, 'zoom-in': by(ZOOM_STEP), 'zoom-out': by(1 / ZOOM_STEP) };
    }, [move, map, screen]),
  );
  const { middle, arrangement } = map;
  const [framed, setFramed] = useState({ middle, arrangement });
  const first = useRef<Camera>(undefined);
  useLayoutEffect(() => {
    if (!screen) return;
    const other = framed.middle !== middle || (framed.arrangement !== arrangement && active === undefined);
    // A branch that came into the middle and was not moved since stays in the middle of whatever room there is.
    const kept = middle !== ROOT && first.current !== undefined && same(first.current, camera.get());
    if (!camera.get() || other || kept) {
      first.current = opened(map, screen, map.find(middle)!.box, arrangement, LEGIBLE, reachOf(map));
      camera.set(first.current);
    }
    if (framed.middle !== middle || framed.arrangement !== arrangement) setFramed({ middle, arrangement });
    // oxlint-disable-next-line react/exhaustive-deps -- another map, not every layout of it, is looked at anew
  }, [screen, camera, middle, arrangement]);

  const shown = active !== undefined && map.find(active) !== undefined;
  useLayoutEffect(() => {
    const box = active === undefined ? undefined : map.find(active)?.box;
    if (box && screen) move((now) => brought(now, box, screen, AIR, corners));
    // oxlint-disable-next-line react/exhaustive-deps -- only another selection, or its coming into being, moves the map
  }, [active, shown, screen === undefined]);
  // What opens beside the map does not cover the topic it is about.
  const wide = useRef(screen);
  useLayoutEffect(() => {
    const was = wide.current;
    wide.current = screen;
    const box = active === undefined ? undefined : map.find(active)?.box;
    if (!was || !screen || !box || screen.width >= was.width) return;
    move((now) => (overlap(box, inSight(now, was, 0)) ? brought(now, box, screen, AIR, corners) : now));
    // oxlint-disable-next-line react/exhaustive-deps -- only a smaller screen moves the map
  }, [screen]);

  const key = useCamera(camera, (now) => screen && stepped(inSight(now, screen), now.scale));
  const sight = useMemo(() => (key === undefined ? undefined : (JSON.parse(key) as Box)), [key]);
  const scale = useDrawnScale(camera);
  const origin = useCallback((): Point => {
    const box = ground.current?.getBoundingClientRect();
    return { x: box?.left ?? 0, y: box?.top ?? 0 };
  }, [ground]);
  return { camera, screen, move, sight, origin, scale: screen && scale };
}

function same(a: Camera, b: Camera | undefined): boolean {
  return a.x === b?.x && a.y === b.y && a.scale === b.scale;
}

/** How far right what hangs on the middle itself reaches, with its knob. */
function reachOf({ root, middle, find }: Mindmap): number {
  const boxes = [middle, ...root.children.map(({ id }) => id)].map((id) => find(id)!.box);
  return Math.max(...boxes.map(({ x, w }) => x + w)) + 28;
}

/** Ms of rest after which what was stretched is drawn anew, and how far it may be stretched. */
const REST_MS = 140;
const STRETCH = 2;

function useDrawnScale(camera: Look['camera']): number | undefined {
  const [drawn, setDrawn] = useState(() => camera.get()?.scale);
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = (): void => {
      const now = camera.get()?.scale;
      clearTimeout(timer);
      if (now === undefined || now === drawn) return;
      const far = drawn === undefined || now / drawn > STRETCH || drawn / now > STRETCH;
      if (far) setDrawn(now);
      else timer = setTimeout(() => setDrawn(now), REST_MS);
    };
    check();
    const stop = camera.subscribe(check);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [camera, drawn]);
  return drawn;
}

/** A part of the camera: re-renders only when that part changes. */
export function useCamera<T>(camera: Look['camera'], select: (camera: Camera) => T): T | undefined {
  return useSyncExternalStore(camera.subscribe, () => {
    const now = camera.get();
    return now && select(now);
  });
}

/** Px on the screen. */
const STEP = 240;

/** Rounded outward, as text, so that the same sight is the same value. */
function stepped({ x, y, w, h }: Box, scale: number): string {
  // By powers of two, so that a zoom does not change it with every frame.
  const step = STEP / 2 ** Math.round(Math.log2(scale));
  const down = (n: number): number => Math.floor(n / step) * step;
  const [a, b] = [down(x), down(y)];
  return JSON.stringify({ x: a, y: b, w: down(x + w) + step - a, h: down(y + h) + step - b });
}

function useSize(ref: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const el = ref.current;
    if (!el) return undefined;
    const read = (): void => {
      const { clientWidth: width, clientHeight: height } = el;
      // A ground that is not laid out yet, or is hidden, says nothing.
      if (width > 0 && height > 0)
        setSize((old) => (old?.width === width && old.height === height ? old : { width, height }));
    };
    read();
    const watch = new ResizeObserver(read);
    watch.observe(el);
    return () => watch.disconnect();
  }, [ref]);
  return size;
}
