import { describe, expect, test } from 'vitest';
import { leadLabel, leadNames, shortTitle, spanLabel } from '../../../shared/layout/label.ts';
import { idOf, planOf } from '../../kit/plan.ts';

describe('the short title of a clause', () => {
  const short = (title: string): string => shortTitle({ kind: 'clause', title });
  test('is its first phrase', () => expect(short('加强课程实施管理，强化目标意识。提升能力')).toBe('加强课程实施管理'));
  test('is not cut inside brackets or quotes', () => {
    expect(short('落实《三年行动（一，二）》，完善配置')).toBe('落实《三年行动（一，二）》');
    expect(short('深化“德，智”行动，落实指南')).toBe('深化“德，智”行动');
  });
  test('ends in an ellipsis when the phrase is long', () => {
    expect(short('认真学习、深刻领会习近平总书记在全国教育大会上的重要讲话精神')).toBe(
      '认真学习、深刻领会习近平总书记在全国教育…',
    );
  });
  test('without a title says so', () => {
    expect(short(' ')).toBe('（无标题）');
    expect(shortTitle({ kind: 'item', title: '' }, 'en')).toBe('(untitled)');
  });
  test('other nodes keep their whole title', () => {
    expect(shortTitle({ kind: 'section', title: '聚焦改革，着力创新' })).toBe('聚焦改革，着力创新');
  });
});

describe('dates in tight places', () => {
  test('leave out the year of the plan', () => {
    expect(spanLabel({ start: '2019-09-02', end: '2019-10-31' }, 'zh', 2019)).toBe('9/2–10/31');
    expect(spanLabel({ start: '2019-09-02', end: '2020-01-17' }, 'zh', 2019)).toBe('9/2–2020/1/17');
  });
  test('one day is one date', () =>
    expect(spanLabel({ start: '2019-09-02', end: '2019-09-02' }, 'zh', 2019)).toBe('9/2'));
  test('an end stated only roughly is shown as it was stated', () => {
    const ends = (end: string, grain: 'month' | 'quarter' | 'half' | 'year'): string =>
      spanLabel({ start: '2019-01-05', end, grain }, 'zh', 2019);
    expect(ends('2019-09-30', 'month')).toBe('1/5–9月底');
    expect(ends('2019-03-31', 'quarter')).toBe('1/5–一季度末');
    expect(ends('2019-06-30', 'half')).toBe('1/5–6月底');
    expect(ends('2019-12-31', 'year')).toBe('1/5–年底');
  });
});

describe('leads', () => {
  const plan = planOf(`
    聚焦改革
      考试招生
        中考 @局基教科,局教研室
        高考 @局基教科
  `);
  test('an item without its own shows those of its clauses, each once', () => {
    expect(leadNames(plan, idOf(plan, '考试招生'))).toEqual(['局基教科', '局教研室']);
  });
  test('are named as fully as there is room', () => {
    const names = ['局基教科', '局教研室', '局办公室'];
    expect(leadLabel(names, 'zh', 10, 200)).toBe('局基教科等3家');
    expect(leadLabel(names, 'zh', 10, 60)).toBe('局基教科 +2');
    expect(leadLabel(names, 'zh', 10, 45)).toBe('局基… +2');
    expect(leadLabel(names.slice(0, 1), 'zh', 10, 200)).toBe('局基教科');
    expect(leadLabel([], 'zh', 10, 200)).toBe('');
  });
});
