// The columns of the Gantt's table: chosen, carried, widened, fitted and reset, by mouse and by keys; mine alone.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { setSettings } from '../../../client/state/settings.ts';
import { chosenColumns, FIRST_TABLE } from '../../../shared/layout/table-look.ts';
import { readView, writeView } from '../../../client/state/view-store.ts';
import { GanttView } from '../../../client/views/gantt.tsx';
import { docOf } from '../../kit/plan.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';
import '../../../client/style/frame.css';

const TEXT = `
一
  甲
    甲一 03-01..04-30 @局办公室,局人事科 20%
    甲二 04-01..04-10 @局基教科`;

let stand: Stand;
let before: Uint8Array;
beforeEach(async () => {
  setSettings({ lang: 'zh' });
  stand = standOf(docOf(TEXT), { open: 'gantt', inspector: false, zoom: { gantt: 4, mindmap: 1 }, table: 460 });
  before = Y.encodeStateAsUpdate(stand.doc);
  await stand.draw(
    <main className="view">
      <GanttView />
    </main>,
  );
});
afterEach(() => stand.close());

const drawn = (): string[] => [...document.querySelectorAll('.gantt-corner text')].map((each) => each.textContent);
const head = (name: string): HTMLElement => document.querySelector(`.table-head-name[data-column="${name}"]`)!;
const edge = (name: string): HTMLElement => head(name).parentElement!.querySelector('.table-head-edge')!;
const widthOf = (name: string): number => head(name).parentElement!.getBoundingClientRect().width;
const heard = (): string[] => [...document.querySelectorAll('[role=columnheader]')].map((each) => each.textContent);
const cells = (title: string): string[] =>
  [
    ...[...document.querySelectorAll('[role=row]')]
      .find((row) => row.textContent.includes(title))!
      .querySelectorAll('[role=gridcell]'),
  ].map((each) => each.textContent);
const item = (name: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('[role^=menuitem]')].find(
    (each) => each.textContent.replace('✓', '') === name,
  )!;
const middle = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};
async function mouse(
  type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
  [x, y]: readonly [number, number],
): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
  const zoom = frame.width / innerWidth;
  const at = { x: frame.left + x * zoom, y: frame.top + y * zoom };
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    ...at,
    button: 'left',
    buttons: type === 'mouseReleased' ? 0 : 1,
    clickCount: 1,
  });
  await settled(() => undefined);
}

test('begin with the lead and the dates', async () => {
  await expect.poll(() => drawn().length).toBeGreaterThan(0);
  expect(drawn()).toEqual(['序号', '工作', '牵头', '起止']);
  expect(heard().slice(0, 3)).toEqual(['工作', '牵头', '起止']);
});

test('are chosen from a menu, say what the list says, and the table grows for them', async () => {
  await userEvent.click(document.querySelector('.table-columns')!);
  await userEvent.click(item('进展'));
  await userEvent.click(item('工作日'));
  await userEvent.keyboard('{Escape}');
  expect(drawn()).toEqual(['序号', '工作', '牵头', '起止', '工作日', '进展']);
  expect(cells('甲一').slice(1, 5)).toEqual(['局办公室、局人事科', '3/1–4/30', '43', '20%']);
  expect([...document.querySelectorAll('.gantt-side text')].map((each) => each.textContent)).toContain('20%');
});

test('are carried to another place by hand', async () => {
  const [x, y] = middle(head('span'));
  const [to] = middle(head('lead'));
  await mouse('mousePressed', [x, y]);
  await mouse('mouseMoved', [x - 20, y]);
  await mouse('mouseMoved', [to - 20, y]);
  expect(document.querySelector('.table-head-gap')).not.toBeNull();
  await mouse('mouseReleased', [to - 20, y]);
  expect(drawn()).toEqual(['序号', '工作', '起止', '牵头']);
  expect(document.querySelector('[role=menu]')).toBeNull();
});

test('are widened at their edge, and fitted by a double press', async () => {
  const was = widthOf('lead');
  const [x, y] = middle(edge('lead'));
  await mouse('mousePressed', [x, y]);
  await mouse('mouseMoved', [x + 30, y]);
  await mouse('mouseReleased', [x + 30, y]);
  expect(widthOf('lead')).toBe(was + 30);
  await userEvent.dblClick(edge('lead'));
  const fitted = widthOf('lead');
  expect(fitted).toBeGreaterThan(was);
  expect([...document.querySelectorAll('.gantt-side text')].some((each) => each.textContent === '局办公室等2家')).toBe(
    true,
  );
});

test('do all of it by keys: widen, move, hide, and back to the usual', async () => {
  const act = async (name: string, keys: string): Promise<void> => {
    head(name).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('menuitem');
    await userEvent.keyboard(keys);
    await expect.poll(() => document.querySelector('[role=menu]')).toBeNull();
  };
  await act('span', '{Enter}');
  expect(chosenColumns(stand.view().columns)).toEqual(['mark', 'title', 'span', 'lead']);
  await act('lead', '{ArrowDown}{Enter}');
  expect(stand.view().columns.widths.lead).toBe(108);
  await act('lead', '{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
  expect(drawn()).toEqual(['序号', '工作', '起止']);
  await act('span', '{End}{Enter}');
  expect(stand.view().columns).toEqual(FIRST_TABLE);
});

test('without room go from the right, and come back with it', async () => {
  await settled(() => stand.desktop.view.set({ table: 300 }));
  expect(drawn()).toEqual(['序号', '工作']);
  expect(heard().slice(0, 3)).toEqual(['工作', '牵头', '起止']);
  await settled(() => stand.desktop.view.set({ table: 460 }));
  expect(drawn()).toHaveLength(4);
});

test('leave the days at least half of a stage beside an open inspector, the usual columns still there', async () => {
  const main = document.querySelector<HTMLElement>('main.view')!;
  await settled(() => (main.style.cssText = 'flex: none; width: 824px'));
  await expect.poll(() => document.querySelector('.table-head')!.getBoundingClientRect().width).toBe(412);
  expect(drawn()).toEqual(['序号', '工作', '牵头', '起止']);
  await settled(() => (main.style.cssText = ''));
});

test('leave the plan alone, whatever is done to them', async () => {
  await settled(() => stand.desktop.view.set({ columns: { ...FIRST_TABLE, hidden: [] } }));
  await userEvent.dblClick(edge('lead'));
  expect(Y.encodeStateAsUpdate(stand.doc)).toEqual(before);
  expect(stand.written).toEqual([]);
});

test('are found again tomorrow', async () => {
  await settled(() =>
    stand.desktop.view.set({
      columns: { ...FIRST_TABLE, hidden: FIRST_TABLE.hidden.filter((name) => name !== 'slack'), widths: { slack: 80 } },
    }),
  );
  expect(readView(writeView(stand.view())).columns).toEqual(stand.view().columns);
  expect(readView('{"columns":{"order":["lead","x"],"hidden":7,"widths":{"lead":1e9}}}').columns).toMatchObject({
    hidden: FIRST_TABLE.hidden,
    widths: {},
  });
});
