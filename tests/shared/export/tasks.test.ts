import { describe, expect, test } from 'vitest';
import { WHOLE, taskList } from '../../../shared/export/tasks.ts';
import type { Entry, Task } from '../../../shared/export/tasks.ts';
import { deadlineWords, refusalText, startWords, titleOf } from '../../../shared/export/words.ts';
import type { NoteJson } from '../../../shared/model/note.ts';
import type { Node, Plan, Span } from '../../../shared/model/plan.ts';
import { META, idOf, planOf } from '../../kit/plan.ts';
import { OFFICIAL, contentsOfOutlines } from './kit.ts';

const TODAY = '2019-06-18';
const list = (plan: Plan, notes: ReadonlyMap<string, NoteJson> = new Map()): readonly Entry[] =>
  taskList({ plan, notes }, TODAY);
const tasks = (entries: readonly Entry[]): Task[] => entries.filter((entry): entry is Task => entry.kind === 'task');
const withNode = (plan: Plan, title: string, change: Partial<Node>): Plan => {
  const id = idOf(plan, title);
  return { ...plan, nodes: new Map(plan.nodes).set(id, { ...plan.nodes.get(id)!, ...change }) };
};
const note = (text: string): NoteJson => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe('the 任务清单', () => {
  test('of the official text has 8 headings and 39 rows, all 待定', () => {
    const entries = taskList(OFFICIAL, TODAY);
    expect(entries.filter(({ kind }) => kind === 'heading')).toHaveLength(8);
    expect(tasks(entries)).toHaveLength(39);
    for (const { start, deadline, milestones } of tasks(entries)) {
      expect([start, deadline]).toEqual(['待定', '待定']);
      expect(milestones).toEqual([]);
    }
  });

  test('numbers headings, tasks and steps as the text does, in reading order', () => {
    const entries = list(planOf('一\n  甲\n    甲一\n      小事\n    甲二\n二\n  乙\n    乙一'));
    expect(entries.map((entry) => (entry.kind === 'heading' ? entry.text : `${entry.number} ${entry.text}`))).toEqual([
      '一、一',
      '1.1 甲一',
      '1.1.1 小事',
      '1.2 甲二',
      '二、二',
      '2.1 乙一',
    ]);
  });

  test('an item nobody has divided yet is a row of its own', () => {
    const [row] = tasks(list(planOf('一\n  甲 03-01..03-31')));
    expect(row).toMatchObject({ number: '1', text: '', item: { text: '甲' }, start: '3月1日', deadline: '3月31日' });
  });

  test('milestones stand with the work they belong to, dated or not, and say when they are met', () => {
    const plan = withNode(planOf('一\n  甲\n    甲一\n      ◆ 初稿 05-20\n      ◆ 定稿'), '初稿', { progress: 100 });
    expect(tasks(list(plan))[0]!.milestones).toEqual(['5月20日 初稿（已完成）', '待定 定稿']);
  });

  test('what belongs to an item or section as a whole has a row that says so', () => {
    const entries = list(planOf('一\n  甲\n    甲一\n    ◆ 总结 12-20\n  ◆ 中期 06-30'));
    expect(tasks(entries).map(({ text, milestones }) => [text, ...milestones])).toEqual([
      [WHOLE, '6月30日 中期'],
      [WHOLE, '12月20日 总结'],
      ['甲一'],
    ]);
  });

  test('a milestone of the plan itself is not lost', () => {
    const { plan, notes } = contentsOfOutlines([
      { kind: 'milestone', title: '定稿', span: { start: '2019-01-20', end: '2019-01-20' } },
    ]);
    expect(tasks(taskList({ plan, notes }, TODAY))).toMatchObject([{ text: '定稿', deadline: '1月20日' }]);
  });

  test('remarks hold the reason of a light set by hand, then the note, then the notes of its milestones', () => {
    const base = planOf('一\n  甲\n    甲一\n      ◆ 初稿 05-20');
    const plan = withNode(base, '甲一', { status: { light: 'hold', reason: '等市级方案' }, noted: true });
    const notes = new Map([
      [idOf(plan, '甲一'), note('已与财政沟通')],
      [idOf(plan, '初稿'), note('送法制科')],
    ]);
    const [row] = tasks(list(plan, notes));
    expect(row!.light).toBe('hold');
    expect(row!.remarks).toEqual(['暂缓：等市级方案', '已与财政沟通', '初稿：送法制科']);
  });

  test('what lies in the bin is not handed out', () => {
    const plan = planOf('一\n  甲\n    甲一\n    甲二');
    const id = idOf(plan, '甲二');
    const children = new Map(plan.tree.children);
    for (const [parent, ids] of children)
      children.set(
        parent,
        ids.filter((each) => each !== id),
      );
    const tree = {
      ...plan.tree,
      parent: new Map(plan.tree.parent).set(id, 'bin'),
      children: children.set('bin', [id]),
    };
    expect(tasks(list({ ...plan, tree })).map(({ text }) => text)).toEqual(['甲一']);
  });
});

describe('days in a document', () => {
  const span = (start: string, end: string, grain?: Span['grain']): Span => ({ start, end, ...(grain && { grain }) });

  test.each([
    [span('2019-03-01', '2019-06-30'), '3月1日', '6月30日'],
    [span('2019-03-01', '2019-06-30', 'day'), '3月1日', '6月30日'],
    [span('2019-03-01', '2019-06-30', 'month'), '3月', '6月底前'],
    [span('2019-04-01', '2019-06-30', 'quarter'), '4月', '第二季度'],
    [span('2019-01-01', '2019-06-30', 'half'), '1月', '上半年'],
    [span('2019-07-01', '2019-12-31', 'half'), '7月', '下半年'],
    [span('2019-01-01', '2019-12-31', 'year'), '1月', '年底前'],
    [span('2018-11-01', '2020-02-29'), '2018年11月1日', '2020年2月29日'],
    [span('2019-11-01', '2020-12-31', 'year'), '11月', '2020年年底前'],
  ])('%j', (given, start, deadline) => {
    expect(startWords(given, 2019)).toBe(start);
    expect(deadlineWords(given, 2019)).toBe(deadline);
  });

  test('carry their year where the plan has none', () => {
    expect(deadlineWords(span('2019-03-01', '2019-06-30'), undefined)).toBe('2019年6月30日');
  });
});

describe('the title', () => {
  test('of a demonstration says 示例, once', () => {
    expect(titleOf({ ...META, title: '要点', sample: true })).toBe('示例 · 要点');
    expect(titleOf({ ...META, title: '示例要点', sample: true })).toBe('示例要点');
    expect(titleOf({ ...META, title: ' 要点 ' })).toBe('要点');
    expect(titleOf({ ...META, title: '' })).toBe('（无标题）');
  });
});

test('a refused file is explained in words, with the place of each fault', () => {
  const text = refusalText('damaged', [{ at: 'nodes.3.span.end', code: 'day' }], 'zh');
  expect(text).toBe('计划文件有错，没有导入任何内容：\n  nodes.3.span.end：不是真实的日期（应如 2019-09-02）');
  expect(refusalText('not-json', [], 'en')).toBe('This is not a JSON file, or it is cut short.');
});
