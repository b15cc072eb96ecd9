// What waits at a node is asked for by every row in sight at every edit: node by node it is what the whole says, and stays while nothing of it changes.
import { expect, test } from 'vitest';
import { waitingOf } from '../../../client/state/waiting.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { retitle } from '../../../shared/ops/content.ts';
import { applyChanges, isRefusal } from '../../../shared/ops/change.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const plan = planOf(`
  聚焦改革
    考试招生
      6月底前落实中考方案
      全年开展6次督查
      制定评价方案
    聚焦队伍
`);

/** As nobody has seen it before. */
const fresh = (of: Plan): Plan => ({ ...of });

test('asked node by node it says what the whole says', () => {
  const whole = new Map(waitingOf(fresh(plan)));
  expect(whole.size).toBe(2);
  const map = waitingOf(fresh(plan));
  for (const id of plan.nodes.keys()) expect([map.get(id), map.has(id)]).toEqual([whole.get(id), whole.has(id)]);
});

test('what waits elsewhere is the very same after an edit', () => {
  const id = idOf(plan, '6月底前落实中考方案');
  const before = waitingOf(plan).get(id);
  const outcome = retitle(plan, { id: idOf(plan, '制定评价方案'), title: '9月底前制定评价方案' });
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  const after = applyChanges(plan, outcome);
  expect(before?.times).toHaveLength(1);
  expect(waitingOf(after).get(id)).toBe(before);
  expect(waitingOf(after).get(idOf(after, '9月底前制定评价方案'))?.times).toHaveLength(1);
});
