import { describe, expect, test } from 'vitest';
import { quarterLines, readQuarters } from '../../../client/views/list/quarters.ts';
import { idOf, planOf } from '../../kit/plan.ts';

describe('what is typed into a cell of quarters', () => {
  test.each([
    ['一季度 方案印发\n三季度：中期检查', ['方案印发', undefined, '中期检查', undefined]],
    ['第四季度 验收', [undefined, undefined, undefined, '验收']],
    ['Q1 印发；Q2 试点；Q3 推开；Q4 验收', ['印发', '试点', '推开', '验收']],
    ['1季 方案；2季度、试点', ['方案', '试点', undefined, undefined]],
    ['一季度 \n二季度 \n三季度 \n四季度 ', [undefined, undefined, undefined, undefined]],
    ['', [undefined, undefined, undefined, undefined]],
    ['印发\n试点\n推开\n验收', ['印发', '试点', '推开', '验收']],
    ['方案印发 3/31；验收 12/31', ['方案印发', undefined, undefined, '验收']],
  ] as const)('%j', (text, wanted) => expect(readQuarters(text, 2019)).toEqual(wanted));

  test('that names no quarter is not taken, unless it stands there already', () => {
    expect(readQuarters('方案印发', 2019)).toBeUndefined();
    expect(readQuarters('方案印发 3/28', 2019)).toBeUndefined();
    expect(readQuarters('方案印发 3/28；验收 12/31', 2019, new Set(['方案印发 3/28']))).toEqual([
      undefined,
      undefined,
      undefined,
      '验收',
    ]);
    expect(readQuarters('1季报表上报', 2019)).toEqual(['报表上报', undefined, undefined, undefined]);
  });

  test('begins as a line for each quarter', () => {
    const plan = planOf('部\n  项\n    措 @局办公室');
    expect(quarterLines(plan, idOf(plan, '措'), 2019, 'zh')).toBe('一季度 \n二季度 \n三季度 \n四季度 ');
  });
});
