// Cells that name persons and offices side by side.
import { expect, test } from 'vitest';
import { somebodiesIn } from '../../../shared/yaodian/mixed.ts';

test.each([
  ['王建军、社会救助科', ['王建军'], ['社会救助科']],
  ['社会救助科 王建军', ['王建军'], ['社会救助科']],
  ['养老服务科（李 敏）', ['李 敏'], ['养老服务科']],
  ['中医科 关 涛', ['关 涛'], ['中医科']],
  ['预算股/骆 平', ['骆 平'], ['预算股']],
  ['各街道、各科室', [], ['各街道', '各科室']],
  ['后勤中心（含食堂）', [], ['后勤中心（含食堂）']],
  ['马院长；医务部', ['马院长'], ['医务部']],
])('%s', (cell, persons, offices) => {
  const found = somebodiesIn(cell);
  expect(found.filter(({ person }) => person).map(({ name }) => name)).toEqual(persons);
  expect(found.filter(({ person }) => !person).map(({ name }) => name)).toEqual(offices);
  for (const { name, from } of found) expect(cell.slice(from, from + name.length)).toBe(name);
});
