// What a frame is said to touch must be what it changes. Checked against Yjs itself, which tells only after applying.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { resolve } from '../../server/authorize.ts';
import { gate } from '../../server/gate.ts';
import { LIMITS } from '../../server/limits.ts';
import { commit } from '../../shared/doc/commit.ts';
import { noteOf } from '../../shared/doc/notes.ts';
import { readPlan } from '../../shared/doc/read.ts';
import { ROOTS, rootOf } from '../../shared/doc/schema.ts';
import { decide } from '../../shared/policy/decide.ts';
import type { Touched } from '../../shared/policy/decide.ts';
import { addOffice } from '../../shared/ops/content.ts';
import { isRefusal } from '../../shared/ops/change.ts';
import type { Outcome } from '../../shared/ops/change.ts';
import { link } from '../../shared/ops/time.ts';
import { addNode, bin } from '../../shared/ops/tree.ts';
import { openUndo } from '../../shared/doc/undo.ts';
import { diceOf } from '../kit/plan.ts';
import { act, copyOf, forge, frameOf, target } from './kit/hostile.ts';

const ME = 9;
const FRAMES = Number(process.env['GUATU_FUZZ'] ?? 20_000) / 4;
const mine = (client: number): boolean => client === ME;

function touchedBy(doc: Y.Doc, frame: Uint8Array, owns = mine): readonly Touched[] | string {
  const passed = gate(frame, doc, owns, LIMITS);
  if (!passed.ok) return passed.code;
  const touched = resolve(doc, passed, LIMITS);
  return 'unfit' in touched ? touched.unfit : touched;
}

const short = (touched: readonly Touched[] | string): unknown =>
  typeof touched === 'string'
    ? touched
    : touched.map(({ root, id, field, kind }) => [kind, root, id, ...(field ? [field] : [])].join(' ')).sort();

/** The kinds of change Yjs reports, as root, entry and field. */
function changedBy(doc: Y.Doc, frame: Uint8Array): string[] {
  const places = new Set<string>();
  const listen = (transaction: Y.Transaction): void => {
    for (const [type, keys] of transaction.changed)
      for (const key of keys) places.add(placeOf(doc, type as Y.AbstractType<unknown>, key));
  };
  doc.on('afterTransaction', listen);
  Y.applyUpdate(doc, frame);
  doc.off('afterTransaction', listen);
  return [...places];
}

function placeOf(doc: Y.Doc, start: Y.AbstractType<unknown>, key: string | null): string {
  const path: (string | null)[] = [key];
  let type = start;
  while (type._item) {
    path.unshift(type._item.parentSub);
    type = type._item.parent as Y.AbstractType<unknown>;
  }
  const root = ROOTS.find((name) => rootOf(doc, name) === type)!;
  const [id, field] = path;
  const inside = root === 'nodes' || root === 'offices' ? (field ?? '') : '';
  return `${root}/${id ?? ''}/${inside}`;
}

const item = (doc: Y.Doc): string => [...readPlan(doc).nodes.values()].find(({ title }) => title === '甲')!.id;

const does = (op: (plan: ReturnType<typeof readPlan>, id: string) => Outcome) => (doc: Y.Doc) => {
  const outcome = op(readPlan(doc), item(doc));
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  commit(doc, outcome, {});
};

describe('what a frame touches', () => {
  const cases: readonly (readonly [string, (doc: Y.Doc) => void, (id: string) => readonly string[]])[] = [
    [
      'a bar set',
      (doc) => nodeOf(doc).set('span', { start: '2019-03-01', end: '2019-03-09' }),
      (id) => [`set nodes ${id} span`],
    ],
    ['nothing', () => {}, () => []],
    ['a branch binned', does((plan, id) => bin(plan, { ids: [id] })), (id) => [`set nodes ${id} place`]],
    [
      'a node added: its fields come with it',
      does((plan, id) => addNode(plan, { id: 'newnewnewnew', parent: id, title: '新' }, diceOf(1))),
      () => ['create nodes newnewnewnew'],
    ],
    [
      'a title reworded',
      (doc) => (nodeOf(doc).get('title') as Y.Text).insert(1, '乙'),
      (id) => [`write nodes ${id} title`],
    ],
    [
      'a note typed in',
      (doc) => ((noteOf(doc, item(doc))!.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(1, '新', { bold: {} }),
      (id) => [`write nodes ${id} note`],
    ],
    [
      'a paragraph of a note deleted',
      (doc) => noteOf(doc, item(doc))!.delete(0, 1),
      (id) => [`write nodes ${id} note`],
    ],
    [
      'a heading’s level set',
      (doc) => (noteOf(doc, item(doc))!.get(0) as Y.XmlElement).setAttribute('level', '2'),
      (id) => [`write nodes ${id} note`],
    ],
    [
      'a link drawn',
      does((plan, id) => {
        const other = [...plan.nodes.values()].find(({ title }) => title === '丙')!.id;
        return link(plan, { from: id, to: other });
      }),
      (id) => [expect.stringContaining(`set links ${id}>`) as string],
    ],
    ['the title of the plan', (doc) => rootOf(doc, 'meta').set('title', '新题'), () => ['set meta title']],
    [
      'the preamble',
      (doc) => (rootOf(doc, 'meta').get('preamble') as Y.Text).insert(0, '新'),
      () => ['write meta preamble'],
    ],
    [
      'a field set and unset in one go',
      (doc) => (nodeOf(doc).set('progress', 5), nodeOf(doc).delete('progress')),
      (id) => [`unset nodes ${id} progress`],
    ],
  ];
  const nodeOf = (doc: Y.Doc): Y.Map<unknown> => rootOf(doc, 'nodes').get(item(doc)) as Y.Map<unknown>;

  for (const [name, work, want] of cases)
    test(name, () => {
      const doc = target();
      expect(short(touchedBy(doc, frameOf(doc, work, ME)))).toEqual(want(item(doc)));
    });

  test('an office once in the register stays: undoing its naming removes nothing, and nobody else may', () => {
    const doc = target();
    const page = copyOf(doc, ME);
    const origin = {};
    const undo = openUndo(page, origin);
    const plan = readPlan(page);
    const node = [...plan.nodes.keys()][0]!;
    const outcome = addOffice(plan, { name: '新设科', on: { id: node, role: 'assist' } }, diceOf(1));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    commit(page, outcome, origin);
    undo.undo();
    const touched = touchedBy(doc, Y.encodeStateAsUpdate(page, Y.encodeStateVector(doc))) as readonly Touched[];
    expect(touched.map(({ root, kind }) => `${root} ${kind}`)).not.toContain('offices remove');
    expect(decide({ role: 'editor', office: '' }, touched)).toBeNull();
    const theirs = frameOf(doc, (copy) => rootOf(copy, 'offices').delete([...rootOf(copy, 'offices').keys()][0]!), ME);
    expect(decide({ role: 'chair', office: '' }, touchedBy(doc, theirs) as readonly Touched[])).toBe('removed');
  });
});

describe('nothing changes that is not named', () => {
  /** Every place Yjs says has changed stands among what was said to be touched, or belongs to an entry being made. */
  function check(doc: Y.Doc, frame: Uint8Array, when: string): boolean {
    const passed = gate(frame, doc, mine, LIMITS);
    if (!passed.ok) return false;
    const touched = resolve(doc, passed, LIMITS);
    if ('unfit' in touched || decide({ role: 'chair', office: '' }, touched) !== null) return false;
    const named = new Set(touched.map(({ root, id, field }) => `${root}/${id}/${field ?? ''}`));
    const made = new Set(touched.filter(({ kind }) => kind === 'create').map(({ root, id }) => `${root}/${id}/`));
    for (const place of changedBy(doc, passed.bytes)) {
      const entry = place.slice(0, place.lastIndexOf('/') + 1);
      if (!named.has(place) && !made.has(entry))
        throw new Error(`${when}: ${place} changed, named were ${[...named].join(' ')}`);
    }
    return true;
  }

  test('by honest edits', () => {
    const dice = diceOf(11);
    let doc = target();
    let page = copyOf(doc, ME);
    for (let i = 0; i < FRAMES / 5; i++) {
      if (i % 40 === 0) {
        doc = target();
        page = copyOf(doc, ME);
      }
      const before = Y.encodeStateVector(page);
      act(page, dice);
      expect(check(doc, Y.encodeStateAsUpdate(page, before), `edit ${i}`), `edit ${i}`).toBe(true);
    }
  });

  test('by forged frames that pass', () => {
    const dice = diceOf(12);
    let doc = target();
    let passed = 0;
    for (let i = 0; i < FRAMES; i++) {
      if (i % 60 === 0) doc = target();
      if (check(doc, forge(doc, ME, dice), `frame ${i}`)) passed++;
    }
    expect(passed).toBeGreaterThan(FRAMES / 1_000);
  });
});
