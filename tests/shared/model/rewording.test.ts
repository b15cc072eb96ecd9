import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merged, rewording } from '../../../shared/model/rewording.ts';

const shown = (old: string, now: string): string =>
  rewording(old, now)
    .map(({ is, text }) => (is === 'same' ? text : is === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

const seed = Math.floor(Math.random() * 2 ** 31);
const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，', '2019', 'a', '𠮷'), maxLength: 24 });

test('what was reworded shows by words', () => {
  expect(shown('开展调研，形成报告', '开展专题调研，形成报告')).toBe('开展{+专题+}调研，形成报告');
  expect(shown('2018年完成', '2019年完成')).toBe('[-2018-]{+2019+}年完成');
  expect(shown('甲', '甲')).toBe('甲');
  expect(shown('', '乙')).toBe('{+乙+}');
});

test('the pieces give both texts back', () => {
  fc.assert(
    fc.property(text, text, (old, now) => {
      const pieces = rewording(old, now);
      const without = (is: string): string => pieces.filter((each) => each.is !== is).map((each) => each.text).join(''); // prettier-ignore
      expect(without('new')).toBe(old);
      expect(without('gone')).toBe(now);
    }),
    { seed },
  );
});

describe('two rewordings', () => {
  test('in different places become one; in one place they clash', () => {
    expect(merged('开展调研，形成报告', '开展专题调研，形成报告', '开展调研，形成书面报告')).toBe(
      '开展专题调研，形成书面报告',
    );
    expect(merged('三月完成', '四月完成', '五月完成')).toBeUndefined();
    expect(merged('完成', '按时完成', '按时完成')).toBe('按时完成');
  });

  test('whoever changes nothing takes nothing away', () => {
    fc.assert(
      fc.property(text, text, (base, now) => {
        expect(merged(base, base, now)).toBe(now);
        expect(merged(base, now, base)).toBe(now);
      }),
      { seed },
    );
  });
});
