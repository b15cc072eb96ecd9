// What sets measures apart without a number: points of a list, a gap in the count, a heading above the first table; and who opens a sentence.
import { describe, expect, test } from 'vitest';
import { toJson, toOutline } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { parseCarried } from '../../../shared/yaodian/carried.ts';
import { readMarkdown } from '../../../shared/carriers/tree/markdown.ts';
import { sketch } from '../../../shared/yaodian/sketch.ts';
import { write } from '../../../shared/yaodian/write.ts';

const written = (text: string): string => {
  const { meta, children } = toOutline(parse(text));
  return write(sketch(meta, children));
};

const markdown = (source: string): ReturnType<typeof toJson> => {
  const read = readMarkdown(source);
  if (!('blocks' in read)) throw new Error('read as an outline');
  return toJson(parseCarried(read.blocks));
};

describe('a sentence that opens with who leads', () => {
  const page = (words: string): string =>
    `云溪县教育局2022年工作要点\n一、提质\n1. 编印手册。${words}\n2. 办好联赛。由体卫艺科负责，举办三大球联赛。\n`;

  test.each([
    [
      '由德育科牵头，教研室、县职校配合，编印初中生涯指导手册。',
      '由德育科牵头，教研室、县职校配合，编印初中生涯指导手册',
      ['德育科'],
      ['教研室', '县职校'],
    ],
    ['由教研室承办，开展优质课评选。', '由教研室承办，开展优质课评选', ['教研室'], []],
  ])('%s', (words, text, lead, assist) => {
    const read = toJson(parse(page(words)));
    expect(read.items[0]!.clauses[0]).toMatchObject({ text, lead, assist });
    expect(read.warnings.filter(({ code }) => code === 'role-in-text').map(({ line }) => line)).toEqual([3, 4]);
    expect(written(page(words))).toBe(page(words));
  });

  test.each([
    '由主要领导牵头，各股室配合，定期会商。',
    '由教师负责，学生参与，开展劳动实践。',
    '由教育局牵头建立台账，逐校销号。',
  ])('names no office: %s', (words) => {
    expect(toJson(parse(page(words))).items[0]!.clauses[0]).toMatchObject({ lead: [], assist: [] });
  });

  test('a bracket behind it is what counts', () => {
    const words = '由德育科牵头，各校配合，编印手册。（牵头部门：基教科）';
    expect(toJson(parse(page(words))).items[0]!.clauses[0]).toMatchObject({ lead: ['基教科'], assist: [] });
  });
});

test('points of a list above one bracket are measures of their own, led by the same offices', () => {
  const read = markdown(`# 梅川区教育局2023年工作要点

**一、提升治理能力**

1. **深化改革**
   - 教师资格认定一网通办。（责任科室：审批科）
   - 年检材料精简三成。（责任科室：民办科）
2. **强化督导**
   - 责任督学入校，一学期覆盖全部学校。
   - 发布年度督导报告。

   （责任科室：督导室、办公室）

**二、提升保障水平**

3. **改造场地**
   - 维修球场20片。（责任科室：基建科）
`);
  const led = read.items.flatMap(({ clauses }) => clauses.map(({ text, lead }) => [text, lead.join('、')]));
  expect(led).toEqual([
    ['教师资格认定一网通办', '审批科'],
    ['年检材料精简三成', '民办科'],
    ['责任督学入校，一学期覆盖全部学校', '督导室、办公室'],
    ['发布年度督导报告', '督导室、办公室'],
    ['维修球场20片', '基建科'],
  ]);
});

test('points that stand for items, each with its own bracket, are items', () => {
  const read = markdown(`# 梅川区教育局2023年工作要点

## 一、提升治理能力

1. 深化改革。教师资格认定一网通办。（责任科室：审批科）

## 二、强化督导

- 开展入校督导。一学期覆盖全部学校。（责任科室：督导室）
- 发布报告。发布年度督导报告。（责任科室：办公室）
`);
  expect(read.items.map(({ title, section }) => [title, section])).toEqual([
    ['深化改革', 'S1'],
    ['开展入校督导', 'S2'],
    ['发布报告', 'S2'],
  ]);
});

test('points that only name who does it are no measures', () => {
  const read = markdown(`# 梅川区教育局2023年工作要点

## 一、提升治理能力

1. 深化改革。教师资格认定一网通办。
   - 牵头：审批科
   - 时限：6月底前
## 二、强化督导

2. 发布报告。发布年度督导报告。
   - 牵头：督导室
`);
  expect(read.items.map(({ clauses }) => clauses.map(({ text, lead }) => [text, ...lead]))).toEqual([
    [['教师资格认定一网通办', '审批科']],
    [['发布年度督导报告', '督导室']],
  ]);
});

test('a heading above the first table is a section as the one above the second', () => {
  const table = (n: number, work: string): string =>
    `| 序号 | 重点工作 | 牵头科室 | 完成时限 |\n|---|---|---|---|\n| ${n} | ${work} | 办公室 | 6月底前 |\n`;
  const read = markdown(
    `# 梅川区教育局2023年任务分解表\n\n## 基础教育\n\n${table(1, '幼小衔接')}\n## 综合保障\n\n${table(2, '校舍年检')}`,
  );
  expect(read.sections.map(({ title, level }) => [title, level])).toEqual([
    ['基础教育', 1],
    ['综合保障', 1],
  ]);
  expect(read.items.map(({ section }) => section)).toEqual(['S1', 'S2']);
});

test('a paragraph without its number stands alone wherever the count leaves room for it', () => {
  const item = (mark: string, title: string): string =>
    `${mark}${title}。开展工作。（牵头科室：体卫科；时限：5月底前）\n`;
  const text = `梅川区教育局2023年工作要点\n一、提质\n${item('2.', '建设书香校园')}${item('', '抓好国防教育')}${item('5.', '深化研学旅行')}`;
  const read = toJson(parse(text));
  expect(read.items.map(({ title }) => title)).toEqual(['建设书香校园', '抓好国防教育', '深化研学旅行']);
  expect(read.warnings.find(({ code }) => code === 'number-missing')?.line).toBe(4);
  expect(written(text)).toBe(text);
});
