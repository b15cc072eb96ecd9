import { expect, test } from 'vitest';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import {
  addAfter,
  addNode,
  bin,
  binned,
  graft,
  indent,
  moveDown,
  moveNode,
  moveUp,
  outdent,
  restore,
} from '../../../shared/ops/tree.ts';
import { diceOf, idOf, outlines, planOf, show } from '../../kit/plan.ts';

const dice = diceOf(42);
const PLAN = `
一
  甲 @局办公室
    甲一
    甲二
  乙
二
  丙
    丙一
      小事
三`;

function after(plan: Plan, outcome: Outcome): Plan {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return applyChanges(plan, outcome);
}

function refusal(outcome: Outcome): string {
  return isRefusal(outcome) ? outcome.refused : 'done';
}

test('an item moves into another section, before a given one', () => {
  const plan = planOf(PLAN);
  const moved = after(
    plan,
    moveNode(plan, { ids: [idOf(plan, '乙')], parent: idOf(plan, '二'), before: idOf(plan, '丙') }, dice),
  );
  expect(show(moved)).toBe(
    show(planOf('一\n  甲 @局办公室\n    甲一\n    甲二\n二\n  乙\n  丙\n    丙一\n      小事\n三')),
  );
});

test('several move together and keep their order, whatever order they were chosen in', () => {
  const plan = planOf(PLAN);
  const ids = ['乙', '甲'].map((title) => idOf(plan, title));
  expect(show(after(plan, moveNode(plan, { ids, parent: idOf(plan, '三') }, dice)))).toBe(
    show(planOf('一\n二\n  丙\n    丙一\n      小事\n三\n  甲 @局办公室\n    甲一\n    甲二\n  乙')),
  );
});

test('a node chosen together with its branch moves once', () => {
  const plan = planOf(PLAN);
  const ids = ['甲一', '甲'].map((title) => idOf(plan, title));
  expect(show(after(plan, moveNode(plan, { ids, parent: idOf(plan, '二') }, dice)))).toContain(
    '  甲 @局办公室\n    甲一\n    甲二',
  );
});

test('a section cannot be moved into its own item', () => {
  const plan = planOf(PLAN);
  expect(refusal(moveNode(plan, { ids: [idOf(plan, '一')], parent: idOf(plan, '甲') }, dice))).toBe('into-itself');
});

test('an item with clauses cannot become a clause, an empty one can', () => {
  const plan = planOf(PLAN);
  const parent = idOf(plan, '丙');
  expect(refusal(moveNode(plan, { ids: [idOf(plan, '甲')], parent }, dice))).toBe('wrong-level');
  const moved = after(plan, moveNode(plan, { ids: [idOf(plan, '乙')], parent }, dice));
  expect(moved.nodes.get(idOf(plan, '乙'))!.kind).toBe('clause');
});

test('an item that comes to stand among sections becomes one if it has neither measures nor offices, else it is told why not', () => {
  const plan = planOf(PLAN);
  const out = (title: string) => outdent(plan, { id: idOf(plan, title) }, dice);
  expect(after(plan, out('乙')).nodes.get(idOf(plan, '乙'))!.kind).toBe('section');
  expect(refusal(out('甲'))).toBe('beside-sections');
  const led = planOf('一\n  甲 @局办公室\n  乙\n    乙一 @局基教科\n二');
  expect(outdent(led, { id: idOf(led, '甲') }, dice)).toEqual({ refused: 'section-is-led', with: { title: '甲' } });
  const clause = { ids: [idOf(led, '乙一')], parent: ROOT };
  expect(refusal(moveNode(led, clause, dice))).toBe('section-is-led');
  // Before the first section it reads as what it is.
  const first = after(led, moveNode(led, { ids: [idOf(led, '甲')], parent: ROOT, before: idOf(led, '一') }, dice));
  expect(first.nodes.get(idOf(led, '甲'))!.kind).toBe('item');
});

test('moving to where it already stands is nothing to do', () => {
  const plan = planOf(PLAN);
  expect(
    refusal(moveNode(plan, { ids: [idOf(plan, '甲')], parent: idOf(plan, '一'), before: idOf(plan, '乙') }, dice)),
  ).toBe('nothing-to-do');
  expect(refusal(moveNode(plan, { ids: [idOf(plan, '乙')], parent: idOf(plan, '一') }, dice))).toBe('nothing-to-do');
  expect(refusal(moveUp(plan, { id: idOf(plan, '一') }, dice))).toBe('nothing-to-do');
});

test('up and down at the end of a parent go on into the next of the same depth, over those that may hold it', () => {
  const text = '一\n  甲\n    甲一\n二\n  乙\n三\n  丙\n    丙一';
  const plan = planOf(text);
  const down = after(plan, moveDown(plan, { id: idOf(plan, '甲一') }, dice));
  expect(show(down)).toBe('一\n  甲\n二\n  乙\n    甲一\n三\n  丙\n    丙一');
  const again = after(down, moveDown(down, { id: idOf(down, '甲一') }, dice));
  expect(show(again)).toBe('一\n  甲\n二\n  乙\n三\n  丙\n    甲一\n    丙一');
  const back = after(again, moveUp(again, { id: idOf(again, '甲一') }, dice));
  expect(show(after(back, moveUp(back, { id: idOf(back, '甲一') }, dice)))).toBe(text);
  const item = after(plan, moveDown(plan, { id: idOf(plan, '甲') }, dice));
  expect(show(item)).toBe('一\n二\n  甲\n    甲一\n  乙\n三\n  丙\n    丙一');
  for (const last of ['丙', '丙一', '三'])
    expect(refusal(moveDown(plan, { id: idOf(plan, last) }, dice))).toBe('nothing-to-do');
});

test('up and down swap with the neighbour; down and up is where it was', () => {
  const plan = planOf(PLAN);
  const down = after(plan, moveDown(plan, { id: idOf(plan, '甲') }, dice));
  expect(show(down)).toContain('  乙\n  甲');
  expect(show(after(down, moveUp(down, { id: idOf(plan, '甲') }, dice)))).toBe(show(plan));
});

test('indent puts a leaf under the one above, outdent beside its parent', () => {
  const plan = planOf(PLAN);
  const inside = after(plan, indent(plan, { id: idOf(plan, '甲二') }, dice));
  expect(show(inside)).toContain('    甲一\n      甲二');
  expect(show(after(inside, outdent(inside, { id: idOf(plan, '甲二') }, dice)))).toBe(show(plan));
});

test('a new node stands before the one named, or last, with the kind its parent usually holds', () => {
  const plan = planOf(PLAN);
  const more = after(
    plan,
    addNode(plan, { id: 'new1', parent: idOf(plan, '甲'), before: idOf(plan, '甲二'), title: '新' }, dice),
  );
  expect(show(more)).toContain('    甲一\n    新\n    甲二');
  expect(more.nodes.get('new1')!.kind).toBe('clause');
  const next = after(more, addAfter(more, { id: 'new2', after: idOf(plan, '甲'), title: '邻' }, dice));
  expect(show(next)).toContain('    甲二\n  邻\n  乙');
});

test('what is binned leaves the plan with its branch, and comes back to where it was', () => {
  const plan = planOf(PLAN);
  const less = after(plan, bin(plan, { ids: [idOf(plan, '丙')] }));
  expect(show(less)).not.toContain('丙');
  expect(binned(less)).toEqual([idOf(plan, '丙')]);
  expect(show(after(less, restore(less, { id: idOf(plan, '丙') }, dice)))).toBe(show(plan));
});

test('what comes back from the bin stands where it stood, not last', () => {
  const plan = planOf(PLAN);
  const less = after(plan, bin(plan, { ids: [idOf(plan, '甲一')] }));
  expect(show(after(less, restore(less, { id: idOf(plan, '甲一') }, dice)))).toBe(show(plan));
});

test('a clause whose item is binned too says which must come back first', () => {
  const plan = planOf(PLAN);
  const one = after(plan, bin(plan, { ids: [idOf(plan, '甲一')] }));
  const two = after(one, bin(one, { ids: [idOf(plan, '甲')] }));
  expect(restore(two, { id: idOf(plan, '甲一') }, dice)).toEqual({ refused: 'parent-in-bin', with: { title: '甲' } });
});

test('grafting registers the offices it names once, and knows a collective one', () => {
  const plan = planOf(PLAN);
  const grown = after(
    plan,
    graft(
      plan,
      {
        parent: idOf(plan, '三'),
        outlines: outlines('一').map(() => ({
          kind: 'item' as const,
          title: '新',
          lead: ['局办公室', '局各职能科室', '局基教科', '局基教科'],
        })),
      },
      dice,
    ),
  );
  expect([...grown.offices.values()].map((office) => [office.name, office.collective])).toEqual([
    ['局办公室', false],
    ['局各职能科室', true],
    ['局基教科', false],
  ]);
  expect(show(grown)).toContain('  新 @局办公室,局各职能科室,局基教科');
});

test('a healed cycle does not spring back when its other half moves away', () => {
  const plan = planOf('一\n  甲\n    甲一\n      事\n        细');
  const [fact, detail] = [idOf(plan, '事'), idOf(plan, '细')];
  // As two people left it: 细 was moved under 甲一 and 事 under 细, while apart.
  const knot = applyChanges(plan, [
    { do: 'put', id: fact, key: 'place', value: { parent: detail, order: 'a0', turn: 3, was: idOf(plan, '甲一') } },
  ]);
  expect([...knot.tree.overridden]).toEqual([fact]);
  const apart = after(knot, moveNode(knot, { ids: [detail], parent: idOf(plan, '甲一') }, dice));
  expect(apart.tree.overridden.size).toBe(0);
  expect(apart.tree.parent.get(fact)).toBe(idOf(plan, '甲一'));
});
