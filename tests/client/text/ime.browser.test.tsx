// A real input method, through the browser's own interface: syllables are composed, then a word is chosen.
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { ListView } from '../../../client/views/list.tsx';
import { MindmapView } from '../../../client/views/mindmap.tsx';
import { TextView } from '../../../client/views/text.tsx';
import { docOf, idOf, show } from '../../kit/plan.ts';
import { SMALL } from '../../kit/random.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;
afterEach(() => stand.close());

interface Session {
  send(method: string, params: object): Promise<unknown>;
}

const browser = (): Session => cdp();

/** Types the letters of a syllable one by one. */
async function compose(letters: string): Promise<void> {
  for (let n = 1; n <= letters.length; n++)
    await browser().send('Input.imeSetComposition', { text: letters.slice(0, n), selectionStart: n, selectionEnd: n });
}

/** A key that the input method takes, as browsers report it. */
async function taken(key: string): Promise<void> {
  for (const type of ['rawKeyDown', 'keyUp'])
    await browser().send('Input.dispatchKeyEvent', { type, key, windowsVirtualKeyCode: 229 });
}

async function choose(word: string): Promise<void> {
  await browser().send('Input.insertText', { text: word });
}

async function open(view: 'mindmap' | 'list' | 'text', node: ReactNode): Promise<void> {
  stand = standOf(docOf(SMALL), { open: view });
  await stand.draw(node);
  await settled(() => stand.commands.run('view.select', { ids: [idOf(stand.plan(), '甲一')] }));
}

describe('Chinese typed with an input method', () => {
  test.each([
    ['mindmap', <MindmapView key="map" />, '.map-catcher'],
    ['list', <ListView key="list" />, '.list-catcher'],
  ] as const)('over a selected node in the %s loses no letter and makes no node', async (view, node, field) => {
    await open(view, node);
    document.querySelector<HTMLElement>(field)!.focus();
    await compose('xin');
    for (const key of ['Enter', 'Tab', 'ArrowDown']) await taken(key);
    expect(stand.written).toEqual([]);
    await choose('新');
    await compose('cuoshi');
    await choose('措施');
    await userEvent.keyboard('{Enter}');
    expect(show(stand.plan())).toContain('新措施 03-01..04-30');
    expect(stand.written).toHaveLength(1);
  });

  test('in the official text goes out whole, and its Enter makes no clause', async () => {
    await open('text', <TextView />);
    await userEvent.click(document.getElementById(`text-${idOf(stand.plan(), '甲一')}`)!);
    await userEvent.keyboard('{End}');
    await compose('luoshi');
    await taken('Enter');
    await choose('落实');
    await expect.poll(() => stand.drafts()).toBe(0);
    expect(show(stand.plan())).toContain('甲一落实 03-01');
    expect(stand.written).toEqual(['content.retitle']);
  });
});
