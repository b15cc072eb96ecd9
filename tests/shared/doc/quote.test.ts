// A quotation holds on to its characters while anybody edits around them, and the store and the model agree where it is.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { commit } from '../../../shared/doc/commit.ts';
import { openUndo } from '../../../shared/doc/undo.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { applyChanges } from '../../../shared/ops/change.ts';
import type { Change } from '../../../shared/ops/change.ts';
import { diceOf, docOf, idOf } from '../../kit/plan.ts';

const ME = {};
const TEXT = '落实《特殊教育三年行动计划（2018-2020）》，完善资源配置';
const WORDS = '2018-2020';

function quoting(): { doc: Y.Doc; id: string } {
  const doc = docOf(`一\n  甲\n    ${TEXT}`);
  const id = idOf(readPlan(doc), TEXT);
  const from = TEXT.indexOf(WORDS);
  const value = { how: 'text', words: WORDS, from, to: from + WORDS.length } as const;
  commit(doc, [{ do: 'put', id, key: 'basis', value }], ME);
  return { doc, id };
}

function held(plan: Plan, id: string): string | undefined {
  const { basis, title } = plan.nodes.get(id)!;
  return basis?.from === undefined ? undefined : title.slice(basis.from, basis.to);
}

test('a quotation stays on its words when text comes and goes before and behind it', () => {
  const { doc, id } = quoting();
  for (const title of [`有序${TEXT}`, `有序${TEXT}等`, `有序${TEXT}`, TEXT, TEXT.slice(2)]) {
    commit(doc, [{ do: 'retitle', id, title }], ME);
    expect(held(readPlan(doc), id)).toBe(WORDS);
  }
});

test('it stays there too when a colleague edits the same clause offline', () => {
  const { doc, id } = quoting();
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  commit(doc, [{ do: 'retitle', id, title: `按照部署，${TEXT}` }], ME);
  commit(theirs, [{ do: 'retitle', id, title: TEXT.replace('落实', '全面落实区级') }], {});
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  expect(held(readPlan(doc), id)).toBe(WORDS);
  expect(readPlan(theirs)).toEqual(readPlan(doc));
});

test('when its words are gone it keeps them as words and points nowhere', () => {
  const { doc, id } = quoting();
  commit(doc, [{ do: 'retitle', id, title: TEXT.replace(WORDS, '') }], ME);
  expect(readPlan(doc).nodes.get(id)!.basis).toEqual({ how: 'text', words: WORDS });
});

test('the model and the shared text agree on 2,000 random edits', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { doc, id } = quoting();
    const dice = diceOf(seed);
    for (let step = 0; step < 100; step++) {
      const before = readPlan(doc);
      const { title, basis } = before.nodes.get(id)!;
      const at = Math.floor(dice() * (title.length + 1));
      const gone = Math.floor(dice() * 4);
      const come = ['', '，', '2021', '𠮷年', '三'][Math.floor(dice() * 5)]!;
      const edit: Change =
        basis?.from === undefined && dice() < 0.5
          ? { do: 'put', id, key: 'basis', value: { how: 'text', words: '年', from: 0, to: 2 } }
          : {
              do: 'retitle',
              id,
              title: `${title.slice(0, at)}${come}${title.slice(at + gone)}`.replace(/\p{Cs}/gu, '') || '年年',
            };
      commit(doc, [edit], ME);
      expect(readPlan(doc).nodes.get(id), `seed ${seed}, step ${step}`).toEqual(
        applyChanges(before, [edit]).nodes.get(id),
      );
    }
  }
});

test('undoing a deletion gives the quotation back', () => {
  const { doc, id } = quoting();
  const undo = openUndo(doc, ME);
  commit(doc, [{ do: 'retitle', id, title: TEXT.replace(WORDS, '') }], ME);
  expect(held(readPlan(doc), id)).toBeUndefined();
  undo.undo();
  expect(held(readPlan(doc), id)).toBe(WORDS);
});

test('whatever stands where the hold should be, the plan is read', () => {
  for (const hold of [undefined, 7, ['', ''], ['1:2', '3:4'], [{}, '0:0']]) {
    const { doc, id } = quoting();
    const node = doc.getMap('nodes').get(id) as Y.Map<unknown>;
    node.set('basis', { how: 'text', words: WORDS, from: 1, to: 3, hold });
    expect(readPlan(doc).nodes.get(id)!.basis).toMatchObject({ how: 'text', words: WORDS });
  }
});
