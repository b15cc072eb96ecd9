import { describe, expect, test } from 'vitest';
import { drift, topsOf, walk } from '../../../client/views/list/walk.ts';
import { rows } from '../../../shared/layout/rows.ts';
import { idOf, planOf } from '../../kit/plan.ts';
import { SMALL } from '../../kit/random.ts';

const EXTENT = { rows: 5, columns: 3, page: 3 };

describe('the cell cursor', () => {
  test('goes one cell with an arrow and stops at the edge', () => {
    expect(walk({ row: 1, column: 1 }, 'ArrowDown', EXTENT, false)).toEqual({ row: 2, column: 1 });
    expect(walk({ row: 0, column: 1 }, 'ArrowUp', EXTENT, false)).toBeUndefined();
    expect(walk({ row: 0, column: 2 }, 'ArrowRight', EXTENT, false)).toBeUndefined();
  });
  test('goes a screen with PageDown, as far as there are rows', () => {
    expect(walk({ row: 3, column: 1 }, 'PageDown', EXTENT, false)).toEqual({ row: 4, column: 1 });
  });
  test('goes to the ends of the row, or of the list with Ctrl', () => {
    expect(walk({ row: 3, column: 1 }, 'Home', EXTENT, false)).toEqual({ row: 3, column: 0 });
    expect(walk({ row: 3, column: 1 }, 'End', EXTENT, true)).toEqual({ row: 4, column: 2 });
  });
});

describe('when somebody adds a row above', () => {
  const before = planOf(SMALL);
  const after = planOf(SMALL.replace('  甲 @局办公室', '  新\n  甲 @局办公室'));
  const state = (plan: typeof before) => {
    const all = rows(plan, { folded: new Set() }).map((row) => ({ ...row, id: plan.nodes.get(row.id)!.title }));
    return { rows: all, tops: topsOf(all) };
  };
  test('the row I hold stays where it is, the dearest first', () => {
    expect(idOf(after, '新')).toBeTruthy();
    expect(drift(state(before), state(after), { from: 0, to: 600 }, ['甲二'])).toEqual({ by: 40, held: true });
    expect(drift(state(before), state(after), { from: 0, to: 600 }, [undefined, '没有', '甲二']).by).toBe(40);
  });
  test('without one, the first row in sight does', () => {
    expect(drift(state(before), state(after), { from: 60, to: 600 }, [])).toEqual({ by: 40, held: false });
    expect(drift(state(before), state(after), { from: 0, to: 600 }, []).by).toBe(0);
  });
});
