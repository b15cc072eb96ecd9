import { describe, expect, test } from 'vitest';
import { hit, union } from '../../../shared/layout/scene.ts';
import type { Group, Scene, Target } from '../../../shared/layout/scene.ts';

const group = (key: string, part: Target['part'], x: number, y: number, w: number, h: number, label = 0): Group => ({
  key,
  target: { node: key, part },
  bounds: { x, y, w: w + label, h },
  grip: { x, y, w, h },
  shapes: [],
});

const scene: Scene = {
  width: 800,
  height: 400,
  layers: [
    { name: 'backdrop', groups: [group('a', 'row', 100, 50, 700, 36)] },
    { name: 'body', groups: [group('a', 'bar', 300, 57, 100, 22, 80), group('b', 'bar', 300, 93, 6, 22)] },
    { name: 'side', groups: [group('a', 'cell', 0, 50, 100, 36)] },
    { name: 'head', groups: [] },
    { name: 'corner', groups: [] },
  ],
  frozen: { left: 100, top: 50 },
};

describe('hit', () => {
  test('the middle of a bar is the bar', () => expect(hit(scene, 350, 68)).toEqual({ node: 'a', part: 'bar' }));
  test('within 8 px of either end, inside and outside, is a handle', () => {
    expect(hit(scene, 294, 68)?.part).toBe('start');
    expect(hit(scene, 306, 68)?.part).toBe('start');
    expect(hit(scene, 394, 68)?.part).toBe('end');
    expect(hit(scene, 407, 68)?.part).toBe('end');
  });
  test('a finger feels a wider handle', () => {
    expect(hit(scene, 285, 68, undefined, 22)?.part).toBe('start');
    expect(hit(scene, 285, 68)?.part).toBe('row');
  });
  test('a bar of 6 px can still be moved', () => expect(hit(scene, 303, 104)).toEqual({ node: 'b', part: 'bar' }));
  test('a label belongs to its bar', () => expect(hit(scene, 450, 68)?.part).toBe('bar'));
  test('beside the bar is its row', () => expect(hit(scene, 600, 68)).toEqual({ node: 'a', part: 'row' }));
  test('the frozen table covers what has scrolled under it', () => {
    expect(hit(scene, 310, 68, { x: 280, y: 0 })).toEqual({ node: 'a', part: 'cell' });
    expect(hit(scene, 50, 68)).toEqual({ node: 'a', part: 'cell' });
  });
  test('so does the header', () => expect(hit(scene, 350, 68, { x: 0, y: 40 })).toBeUndefined());
  test('nothing is nothing', () => expect(hit(scene, 350, 390)).toBeUndefined());
});

test('a link is hit on its line, not in the space it spans', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 50, y: 0 },
    { x: 50, y: 80 },
    { x: 100, y: 80 },
  ];
  const link: Group = { ...group('a>b', 'link', 0, 0, 100, 80), line };
  const only: Scene = { width: 100, height: 80, layers: [{ name: 'links', groups: [link] }] };
  expect(hit(only, 53, 40)).toEqual({ node: 'a>b', part: 'link' });
  expect(hit(only, 20, 40)).toBeUndefined();
});

test('a union holds all its boxes', () => {
  expect(
    union([
      { x: 5, y: 5, w: 1, h: 1 },
      { x: 0, y: 9, w: 2, h: 3 },
    ]),
  ).toEqual({ x: 0, y: 5, w: 6, h: 7 });
  expect(union([])).toBeUndefined();
});
