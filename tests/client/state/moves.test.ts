import { describe, expect, test } from 'vitest';
import { translator } from '../../../client/i18n/t.ts';
import { movedTogether, tellMoves } from '../../../client/state/moves.ts';
import { notices } from '../../../client/state/notices.ts';
import type { Peer } from '../../../client/state/presence.ts';
import { createStore } from '../../../client/state/store.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import { applyChanges } from '../../../shared/ops/change.ts';
import type { Change } from '../../../shared/ops/change.ts';
import { setSpan, shiftBy } from '../../../shared/ops/time.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const PLAN = planOf(`
一
  甲
    甲一 03-04..03-08
    甲二 03-11..03-15
    甲三 03-06..03-29
    甲四 04-01..04-05
    甲五 04-08..04-12`);
const ids = ['甲一', '甲二', '甲三', '甲四', '甲五'].map((title) => idOf(PLAN, title));
const moved = (plan: Plan, which: readonly Id[], days: number): Plan =>
  applyChanges(plan, shiftBy(plan, { ids: which, days }) as readonly Change[]);

describe('what a colleague moves together', () => {
  test('is one group by hand and days', () => {
    expect(movedTogether(PLAN, moved(PLAN, ids, 7), () => 3)).toEqual([{ by: 3, days: 7, ids }]);
  });

  test('two hands in one message are two groups', () => {
    const after = moved(moved(PLAN, ids.slice(0, 2), 7), ids.slice(2), -1);
    const groups = movedTogether(PLAN, after, (id) => (ids.indexOf(id) < 2 ? 3 : 4));
    expect(groups.map(({ by, days, ids: { length } }) => [by, days, length])).toEqual([
      [3, 7, 2],
      [4, -1, 3],
    ]);
  });

  test('one alone, a resize and a first date are no such thing', () => {
    expect(movedTogether(PLAN, moved(PLAN, ids.slice(0, 1), 7), () => 3)).toEqual([]);
    const longer = (plan: Plan, id: Id): Plan =>
      applyChanges(
        plan,
        setSpan(plan, { id, span: { ...plan.nodes.get(id)!.span!, end: '2019-06-01' } }) as readonly Change[],
      );
    expect(movedTogether(PLAN, longer(longer(PLAN, ids[0]!), ids[1]!), () => 3)).toEqual([]);
  });
});

test('it is told once, with who and how many, and shows them; what I do myself and what nobody here did is not told', () => {
  const plan = createStore<Plan | undefined>(PLAN);
  const user = { name: '王老师', office: '局基教科', role: 'editor' as const, color: '#2f6f4f' };
  const peers = createStore<readonly Peer[]>([{ client: 3, user }]);
  let author = 3;
  let writing = false;
  const shown: (readonly Id[])[] = [];
  const stop = tellMoves(
    { plan, presence: { peers } as never, authorOf: () => author, isWriting: () => writing },
    (_t, who) => who.name,
    (which) => shown.push(which),
  );
  const told = () => notices.get().filter(({ key }) => key.startsWith('moved'));
  plan.set(moved(PLAN, ids, 7));
  expect(told()).toHaveLength(1);
  expect(told()[0]!.say(translator('zh'))).toBe('王老师把5项工作一起推后了7天。');
  expect(told()[0]!.say(translator('en'))).toBe('王老师 moved 5 pieces of work 7 days later, together.');
  told()[0]!.action!.run();
  expect(shown).toEqual([ids]);
  author = 9;
  plan.set(moved(plan.get()!, ids, 1));
  writing = true;
  author = 3;
  plan.set(moved(plan.get()!, ids, 1));
  expect(told()).toHaveLength(1);
  stop();
});
