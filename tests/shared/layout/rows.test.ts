import { describe, expect, test } from 'vitest';
import { matches } from '../../../shared/layout/filter.ts';
import type { Filter } from '../../../shared/layout/filter.ts';
import { numbering } from '../../../shared/model/numbering.ts';
import { rows } from '../../../shared/layout/rows.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const plan = planOf(`
  聚焦改革
    考试招生
      落实中考方案 @局基教科 03-01..06-30 40%
      制定评价方案 @局基教科,局教研室
  聚焦队伍
    教师培养 @局人事科
      名师工程 01-02..02-03 100%
        ◆ 启动会 01-02
`);
const folded = (...titles: string[]): ReadonlySet<string> => new Set(titles.map((title) => idOf(plan, title)));
const shown = (of: Plan, fold: ReadonlySet<string>, filter?: Filter): string[] =>
  rows(of, { folded: fold, filter }).map(
    (row) =>
      `${'  '.repeat(row.depth)}${numbering(of).get(row.id)!.label}|${of.nodes.get(row.id)!.title}${row.folded ? ` +${row.hidden}` : ''}`,
  );

describe('visible rows', () => {
  test('are the tree in reading order, without the root', () => {
    expect(shown(plan, new Set())).toEqual([
      '一|聚焦改革',
      '  1|考试招生',
      '    1.1|落实中考方案',
      '    1.2|制定评价方案',
      '二|聚焦队伍',
      '  2|教师培养',
      '    2.1|名师工程',
      '      |启动会',
    ]);
  });
  test('a folded branch says how many it hides', () => {
    expect(shown(plan, folded('聚焦改革', '教师培养'))).toEqual(['一|聚焦改革 +3', '二|聚焦队伍', '  2|教师培养 +2']);
  });
  test('know which section they belong to', () => {
    expect(rows(plan, { folded: new Set() }).map(({ section }) => section)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  });
  test('leave out the bin', () => {
    const id = idOf(plan, '聚焦改革');
    const parent = new Map(plan.tree.parent).set(id, 'bin');
    const children = new Map(plan.tree.children).set('root', [idOf(plan, '聚焦队伍')]).set('bin', [id]);
    const binned = { ...plan, tree: { ...plan.tree, parent, children } };
    expect(shown(binned, new Set())[0]).toBe('一|聚焦队伍');
    expect(rows(binned, { folded: new Set(), filter: { text: '方案' } })).toEqual([]);
  });
});

describe('a filter', () => {
  test('keeps the ancestors of a hit, and opens them', () => {
    expect(shown(plan, folded('聚焦改革'), { text: '评价' })).toEqual([
      '一|聚焦改革',
      '  1|考试招生',
      '    1.2|制定评价方案',
    ]);
  });
  test('finds by number and by office too', () => {
    expect(shown(plan, new Set(), { text: '2.1' })).toHaveLength(3);
    expect(shown(plan, new Set(), { text: '教研室' }).at(-1)).toBe('    1.2|制定评价方案');
  });
  test('wants every word', () => expect(shown(plan, new Set(), { text: '方案 人事' })).toEqual([]));
  test('by office finds whoever leads or assists', () => {
    const office = [...plan.offices.values()].find(({ name }) => name === '局基教科')!.id;
    expect(shown(plan, new Set(), { offices: [office] }).slice(2)).toEqual([
      '    1.1|落实中考方案',
      '    1.2|制定评价方案',
    ]);
  });
  test('by section keeps it and all below', () => {
    expect(shown(plan, new Set(), { section: idOf(plan, '聚焦队伍') })).toHaveLength(4);
  });
  test('undated finds leaves without a date', () => {
    expect(shown(plan, new Set(), { undated: true }).at(-1)).toBe('    1.2|制定评价方案');
  });
  test('by light measures against today', () => {
    expect(shown(plan, new Set(), { lights: ['late'], today: '2019-08-01' }).at(2)).toBe('    1.1|落实中考方案');
    expect(shown(plan, new Set(), { lights: ['done'], today: '2019-08-01' }).at(-1)).toBe('    2.1|名师工程 +1');
  });
  test('that asks for nothing keeps everything', () => expect(shown(plan, new Set(), { text: ' ' })).toHaveLength(8));
  test('matches one node alone', () => {
    const node = plan.nodes.get(idOf(plan, '名师工程'))!;
    expect(matches(plan, node, { text: '名师' })).toBe(true);
    expect(matches(plan, node, { text: '中考' })).toBe(false);
  });
});
