// A line end in the middle of an office's name makes no office of half a name, and a title below a list is no part of its last name.
import { expect, test } from 'vitest';
import { toJson } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';

/** The lead offices of each clause of a plan whose items stand between its title and its end. */
function leads(...lines: string[]): string[][] {
  const json = toJson(parse(['2020年教育工作要点', '一、抓落实', ...lines].join('\n')));
  return json.items.flatMap((item) => item.clauses.map((clause) => [...clause.lead]));
}

test('the rest of a name below its list belongs to it', () => {
  expect(
    leads(
      '1.推进场馆开放',
      '推进场馆向群众开放，做到应开尽开。',
      '责任处室：后勤中心（含食堂、车队）、各乡镇完小、教育',
      '和体育局',
      '2.推进午餐供应',
      '推进午餐供应。',
      '责任处室：督导团',
    ),
  ).toEqual([['后勤中心（含食堂、车队）', '各乡镇完小', '教育和体育局'], ['督导团']]);
});

test('a name that stands whole elsewhere says where a broken one ends, whatever it ends with', () => {
  expect(
    leads(
      '1.推进场馆开放',
      '推进场馆向群众开放，做到应开尽开。',
      '责任处室：后勤中心（含食堂、车队）、各乡镇完小、机关',
      '纪检',
      '2.推进午餐供应',
      '推进午餐供应。',
      '责任处室：机关纪检、督导团',
    ),
  ).toEqual([
    ['后勤中心（含食堂、车队）', '各乡镇完小', '机关纪检'],
    ['机关纪检', '督导团'],
  ]);
});

test('a title without a number below a list is no part of its last name', () => {
  const long = '推进场馆向群众开放，做到应开尽开，形成可看可学的样板，让群众看得见、摸得着，每学期评议两轮。';
  expect(
    leads('推进场馆开放', long, '责任单位：督学一室 工青妇', '做优家长驿站', long, '责任单位：工青妇 综合组').flat(),
  ).toEqual(['督学一室', '工青妇', '工青妇', '综合组']);
});

test('一、二年级 at the beginning of a broken line is no heading', () => {
  const json = toJson(
    parse(
      [
        '2020年教育工作要点',
        '一、抓落实',
        '1.落实要求。压减作业总量，推行作业公示，全县各乡镇小学',
        '一、二年级不布置家庭书面作业；课后服务实现全覆盖，参与率',
        '达到百分之八十五以上。（牵头单位：基教科；配合单位：教研',
        '室）',
      ].join('\n'),
    ),
  );
  expect(json.sections.map(({ title }) => title)).toEqual(['抓落实']);
  expect(json.items.flatMap(({ clauses }) => clauses.map(({ lead, assist }) => [lead, assist]))).toEqual([
    [['基教科'], ['教研室']],
  ]);
});
