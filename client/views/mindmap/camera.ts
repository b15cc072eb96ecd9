// Which part of the map is seen and how large. Pure numbers: a point of the scene stands at `x + scale × point` on the screen.
import type { Box, Point } from '../../../shared/layout/scene.ts';

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

/** The whole scene, in the middle, never larger than natural; not smaller than `least`, and then around `focus`. */
export function fitted(scene: Size, screen: Size, focus: Box | undefined, least = LEAST): Camera {
  const whole = Math.min(screen.width / scene.width, screen.height / scene.height, 1);
  const scale = clampScale(Math.max(whole, least));
  const middle =
    whole >= least || !focus
      ? { x: scene.width / 2, y: scene.height / 2 }
      : { x: focus.x + focus.w / 2, y: focus.y + focus.h / 2 };
  return {
    x: Math.round(screen.width / 2 - middle.x * scale),
    y: Math.round(screen.height / 2 - middle.y * scale),
    scale,
  };
}

/** Moves as little as shows the box with some air around it; a box larger than the screen shows its beginning. */
export function brought(camera: Camera, box: Box, screen: Size, air = 32): Camera {
  const seen = toScreen(camera, box);
  return panned(camera, nudge(seen.x, seen.w, screen.width, air), nudge(seen.y, seen.h, screen.height, air));
}

function nudge(from: number, size: number, room: number, air: number): number {
  if (from < air || size + 2 * air > room) return from < air || from > room - air ? air - from : 0;
  return Math.min(0, room - air - (from + size));
}

/** What of the scene is on the screen, with as much again around it, so that a pan finds it drawn. */
export function inSight(camera: Camera, screen: Size, spare = 320): Box {
  const { x, y } = toScene(camera, { x: -spare, y: -spare });
  return { x, y, w: (screen.width + 2 * spare) / camera.scale, h: (screen.height + 2 * spare) / camera.scale };
}
