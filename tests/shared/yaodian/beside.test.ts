// A table below the text that only says who does which number: its rows belong to the items above, whichever way it is carried.
import { expect, test } from 'vitest';
import { toJson } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';

const TEXT = `柳湾区人民医院2021年工作要点

一、提升医疗质量
1、严格核心制度。对核心制度落实情况按季检查。
2、规范病案书写。病案首页质控准确率达到95%。
责任分工（一）
序号	牵头科室	配合科室	完成时限
1	医务科	护理部、药剂科	每季度
2	质控科	—	9月底前
二、改善就医体验
3、推进智慧服务。开通微信预约、床旁结算。
4、优化优质护理。责任制整体护理病房全覆盖。
责任分工（二）
序号	牵头科室	配合科室	完成时限
3	信息科	门诊部	6月底前
4	护理部	信息科	下半年
`;

const said = (text: string): readonly (readonly [string, string, string, string | undefined])[] =>
  toJson(parse(text)).items.flatMap(({ title, clauses }) =>
    clauses.map(({ lead, assist, deadline }) => [title, lead.join(), assist.join(), deadline?.raw] as const),
  );

const DONE = [
  ['严格核心制度', '医务科', '护理部,药剂科', '每季度'],
  ['规范病案书写', '质控科', '', '9月底前'],
  ['推进智慧服务', '信息科', '门诊部', '6月底前'],
  ['优化优质护理', '护理部', '信息科', '下半年'],
];

test('each row goes to the item of its number, and no row becomes an item', () => {
  expect(said(TEXT)).toEqual(DONE);
  const { rest, warnings } = parse(TEXT);
  expect(rest.map(({ text }) => text)).toContain('责任分工（一）');
  expect(warnings.filter(({ code }) => code === 'table-read')).toHaveLength(2);
});

test('a column that repeats what the item is called is no second item', () => {
  const named = TEXT.replaceAll('序号\t', '序号\t工作任务\t')
    .replace('1\t医', '1\t严格核心制度\t医')
    .replace('2\t质', '2\t规范病案书写\t质')
    .replace('3\t信', '3\t推进智慧服务\t信')
    .replace('4\t护', '4\t优化优质护理\t护');
  expect(said(named)).toEqual(DONE);
});

test('where a row speaks of a number that the text has not, the table is read as any other', () => {
  const items = toJson(parse(TEXT.replace('2\t质控科', '9\t质控科'))).items;
  expect(items.map(({ number }) => number)).toContain(9);
});
