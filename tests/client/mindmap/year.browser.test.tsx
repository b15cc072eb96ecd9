// The map over the text of a real year: what folding to a level shows, one branch alone, and a year typed without a mouse.
import { afterEach, describe, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { MindmapView } from '../../../client/views/mindmap.tsx';
import { QINGPU_2019 } from '../../../server/seed/text.ts';
import { found } from '../../../shared/doc/found.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import { childrenOf } from '../../../shared/model/tree.ts';
import { toOutline } from '../../../shared/yaodian/draft.ts';
import { parse } from '../../../shared/yaodian/parse.ts';
import { docOf, show } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;
afterEach(() => stand.close());

async function openYear(): Promise<void> {
  const doc = new Y.Doc();
  const { meta, children } = toOutline(parse(QINGPU_2019));
  found(doc, { meta: { ...meta, year: 2019 }, outlines: children }, Math.random);
  stand = standOf(doc, { open: 'mindmap' });
  await stand.draw(<MindmapView />);
}

const field = (): HTMLTextAreaElement => document.querySelector<HTMLTextAreaElement>('.map-catcher')!;
const shown = (): number => document.querySelectorAll('[role="treeitem"]').length;
const select = (id: string): Promise<void> => settled(() => stand.commands.run('view.select', { ids: [id] }));
/** All of it in sight: what is out of sight is not drawn. */
const fit = (): Promise<void> => settled(() => stand.commands.run('view.fit'));

describe('levels', () => {
  test('of the year 2019 show 1, 9 and 37 topics, and are mine alone', async () => {
    await openYear();
    const before = Y.encodeStateVector(stand.doc);
    await select(ROOT);
    field().focus();
    await userEvent.keyboard('{Control>}/{/Control}');
    await fit();
    expect(shown()).toBe(1);
    for (const [level, count] of [
      [1, 9],
      [2, 37],
    ] as const) {
      field().focus();
      await userEvent.keyboard(`{Control>}${level}{/Control}`);
      await fit();
      expect(shown(), `level ${level}`).toBe(count);
    }
    expect([stand.written, Y.encodeStateVector(stand.doc)]).toEqual([[], before]);
    expect(stand.shown).not.toHaveProperty('folded');
  });
});

describe('one branch alone', () => {
  test('section 四 shows its six items, and Escape shows the year again', async () => {
    await openYear();
    const four = childrenOf(stand.plan(), ROOT)[3]!;
    expect(childrenOf(stand.plan(), four)).toHaveLength(6);
    await settled(() => stand.desktop.view.set({ folded: new Set(childrenOf(stand.plan(), four)) }));
    await select(four);
    field().focus();
    await userEvent.keyboard('{Control>}.{/Control}');
    await fit();
    expect(shown()).toBe(7);
    await userEvent.keyboard('{Escape}');
    await fit();
    expect(shown()).toBeGreaterThan(37);
  });
});

test('forty topics are typed without a mouse, with at most one more key than the one that ends each', async () => {
  stand = standOf(docOf(''), {
    open: 'mindmap',
    map: { arrangement: 'right', colouring: 'section', details: true, minimap: false },
  });
  await stand.draw(<MindmapView />);
  await select(ROOT);
  field().focus();
  const wanted = Array.from({ length: 5 }, (_, a) => branchOf(a)).flat();
  expect(wanted).toHaveLength(40);
  let keys = 0;
  const press = async (...names: readonly string[]): Promise<void> => {
    keys += names.length;
    await userEvent.keyboard(names.map((name) => `{${name}}`).join(''));
  };
  let last = -1;
  for (const { title, depth } of wanted) {
    if (depth > last) await press('Tab');
    else await press('Enter', ...Array.from({ length: last - depth }, () => 'ArrowLeft'), 'Enter');
    await userEvent.keyboard(title);
    last = depth;
  }
  await press('Enter');
  expect(show(stand.plan())).toBe(wanted.map(({ title, depth }) => `${'  '.repeat(depth)}${title}`).join('\n'));
  expect(keys).toBeLessThanOrEqual(2 * 40);
});

function branchOf(a: number): readonly { readonly title: string; readonly depth: number }[] {
  const below = (b: number, n: number) => Array.from({ length: n }, (_, c) => ({ title: `事${a}${b}${c}`, depth: 2 }));
  return [
    { title: `部${a}`, depth: 0 },
    { title: `项${a}0`, depth: 1 },
    ...below(0, 3),
    { title: `项${a}1`, depth: 1 },
    ...below(1, 2),
  ];
}

test('what moved glides, unless no movement is wanted', async () => {
  await openYear();
  const gliding = (): boolean => document.querySelector('[data-gliding]') !== null;
  const [first] = childrenOf(stand.plan(), ROOT);
  stand.commands.run('view.fold', { id: first! });
  await expect.poll(gliding, { interval: 5 }).toBe(true);
  await expect.poll(gliding).toBe(false);
  const browser = cdp() as { send(method: string, params: object): Promise<unknown> };
  const asked = (value: string): Promise<unknown> =>
    browser.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
  await asked('reduce');
  let moved = false;
  const watch = new MutationObserver(() => (moved ||= gliding()));
  watch.observe(document.querySelector('.map-svg')!, { attributes: true });
  await settled(() => stand.commands.run('view.fold', { id: first! }));
  watch.disconnect();
  await asked('');
  expect(moved).toBe(false);
});
