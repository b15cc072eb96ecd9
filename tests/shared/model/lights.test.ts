// The lights by hand: thirty cases, each with the light a bureau would expect, the bureau's own rules included.
import { describe, expect, test } from 'vitest';
import { NO_RECORDS } from '../../../shared/model/records.ts';
import type { Kind, Light, LightRules, Plan, Status } from '../../../shared/model/plan.ts';
import { spans } from '../../../shared/model/schedule.ts';
import { isSoon, lightOf, lights, measuresOf } from '../../../shared/model/lights.ts';
import { idOf, planOf } from '../../kit/plan.ts';

const ruled = (rules: LightRules | undefined): Pick<Plan, 'records'> => ({
  records: { ...NO_RECORDS, lights: new Map(rules ? [['rules', rules]] : []) },
});

interface Case {
  readonly kind?: Kind;
  readonly status?: Status;
  readonly undated?: true;
  readonly progress?: number;
  readonly rules?: LightRules;
}

// The work runs from 1 to 10 March: each day is worth ten points.
const SPAN = { start: '2019-03-01', end: '2019-03-10' };
const POINT = { start: '2019-03-10', end: '2019-03-10' };
const HAND: Status = { light: 'hold', reason: '待批复' };

const CASES: readonly (readonly [day: string, Case, Light])[] = [
  // The usual: more than 20 points behind, or past the end.
  ['02-28', {}, 'todo'],
  ['02-28', { progress: 5 }, 'doing'],
  ['03-01', {}, 'doing'],
  ['03-02', {}, 'doing'],
  ['03-03', {}, 'late'],
  ['03-05', { progress: 30 }, 'doing'],
  ['03-05', { progress: 29 }, 'late'],
  ['03-10', { progress: 80 }, 'doing'],
  ['03-10', { progress: 79 }, 'late'],
  ['03-11', { progress: 99 }, 'late'],
  ['03-11', { progress: 100 }, 'done'],
  ['02-01', { progress: 100 }, 'done'],
  ['12-31', { undated: true }, 'todo'],
  ['12-31', { undated: true, progress: 10 }, 'doing'],
  ['12-31', { status: HAND }, 'hold'],
  ['03-09', { kind: 'milestone' }, 'todo'],
  ['03-10', { kind: 'milestone' }, 'todo'],
  ['03-11', { kind: 'milestone' }, 'late'],
  // A bureau's own measures.
  ['03-01', { rules: { latePoints: 0 } }, 'late'],
  ['03-05', { progress: 50, rules: { latePoints: 0 } }, 'doing'],
  ['03-05', { rules: { latePoints: 50 } }, 'doing'],
  ['03-06', { rules: { latePoints: 50 } }, 'late'],
  ['03-10', { rules: { latePoints: 100 } }, 'doing'],
  ['03-11', { rules: { latePoints: 100 } }, 'late'],
  ['03-15', { progress: 90, rules: { graceDays: 5 } }, 'doing'],
  ['03-16', { progress: 90, rules: { graceDays: 5 } }, 'late'],
  ['03-11', { progress: 60, rules: { graceDays: 5 } }, 'late'],
  ['03-15', { kind: 'milestone', rules: { graceDays: 5 } }, 'todo'],
  ['03-16', { kind: 'milestone', rules: { graceDays: 5 } }, 'late'],
  ['03-16', { status: HAND, rules: { latePoints: 0, graceDays: 0 } }, 'hold'],
];

test('are thirty', () => expect(CASES).toHaveLength(30));

test.each(CASES)('on %s %j is %s', (day, { kind = 'clause', status, undated, progress, rules }, light) => {
  const span = undated ? undefined : kind === 'milestone' ? POINT : SPAN;
  const node = { kind, ...(status && { status }) };
  expect(lightOf(node, span, progress, `2019-${day}`, measuresOf(ruled(rules)))).toBe(light);
});

test('the lights of a plan follow its rules as soon as they change, and back', () => {
  const plain = planOf('甲\n  子\n    子一 03-01..03-10 60%');
  const own: Plan = { ...plain, ...ruled({ latePoints: 40 }) };
  const seen = (plan: Plan): Light | undefined => lights(plan, spans(plan), '2019-03-10').get(idOf(plan, '子一'));
  expect([seen(plain), seen(own), seen(plain)]).toEqual(['late', 'doing', 'late']);
});

describe('临期', () => {
  const span = { start: '2019-03-01', end: '2019-03-10' };
  test.each([
    ['2019-03-06', 'doing', false],
    ['2019-03-07', 'doing', true],
    ['2019-03-10', 'todo', true],
    ['2019-03-11', 'doing', false],
    ['2019-03-09', 'done', false],
    ['2019-03-09', 'late', false],
    ['2019-03-09', 'hold', false],
  ] as const)('on %s work that is %s: %s', (today, light, soon) => {
    expect(isSoon(light, span, today, { soonDays: 3 })).toBe(soon);
  });
  test('is never said where the bureau has set no days, nor of undated work', () => {
    expect(isSoon('doing', span, '2019-03-10')).toBe(false);
    expect(isSoon('doing', undefined, '2019-03-10', { soonDays: 3 })).toBe(false);
  });
});
