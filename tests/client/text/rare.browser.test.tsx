// Rare characters under the hand: typed, taken back one by one, and drawn whole on every face.
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { GanttView } from '../../../client/views/gantt.tsx';
import { ListView } from '../../../client/views/list.tsx';
import { MindmapView } from '../../../client/views/mindmap.tsx';
import { TextView } from '../../../client/views/text.tsx';
import { HALF, LONG, PLAN } from '../../faces/rare.ts';
import { docOf, idOf, show } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;
afterEach(() => stand.close());

const browser = (): { send(method: string, params: object): Promise<unknown> } => cdp();
const say = (text: string): Promise<unknown> => browser().send('Input.insertText', { text });

async function open(view: 'gantt' | 'mindmap' | 'list' | 'text', node: ReactNode): Promise<void> {
  stand = standOf(docOf(PLAN), { open: view });
  await stand.draw(node);
  await expect.poll(() => document.body.textContent).toContain('𠮷');
  expect(document.body.textContent).not.toMatch(HALF);
}

test.each([
  ['gantt', <GanttView key="gantt" />, undefined],
  ['mindmap', <MindmapView key="map" />, '.map-catcher'],
  ['list', <ListView key="list" />, '.list-catcher'],
] as const)('on the %s', async (view, node, field) => {
  await open(view, node);
  if (!field) return;
  await settled(() => stand.commands.run('view.select', { ids: [idOf(stand.plan(), LONG)] }));
  document.querySelector<HTMLElement>(field)!.focus();
  await say('𠮷𬱖镇');
  await userEvent.keyboard('{ArrowLeft}{Backspace}{Enter}');
  expect(show(stand.plan())).toContain('    𠮷镇 03-01..04-30 @𠮷科室');
  expect(document.body.textContent).not.toMatch(HALF);
});

test('in the text', async () => {
  await open('text', <TextView />);
  await userEvent.click(document.getElementById(`text-${idOf(stand.plan(), LONG)}`)!);
  await userEvent.keyboard('{Control>}{End}{/Control}');
  await say('𠮷𬱖');
  await userEvent.keyboard('{Backspace}');
  await expect.poll(() => stand.drafts()).toBe(0);
  expect(show(stand.plan())).toContain(`${LONG}𠮷 03-01..04-30`);
  expect(document.body.textContent).not.toMatch(HALF);
});
