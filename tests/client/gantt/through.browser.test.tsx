// What happens to a drag on its way: Escape, the edge of the view, and colleagues who edit the same plan.
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { addDays } from '../../../shared/model/day.ts';
import type { Change } from '../../../shared/ops/change.ts';
import { addNode, bin } from '../../../shared/ops/tree.ts';
import { diceOf, show } from '../../kit/plan.ts';
import { settled } from '../stand.tsx';
import { benchOf, drag, drop, mouse, touch } from './hand.tsx';
import type { At, Bench } from './hand.tsx';

const TEXT = `
一
  甲
    甲一 03-04..03-29
      ◆ 节点 03-20
    待定的
  乙
    乙一 04-01..04-12
    乙二 04-15..04-26`;

let bench: Bench;
afterEach(() => bench.stand.close());
const open = async (): Promise<void> => {
  bench = await benchOf(TEXT, { day: '2019-02-20' });
};
const later = ([x, y]: At, days: number): At => [x + days * bench.perDay, y];
const edge = (title: string, side: 'left' | 'right'): At => {
  const felt = bench.felt(title);
  return [side === 'left' ? felt.left + 2 : felt.right - 2, felt.top + 8];
};
const knob = async (title: string): Promise<At> => {
  await settled(() => bench.stand.commands.run('view.select', { ids: [bench.id(title)] }));
  const box = document.querySelector(`.link-knob[data-node="${bench.id(title)}"][data-part="out-end"]`)!;
  const { left, top, width, height } = box.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};
const remote = (changes: unknown): Promise<void> => settled(() => bench.stand.remote(changes as readonly Change[]));

describe('Escape ends every kind of drag and nothing is written', () => {
  test.each([
    ['a bar', () => bench.middle('乙一')],
    ['its start', () => edge('乙一', 'left')],
    ['its end', () => edge('乙一', 'right')],
    ['a node', () => bench.middle('节点')],
    ['a bracket', () => bench.middle('乙')],
    ['a first date', () => bench.at('待定的', '2019-04-01')],
    ['a link', () => knob('乙一')],
    ['a frame', () => bench.at('乙一', '2019-05-10')],
  ] as [string, () => At | Promise<At>][])('%s', async (_name, from) => {
    await open();
    const before = show(bench.stand.plan());
    const at = await from();
    await drag(at, later(at, 9));
    expect(document.querySelector('.stage')!.hasAttribute('data-dragging')).toBe(true);
    await userEvent.keyboard('{Escape}');
    await settled(() => undefined);
    expect(document.querySelector('.stage')!.hasAttribute('data-dragging')).toBe(false);
    await drop(later(at, 9));
    expect(bench.stand.written).toEqual([]);
    expect(show(bench.stand.plan())).toBe(before);
  });

  test('a finger whose touch the system takes away', async () => {
    await open();
    const from = bench.middle('乙一');
    const when = Date.now();
    await touch('touchStart', [from], when);
    await expect.poll(() => bench.tip(), { timeout: 2000 }).not.toBe('');
    await touch('touchMove', [later(from, 9)], when + 600);
    await touch('touchCancel', [], when + 650);
    await settled(() => undefined);
    expect(bench.tip()).toBe('');
    expect(bench.stand.written).toEqual([]);
  });
});

test('at the edge the view runs on under the hand, and the bar goes with it', async () => {
  await open();
  const { right } = bench.scroller().getBoundingClientRect();
  const from = bench.middle('乙一');
  const was = bench.scroller().scrollLeft;
  const to: At = [right - 12, from[1]];
  await drag(from, to);
  await expect.poll(() => bench.scroller().scrollLeft, { timeout: 5000 }).toBeGreaterThan(was + 200);
  const back: At = [right - 300, from[1]];
  await mouse('mouseMoved', back);
  await settled(() => undefined);
  const went = Math.round((back[0] + bench.scroller().scrollLeft - was - from[0]) / bench.perDay);
  await drop(back);
  const start = Date.parse(bench.span('乙一')!.start) - Date.parse('2019-04-01');
  // A Monday or a term may have drawn it by a day.
  expect(Math.abs(start / 86_400_000 - went)).toBeLessThanOrEqual(1);
  expect(bench.stand.written).toEqual(['time.shift']);
});

describe('a drag goes on while a colleague', () => {
  test('adds rows above: the same bar is in my hand', async () => {
    await open();
    const from = bench.middle('乙一');
    await drag(from, later(from, 7));
    for (const n of [1, 2, 3])
      await remote(
        addNode(bench.stand.plan(), { id: `new${n}`, parent: bench.id('甲'), title: `插进${n}` }, diceOf(n)),
      );
    expect(bench.tip()).toContain('推后7天');
    await drop(later(from, 7));
    expect(bench.span('乙一')).toEqual({ start: '2019-04-08', end: '2019-04-19' });
  });

  test('moves the same bar, more than once', async () => {
    await open();
    const from = bench.middle('乙一');
    await drag(from, later(from, 7));
    for (const start of ['2019-05-06', '2019-05-13'])
      await remote([{ do: 'put', id: bench.id('乙一'), key: 'span', value: { start, end: addDays(start, 11) } }]);
    expect(bench.tip()).toContain('5月20日');
    await drop(later(from, 7));
    expect(bench.span('乙一')).toEqual({ start: '2019-05-20', end: '2019-05-31' });
  });

  test('takes its row away: it says so, and letting go changes nothing and breaks nothing', async () => {
    await open();
    const from = bench.middle('乙一');
    await drag(from, later(from, 7));
    await remote(bin(bench.stand.plan(), { ids: [bench.id('乙一')] }));
    await mouse('mouseMoved', later(from, 9));
    await settled(() => undefined);
    expect(bench.tip()).toContain('刚刚被别人移走了');
    await drop(later(from, 9));
    expect(bench.stand.written).toEqual([]);
    const next = bench.middle('乙二');
    await drag(next, later(next, 7));
    await drop(later(next, 7));
    expect(bench.span('乙二')!.start).toBe('2019-04-22');
  });

  test('takes its dates away: the same', async () => {
    await open();
    const from = edge('乙一', 'right');
    await drag(from, later(from, 5));
    await remote([{ do: 'put', id: bench.id('乙一'), key: 'span', value: undefined }]);
    expect(bench.tip()).toContain('刚刚被别人移走了');
    await drop(later(from, 5));
    expect(bench.stand.written).toEqual([]);
  });

  test('dates what I am drawing, and takes away what I would link to', async () => {
    await open();
    const from = bench.at('待定的', '2019-04-01');
    await drag(from, later(from, 8));
    await remote([
      { do: 'put', id: bench.id('待定的'), key: 'span', value: { start: '2019-06-03', end: '2019-06-07' } },
    ]);
    await drop(later(from, 8));
    expect(bench.span('待定的')).toEqual({ start: '2019-04-01', end: '2019-04-09' });
    const end = await knob('乙一');
    const target = edge('乙二', 'left');
    await drag(end, target);
    await remote(bin(bench.stand.plan(), { ids: [bench.id('乙二')] }));
    await drop(target);
    expect(bench.stand.plan().links.size).toBe(0);
  });
});
