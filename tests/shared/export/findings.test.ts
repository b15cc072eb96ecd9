// The list of what is wanting goes out with the file, says who answers for what, and is not read back as work.
import { expect, test } from 'vitest';
import { findingLines, findingText } from '../../../shared/export/findings.ts';
import { toMarkdown } from '../../../shared/export/exchange/markdown.ts';
import { findingSheets } from '../../../shared/export/table/findingsheet.ts';
import { readMarkdown } from '../../../shared/carriers/tree/markdown.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { waive } from '../../../shared/ops/waivers.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const plan = planOf('一部分\n  甲项\n    完成20项改造 @局基教科 03-01..03-29');
const node = idOf(plan, '完成20项改造');

test('each finding is a row with its number, its work and what is wanting', () => {
  expect(findingLines(plan).map(findingText)).toEqual([
    '1.1 完成20项改造：没有可检验的成果',
    '1.1 完成20项改造：没有季度节点',
    '1.1 完成20项改造：正文的数没有对应目标（20项）',
  ]);
  expect(findingSheets(plan, new Set([node]))[0]?.rows).toHaveLength(4);
  expect(findingSheets(plan, new Set())).toEqual([]);
});

test('a waived one stays in the list with its reason and its name', () => {
  const done = waive(plan, {
    finding: { code: 'number', node, words: '20项' },
    by: '张三',
    reason: '市里统计',
    at: '2019-02-01',
  });
  if (isRefusal(done)) throw new Error(done.refused);
  expect(findingLines(applyChanges(plan, done)).map(({ answer }) => answer)).toEqual([
    '',
    '',
    '不用补：市里统计（张三，2019-02-01）',
  ]);
});

test('Markdown that comes back brings no finding along', () => {
  const text = toMarkdown({ plan, notes: new Map(), today: '2019-02-01' });
  expect(text).toContain('## 待补清单');
  expect(JSON.stringify(readMarkdown(text))).not.toContain('待补');
});
