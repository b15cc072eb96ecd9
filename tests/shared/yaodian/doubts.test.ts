// The list of doubts in the documentation is the parser's own.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WARNINGS } from '../../../shared/yaodian/draft.ts';
import { flat } from '../../../shared/yaodian/manner.ts';
import { parse } from '../../../shared/yaodian/parse.ts';

test('docs/import.md names every doubt and no other', () => {
  const text = readFileSync('docs/import.md', 'utf8');
  const named = [...text.matchAll(/^\| `([a-z-]+)`/gm)].map((row) => row[1]);
  expect(named.sort()).toEqual(Object.keys(WARNINGS).sort());
});

const SCHOOL_YEAR = `南栅实验小学2020—2021学年工作计划

一、教学
1. 教学开放日。面向家长开放课堂。（负责部门：教导处；完成时限：10月底前）
2. 期末评估。组织期末质量监测。（负责部门：教导处；完成时限：1月20日前）
3. 校舍检修。检修门窗桌椅。（负责部门：总务处；完成时限：2021年7月-8月）
4. 回访。走访毕业生。（负责部门：德育处；完成时限：2021年10月底前）
`;

test('a school year runs into the next calendar year, and only what lies beyond it is doubted', () => {
  const { children, warnings } = parse(SCHOOL_YEAR);
  const ends = flat(children).flatMap(({ deadline }) => (deadline ? [deadline.end] : []));
  expect(ends).toEqual(['2020-10-31', '2021-01-20', '2021-08-31', '2021-10-31']);
  const outside = warnings.filter(({ code }) => code === 'deadline-outside').map(({ line }) => line);
  expect(outside).toEqual([7]);
});
