// A drop on a day off offers the working days beside it: to a mouse, to keys and to a finger, and waits for nobody.
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { settled } from '../stand.tsx';
import { benchOf, drag, drop, touch } from './hand.tsx';
import type { Bench } from './hand.tsx';

const TEXT = `
一
  甲
    甲一 09-16..09-27
      ◆ 节点 10-08
    甲二 09-18..09-28`;

let bench: Bench;
afterEach(() => bench.stand.close());

const open = async (): Promise<void> => {
  bench = await benchOf(TEXT, { perDay: 24, day: '2019-09-12' });
};
const card = (): HTMLElement | null => document.querySelector('.rest-day');
const choices = (): string[] => [...card()!.querySelectorAll('button')].map(({ textContent }) => textContent);
const choose = (n: number): Promise<void> => userEvent.click(card()!.querySelectorAll('button')[n]!);

const dropOnHoliday = async (): Promise<void> => {
  const to = bench.at('节点', '2019-10-05');
  await drag(bench.middle('节点'), to);
  await drop(to);
};

describe('a mouse', () => {
  test('hears which day it is, and is offered 09-30 and 10-08', async () => {
    await open();
    await dropOnHoliday();
    expect(bench.span('节点')?.end).toBe('2019-10-05');
    expect(card()!.textContent).toContain('10月5日周六（国庆节）落在休息日');
    expect(choices()).toEqual(['9月30日周一 ,', '10月8日周二 .', '就放这天 Esc']);
    await choose(0);
    expect(bench.span('节点')).toEqual({ start: '2019-09-30', end: '2019-09-30' });
    expect(card()).toBeNull();
    expect(bench.stand.written).toEqual(['time.shift', 'time.off-earlier']);
  });

  test('may go on at once: a press elsewhere or the next edit is an answer', async () => {
    await open();
    await dropOnHoliday();
    const { right, bottom } = bench.scroller().getBoundingClientRect();
    await drag([right - 40, bottom - 90], [right - 60, bottom - 90]);
    await drop([right - 60, bottom - 90]);
    expect(card()).toBeNull();
    expect(bench.span('节点')?.end).toBe('2019-10-05');
  });

  test('is asked only about the end that it moved', async () => {
    await open();
    const { right, top } = bench.felt('甲一');
    const to = bench.at('甲一', '2019-10-06');
    await drag([right - 2, top + 8], [to[0] + 11, to[1]]);
    await drop([to[0] + 11, to[1]]);
    expect(bench.span('甲一')?.end).toBe('2019-10-06');
    await choose(1);
    expect(bench.span('甲一')).toEqual({ start: '2019-09-16', end: '2019-10-08' });
  });

  test('several at once are one question and one step', async () => {
    await open();
    await settled(() => bench.stand.commands.run('view.select', { ids: [bench.id('甲一'), bench.id('甲二')] }));
    const from = bench.middle('甲一');
    await drag(from, [from[0] + 8 * 24, from[1]]);
    await drop([from[0] + 8 * 24, from[1]]);
    expect(bench.span('甲一')?.end).toBe('2019-10-05');
    expect(card()!.textContent).toContain('有2项');
    await choose(1);
    expect(bench.span('甲一')?.end).toBe('2019-10-08');
    expect(bench.span('甲二')?.end).toBe('2019-10-08');
    bench.stand.commands.run('view.undo');
    expect(bench.span('甲一')?.end).toBe('2019-10-05');
    expect(bench.span('甲二')?.end).toBe('2019-10-06');
  });
});

test('keys: lifted or not, the comma goes back, the full stop on, Escape leaves it', async () => {
  await open();
  bench.bar('节点').focus();
  await userEvent.keyboard(' {ArrowLeft}{ArrowLeft}{ArrowLeft} ');
  await settled(() => undefined);
  expect(bench.span('节点')?.end).toBe('2019-10-05');
  const said = [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent).join();
  expect(said).toContain('按逗号提前到工作日');
  await userEvent.keyboard(',');
  expect(bench.span('节点')?.end).toBe('2019-09-30');
  await settled(() => bench.stand.commands.run('view.select', { ids: [bench.id('节点')] }));
  bench.bar('节点').focus();
  await userEvent.keyboard('{ArrowRight}');
  await settled(() => undefined);
  expect(bench.span('节点')?.end).toBe('2019-10-01');
  await userEvent.keyboard('.');
  expect(bench.span('节点')?.end).toBe('2019-10-08');
  await userEvent.keyboard('{ArrowLeft}');
  await settled(() => undefined);
  expect(card()).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  await settled(() => undefined);
  expect(card()).toBeNull();
  expect(bench.span('节点')?.end).toBe('2019-10-07');
  expect(bench.stand.view().selected).toEqual([bench.id('节点')]);
});

test('a finger is offered the same', async () => {
  await open();
  const when = Date.now();
  const to = bench.at('节点', '2019-10-05');
  await touch('touchStart', [bench.middle('节点')], when);
  await expect.poll(() => bench.tip(), { timeout: 2000 }).not.toBe('');
  await touch('touchMove', [[to[0] + 10, to[1]]], when + 600);
  await touch('touchMove', [to], when + 640);
  await settled(() => undefined);
  await touch('touchEnd', [], when + 700);
  await settled(() => undefined);
  expect(bench.span('节点')?.end).toBe('2019-10-05');
  expect(choices()[1]).toContain('10月8日');
  await choose(1);
  expect(bench.span('节点')?.end).toBe('2019-10-08');
});

test('what a colleague moves meanwhile is no longer asked about', async () => {
  await open();
  await dropOnHoliday();
  const value = { start: '2019-10-09', end: '2019-10-09' };
  await settled(() => bench.stand.remote([{ do: 'put', id: bench.id('节点'), key: 'span', value }]));
  expect(card()).toBeNull();
});
