// Undo beside colleagues: what they have written since is told, and one step is one step.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { authorOf } from '../../../shared/doc/author.ts';
import { commit } from '../../../shared/doc/commit.ts';
import { readPlan } from '../../../shared/doc/read.ts';
import { openUndo } from '../../../shared/doc/undo.ts';
import type { Span } from '../../../shared/model/plan.ts';
import { docOf, idOf } from '../../kit/plan.ts';

const on = (start: string, end: string): Span => ({ start: `2019-${start}`, end: `2019-${end}` });

/** Me and a colleague, each with a copy; `meet` lets both hear of all. */
function pair() {
  const mine = docOf('一\n  甲\n    甲一 03-01..03-31\n    甲二 04-01..04-30');
  const theirs = new Y.Doc();
  const meet = (): void => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  };
  meet();
  const me = { me: true };
  const undo = openUndo(mine, me);
  const id = (title: string) => idOf(readPlan(mine), title);
  const put = (doc: Y.Doc, title: string, value: Span | undefined): void =>
    void commit(doc, [{ do: 'put', id: id(title), key: 'span', value }], doc === mine ? me : { they: true });
  return { mine, theirs, meet, undo, id, put, span: (title: string) => readPlan(mine).nodes.get(id(title))?.span };
}

test('what a colleague has set since is told, with what was before and whose visit', () => {
  const { mine, theirs, meet, undo, id, put, span } = pair();
  put(mine, '甲一', on('03-08', '04-07'));
  expect(undo.overwritten()).toEqual([]);
  expect(authorOf(mine, id('甲一'), 'span')).toBe(mine.clientID);
  meet();
  put(theirs, '甲一', on('05-01', '05-31'));
  meet();
  expect(undo.overwritten()).toEqual([
    {
      root: 'nodes',
      id: id('甲一'),
      key: 'span',
      was: on('03-01', '03-31'),
      mine: on('03-08', '04-07'),
      by: theirs.clientID,
    },
  ]);
  expect(authorOf(mine, id('甲一'), 'span')).toBe(theirs.clientID);
  undo.undo('last');
  expect(span('甲一')).toEqual(on('05-01', '05-31'));
});

test('undoing the last step alone leaves the one before, even when nothing of the last is mine any more', () => {
  const { mine, theirs, meet, undo, put, span } = pair();
  put(mine, '甲二', on('04-08', '05-07'));
  put(mine, '甲一', on('03-08', '04-07'));
  meet();
  put(theirs, '甲一', on('05-01', '05-31'));
  meet();
  undo.undo('last');
  expect(span('甲二')).toEqual(on('04-08', '05-07'));
  expect(undo.overwritten()).toEqual([]);
  undo.undo();
  expect(span('甲二')).toEqual(on('04-01', '04-30'));
});

test('a date that a colleague took away is told; one that I took away myself and nobody set is not', () => {
  const { mine, theirs, meet, undo, id, put } = pair();
  put(mine, '甲一', on('03-08', '04-07'));
  meet();
  put(theirs, '甲一', undefined);
  meet();
  expect(undo.overwritten()).toMatchObject([{ id: id('甲一'), was: on('03-01', '03-31'), by: undefined }]);
  put(mine, '甲二', undefined);
  expect(undo.overwritten()).toEqual([]);
  meet();
  put(theirs, '甲二', on('06-01', '06-02'));
  meet();
  expect(undo.overwritten()).toMatchObject([{ id: id('甲二'), by: theirs.clientID }]);
});
