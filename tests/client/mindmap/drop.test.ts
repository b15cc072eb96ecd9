import { describe, expect, test } from 'vitest';
import { landing, slotOf } from '../../../client/views/mindmap/drop.ts';
import { layoutMindmap } from '../../../shared/layout/mindmap.ts';
import type { Box, Point } from '../../../shared/layout/scene.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { moveNode } from '../../../shared/ops/tree.ts';
import { diceOf, idOf, planOf, show } from '../../kit/plan.ts';

const plan = planOf(`
一
  甲
    甲一
    甲二
    甲三
  乙
    乙一
      小事
二
  丙
    丙一
三`);
const map = layoutMindmap(plan, { folded: new Set(), arrangement: 'both', today: '2019-06-14', lang: 'zh' });
const box = (title: string): Box => map.boxes.get(title === '根' ? ROOT : idOf(plan, title))!;
const ids = (...titles: string[]): string[] => titles.map((title) => idOf(plan, title));

/** Over a topic: 0 is its upper edge, 1 its lower. */
function over(title: string, height: number, sideways = 0.5): Point {
  const { x, y, w, h } = box(title);
  return { x: x + w * sideways, y: y + h * height };
}

function dropped(titles: readonly string[], at: Point): string {
  const found = landing(map, plan, ids(...titles), at);
  if (found.kind === 'refused') return found.refusal.refused;
  if (found.kind === 'none') return 'none';
  const outcome = moveNode(plan, { ids: ids(...titles), ...found.spot }, diceOf(1));
  return isRefusal(outcome)
    ? outcome.refused
    : show(applyChanges(plan, outcome))
        .replace(/ +/g, (gap) => '·'.repeat(gap.length / 2))
        .replaceAll('\n', ' ');
}

describe('a topic let go', () => {
  test('over the upper part of another stands before it, over the lower part after it', () => {
    expect(dropped(['甲三'], over('甲一', 0.1))).toContain('·甲 ··甲三 ··甲一 ··甲二');
    expect(dropped(['甲一'], over('甲二', 0.9))).toContain('·甲 ··甲二 ··甲一 ··甲三');
  });
  test('on the middle of another hangs below it, at the end', () => {
    expect(dropped(['甲一'], over('乙', 0.5))).toContain('·乙 ··乙一 ···小事 ··甲一');
  });
  test('beyond a topic without children hangs below it', () => {
    const { x, y, w, h } = box('丙一');
    const outside = map.spots.get(idOf(plan, '丙一'))!.side === 'right' ? x + w + 20 : x - 20;
    expect(dropped(['甲一'], { x: outside, y: y + h / 2 })).toContain('··丙一 ···甲一');
  });
  test('where its kind cannot stand takes the nearest place where it can', () => {
    // A clause with parts of its own cannot stand beside an item, but it can hang below it.
    expect(dropped(['乙一'], over('甲', 0.05))).toContain('·甲 ··甲一 ··甲二 ··甲三 ··乙一 ···小事');
  });
  test('with others keeps their order, and is one move', () => {
    expect(dropped(['甲三', '甲一'], over('乙一', 0.9))).toContain('·乙 ··乙一 ···小事 ··甲一 ··甲三');
  });
  test('on the plan itself goes among the top branches', () => {
    const root = box('根');
    expect(dropped(['三'], { x: root.x + root.w - 4, y: root.y + root.h / 2 })).not.toBe('none');
  });
  test('into its own branch is refused, and says so', () => {
    expect(dropped(['甲'], over('甲二', 0.5))).toBe('into-itself');
  });
  test('where no level fits is refused, and says so', () => {
    expect(dropped(['一'], over('丙一', 0.5))).toBe('wrong-level');
  });
  test('where it stands, or far from everything, does nothing', () => {
    expect(dropped(['甲一'], over('甲二', 0.1))).toBe('none');
    expect(dropped(['甲一'], { x: -5000, y: -5000 })).toBe('none');
  });
});

describe('the future place', () => {
  test('lies between the two topics it will stand between', () => {
    const slot = slotOf(map, plan, { parent: idOf(plan, '甲'), before: idOf(plan, '甲二') })!;
    expect(slot.to.y).toBeGreaterThan(box('甲一').y + box('甲一').h);
    expect(slot.to.y).toBeLessThan(box('甲二').y);
  });
  test('lies below the last, and beside a parent that has none', () => {
    const last = slotOf(map, plan, { parent: idOf(plan, '甲'), before: null })!;
    expect(last.to.y).toBeGreaterThan(box('甲三').y + box('甲三').h);
    const none = slotOf(map, plan, { parent: idOf(plan, '甲一'), before: null })!;
    const { x, w } = box('甲一');
    expect(map.spots.get(idOf(plan, '甲一'))!.side === 'right' ? none.to.x > x + w : none.to.x < x).toBe(true);
  });
});
