// A drawing that leaves the screen calls the lights what the bureau calls them.
import { expect, test } from 'vitest';
import { pictureSvg } from '../../../shared/export/picture.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { planOf } from '../../kit/plan.ts';

test('the legend has the bureau’s names, and the usual ones for the rest', () => {
  const plain = planOf('甲\n  子\n    子一 03-01..03-10 60%');
  const own: Plan = {
    ...plain,
    records: { ...plain.records, lights: new Map([['rules', { names: { late: '红灯' } }]]) },
  };
  const drawn = (plan: Plan): string => pictureSvg({ plan, today: '2019-03-10' }, 'gantt', { lang: 'zh' });
  expect(drawn(own)).toContain('红灯');
  expect(drawn(own)).not.toContain('滞后');
  expect(drawn(own)).toContain('暂缓');
  expect(drawn(plain)).toContain('滞后');
});
