// The list of what is wanting goes out with the file, says who answers for what, and is not read back as work.
import { expect, test } from 'vitest';
import { findingLines, findingText } from '../../../shared/export/findings.ts';
import { toMarkdown } from '../../../shared/export/exchange/markdown.ts';
import { findingSheets } from '../../../shared/export/table/findingsheet.ts';
import { readMarkdown } from '../../../shared/carriers/tree/markdown.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { runExport } from '../../../shared/export/registry.ts';
import { planFromJson, toJson } from '../../../shared/export/json.ts';
import { typeFonts } from '../../../server/fonts.ts';
import { waive } from '../../../shared/ops/waivers.ts';
import { idOf, planOf } from '../../kit/plan.ts';
import { all, parseXml, parts, textOf } from './kit.ts';

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

const answered = (() => {
  const finding = { code: 'number', node, words: '20项' } as const;
  const done = waive(plan, { finding, by: '张三', reason: '市里统计', at: '2019-02-01' });
  if (isRefusal(done)) throw new Error(done.refused);
  return { plan: applyChanges(plan, done), notes: new Map(), today: '2019-02-01' };
})();

test('the document takes it along as its third attachment when asked, and only then', async () => {
  const words = async (annexes: 'all' | 'checked'): Promise<readonly string[]> => {
    const { file } = await runExport('docx', answered, { lang: 'zh', annexes });
    const document = parseXml(parts(file as Uint8Array)['word/document.xml']!);
    const ids = all(document, 'w:id').map(({ attrs }) => attrs['w:val']);
    expect(new Set(ids).size).toBe(ids.length);
    return all(document, 'w:p').map(textOf).filter(Boolean);
  };
  expect((await words('all')).join()).not.toContain('待补');
  const all3 = await words('checked');
  expect(all3).toContain('3. 试排待补清单');
  expect(all3.slice(all3.indexOf('附件3')).join('|')).toBe(
    '附件3|试排待补清单|共3处，其中1处已说明不用补的理由。|序号|工作|缺什么|说明|处理|' +
      '1.1|完成20项改造|没有可检验的成果|1.1|完成20项改造|没有季度节点|' +
      '1.1|完成20项改造|正文的数没有对应目标|20项|不用补：市里统计（张三，2019-02-01）',
  );
});

test('a document that goes out with something wanting says how much nobody answers for', async () => {
  const fonts = await typeFonts();
  const told = async (id: 'docx' | 'pdf' | 'xlsx') =>
    (await runExport(id, answered, { lang: 'zh', fonts, view: 'text' })).notices.find(({ code }) => code === 'wanting');
  expect(await told('docx')).toEqual({ code: 'wanting', detail: '2' });
  expect(await told('pdf')).toEqual({ code: 'wanting', detail: '2' });
  expect(await told('xlsx')).toBeUndefined();
});

test('so does its PDF', async () => {
  const fonts = await typeFonts();
  const made = async (annexes: 'all' | 'checked') =>
    (await runExport('pdf', answered, { lang: 'zh', fonts, view: 'text', annexes })).file as Uint8Array;
  expect(pagesIn(await made('checked'))).toBe(pagesIn(await made('all')) + 1);
});

const pagesIn = (pdf: Uint8Array): number => new TextDecoder('latin1').decode(pdf).match(/\/Type \/Page\b/g)!.length;

test('the plan file tells other programs, and is read back without it', () => {
  const json = toJson(answered);
  expect((JSON.parse(json) as { findings: unknown[] }).findings.at(-1)).toEqual({
    code: 'number',
    node,
    words: '20项',
    message: '正文的数没有对应目标（20项）',
    waiver: { by: '张三', reason: '市里统计', at: '2019-02-01' },
  });
  const back = planFromJson(json);
  if ('refused' in back) throw new Error(back.refused);
  expect(toJson(back)).toBe(json);
});
