// A document handed over as paragraphs and tables reads like its text.
import { expect, test } from 'vitest';
import { parseCarried } from '../../../shared/yaodian/carried.ts';
import { toJson } from '../../../shared/yaodian/draft.ts';

test('automatic numbers count as if they were typed, and each line knows its block', () => {
  const draft = parseCarried([
    { kind: 'paragraph', text: '2021年全县教育工作要点', title: true },
    { kind: 'paragraph', text: '夯实学校安全', mark: '一、', level: 1 },
    { kind: 'paragraph', text: '开展隐患排查。每校一册台账（牵头科室：安稳科）。', mark: '1.' },
  ]);
  const json = toJson(draft);
  expect(json.title).toBe('2021年全县教育工作要点');
  expect(json.sections.map(({ number, title }) => [number, title])).toEqual([[1, '夯实学校安全']]);
  expect(json.items[0]).toMatchObject({ number: 1, title: '开展隐患排查', section: 'S1' });
  expect(json.items[0]!.clauses[0]).toMatchObject({ text: '每校一册台账', lead: ['安稳科'] });
  expect(draft.places).toEqual([{ block: 0 }, { block: 1 }, { block: 2 }]);
});
