import { describe, expect, test } from 'vitest';
import {
  brought,
  fitted,
  inSight,
  LEAST,
  MOST,
  opened,
  toScene,
  zoomedAt,
} from '../../../client/views/mindmap/camera.ts';

const SCREEN = { width: 800, height: 600 };
const NATURAL = { x: 0, y: 0, scale: 1 };

describe('the camera', () => {
  test('keeps the point under the hand when it zooms, and stops at both ends', () => {
    const at = { x: 300, y: 200 };
    const before = { x: -120, y: 40, scale: 0.7 };
    const after = zoomedAt(before, at, 1.4);
    expect(toScene(after, at).x).toBeCloseTo(toScene(before, at).x, 9);
    expect(toScene(after, at).y).toBeCloseTo(toScene(before, at).y, 9);
    expect([zoomedAt(before, at, 99).scale, zoomedAt(before, at, 0).scale]).toEqual([MOST, LEAST]);
  });
  test('fits a large map whole and in the middle, and leaves a small one at its natural size', () => {
    expect(fitted({ width: 1600, height: 600 }, SCREEN)).toEqual({ x: 0, y: 150, scale: 0.5 });
    expect(fitted({ width: 400, height: 300 }, SCREEN)).toEqual({ x: 200, y: 150, scale: 1 });
  });
  test('opens legible around the root when the whole would be too small, the root leaving room for its branches', () => {
    const root = { x: 900, y: 4000, w: 200, h: 100 };
    const scene = { width: 2000, height: 9000 };
    const both = opened(scene, SCREEN, root, 'both', 0.5);
    expect(toScene(both, { x: 400, y: 300 })).toEqual({ x: 1000, y: 4050 });
    const right = opened(scene, SCREEN, root, 'right', 0.5);
    expect(toScene(right, { x: 48, y: 300 })).toEqual({ x: 900, y: 4050 });
    expect(opened({ width: 800, height: 600 }, SCREEN, root, 'both', 0.5).scale).toBe(1);
  });
  test('moves no further than it takes to show a box', () => {
    expect(brought(NATURAL, { x: 100, y: 100, w: 50, h: 20 }, SCREEN)).toEqual(NATURAL);
    expect(brought(NATURAL, { x: 780, y: 100, w: 50, h: 20 }, SCREEN)).toEqual({ x: -62, y: 0, scale: 1 });
    expect(brought(NATURAL, { x: -10, y: 100, w: 50, h: 20 }, SCREEN)).toEqual({ x: 42, y: 0, scale: 1 });
  });
  test('brings what is far off into the middle, and nothing behind the corners that are taken', () => {
    const far = brought(NATURAL, { x: 100, y: 4000, w: 50, h: 20 }, SCREEN);
    expect(toScene(far, { x: 100, y: 300 })).toEqual({ x: 100, y: 4010 });
    const map = { side: 'right', width: 240, height: 170 } as const;
    const tools = { side: 'left', width: 220, height: 64 } as const;
    const at = (x: number): number => brought(NATURAL, { x, y: 560, w: 150, h: 30 }, SCREEN, 20, [tools, map]).y;
    expect([at(600), at(300), at(100)]).toEqual([-160, -10, -54]);
  });
  test('draws a little more than is on the screen', () => {
    expect(inSight({ x: 0, y: 0, scale: 2 }, SCREEN, 100)).toEqual({ x: -50, y: -50, w: 500, h: 400 });
  });
});
