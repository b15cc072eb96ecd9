import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { commit } from '../../../shared/doc/commit.ts';
import { noteJson, noteOf, noteText, plantNote, readNotes } from '../../../shared/doc/notes.ts';
import { readPlan, watchPlan } from '../../../shared/doc/read.ts';
import { isRefusal } from '../../../shared/ops/change.ts';
import { addMark, addOffice, officeNamed, retitle } from '../../../shared/ops/content.ts';
import { setSpan } from '../../../shared/ops/time.ts';
import { addNode, bin, moveNode, restore } from '../../../shared/ops/tree.ts';
import { peersOf } from '../../kit/peers.ts';
import { diceOf, docOf, idOf, outlines, show } from '../../kit/plan.ts';
import { found } from '../../../shared/doc/found.ts';

const TEXT = '一\n  甲\n    甲一 03-01..04-30\n    推进课程改革落实双减';

test('two people rewording the two ends of a clause both keep their words', () => {
  const peers = peersOf(docOf(TEXT), 2);
  const [a, b] = peers.all as [(typeof peers.all)[0], (typeof peers.all)[0]];
  const id = idOf(a.plan(), '推进课程改革落实双减');
  a.do((plan) => retitle(plan, { id, title: '全面推进课程改革落实双减' }));
  b.do((plan) => retitle(plan, { id, title: '推进课程改革落实双减政策' }));
  expect(peers.settle().nodes.get(id)!.title).toBe('全面推进课程改革落实双减政策');
});

test('characters of two code units are replaced whole', () => {
  const peers = peersOf(docOf('一\n  𠮷甲𠮷'), 2);
  const [a, b] = peers.all as [(typeof peers.all)[0], (typeof peers.all)[0]];
  const id = idOf(a.plan(), '𠮷甲𠮷');
  // 𠮷 and 𠮶 share their first half, 𠮷 and 𡮷 their second.
  a.do((plan) => retitle(plan, { id, title: '𠮶甲𠮷' }));
  b.do((plan) => retitle(plan, { id, title: '𠮷甲𡮷' }));
  expect(peers.settle().nodes.get(id)!.title).toBe('𠮶甲𡮷');
});

test('a concurrent move and resize leave a bar somebody drew', () => {
  const peers = peersOf(docOf(TEXT), 2);
  const [a, b] = peers.all as [(typeof peers.all)[0], (typeof peers.all)[0]];
  const id = idOf(a.plan(), '甲一');
  const drawn = [
    { start: '2019-06-01', end: '2019-07-31' },
    { start: '2019-03-01', end: '2019-03-15' },
  ];
  a.do((plan) => setSpan(plan, { id, span: drawn[0]! }));
  b.do((plan) => setSpan(plan, { id, span: drawn[1]! }));
  expect(drawn).toContainEqual(peers.settle().nodes.get(id)!.span);
});

test('a rename survives a concurrent delete and its undo', () => {
  const peers = peersOf(docOf(TEXT), 2);
  const [a, b] = peers.all as [(typeof peers.all)[0], (typeof peers.all)[0]];
  const id = idOf(a.plan(), '甲');
  a.do((plan) => bin(plan, { ids: [id] }));
  b.do((plan) => retitle(plan, { id, title: '甲（修订）' }));
  peers.settle();
  a.undo.undo();
  expect(show(peers.settle())).toContain('甲（修订）\n    甲一');
});

test('an add under a branch that is being deleted lies in the bin with it', () => {
  const peers = peersOf(docOf(TEXT), 2);
  const [a, b] = peers.all as [(typeof peers.all)[0], (typeof peers.all)[0]];
  const id = idOf(a.plan(), '甲');
  a.do((plan) => bin(plan, { ids: [id] }));
  b.do((plan) => addNode(plan, { id: 'new1', parent: id, title: '后来' }, diceOf(2)));
  const plan = peers.settle();
  expect(show(plan, { bin: true })).toContain('回收站\n  甲\n    甲一');
  expect(show(plan, { bin: true })).toContain('    后来');
  a.do((now) => restore(now, { id }, diceOf(3)));
  expect(show(peers.settle())).toContain('    后来');
});

test('undoing my add hides it and keeps what a colleague wrote in its note', () => {
  const peers = peersOf(docOf(TEXT), 2);
  const [a, b] = peers.all as [(typeof peers.all)[0], (typeof peers.all)[0]];
  a.do((plan) => addNode(plan, { id: 'new1', parent: idOf(plan, '甲'), title: '新措施' }, diceOf(2)));
  peers.settle();
  noteOf(b.doc, 'new1')!.insert(0, [new Y.XmlText('同事写的')]);
  peers.settle();
  a.undo.undo();
  expect(show(peers.settle())).not.toContain('新措施');
  a.undo.redo();
  expect(show(peers.settle())).toContain('新措施');
  expect(noteText(noteJson(noteOf(a.doc, 'new1')!))).toBe('同事写的');
});

test('undo touches only my own steps, and leaves a value that someone has changed since', () => {
  const peers = peersOf(docOf(TEXT), 2);
  const [a, b] = peers.all as [(typeof peers.all)[0], (typeof peers.all)[0]];
  const id = idOf(a.plan(), '甲一');
  a.do((plan) => setSpan(plan, { id, span: { start: '2019-05-01', end: '2019-05-31' } }));
  peers.settle();
  b.do((plan) => setSpan(plan, { id, span: { start: '2019-06-01', end: '2019-06-30' } }));
  b.do((plan) => retitle(plan, { id, title: '甲一改' }));
  peers.settle();
  a.undo.undo();
  const node = peers.settle().nodes.get(id)!;
  expect(node.span).toEqual({ start: '2019-06-01', end: '2019-06-30' });
  expect(node.title).toBe('甲一改');
});

test('when two move one node at once and the one who won undoes, it stands where it stood', () => {
  for (const winner of [0, 1]) {
    const peers = peersOf(docOf('一\n  甲\n二\n三'), 2);
    const id = idOf(peers.all[0]!.plan(), '甲');
    const home = (title: string) => idOf(peers.all[0]!.plan(), title);
    const [to, other] = [home('二'), home('三')];
    peers.all[0]!.do((plan) => moveNode(plan, { ids: [id], parent: to }, diceOf(1)));
    peers.all[1]!.do((plan) => moveNode(plan, { ids: [id], parent: other }, diceOf(2)));
    peers.settle();
    peers.all[winner]!.undo.undo();
    const plan = peers.settle();
    expect(['一', '二', '三'].map(home)).toContain(plan.nodes.get(id)!.place.parent);
    expect(plan.nodes.get(id)!.kind).toBe('item');
  }
});

test('when two date one clause at once, undoing either leaves a date somebody chose', () => {
  for (const who of [0, 1]) {
    const peers = peersOf(docOf(TEXT), 2);
    const id = idOf(peers.all[0]!.plan(), '甲一');
    const spans = ['2019-05', '2019-06'].map((month) => ({ start: `${month}-01`, end: `${month}-28` }));
    peers.all.forEach((peer, i) => peer.do((plan) => setSpan(plan, { id, span: spans[i]! })));
    peers.settle();
    peers.all[who]!.undo.undo();
    const span = peers.settle().nodes.get(id)!.span;
    expect([...spans, { start: '2019-03-01', end: '2019-04-30' }]).toContainEqual(span);
  }
});

test('undoing a first date takes it away', () => {
  const peers = peersOf(docOf('一\n  甲\n    甲一'), 1);
  const peer = peers.all[0]!;
  const id = idOf(peer.plan(), '甲一');
  peer.do((plan) => setSpan(plan, { id, span: { start: '2019-05-01', end: '2019-05-02' } }));
  peer.undo.undo();
  expect(peer.plan().nodes.get(id)!.span).toBeUndefined();
});

test('undoing the naming of an office keeps it in the register, where a colleague may have used it', () => {
  const peers = peersOf(docOf(TEXT), 2);
  const [a, b] = peers.all as [(typeof peers.all)[0], (typeof peers.all)[0]];
  const id = idOf(a.plan(), '甲一');
  a.do((plan) => addOffice(plan, { name: '局安全科', on: { id, role: 'lead' } }, diceOf(1)));
  peers.settle();
  const office = officeNamed(b.plan(), '局安全科')!;
  b.do((plan) => addMark(plan, { id: idOf(plan, '甲'), role: 'lead', office }, diceOf(2)));
  peers.settle();
  a.undo.undo();
  const plan = peers.settle();
  expect(show(plan)).toContain('甲 @局安全科');
  expect(show(plan)).toContain('甲一 03-01..04-30\n');
});

test('an edit that changes nothing sends nothing', () => {
  const doc = docOf(TEXT);
  const id = idOf(readPlan(doc), '甲一');
  let sent = 0;
  doc.on('update', () => sent++);
  commit(doc, [{ do: 'put', id, key: 'span', value: { start: '2019-03-01', end: '2019-04-30' } }], {});
  commit(doc, [{ do: 'retitle', id, title: '甲一' }], {});
  expect(sent).toBe(0);
});

test('one change re-reads one node; all others stay the same objects', () => {
  const doc = docOf(TEXT);
  let calls = 0;
  const watch = watchPlan(doc, () => calls++);
  const before = watch.plan();
  const id = idOf(before, '甲一');
  const outcome = setSpan(before, { id, span: { start: '2019-05-01', end: '2019-05-31' } });
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  commit(doc, outcome, {});
  const now = watch.plan();
  expect(calls).toBe(1);
  expect([...now.nodes].filter(([each, node]) => before.nodes.get(each) !== node).map(([each]) => each)).toEqual([id]);
  expect(now.tree).toBe(before.tree);
  expect(now.offices).toBe(before.offices);
});

test('typing in a note that already holds text publishes nothing', () => {
  const doc = docOf(TEXT);
  const id = idOf(readPlan(doc), '甲一');
  const text = new Y.XmlText('一');
  noteOf(doc, id)!.insert(0, [text]);
  let calls = 0;
  watchPlan(doc, () => calls++);
  text.insert(1, '二三');
  expect(calls).toBe(0);
});

test('a note survives as JSON, marks and lists included', () => {
  const doc = docOf(TEXT);
  const id = idOf(readPlan(doc), '甲一');
  const json = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '要求' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '按' },
          { type: 'text', text: '方案', marks: [{ type: 'bold' }] },
          { type: 'text', text: '办理' },
        ],
      },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: '其一' }] }] }],
      },
    ],
  };
  plantNote(noteOf(doc, id)!, json);
  expect(readNotes(doc).get(id)).toEqual(json);
  expect(noteText(json)).toBe('要求\n按方案办理\n其一');
});

test('a plan is founded once: a second time is a fault, not two plans', () => {
  const doc = docOf(TEXT);
  expect(() =>
    found(doc, { meta: { title: '', sample: false, preamble: '' }, outlines: outlines(TEXT) }, diceOf(1)),
  ).toThrow('not empty');
});
