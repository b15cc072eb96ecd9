// One tree, four faces: ten thousand edits, each through the hands of a face drawn by lot; after each all faces, read back, show the same.
// GUATU_EDITS sets how many (default 10,000), GUATU_SEED where they start.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { found } from '../../shared/doc/found.ts';
import { ROOT } from '../../shared/model/plan.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { childrenOf, inOrder } from '../../shared/model/tree.ts';
import { numbering } from '../../shared/model/numbering.ts';
import { sketch } from '../../shared/yaodian/sketch.ts';
import { toOutline } from '../../shared/yaodian/draft.ts';
import { parse } from '../../shared/yaodian/parse.ts';
import { sheetOf } from '../../client/views/text/sheet.ts';
import { diceOf, docOf, idOf, planOf } from '../kit/plan.ts';
import { pick, SMALL } from '../kit/random.ts';
import { SEED } from '../kit/runs.ts';
import { difference } from './compare.ts';
import type { Readings } from './compare.ts';
import { handsOn } from './hands.ts';
import type { Face } from './hands.ts';
import { personAt } from './person.ts';
import { ganttReader, mapReader, readList, readSheet, rewritten } from './readings.ts';

const EDITS = Number(process.env['GUATU_EDITS'] ?? 10_000);
const MOST = 40;
const LEAST = 16;
/** After so many edits another plan is begun. */
const PLAN = 40;
/** Offices behind an item's title are left out: see `rewritten`. */
const START = SMALL.replace('甲 @局办公室', '甲');
const FACES: readonly Face[] = ['gantt', 'map', 'list', 'text'];

function reader(): { all(plan: Plan): Readings; map: ReturnType<typeof mapReader> } {
  const gantt = ganttReader();
  const map = mapReader();
  return {
    map,
    all: (plan) => ({
      gantt: gantt(plan),
      map: map.read(plan),
      list: readList(plan),
      text: readSheet(plan),
      rewritten: rewritten(plan),
    }),
  };
}

test(`seed of this run: GUATU_SEED=${SEED} GUATU_EDITS=${EDITS}`, () => {
  expect(EDITS).toBeGreaterThan(0);
});

test('whichever face is edited, all four show one tree', { timeout: 120_000 + EDITS * 60 }, () => {
  const dice = diceOf(SEED);
  let me = personAt(docOf(START), dice);
  let { all, map } = reader();
  let hands = handsOn(map);
  const done: Record<Face, number> = { gantt: 0, map: 0, list: 0, text: 0 };
  let reread = 0;
  let tied = 0;
  for (let edit = 0; edit < EDITS;) {
    const before = me.plan();
    const face = pick(FACES, dice)!;
    const size = inOrder(before).length;
    const { any, less, more } = hands[face];
    (size > MOST && dice() < 0.4 ? less : size < LEAST ? more : pick(any, dice)!)(me, dice);
    const plan = me.plan();
    // What changed nothing was no edit.
    if (plan === before) continue;
    edit++;
    done[face]++;
    const seen = all(plan);
    if (seen.rewritten) reread++;
    const differs = difference(plan, seen);
    const { drawn, due } = map.ties(plan);
    if (due.some((each) => !drawn.includes(each)))
      throw new Error(
        `GUATU_SEED=${SEED}, edit ${edit} on the ${face}: of ${due.join()} the map draws ${drawn.join()}`,
      );
    tied = Math.max(tied, due.length);
    if (differs) throw new Error(`GUATU_SEED=${SEED}, edit ${edit} on the ${face}: ${differs}`);
    if (edit % PLAN === 0) {
      me = personAt(docOf(START), dice);
      ({ all, map } = reader());
      hands = handsOn(map);
    }
  }
  // Every face was edited, and some texts could say all of the plan.
  for (const face of FACES) expect(done[face], face).toBeGreaterThan(EDITS / 12);
  expect(reread).toBeGreaterThan(0);
  expect(tied, 'relations and braces at once').toBeGreaterThan(2);
  console.log(`edits ${JSON.stringify(done)}, texts read again ${reread}`);
});

describe('the comparison can fail', () => {
  const plan = planOf(SMALL);
  const fresh = (): Readings => reader().all(plan);
  const [first, second, ...rest] = childrenOf(plan, ROOT);
  const swapped: Plan = {
    ...plan,
    tree: { ...plan.tree, children: new Map(plan.tree.children).set(ROOT, [second!, first!, ...rest]) },
  };

  test('and does not when nothing is wrong', () => expect(difference(plan, fresh())).toBeUndefined());

  test.each(['gantt', 'map', 'list', 'text'] as const)('when the %s shows two sections the other way round', (face) =>
    expect(difference(plan, { ...fresh(), [face]: reader().all(swapped)[face] })).toBeDefined(),
  );

  test('when a bar is drawn a day off, a title lost, a lead forgotten', () => {
    const seen = fresh();
    const clause = idOf(plan, '甲一');
    const bent = (face: Face, change: object): Readings => ({
      ...seen,
      [face]: seen[face].map((one) => (one.id === clause ? { ...one, ...change } : one)),
    });
    expect(difference(plan, bent('gantt', { start: '2019-03-02' }))).toContain('start');
    expect(difference(plan, bent('map', { title: '别的' }))).toContain('called');
    expect(difference(plan, bent('text', { leads: '' }))).toContain('leads');
  });
});

describe('the 2019 text', () => {
  const source = readFileSync(new URL('../../server/seed/2019-qingpu.txt', import.meta.url), 'utf8');
  const { meta, children } = toOutline(parse(source));

  test('untouched, is the source byte for byte on the sheet', () => {
    expect(sheetOf(sketch(meta, children)).text).toBe(source);
  });

  test('with item 6 moved on the map to section 三 is numbered anew on every face', () => {
    const doc = new Y.Doc();
    found(doc, { meta, outlines: children }, diceOf(1));
    const me = personAt(doc, diceOf(2));
    const label = (plan: Plan, text: string) => [...numbering(plan)].find(([, each]) => each.label === text)![0];
    const six = label(me.plan(), '6');
    const seven = label(me.plan(), '7');
    const title = me.plan().nodes.get(six)!.title;
    const third = childrenOf(me.plan(), ROOT)[2]!;
    me.commands.run('tree.move', { ids: [six], parent: third, before: childrenOf(me.plan(), third)[0]! });
    const { all } = reader();
    const seen = all(me.plan());
    expect(difference(me.plan(), seen)).toBeUndefined();
    expect(seen.list.find(({ id }) => id === seven)!.mark).toBe('7');
    expect(seen.gantt.find(({ id }) => id === six)!.mark).toBe('6');
    // Section 二 has lost its last item, so the first of section 三 keeps the number; moved to its end it is 9.
    me.commands.run('tree.move', { ids: [six], parent: third, before: null });
    const after = all(me.plan());
    expect(difference(me.plan(), after)).toBeUndefined();
    expect(after.list.find(({ id }) => id === seven)!.mark).toBe('6');
    expect(after.list.find(({ id }) => id === six)!.mark).toBe('9');
    expect(sheetOf(me.plan()).text).toMatch(new RegExp(`\\n9\\. ?${title}`));
  });
});
