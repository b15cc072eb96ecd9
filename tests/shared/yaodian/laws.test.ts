// The laws of 要点 text: what is read comes back byte for byte, what is written reads as the same outline.
// GUATU_HISTORIES sets how many texts (default 1,000), GUATU_SEED where they start.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Meta, Outline } from '../../../shared/model/plan.ts';
import { toOutline } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { sketch } from '../../../shared/yaodian/sketch.ts';
import { write, writeParts } from '../../../shared/yaodian/write.ts';
import { HISTORIES, RUN_NAME, RUNS } from '../../kit/runs.ts';

const timeout = 60_000 + HISTORIES * 60;

function rewritten(text: string): string {
  const { meta, children } = toOutline(parse(text));
  return write(sketch(meta, children));
}

const PIECES = [
  ...['一、', '二、', '三.', '十一、', '（一）', '(二)', '㈢', '第一部分 ', '第二章', '第三条 '],
  ...['1. ', '2.', '3．', '４、', '10. ', '007. ', '（1）', '(2)', '3）', '①', '②', '2.0版本', '2019年', '70周年'],
  ...['（牵头部门：局基教科）', '（牵头部门：甲科、乙办；配合部门：丙室）', '(责任单位: 教研室,进修学院)', '（由局办公室牵头，各校配合）', '（牵头部门：）'],
  ...['（2018-2020）', '（', '）', '责任单位：县教研室', '牵头领导：陆 明；完成时限：6月底前', '配合部门：无', '局计财科（含核算中心、工会）', '（分管领导：某某）'],
  ...['推进教育改革', '加强管理，', '标题：', '课程、教学', '𠮷野', '“上善”', '工作要点', '附件：1. 清单', '青浦区教育局', '2019年3月1日', '— 3 —'],
  ...['。', '。', '；', '，', '、', '：', '.', '\n', '\n', '\n', '\n\n', '\r\n', '\r', ' ', '\u3000\u3000', '\t', '\u00a0', '\ufeff', ''],
]; // prettier-ignore

const anyText = fc
  .array(
    fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'grapheme', maxLength: 6 })),
    {
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.join(''));

/** A text in one of the usual shapes, with its own marks, line ends and oddities. */
const likelyText = fc
  .record({
    eol: fc.constantFrom('\n', '\r\n'),
    indent: fc.constantFrom('', '\u3000\u3000', '  '),
    section: fc.constantFrom(
      ['一、', '二、', '三、'],
      ['（一）', '（二）', '（三）'],
      ['第一部分 ', '第二部分 ', '第三部分 '],
    ),
    item: fc.constantFrom('. ', '.', '．', '、', '． '),
    restart: fc.boolean(),
    title: fc.constantFrom('。', '：', '\n'),
    stop: fc.constantFrom(
      '（牵头部门：局基教科）。',
      '。（责任单位：教研室、各校）',
      '（由局办公室牵头）。',
      '。',
      '。\n责任单位：局办公室',
    ),
    body: fc.array(fc.array(fc.array(fc.constantFrom('认真落实要求', '推进建设，完善机制', '做好《规划（2018-2020）》评估'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), // prettier-ignore
    oddity: fc.constantFrom('', ' ', '\n', '附件：1. 清单', '\n青浦区教育局\n2019年3月1日\n'),
  })
  .map(({ eol, indent, section, item, restart, title, stop, body, oddity }) => {
    const lines = ['2019年教育工作要点', `${indent}全区教育工作的总体要求是：稳中求进。`];
    let n = 0;
    body.forEach((items, i) => {
      lines.push(`${indent}${section[i]}聚焦第${i + 1}项`);
      if (restart) n = 0;
      for (const clauses of items)
        lines.push(`${indent}${++n}${item}工作标题${title}${clauses.map((clause) => clause + stop).join('')}`);
    });
    return (lines.join('\n') + oddity).replaceAll('\n', eol);
  });

test(RUN_NAME, () => {
  expect(HISTORIES).toBeGreaterThan(0);
});

test('any text at all comes back byte for byte', { timeout }, () => {
  fc.assert(
    fc.property(anyText, (text) => void expect(rewritten(text)).toBe(text)),
    RUNS,
  );
});

test('a text in one of the usual shapes comes back byte for byte', { timeout }, () => {
  fc.assert(
    fc.property(likelyText, (text) => void expect(rewritten(text)).toBe(text)),
    RUNS,
  );
});

const words = fc.constantFrom(
  '教育',
  '改革',
  '学校',
  '“双减”',
  '课程、教学',
  '《规划（2018-2020）》',
  '2.0版本',
  '𠮷',
  '质量',
);
const phrase = fc.array(words, { minLength: 2, maxLength: 6 }).map((list) => `推进${list.join('')}工作`);
const sentences = fc.array(phrase, { minLength: 1, maxLength: 4 }).map((list) => list.join('。'));
const offices = fc.uniqueArray(fc.constantFrom('局基教科', '局办公室', '教育督导室', '局各职能科室', '局宣传部门'), {
  minLength: 1,
  maxLength: 3,
});
const clause = fc
  .record({ title: sentences, lead: offices, assist: fc.option(offices, { nil: undefined }) })
  .map(({ title, lead, assist = [] }): Outline => {
    const others = assist.filter((name) => !lead.includes(name));
    return { kind: 'clause', title, lead, ...(others.length > 0 && { assist: others }) };
  });
const item = fc
  .record({ title: phrase, clauses: fc.array(clause, { minLength: 1, maxLength: 3 }), silent: fc.option(sentences) })
  .map(({ title, clauses, silent }): Outline => {
    const last: readonly Outline[] = silent ? [{ kind: 'clause', title: silent }] : [];
    return { kind: 'item', title, children: [...clauses, ...last] };
  });
const section = fc
  .record({ title: phrase, children: fc.array(item, { minLength: 1, maxLength: 4 }) })
  .map((each): Outline => ({ kind: 'section', ...each }));
const chapter = fc
  .record({ title: phrase, children: fc.array(section, { minLength: 1, maxLength: 3 }) })
  .map((each): Outline => ({ kind: 'section', ...each }));
const outlines = fc.oneof(
  fc.array(section, { minLength: 1, maxLength: 5 }),
  fc.array(chapter, { minLength: 1, maxLength: 3 }),
);
const META: Meta = { title: '2019年教育工作要点', year: 2019, sample: false, preamble: '总体要求是：稳中求进。' };

test('a plan that is written reads as the same plan', { timeout }, () => {
  fc.assert(
    fc.property(outlines, fc.constantFrom(undefined, { items: 'restart' }), (children, form) => {
      const meta = { ...META, ...(form && { form }) };
      const read = toOutline(parse(write(sketch(meta, children))));
      expect(read.children).toEqual(children);
      expect({ ...read.meta, form }).toEqual({ ...meta, form });
    }),
    RUNS,
  );
});

test('the pieces of a text joined are the text, and none is empty', { timeout }, () => {
  fc.assert(
    fc.property(outlines, (children) => {
      const plan = sketch(META, children);
      const parts = writeParts(plan);
      expect(parts.map((part) => part.text).join('')).toBe(write(plan));
      expect(parts.every((part) => part.text !== '')).toBe(true);
    }),
    RUNS,
  );
});
