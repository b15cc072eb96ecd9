import { expect, test } from 'vitest';
import { CHINA } from '../../../shared/model/calendar.ts';
import { follows, stillMeant } from '../../../shared/model/follow.ts';
import type { Link, LinkType, Plan } from '../../../shared/model/plan.ts';
import { spans } from '../../../shared/model/schedule.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { shiftBy, takeFollows } from '../../../shared/ops/time.ts';
import { idOf, planOf, show } from '../../kit/plan.ts';

const TEXT = `
部分
  事项
    一 03-04..03-08
    二 03-11..03-15
    三 03-18..03-22
    旁 04-01..04-03`;

function linked(links: readonly (readonly [string, LinkType, string, number?])[], text = TEXT): Plan {
  const plan = planOf(text);
  const made = links.map(([a, type, b, lag = 0]): [string, Link] => {
    const [from, to] = [idOf(plan, a), idOf(plan, b)];
    return [`${from}>${to}`, { from, to, type, lag }];
  });
  return { ...plan, links: new Map(made) };
}

function shift(plan: Plan, title: string, days: number): Plan {
  const outcome = shiftBy(plan, { ids: [idOf(plan, title)], days });
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return applyChanges(plan, outcome);
}

function take(before: Plan, after: Plan): Plan {
  const outcome = takeFollows(after, { follows: follows(before, after, CHINA) });
  return isRefusal(outcome) ? after : applyChanges(after, outcome);
}

const CHAIN = linked([
  ['一', 'FS', '二'],
  ['二', 'FS', '三'],
]);

test('moving a predecessor later proposes the whole chain, each with the link that asks for it, and changes nothing', () => {
  const after = shift(CHAIN, '一', 7);
  const found = follows(CHAIN, after, CHINA);
  expect(
    found.map(({ node, to, why, link, day }) => [
      after.nodes.get(node)!.title,
      `${to.start}..${to.end}`,
      why,
      after.nodes.get(link.from)!.title,
      day,
    ]),
  ).toEqual([
    ['二', '2019-03-18..2019-03-22', 'push', '一', '2019-03-18'],
    ['三', '2019-03-25..2019-03-29', 'push', '二', '2019-03-25'],
  ]);
  expect(after.nodes.get(idOf(after, '二'))!.span!.start).toBe('2019-03-11');
});

test('push and pull are symmetric: there and back again is where it was', () => {
  const pushed = take(CHAIN, shift(CHAIN, '一', 7));
  const pulled = take(pushed, shift(pushed, '一', -7));
  expect(show(pulled)).toBe(show(CHAIN));
  const earlier = take(CHAIN, shift(CHAIN, '一', -7));
  expect(show(take(earlier, shift(earlier, '一', 7)))).toBe(show(CHAIN));
});

test('work with room to spare is neither pushed nor pulled', () => {
  const plan = linked([['一', 'FS', '旁']]);
  expect(follows(plan, shift(plan, '一', 7), CHINA)).toEqual([]);
  expect(follows(plan, shift(plan, '一', -3), CHINA)).toEqual([]);
});

test('the predecessor that allows the least decides, and holds a pull back', () => {
  const plan = linked([
    ['一', 'SS', '三', 14],
    ['二', 'FS', '三'],
  ]);
  const later = follows(plan, shift(plan, '一', 2), CHINA);
  expect(later.map(({ to, link }) => [to.start, plan.nodes.get(link.from)!.title])).toEqual([['2019-03-20', '一']]);
  // 二 still ends on 15 March, so there is nothing to win.
  expect(follows(plan, shift(plan, '一', -5), CHINA)).toEqual([]);
});

test.each([
  ['FS', 0, '2019-03-18'],
  ['SS', 7, '2019-03-18'],
  ['FF', 7, '2019-03-18'],
  ['SF', 11, '2019-03-18'],
] as const)('%s%i keeps the length of what it moves', (type, lag, start) => {
  const plan = linked([['一', type, '二', lag]]);
  const [only] = follows(plan, shift(plan, '一', 7), CHINA);
  expect([only?.to.start, only?.to.end]).toEqual([start, '2019-03-22']);
});

test('nothing is proposed onto a day off', () => {
  const plan = linked([['一', 'FS', '二']]);
  // Ends on Saturday the 16th, so the next working day is Monday.
  expect(follows(plan, shift(plan, '一', 8), CHINA)[0]?.to.start).toBe('2019-03-18');
});

test('a proposal is forgotten when either end has moved since', () => {
  const after = shift(CHAIN, '一', 7);
  const moves = follows(CHAIN, after, CHINA);
  expect(stillMeant(moves, spans(after), after.links)).toEqual(moves);
  // With the move taken back, what hangs on it goes with it, to the end of the chain.
  expect(stillMeant(moves, spans(CHAIN), after.links)).toEqual([]);
});

test('taking them all is one outcome; taking one moves only that', () => {
  const after = shift(CHAIN, '一', 7);
  const [first] = follows(CHAIN, after, CHINA);
  const outcome = takeFollows(after, { follows: [first!] });
  expect(isRefusal(outcome) ? [] : outcome.map((change) => 'id' in change && change.id)).toEqual([idOf(after, '二')]);
});
