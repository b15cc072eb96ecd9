import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { childrenOf } from '../../../shared/model/tree.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { bin, moveNode } from '../../../shared/ops/tree.ts';
import { followNumbers } from '../../../shared/yaodian/references.ts';
import { diceOf, idOf, planOf } from '../../kit/plan.ts';

const TEXT = `
  开头
    子一
      子一甲
    子二
      子二甲
      子二乙
  中间
    丑一
      见第2项、第２项、第二项，按第二部分第3条和第2.2项办理
    丑二
  末尾
    寅一
      落实第三部分要求，第9项和《条例》第2条例不算`;

function moved(plan: Plan, title: string, into: string, before: string | null): Plan {
  const outcome = moveNode(
    plan,
    { ids: [idOf(plan, title)], parent: into === '' ? ROOT : idOf(plan, into), before: before && idOf(plan, before) },
    diceOf(1),
  );
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return applyChanges(plan, outcome);
}

describe('references by number', () => {
  const plan = planOf(TEXT);

  test('follow an item that moves to another section, each in its own way of writing', () => {
    const after = moved(plan, '子二', '末尾', null);
    expect(followNumbers(plan, after).map(({ title }) => title)).toEqual([
      '见第5项、第５项、第五项，按第二部分第2条和第5.2项办理',
    ]);
  });

  test('follow a section', () => {
    const after = moved(plan, '末尾', '', '开头');
    expect(followNumbers(plan, after).map(({ title }) => title)).toContain(
      '落实第一部分要求，第9项和《条例》第2条例不算',
    );
  });

  test('an item named with its section names the section it now hangs in', () => {
    const after = moved(plan, '丑一', '开头', null);
    const title = followNumbers(plan, after)[0]?.title;
    expect(title).toContain('第一部分第3条');
  });

  test('stay as written when what they name went to the bin, or when nothing is called so', () => {
    const outcome = bin(plan, { ids: [idOf(plan, '子二')] });
    const after = isRefusal(outcome) ? plan : applyChanges(plan, outcome);
    const title = followNumbers(plan, after)[0]?.title;
    expect(title).toBe('见第2项、第２项、第二项，按第二部分第2条和第2.2项办理');
  });

  test('nothing to do when no number moved', () => {
    expect(followNumbers(plan, plan)).toEqual([]);
    expect(childrenOf(plan, ROOT)).toHaveLength(3);
  });
});
