// A line of roles below several numbered measures is for all of them, unless the document names people measure by measure.
import { expect, test } from 'vitest';
import { toJson, toOutline } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { sketch } from '../../../shared/yaodian/sketch.ts';
import { write } from '../../../shared/yaodian/write.ts';

const UNDER_HEADINGS = `江桥县水务局2021年工作要点

一、防汛抗旱
（一）落实防汛责任
1.完善县乡村三级责任体系。
2.修订应急预案。
3.组织全县防汛演练。
责任单位：防汛办、运管股；完成时限：5月底前
（二）开展隐患排查
1.对水库开展拉网式排查。
2.对河道开展清障。
责任单位：运管股；完成时限：4月15日前
`;

const UNDER_ITEMS = `江桥县水务局2021年工作要点

一、防汛抗旱
1.落实防汛责任
（1）完善县乡村三级责任体系。
（2）修订应急预案。
（3）组织全县防汛演练。
责任单位：防汛办、运管股
完成时限：5月底前
2.开展隐患排查
（1）对水库开展拉网式排查。
（2）对河道开展清障。
责任单位：运管股
完成时限：4月15日前
`;

const led = (text: string): readonly (readonly [string, string, string | null])[] =>
  toJson(parse(text)).items.flatMap(({ clauses }) =>
    clauses.map(({ text: words, lead, deadline }) => [words, lead.join(), deadline?.end ?? null] as const),
  );

test.each([
  ['headings', UNDER_HEADINGS],
  ['items', UNDER_ITEMS],
])('under %s all measures are led, by the same day, and the reader is told', (_, text) => {
  expect(led(text)).toEqual([
    ['完善县乡村三级责任体系', '防汛办,运管股', '2021-05-31'],
    ['修订应急预案', '防汛办,运管股', '2021-05-31'],
    ['组织全县防汛演练', '防汛办,运管股', '2021-05-31'],
    ['对水库开展拉网式排查', '运管股', '2021-04-15'],
    ['对河道开展清障', '运管股', '2021-04-15'],
  ]);
  const codes = parse(text).warnings.map(({ code }) => code);
  expect(codes).toEqual(['role-shared', 'role-shared']);
});

test('an untouched document is written as it came', () => {
  for (const text of [UNDER_HEADINGS, UNDER_ITEMS]) {
    const { meta, children } = toOutline(parse(text));
    expect(write(sketch(meta, children))).toBe(text);
  }
});

test('where each measure has its own line, a measure without one has nobody, and that is said', () => {
  const own = UNDER_HEADINGS.replace('2.修订应急预案。\n', '2.修订应急预案。\n责任单位：规划股\n');
  expect(led(own).map(([words, lead]) => [words, lead])).toEqual([
    ['修订应急预案', '规划股'],
    ['组织全县防汛演练', '防汛办,运管股'],
    ['对河道开展清障', '运管股'],
  ]);
  expect(parse(own).warnings.map(({ code }) => code)).toContain('lead-missing');
});

test('a bracket in the last sentence is that sentence’s own', () => {
  const text = UNDER_ITEMS.replace('。\n责任单位：运管股\n完成时限：4月15日前', '（责任单位：运管股）。').replace(
    '。\n责任单位：防汛办、运管股\n完成时限：5月底前',
    '（责任单位：防汛办）。',
  );
  expect(led(text).map(([, lead]) => lead)).toEqual(['', '', '防汛办', '', '运管股']);
});

test('an item whose measures share a line, among items that have a line each', () => {
  const mixed = `江桥县水务局2021年工作要点

一、防汛抗旱
1.落实防汛责任
完善县乡村三级责任体系。
责任单位：防汛办
2.开展隐患排查
（1）对水库开展拉网式排查。
（2）对河道开展清障。
责任单位：运管股
`;
  expect(led(mixed).map(([words, lead]) => [words, lead])).toEqual([
    ['完善县乡村三级责任体系', '防汛办'],
    ['对水库开展拉网式排查', '运管股'],
    ['对河道开展清障', '运管股'],
  ]);
});
