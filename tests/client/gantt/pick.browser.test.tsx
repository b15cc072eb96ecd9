// Several at once: picked by a frame, by Shift and Ctrl, by keys; moved together as one step.
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { addDays } from '../../../shared/model/day.ts';
import type { Span } from '../../../shared/model/plan.ts';
import { settled } from '../stand.tsx';
import { benchOf, click, drag, drop, mouse } from './hand.tsx';
import type { At, Bench } from './hand.tsx';

const TEXT = `
一
  甲
    甲一 03-04..03-08
    甲二 03-11..03-15
      ◆ 节点 03-14
    甲三 03-06..03-29
  乙
    乙一 03-12..03-20
    乙二 05-06..05-31
    待定的`;
const FIVE = ['甲一', '甲二', '节点', '甲三', '乙一'];

let bench: Bench;
afterEach(() => bench.stand.close());

const open = async (): Promise<void> => {
  bench = await benchOf(TEXT, { day: '2019-02-20' });
};
const picked = (): string[] => bench.stand.view().selected.map((id) => bench.stand.plan().nodes.get(id)!.title);
/** From above 甲一, left of it, to the empty days of 乙二. */
const corners = (): readonly [At, At] => [bench.at('甲', '2019-02-25'), bench.at('乙二', '2019-03-22')];
const spans = (): Span[] => FIVE.map((title) => bench.span(title)!);
const later =
  (days: number) =>
  ({ start, end }: Span): Span => ({ start: addDays(start, days), end: addDays(end, days) });

describe('a frame', () => {
  test('picks the work that it touches, no bracket, and shows it before the hand lets go', async () => {
    await open();
    const [from, to] = corners();
    await drag(from, to);
    expect(document.querySelector('.marquee')!.getBoundingClientRect().width).toBeCloseTo(Math.abs(to[0] - from[0]), 0);
    expect(document.querySelectorAll('.marquee-hit')).toHaveLength(5);
    expect(bench.tip()).toBe('框选5项');
    expect(picked()).toEqual([]);
    await drop(to);
    expect(picked().sort()).toEqual([...FIVE].sort());
    expect(document.querySelector('.marquee')).toBeNull();
    expect(bench.stand.written).toEqual([]);
  });

  test('in any direction, and with Shift besides what is picked already', async () => {
    await open();
    await click(bench.middle('乙二'));
    const [to, from] = corners();
    await drag(from, to, ['Shift']);
    await drop(to, ['Shift']);
    expect(picked()).toHaveLength(6);
    expect(picked()[0]).toBe('乙二');
  });

  test('Escape leaves what was picked before', async () => {
    await open();
    await click(bench.middle('乙二'));
    const [from, to] = corners();
    await drag(from, to);
    await userEvent.keyboard('{Escape}');
    await drop(to);
    expect(picked()).toEqual(['乙二']);
  });

  test('of nothing picks nothing, and below the last row as well', async () => {
    await open();
    await click(bench.middle('乙二'));
    const { right, bottom } = bench.scroller().getBoundingClientRect();
    await drag([right - 60, bottom - 120], [right - 140, bottom - 80]);
    await drop([right - 140, bottom - 80]);
    expect(picked()).toEqual([]);
  });

  test('on the row of undated work a drag draws its dates, with Shift it pulls a frame', async () => {
    await open();
    const [from, to] = [bench.at('待定的', '2019-05-06'), bench.at('乙一', '2019-05-20')];
    await drag(from, to, ['Shift']);
    expect(document.querySelector('.marquee')).not.toBeNull();
    await drop(to, ['Shift']);
    expect(picked()).toEqual(['乙二']);
    expect(bench.span('待定的')).toBeUndefined();
  });
});

test('five move together by a drag of one: five equal shifts, one command, one step', async () => {
  await open();
  const [from, to] = corners();
  await drag(from, to);
  await drop(to);
  const before = spans();
  const hold = bench.middle('甲三');
  const week: At = [hold[0] + 7 * bench.perDay, hold[1]];
  await drag(hold, week);
  expect(bench.tip()).toContain('推后7天');
  await drop(week);
  expect(spans()).toEqual(before.map(later(7)));
  expect(bench.stand.written).toEqual(['time.shift']);
  await settled(() => bench.stand.commands.run('view.undo'));
  expect(spans()).toEqual(before);
  await settled(() => bench.stand.commands.run('view.redo'));
  expect(spans()).toEqual(before.map(later(7)));
});

test('Ctrl adds and takes away, Shift reaches from the first to here', async () => {
  await open();
  await click(bench.middle('甲一'));
  await click(bench.middle('甲三'), ['Control']);
  expect(picked()).toEqual(['甲一', '甲三']);
  await click(bench.middle('甲一'), ['Control']);
  expect(picked()).toEqual(['甲三']);
  await click(bench.middle('甲一'));
  await click(bench.middle('乙一'), ['Shift']);
  expect(picked()).toEqual(['甲一', '甲二', '节点', '甲三', '乙', '乙一']);
});

test('keys alone: Shift with the arrows picks, arrows move all of it', async () => {
  await open();
  bench.row('甲一').focus();
  await userEvent.keyboard('{ArrowRight}');
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}');
  expect(picked()).toEqual(['甲一', '甲二', '节点', '甲三']);
  const before = spans();
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  expect(spans().slice(0, 4)).toEqual(before.slice(0, 4).map(later(7)));
  expect(bench.stand.written).toEqual(['time.week-later']);
});

test('a colleague’s hand on one of several has ghosts of all', async () => {
  await open();
  const user = { name: '王老师', office: '局基教科', role: 'editor' as const, color: '#2f6f4f' };
  const span = later(7)(bench.span('甲一')!);
  const selected = ['甲一', '甲二', '节点'].map(bench.id);
  await settled(() => bench.stand.peers.set([{ client: 7, user, selected, draft: { node: bench.id('甲一'), span } }]));
  const ghosts = [...document.querySelectorAll('.peer-ghost')];
  expect(ghosts).toHaveLength(3);
  expect(ghosts.map(({ textContent }) => textContent)).toEqual(['王老师 · 局基教科', '', '']);
  await mouse('mouseReleased', [5, 5]);
});
