import { describe, expect, test } from 'vitest';
import { neighbour } from '../../../client/views/mindmap/navigate.ts';
import type { Placed, Way } from '../../../client/views/mindmap/navigate.ts';

const at = (id: string, x: number, y: number, parent?: string): Placed => ({
  id,
  box: { x, y, w: 100, h: 20 },
  ...(parent && { parent }),
});

// 乙 │ 甲一 ─ 甲 ─ 根 ─ 丙 ─ 丙一
//                      │    丙二
//                      丁 ─ 丁一
const BOXES = [
  at('根', 0, 100),
  at('丙', 200, 60, '根'),
  at('丙一', 400, 40, '丙'),
  at('丙二', 400, 80, '丙'),
  at('丁', 200, 140, '根'),
  at('丁一', 400, 140, '丁'),
  at('甲', -200, 60, '根'),
  at('甲一', -400, 60, '甲'),
  at('乙', -200, 140, '根'),
];

const go = (from: string, way: Way): string | undefined => neighbour(BOXES, from, way);

describe('an arrow key', () => {
  test('away from the root leads to the nearest child, towards it to the parent, on both sides', () => {
    expect([go('根', 'right'), go('丙', 'right'), go('丙一', 'left'), go('丙', 'left')]).toEqual([
      '丙',
      '丙一',
      '丙',
      '根',
    ]);
    expect([go('根', 'left'), go('甲', 'left'), go('甲一', 'right'), go('甲', 'right')]).toEqual([
      '甲',
      '甲一',
      '甲',
      '根',
    ]);
  });
  test('up and down stays in the column, also from one branch to the next', () => {
    expect([go('丙一', 'down'), go('丙二', 'down'), go('丁一', 'up'), go('丙', 'down')]).toEqual([
      '丙二',
      '丁一',
      '丙二',
      '丁',
    ]);
  });
  test('never jumps to the other side', () => {
    expect(go('甲', 'down')).toBe('乙');
    expect(go('乙', 'down')).toBeUndefined();
  });
  test('at a leaf’s outer edge, or from a box that is gone, leads nowhere', () => {
    expect([go('丙一', 'right'), go('没有', 'up')]).toEqual([undefined, undefined]);
  });
});
