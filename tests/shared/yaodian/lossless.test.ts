// No character of a document is lost, however damaged it is, and no damage stops the reader. GUATU_HISTORIES says how many (default 1,000), GUATU_SEED where they start.
import { expect, test } from 'vitest';
import { decodeText } from '../../../shared/carriers/decode.ts';
import { toJson } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { corpus } from '../../kit/corpus.ts';
import { lostIn } from '../../kit/lossless.ts';
import { mutate } from '../../kit/mutate.ts';
import { HISTORIES, RUN_NAME, SEED } from '../../kit/runs.ts';
import { diceOf } from '../../kit/compose/hand.ts';
import { compose } from '../../kit/yaodian.ts';

const texts = corpus().flatMap(({ name, bytes }) => (name.endsWith('.txt') ? [decodeText(bytes)!] : []));

test('every character of the corpus is in the tree, in the frame or in a doubt', () => {
  expect(texts.length).toBeGreaterThan(30);
  for (const text of texts) expect(lostIn(parse(text)), text).toBeUndefined();
});

test(`so it is in composed documents (${RUN_NAME})`, { timeout: 60_000 + HISTORIES * 60 }, () => {
  for (let i = 0; i < HISTORIES / 2; i++)
    expect(lostIn(parse(compose(diceOf(SEED + i)).text)), `${SEED + i}`).toBeUndefined();
});

test(`damaged documents never throw, and lose nothing (${RUN_NAME})`, { timeout: 60_000 + HISTORIES * 60 }, () => {
  for (let i = 0; i < HISTORIES; i++) {
    const dice = diceOf(SEED + i);
    const whole = i % 2 === 0 ? compose(dice).text : texts[i % texts.length]!;
    const text = mutate(whole, dice, 1 + (i % 12));
    const draft = parse(text);
    expect(() => toJson(draft)).not.toThrow();
    expect(lostIn(draft), `seed ${SEED + i}\n${text}`).toBeUndefined();
  }
});

test('a bullet in the cell that names a work is no part of the name, and takes nothing with it', () => {
  const draft = parse(
    '金鹿区妇联2022年工作任务表\n序号   任务名称   工作举措   责任部门\n       - 评比表彰   时间另定   \n1      巾帼宣讲   组建宣讲队   宣传部\n',
  );
  expect(toJson(draft).items[0]).toMatchObject({ title: '评比表彰', clauses: [{ text: '时间另定' }] });
  expect(lostIn(draft)).toBeUndefined();
});

const lines = (n: number, line: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => line(i)).join('\n');
const SIZES: Readonly<Record<string, (n: number) => string>> = {
  items: (n) =>
    `2019年要点\n一、甲\n${lines(n, (i) => `${(i % 999) + 1}. 标题。正文（牵头部门：甲科；完成时限：6月底前）。`)}`,
  headings: (n) => `2019年要点\n${lines(n, (i) => `${'一二三四五六七八九'[i % 9]}、抓好工作${i}`)}`,
  'paragraphs without numbers': (n) =>
    `2019年要点\n${lines(n, (i) => (i % 5 ? `做好${i}。正文（牵头：甲科）` : `标题${i}`))}`,
  'one item and paragraphs': (n) => `2019年要点\n1. 甲（牵头：甲科）\n${lines(n, (i) => `抓好工作${i}。开展活动`)}`,
  'open brackets': (n) => `2019年要点\n一、甲\n1. 标题。${lines(n, () => '正文（牵头部门：甲科')}`,
  'lines of roles': (n) => `2019年要点\n一、甲\n1. 标题\n${lines(n, () => '牵头部门：甲科')}`,
  'a drawn table': (n) => `序号  任务  责任单位  时限\n${lines(n, (i) => `${i}  任务${i}  甲科  6月底前`)}`,
  'pages of nothing': (n) => lines(n, (i) => (i % 3 ? `重复的页眉文字${i % 6}` : `- ${i % 900} -`)),
  'one line': (n) => `2019年要点\n一、甲\n1. 标题。${'正文（牵头部门：甲科）'.repeat(n)}`,
  'framed labels': (n) => `2019年要点\n一、甲\n1. 标题。${'【责任科室】甲科'.repeat(n)}`,
  'decimal numbers': (n) =>
    lines(n, (i) => (i % 4 ? `${(i % 9) + 1}.${i % 7} 标题。正文（牵头：甲科）` : `${(i % 9) + 1} 总则`)),
};

test.each(Object.keys(SIZES))('%s: four times as long takes not much more than four times as long', (name) => {
  const took = (n: number): number => {
    const text = SIZES[name]!(n);
    const before = performance.now();
    parse(text);
    return performance.now() - before;
  };
  took(500);
  // The best of several runs, so that what else the machine does weighs little; 16 would be quadratic.
  const best = (n: number, runs: number): number => Math.min(...Array.from({ length: runs }, () => took(n)));
  const ratio = (): number => best(4_000, 2) / Math.max(6, best(1_000, 3));
  expect(Math.min(ratio(), ratio())).toBeLessThan(11);
});
