import { expect, test } from 'vitest';
import { affectedBy } from '../../../shared/model/affected.ts';
import { calendarWith, CHINA } from '../../../shared/model/calendar.ts';
import { NOTICES } from '../../../shared/model/holidays.ts';
import { idOf, planOf } from '../../kit/plan.ts';

/** 2019 as first published: one day off in May. */
const FIRST = calendarWith(
  NOTICES.map((notice) =>
    notice.year !== 2019
      ? notice
      : {
          ...notice,
          off: [...notice.off.filter(([name]) => name !== '劳动节'), ['劳动节', '2019-05-01', '2019-05-01']],
          work: notice.work.filter(([name]) => name !== '劳动节'),
        },
  ),
);

test('a changed notice lists what it touches, says why, and proposes; the rest is left alone', () => {
  const plan = planOf(`
一
  甲
    四个工作日 04-29..05-03
    不受影响 06-03..06-06
      ◆ 五一节点 05-03
      ◆ 别的节点 05-08`);
  const found = affectedBy(plan, FIRST, CHINA).map(({ id, why, before, after, proposed }) => ({
    title: plan.nodes.get(id)!.title,
    why,
    before,
    after,
    proposed,
  }));
  expect(found).toEqual([
    { title: '四个工作日', why: 'end-off', before: 4, after: 2, proposed: { start: '2019-04-29', end: '2019-05-06' } },
    { title: '五一节点', why: 'end-off', before: 1, after: 0, proposed: { start: '2019-04-30', end: '2019-04-30' } },
  ]);
  expect(affectedBy(plan, CHINA, CHINA)).toEqual([]);
  expect(plan.nodes.get(idOf(plan, '五一节点'))!.span).toEqual({ start: '2019-05-03', end: '2019-05-03' });
});
