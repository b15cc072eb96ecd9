import { describe, expect, test } from 'vitest';
import { bracketRuns, PREAMBLE, sheetOf } from '../../../client/views/text/sheet.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import type { Outcome } from '../../../shared/ops/change.ts';
import { addAfter, addNode, moveNode } from '../../../shared/ops/tree.ts';
import { write } from '../../../shared/yaodian/write.ts';
import { diceOf, idOf, planOf } from '../../kit/plan.ts';
import { anyIntent, SMALL } from '../../kit/random.ts';

const after = (plan: Plan, outcome: Outcome): Plan => (isRefusal(outcome) ? plan : applyChanges(plan, outcome));
const lines = (plan: Plan): string[] =>
  sheetOf(plan).paragraphs.map(({ kind, pieces }) =>
    `${kind}: ${pieces.map(({ text, field }) => (text === '' && field ? '▁' : text)).join('')}`.trimEnd(),
  );

describe('the sheet', () => {
  test('is the official text, paragraph by paragraph', () => {
    const plan = planOf(SMALL, 1, { preamble: '总体要求。' });
    expect(lines(plan).slice(0, 5)).toEqual([
      'title: 试排',
      'preamble: 总体要求。',
      'section: 一、一',
      'item: 1. 甲（牵头部门：局办公室）。甲一（牵头部门：局办公室、局人事科）。甲二（牵头部门：局基教科）。',
      'item: 2. 乙。乙一（牵头部门：局基教科）。',
    ]);
  });

  test('holds every character of the text once and in order, whatever was done to the plan', () => {
    const dice = diceOf(20190315);
    let plan = planOf(SMALL, 1, { preamble: '总体要求。' });
    for (let step = 0; step < 400; step++) {
      plan = after(plan, anyIntent(plan, dice));
      const sheet = sheetOf(plan);
      const pieces = sheet.paragraphs.flatMap((paragraph) => paragraph.pieces);
      expect(pieces.map(({ text }) => text).join(''), `seed 20190315, step ${step}`).toBe(write(plan));
      for (const { from, text } of pieces) expect(sheet.text.slice(from, from + text.length)).toBe(text);
      expect(new Set(pieces.map(({ key }) => key)).size).toBe(pieces.length);
    }
  });

  test('keeps a place for a clause that has no words yet, which is no text', () => {
    const plan = planOf(SMALL);
    const next = after(plan, addAfter(plan, { id: 'new', after: idOf(plan, '甲一') }, diceOf(2)));
    expect(lines(next)[3]).toBe(
      'item: 1. 甲（牵头部门：局办公室）。甲一（牵头部门：局办公室、局人事科）。▁甲二（牵头部门：局基教科）。',
    );
    expect(write(next)).toBe(write(plan));
  });

  test('keeps places for a plan that has nothing but a section', () => {
    const empty = planOf('', 1, { title: '' });
    expect(sheetOf(empty).paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ field }) => field ?? []))).toEqual([
      ROOT,
      PREAMBLE,
    ]);
    const one = after(empty, addNode(empty, { id: 's', parent: ROOT }, diceOf(1)));
    expect(lines(one)).toEqual(['title: ▁', 'preamble: ▁', 'section: 一、▁']);
  });

  test('renumbers when an item moves to another section', () => {
    const plan = planOf(SMALL);
    const moved = after(plan, moveNode(plan, { ids: [idOf(plan, '甲')], parent: idOf(plan, '三') }, diceOf(3)));
    expect(lines(moved).map((line) => line.slice(0, 11))).toEqual([
      'title: 试排',
      'preamble: ▁',
      'section: 一、',
      'item: 1. 乙。',
      'section: 二、',
      'item: 2. 丙。',
      'section: 三、',
      'item: 3. 甲（',
    ]);
  });
});

test('a bracket is cut at the offices it names, the longer name first', () => {
  const plan = planOf('一\n  甲\n    甲一 @局办公室,局办');
  const node = plan.nodes.get(idOf(plan, '甲一'))!;
  expect(
    bracketRuns(plan, node, '（牵头部门：局办公室、局办）').map(({ text, office }) => [text, office !== undefined]),
  ).toEqual([
    ['（牵头部门：', false],
    ['局办公室', true],
    ['、', false],
    ['局办', true],
    ['）', false],
  ]);
});
