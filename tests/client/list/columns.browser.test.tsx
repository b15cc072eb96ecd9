// The columns of the list: carried to another place, widened at their edge, and all of it by keys; mine alone.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ListView } from '../../../client/views/list.tsx';
import { docOf, idOf } from '../../kit/plan.ts';
import { SMALL } from '../../kit/random.ts';
import { settled, standOf } from '../stand.tsx';
import type { Stand } from '../stand.tsx';

let stand: Stand;
beforeEach(async () => {
  stand = standOf(docOf(SMALL), { open: 'list' });
  await stand.draw(<ListView />);
});
afterEach(() => stand.close());

const head = (name: string): HTMLElement => document.querySelector(`.list-head [data-column="${name}"]`)!;
const order = (): (string | null)[] =>
  [...document.querySelectorAll('.list-head .list-cell')].map((each) => each.getAttribute('data-column'));
const widthOf = (name: string): number => head(name).getBoundingClientRect().width;
const mouse = (on: EventTarget, type: string, x: number): Promise<void> =>
  settled(() => on.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, button: 0 })));
const middle = (el: Element): number => {
  const { left, width } = el.getBoundingClientRect();
  return left + width / 2;
};

test('are carried by hand to where the line shows, the first two staying in front', async () => {
  const to = head('chief').getBoundingClientRect().left + 4;
  await mouse(head('lead'), 'mousedown', middle(head('lead')));
  await mouse(window, 'mousemove', middle(head('lead')) - 20);
  await mouse(window, 'mousemove', to);
  expect(document.querySelector('.list-head-gap')).not.toBeNull();
  await mouse(window, 'mouseup', to);
  expect(order().slice(0, 5)).toEqual(['mark', 'title', 'deliverable', 'lead', 'chief']);

  await mouse(head('lead'), 'mousedown', middle(head('lead')));
  await mouse(window, 'mousemove', 2);
  await mouse(window, 'mouseup', 2);
  expect(order().slice(0, 3)).toEqual(['mark', 'title', 'lead']);
  // How I lay it out is nobody else's.
  expect(stand.written).toEqual([]);
});

test('are widened at their edge, cells with them, and go back to the usual by a double press', async () => {
  const was = widthOf('lead');
  const edge = head('lead').querySelector('.list-widen')!;
  await mouse(edge, 'mousedown', middle(edge));
  await mouse(window, 'mousemove', middle(edge) + 40);
  await mouse(window, 'mouseup', middle(edge) + 40);
  expect(widthOf('lead')).toBe(was + 40);
  const cell = document.getElementById(`list-${idOf(stand.plan(), '甲一')}-lead`)!;
  expect(cell.getBoundingClientRect().width).toBe(was + 40);
  await userEvent.dblClick(head('lead').querySelector('.list-widen')!);
  expect(widthOf('lead')).toBe(was);
  expect(stand.written).toEqual([]);
});

test('are moved, widened, hidden and brought back from the cell by keys alone', async () => {
  const choose = async (name: string): Promise<void> => {
    document.querySelector<HTMLElement>('.list-catcher')!.focus();
    await userEvent.keyboard('{Shift>}{F10}{/Shift}');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('menuitem');
    for (let step = 0; step < 20 && document.activeElement?.textContent !== name; step++)
      await userEvent.keyboard('{ArrowDown}');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('[role=menu]')).toBeNull();
  };
  await userEvent.click(document.getElementById(`list-${idOf(stand.plan(), '甲一')}-lead`)!);
  const [before, was] = [order(), widthOf('lead')];
  await choose('左移');
  expect(order().indexOf('lead')).toBe(before.indexOf('lead') - 1);
  await choose('加宽');
  expect(widthOf('lead')).toBe(was + 24);
  await choose('隐藏此列');
  expect(order()).not.toContain('lead');
  expect(stand.written).toEqual([]);
});
