// The twelve-task network was worked out by hand, on paper, with the calendar of 2019 beside it.
import { expect, test } from 'vitest';
import { CHINA } from '../../../shared/model/calendar.ts';
import { linkOrder, network } from '../../../shared/model/critical.ts';
import type { Id, Link, LinkType, Plan } from '../../../shared/model/plan.ts';
import { spans } from '../../../shared/model/schedule.ts';
import { idOf, planOf } from '../../kit/plan.ts';

function linked(text: string, links: readonly (readonly [string, LinkType, string, number?])[]): Plan {
  const plan = planOf(text);
  const made = links.map(([a, type, b, lag = 0]): [string, Link] => {
    const [from, to] = [idOf(plan, a), idOf(plan, b)];
    return [`${from}>${to}`, { from, to, type, lag }];
  });
  return { ...plan, links: new Map(made) };
}

/*
 * March and April 2019, Monday 4 March is the first day. Days off: weekends, and Tomb-Sweeping 5–7 April.
 *
 *   甲 03-04..03-08  ──FS──►  乙 03-11..03-15  ──FS+2──►  丁 03-18..03-22  ──FS──►  庚 03-25..04-04  ──FS──►  子 04-08..04-12
 *   甲              ──SS+1─►  丙 03-05..03-07  ──FF+3──►  戊 03-11..03-12  ──FS──►  己 03-13..03-14 ─FS─► 庚
 *   丁 ──SS──► 辛 03-20..03-21 ──FS──► 壬 03-22..03-26 ──FF──► 子
 *   乙 ──SF+10─► 癸 03-25..03-27 ──FS──► 丑 03-28..03-29
 */
const TEXT = `
部分
  事项
    甲 03-04..03-08
    乙 03-11..03-15
    丙 03-05..03-07
    丁 03-18..03-22
    戊 03-11..03-12
    己 03-13..03-14
    庚 03-25..04-04
    辛 03-20..03-21
    壬 03-22..03-26
    癸 03-25..03-27
    丑 03-28..03-29
    子 04-08..04-12
    局外 05-01..12-31`;

const LINKS = [
  ['甲', 'FS', '乙'],
  ['乙', 'FS', '丁', 2],
  ['丁', 'FS', '庚'],
  ['庚', 'FS', '子'],
  ['甲', 'SS', '丙', 1],
  ['丙', 'FF', '戊', 3],
  ['戊', 'FS', '己'],
  ['己', 'FS', '庚'],
  ['丁', 'SS', '辛'],
  ['辛', 'FS', '壬'],
  ['壬', 'FF', '子'],
  ['乙', 'SF', '癸', 10],
  ['癸', 'FS', '丑'],
] as const;

/*
 * Backwards from 04-12:
 *   子 ends there: 0.  庚 must end by 04-07 (子 starts 04-08); after 04-04 come three days off: 0.
 *   丁 by 03-24, a Sunday after 03-22: 0.  乙: 丁 starts 03-18, two days of lag, so by 03-15: 0.  甲 by 03-10: 0.
 *   己 by 03-24 (庚): 03-15 and 03-18..03-22, 6.  戊: 己 may begin 6 later, 03-21, so end by 03-20: 03-13..15, 18..20, 6.
 *   丙: 戊 may end 03-20, less 3 civil days 03-17, a Sunday: 03-08, 11..15, 6.
 *   壬 by 04-12 (子 cannot end later): 03-27,28,29, 04-01..04, 08..12, 12.  辛: 壬 may begin 12 later, 04-10 (25,26,27,28,29,
 *   1,2,3,4,8,9,10), so end by 04-09: 22,25..29,1..4,8,9, 12.
 *   丑 by 04-12: 04-01..04, 08..12, 9.  癸: 丑 may begin 9 later, 04-11 (29,1,2,3,4,8,9,10,11), so end by 04-10: 28,29,1..4,8,9,10, 9.
 */
const SLACK = { 甲: 0, 乙: 0, 丁: 0, 庚: 0, 子: 0, 己: 6, 戊: 6, 丙: 6, 壬: 12, 辛: 12, 丑: 9, 癸: 9 };

test('slack and critical path of twelve tasks with all four kinds of link equal what was worked out by hand', () => {
  const plan = linked(TEXT, LINKS);
  const found = network(plan, spans(plan), CHINA);
  const named = (ids: Iterable<Id>): string[] => [...ids].map((id) => plan.nodes.get(id)!.title).sort();
  expect(found.unit).toBe('working');
  expect(Object.fromEntries([...found.slack].map(([id, days]) => [plan.nodes.get(id)!.title, days]))).toEqual(SLACK);
  expect(named(found.critical)).toEqual(['丁', '乙', '子', '庚', '甲']);
  expect([...found.chains].map((key) => named(key.split('>')).join('')).sort()).toEqual(
    [['甲', '乙'], ['乙', '丁'], ['丁', '庚'], ['庚', '子']].map((pair) => [...pair].sort().join('')).sort(),
  ); // prettier-ignore
});

test('work without links is not part of any path, however late it ends', () => {
  const plan = linked(TEXT, LINKS);
  expect(network(plan, spans(plan), CHINA).slack.has(idOf(plan, '局外'))).toBe(false);
});

test('a broken link leaves less than no slack', () => {
  const plan = linked('部分\n  事项\n    先 03-04..03-15\n    后 03-11..03-20', [['先', 'FS', '后']]);
  // It should end by Sunday 10 March: five working days too late.
  expect(network(plan, spans(plan), CHINA).slack.get(idOf(plan, '先'))).toBe(-5);
});

test('in a year whose holidays are not entered, slack is civil days', () => {
  const text = '部分\n  事项\n    先 03-04..03-08\n    后 03-18..03-20';
  const plan = linked(text, [['先', 'FS', '后']]);
  const { slack, unit } = network(plan, spans(plan), { years: new Map(), named: new Map() });
  expect([unit, slack.get(idOf(plan, '先'))]).toEqual(['civil', 9]);
});

test('a circle that two people closed at once has no slack and stops nothing', () => {
  const text = '部分\n  事项\n    一 03-04..03-08\n    二 03-11..03-15\n    三 03-18..03-20\n    四 03-21..03-22';
  const plan = linked(text, [
    ['一', 'FS', '二'],
    ['二', 'FS', '一'],
    ['三', 'FS', '四'],
  ]);
  const found = network(plan, spans(plan), CHINA);
  expect([...found.slack.keys()].map((id) => plan.nodes.get(id)!.title).sort()).toEqual(['三', '四'].sort());
  expect(linkOrder([...plan.links.values()])).toHaveLength(2);
});
