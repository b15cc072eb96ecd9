import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgeSpeed } from '../../../client/drag/edge.ts';
import { MOUSE_DISTANCE, sensorsFor, stepOf, TOUCH_DELAY, TOUCH_TOLERANCE } from '../../../client/drag/sensors.ts';
import type { Watcher } from '../../../client/drag/sensors.ts';

const NOBODY: Watcher = {
  mayLift: () => false,
  lift: () => undefined,
  moved: () => undefined,
  stepped: () => undefined,
  let: () => undefined,
};

describe('arrow keys', () => {
  test.each([
    ['ArrowRight', false, { x: 1, y: 0, far: false, alt: false }],
    ['ArrowLeft', true, { x: -1, y: 0, far: true, alt: false }],
    ['ArrowUp', false, { x: 0, y: -1, far: false, alt: false }],
    ['ArrowDown', false, { x: 0, y: 1, far: false, alt: false }],
  ])('%s with Shift %s is one step', (code, shiftKey, step) => {
    expect(stepOf({ code, shiftKey, altKey: false })).toEqual(step);
  });

  test('no other key moves what is held', () => {
    for (const code of ['Space', 'Enter', 'KeyM', 'Delete', 'Tab'])
      expect(stepOf({ code, shiftKey: false, altKey: false })).toBeUndefined();
  });
});

test('a mouse lifts after a few px', () => {
  const constraints = sensorsFor(NOBODY).map(
    ({ options }) => (options as { activationConstraint?: object }).activationConstraint,
  );
  expect(constraints).toEqual([{ distance: MOUSE_DISTANCE }, undefined, undefined]);
});

test('a finger lifts after a long press that stays where it is', () => {
  expect(TOUCH_DELAY).toBe(350);
  expect(TOUCH_TOLERANCE).toBeLessThanOrEqual(10);
});

describe('a pane under a hand at its edge', () => {
  test('rests in the middle, and runs towards the edge that is near', () => {
    expect(edgeSpeed(500, 0, 1000)).toBe(0);
    expect(edgeSpeed(10, 0, 1000)).toBeLessThan(0);
    expect(edgeSpeed(990, 0, 1000)).toBeGreaterThan(0);
    expect(edgeSpeed(-300, 0, 1000)).toBeLessThan(0);
  });

  test('runs the faster the nearer, the same both ways, and always has a place to rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 8, max: 2000 }), (inset, size) => {
        expect(edgeSpeed(inset, 0, size)).toBe(-edgeSpeed(size - inset, 0, size) || 0);
        expect(Math.abs(edgeSpeed(inset, 0, size))).toBeGreaterThanOrEqual(
          Math.abs(edgeSpeed(inset + 1, 0, size)) * (inset + 1 <= size / 2 ? 1 : 0),
        );
        expect(edgeSpeed(size / 2, 0, size)).toBe(0);
      }),
    );
  });
});
