// Two hundred nodes with awkward words, out and in again by every format that holds a plan: what each keeps is kept to the character, what it cannot is written here.
import { expect, test } from 'vitest';
import { contentsOf } from '../../../shared/carriers/contents.ts';
import { noteText } from '../../../shared/doc/notes.ts';
import type { Contents } from '../../../shared/export/json.ts';
import { EXPORTERS, runExport } from '../../../shared/export/registry.ts';
import { ancestors, inOrder } from '../../../shared/model/tree.ts';
import type { Outline } from '../../../shared/model/plan.ts';
import { diceOf } from '../../kit/plan.ts';
import { contentsOfOutlines } from '../export/kit.ts';
import { read } from './kit.ts';

/** Characters that are seldom met. */
const CHARACTERS = [
  '𠮷野家的𠮷字、𪚥龘',
  '家庭👨‍👩‍👧‍👦与🎉和👍🏽',
  '小于<大于>与&和"直引号"、\'撇号\'、&amp;',
  '制表\t符在中间',
  '  前有两空格',
  '后有空格  ',
  '双  空格　全角',
  'עברית שלום 与 العربية',
  `很长${'很长的一句话，'.repeat(400)}完`,
  'a\u00a0不断行',
  'é与组合e\u0301',
  ']]>',
  '“引号”',
];
/** Words that mean something to one format or another. */
const SIGNS = [
  '=SUM(A1)', '+86', '@提及', '1. 像编号', '（一）像编号', '一、像编号', '（牵头部门：像括号）', '# 像标题', '| 竖线 |',
  '\\反斜杠\\n', '---', '_x0041_', '[ ] 勾选', '[x] 勾选', '*星号*', '`反引号`', '[链接](某处)', '零\u200b宽',
]; // prettier-ignore

function forest(words: readonly string[], noted: boolean): Contents {
  let count = 0;
  const title = (): string => words[count++ % words.length]!;
  const note = (): Pick<Outline, 'note'> =>
    noted && count % 3 === 0
      ? { note: `备注${words[count % words.length]!.slice(0, 50).trim()}\n第二行 <b>&amp;\n- 不是列表\n  缩进\t制表` }
      : {};
  const clause = (): Outline => ({
    kind: 'clause',
    title: title(),
    ...note(),
    lead: ['局<办>&公室'],
    assist: ['𠮷科'],
  });
  const item = (): Outline => ({ kind: 'item', title: title(), ...note(), children: [clause(), clause(), clause()] });
  const section = (): Outline => ({ kind: 'section', title: title(), ...note(), children: [item(), item(), item(), item(), item(), item()] }); // prettier-ignore
  return contentsOfOutlines(Array.from({ length: 8 }, section), { title: '2019年往返<&>𠮷' });
}

const same = (text: string): string => text;
/** HTML joins white space; Markdown has no indent in a quotation. */
const joined = (text: string): string => text.split('\n').map((line) => line.replace(/[ \t]+/g, ' ').trim()).join('\n'); // prettier-ignore
const flush = (text: string): string => text.split('\n').map((line) => line.trim()).join('\n'); // prettier-ignore

/** What each makes of a note. JSON alone keeps white space at the ends of words. */
const NOTES = {
  json: same,
  opml: same,
  xmind: same,
  xlsx: same,
  csv: same,
  mspdi: same,
  mm: joined,
  md: flush,
} as const;

function shown(
  { plan, notes }: Contents,
  noteAs: ((text: string) => string) | undefined,
  id: string,
): readonly string[] {
  return inOrder(plan).map((at) => {
    const { kind, title, lead, assist } = plan.nodes.get(at)!;
    const note = notes.get(at);
    const names = (marks: typeof lead): string => [...marks.keys()].map((office) => plan.offices.get(office)!.name).join('、'); // prettier-ignore
    return [
      ancestors(plan, at).length,
      kind,
      JSON.stringify(id === 'json' ? title : title.trim()),
      names(lead),
      names(assist),
      note && noteAs ? JSON.stringify(noteAs(noteText(note)).trim()) : '',
    ].join(' | ');
  });
}

async function again(made: Contents, id: string): Promise<{ back: Contents; codes: readonly string[] }> {
  const { file } = await runExport(id as 'json', { ...made, today: '2019-03-01' }, { lang: 'zh' });
  const { ext } = EXPORTERS.find((each) => each.id === id)!;
  const { reading } = read(`2019年往返.${ext}`, file);
  return { back: contentsOf(reading, diceOf(1)), codes: [...new Set(reading.doubts.map(({ code }) => code))] };
}

test.each(Object.entries(NOTES))('%s keeps every word, note and office', async (id, noteAs) => {
  // A heading of nothing but a bracket of offices is one in Markdown.
  const signs = id === 'md' ? SIGNS.filter((sign) => !sign.startsWith('（牵头')) : SIGNS;
  const made = forest([...CHARACTERS, ...signs], true);
  expect(made.plan.nodes.size).toBe(200);
  const { back, codes } = await again(made, id);
  expect(shown(back, noteAs, id)).toEqual(shown(made, noteAs, id));
  // A file of ours leaves nothing to be doubted.
  expect(codes).toEqual([]);
});

test('the official document keeps every word and office; it has no notes, and says what it leaves out', async () => {
  // In running text the title of an item is one sentence: it ends at a semicolon, and is not a page long.
  const made = forest(CHARACTERS.filter((words) => words.length < 100).map((words) => words.replace('、&amp;', '')), false); // prettier-ignore
  const { back, codes } = await again(made, 'docx');
  expect(shown(back, undefined, 'docx')).toEqual(shown(made, undefined, 'docx'));
  expect(codes).toEqual(['docx-header', 'docx-annex']);
});

test('a list whose sentences have full-width commas is still cut at its own', () => {
  const { reading } = read('a.csv', `序号,任务,牵头部门\n1,${'修订章程，报备，公布，'.repeat(20)},局办公室\n`);
  expect(reading.nodes[0]).toMatchObject({ lead: ['局办公室'] });
  expect(reading.nodes[0]!.title).toMatch(/^修订章程，报备/);
});
