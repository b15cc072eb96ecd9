// Which part of the map is seen and how large. Pure numbers: a point of the scene stands at `x + scale × point` on the screen.
import type { Box, Point } from '../../../shared/layout/scene.ts';
import type { Arrangement } from '../../../shared/layout/tidy.ts';

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const LEAST = 0.1;
export const MOST = 3;

export function clampScale(scale: number): number {
  return Math.min(MOST, Math.max(LEAST, scale));
}

/** The point under the hand stays under it. */
export function zoomedAt(camera: Camera, at: Point, scale: number): Camera {
  const next = clampScale(scale);
  const grow = next / camera.scale;
  return { x: at.x - (at.x - camera.x) * grow, y: at.y - (at.y - camera.y) * grow, scale: next };
}

export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx, y: camera.y + dy };
}

export function toScene(camera: Camera, at: Point): Point {
  return { x: (at.x - camera.x) / camera.scale, y: (at.y - camera.y) / camera.scale };
}

export function toScreen(camera: Camera, box: Box): Box {
  const { x, y, scale } = camera;
  return { x: x + box.x * scale, y: y + box.y * scale, w: box.w * scale, h: box.h * scale };
}

/** The whole scene, in the middle, never larger than natural. */
export function fitted(scene: Size, screen: Size): Camera {
  const scale = clampScale(Math.min(screen.width / scene.width, screen.height / scene.height, 1));
  return at(scene.width / 2, scene.height / 2, scale, screen.width / 2, screen.height / 2);
}

/** How a map is first seen: whole if its words can be read so, else around its root, which stands where its branches leave room. */
export function opened(
  scene: Size,
  screen: Size,
  root: Box,
  arrangement: Arrangement,
  legible: number,
  /** How far right the first level reaches: names that can be read matter more than all of the root. */
  reach = root.x + root.w,
): Camera {
  const whole = fitted(scene, screen);
  if (whole.scale >= legible) return whole;
  const middle = root.y + root.h / 2;
  const edge = Math.min(48, screen.width * 0.06);
  switch (arrangement) {
    case 'both':
      return at(root.x + root.w / 2, middle, legible, screen.width / 2, screen.height / 2);
    case 'right':
      return at(
        root.x,
        middle,
        legible,
        Math.min(edge, screen.width - 8 - (reach - root.x) * legible),
        screen.height / 2,
      );
    case 'time':
      return at(root.x, middle, legible, edge, screen.height / 2);
    case 'down': {
      // The chart is read from its left as far as it does not fit.
      const half = screen.width / legible / 2;
      const centre = root.x + root.w / 2;
      return at(
        scene.width / 2 > half ? Math.max(half - 24, centre - half + root.w / 2 + 24) : centre,
        root.y,
        legible,
        screen.width / 2,
        64,
      );
    }
  }
}

/** The scene's point there on the screen. */
function at(x: number, y: number, scale: number, left: number, top: number): Camera {
  return { x: Math.round(left - x * scale), y: Math.round(top - y * scale), scale };
}

/** What stands over the map in a lower corner. */
export interface Corner extends Size {
  readonly side: 'left' | 'right';
}

/**
 * Moves as little as shows the box with some air around it, and not behind what stands in the lower corners; a box
 * larger than the screen shows its beginning, one from far off comes into the middle.
 */
export function brought(camera: Camera, box: Box, screen: Size, air = 32, corners: readonly Corner[] = []): Camera {
  const seen = toScreen(camera, box);
  const now = panned(camera, nudge(seen.x, seen.w, screen.width, air), nudge(seen.y, seen.h, screen.height, air));
  const { x, y, w, h } = toScreen(now, box);
  const under = corners
    .filter(({ side, width }) => (side === 'left' ? x < width : x + w > screen.width - width))
    .map(({ height }) => y + h - (screen.height - height))
    .filter((deep) => deep > 0 && y > deep + air);
  return under.length > 0 ? panned(now, 0, -Math.max(...under)) : now;
}

function nudge(from: number, size: number, room: number, air: number): number {
  const least =
    from < air || size + 2 * air > room
      ? from < air || from > room - air
        ? air - from
        : 0
      : Math.min(0, room - air - (from + size));
  return Math.abs(least) > room / 2 && size < room / 2 ? (room - size) / 2 - from : least;
}

/** What of the scene is on the screen, with as much again around it, so that a pan finds it drawn. */
export function inSight(camera: Camera, screen: Size, spare = 240): Box {
  const { x, y } = toScene(camera, { x: -spare, y: -spare });
  return { x, y, w: (screen.width + 2 * spare) / camera.scale, h: (screen.height + 2 * spare) / camera.scale };
}
