// The camera of one plan's map as the page holds it: the first look, fitting, zooming by command, keeping what is selected in sight.
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import type { Mindmap } from '../../../shared/layout/mindmap.ts';
import type { Box, Point } from '../../../shared/layout/scene.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id } from '../../../shared/model/plan.ts';
import { useDesktop, useStageActs } from '../../state/hooks.ts';
import type { Desktop } from '../../state/hooks.ts';
import { brought, fitted, inSight, opened, zoomedAt } from './camera.ts';
import type { Camera, Size } from './camera.ts';

const ZOOM_STEP = 1.25;
/** Below this the words of a whole plan cannot be read, so the first look is at its middle instead. */
const LEGIBLE = 0.8;
const AIR = 20;

/** Where each open plan's map was left, so that coming back to it finds it so. */
const left = new WeakMap<Desktop, Camera>();

export interface Look {
  /** None until the ground has a size. */
  readonly camera: Camera | undefined;
  readonly screen: Size | undefined;
  readonly move: (next: (camera: Camera) => Camera) => void;
  /** What of the scene to draw: changes by steps, not with every px of a pan. */
  readonly sight: Box | undefined;
  /** The ground's corner in client px. */
  readonly origin: () => Point;
}

export function useLook(
  ground: RefObject<HTMLElement | null>,
  map: Mindmap,
  side: 'both' | 'right',
  active: Id | undefined,
): Look {
  const desktop = useDesktop();
  const { view } = desktop;
  const screen = useSize(ground);
  const [camera, setCamera] = useState(() => left.get(desktop));
  const move = useCallback((next: (camera: Camera) => Camera) => setCamera((now) => now && next(now)), []);
  useEffect(() => {
    if (!camera) return;
    left.set(desktop, camera);
    const { zoom } = view.get();
    if (zoom.mindmap !== camera.scale) view.set({ zoom: { ...zoom, mindmap: camera.scale } });
  }, [desktop, view, camera]);
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
  useLayoutEffect(() => {
    if (screen && !camera) setCamera(opened(map, screen, map.boxes.get(ROOT)!, side, LEGIBLE));
  }, [screen, camera, map, side]);

  const shown = active !== undefined && map.boxes.has(active);
  useLayoutEffect(() => {
    const box = active === undefined ? undefined : map.boxes.get(active);
    if (box && screen) move((now) => brought(now, box, screen, AIR));
    // oxlint-disable-next-line react/exhaustive-deps -- only another selection, or its coming into being, moves the map
  }, [active, shown, screen === undefined]);

  const key = camera && screen && stepped(inSight(camera, screen));
  const sight = useMemo(() => (key === undefined ? undefined : (JSON.parse(key) as Box)), [key]);
  const origin = useCallback((): Point => {
    const box = ground.current?.getBoundingClientRect();
    return { x: box?.left ?? 0, y: box?.top ?? 0 };
  }, [ground]);
  return { camera: screen && camera, screen, move, sight, origin };
}

const STEP = 160;

/** Rounded outward, as text, so that the same sight is the same value. */
function stepped({ x, y, w, h }: Box): string {
  const down = (n: number): number => Math.floor(n / STEP) * STEP;
  const [a, b] = [down(x), down(y)];
  return JSON.stringify({ x: a, y: b, w: down(x + w) + STEP - a, h: down(y + h) + STEP - b });
}

function useSize(ref: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const el = ref.current;
    if (!el) return undefined;
    const read = (): void => {
      const { clientWidth: width, clientHeight: height } = el;
      // A ground that is not laid out yet, or is hidden, says nothing.
      if (width > 0 && height > 0) setSize({ width, height });
    };
    read();
    const watch = new ResizeObserver(read);
    watch.observe(el);
    return () => watch.disconnect();
  }, [ref]);
  return size;
}
