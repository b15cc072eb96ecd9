// Roles told in running text, and brackets of names that say nothing of what the names do.
import { describe, expect, test } from 'vitest';
import type { Outline } from '../../../shared/model/plan.ts';
import { toJson, toOutline } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { write } from '../../../shared/yaodian/write.ts';
import { sketch } from '../../../shared/yaodian/sketch.ts';

const page = (body: string): string =>
  `云溪县教育局2022年工作要点\n一、提质\n1. 做好甲事。${body}\n2. 做好乙事。办班。\n`;
const first = (body: string) => toJson(parse(page(body))).items[0]!.clauses[0]!;

describe('a sentence that says who leads', () => {
  test.each([
    ['建立机制，由基教股牵头，教研室、各学校配合。', '建立机制', ['基教股'], ['教研室', '各学校'], null],
    ['建立机制。由基教股牵头，6月底前完成。', '建立机制', ['基教股'], [], '6月底前完成'],
    ['建立机制。基教股牵头，各学校配合。', '建立机制', ['基教股'], ['各学校'], null],
    ['建立机制。基教科负责，5月15日前完成。', '建立机制', ['基教科'], [], '5月15日前完成'],
    ['建立机制；由县教育局负责。', '建立机制', ['县教育局'], [], null],
  ])('%s', (body, text, lead, assist, time) => {
    const clause = first(body);
    expect([clause.text, clause.lead, clause.assist, clause.deadline?.raw ?? null]).toEqual([text, lead, assist, time]);
  });

  test.each([
    '建立由分管领导牵头的协调机制，由专人负责。',
    '由主要领导牵头，各股室配合，定期会商。',
    '由教育局牵头建立台账，逐校销号。',
    '各学校要明确专人负责。',
    '坚持党委领导、政府负责。',
    '建立机制。校长负责，持证上岗。',
    '建立机制。学校负责日常巡查。',
  ])('%s names no office', (body) => {
    const clause = first(body);
    expect([clause.text, clause.lead, clause.assist]).toEqual([body.replace(/。$/, ''), [], []]);
  });

  test('it is written back as it stood, and a dropped lead leaves no comma', () => {
    const text = page('建立机制，由基教股牵头，教研室配合。');
    const { meta, children } = toOutline(parse(text));
    expect(write(sketch(meta, children))).toBe(text);
    const nobody = (outline: Outline): Outline => {
      const { lead: _lead, assist: _assist, ...rest } = outline;
      return { ...rest, ...(rest.children && { children: rest.children.map(nobody) }) };
    };
    expect(write(sketch(meta, children.map(nobody)))).toBe(page('建立机制。'));
    const other = (outline: Outline): Outline => ({
      ...nobody(outline),
      ...(outline.lead && { lead: outline.lead, assist: ['督导室'] }),
      ...(outline.children && { children: outline.children.map(other) }),
    });
    const alone = toOutline(parse(page('建立机制，由基教股牵头。')));
    expect(write(sketch(alone.meta, alone.children.map(other)))).toBe(
      page('建立机制（牵头部门：基教股；配合部门：督导室）。'),
    );
  });
});

describe('a bracket without a word for what the names do', () => {
  test('names and a time are read as leads and a deadline, and the reader is told', () => {
    const draft = parse(page('建立机制。（基教股，3月底前）'));
    const [clause] = toJson(draft).items[0]!.clauses;
    expect([clause!.lead, clause!.deadline?.end]).toEqual([['基教股'], '2022-03-31']);
    expect(draft.warnings.map(({ code }) => code)).toContain('role-unlabelled');
  });

  test.each(['（公办园，共3所）', '（试行）', '（含教研室）', '（第二实验小学，2021年）。另开设专班'])(
    '%s is a part of the text',
    (bracket) => {
      expect(first(`建立机制${bracket}。`).lead).toEqual([]);
    },
  );
});
