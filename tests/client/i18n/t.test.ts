import { describe, expect, test } from 'vitest';
import { fieldDay, longDay, timeAgo } from '../../../client/i18n/days.ts';
import { en } from '../../../client/i18n/en.ts';
import { sayRefusal } from '../../../client/i18n/refusal.ts';
import { translate, translator } from '../../../client/i18n/t.ts';
import type { TextKey } from '../../../client/i18n/t.ts';
import { zh } from '../../../client/i18n/zh.ts';
import { refuse } from '../../../shared/ops/change.ts';

const KEYS = Object.keys(zh) as TextKey[];
const places = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map((found) => found[1]!))].sort();

describe('the two languages', () => {
  test.each(KEYS)('%s says the same places in both', (key) => {
    expect(places(en[key])).toEqual(places(zh[key]));
    expect(en[key].trim()).not.toBe('');
  });

  test('no Chinese sentence has half-width punctuation between Chinese characters', () => {
    const halfWidth = KEYS.filter((key) => /\p{Script=Han}[,;:?!](?=\p{Script=Han}|$)/u.test(zh[key]));
    expect(halfWidth).toEqual([]);
  });

  test('English writes the plain apostrophe: the typographic one is drawn by the Chinese font, a whole character wide', () => {
    expect(KEYS.filter((key) => en[key].includes('’'))).toEqual([]);
  });

  test('English has no Chinese left, but for names of things that have none', () => {
    const allowed = new Set<TextKey>(['cmd.view.lang', 'new.hint', 'when.unread', 'refuse.unread-day']);
    expect(KEYS.filter((key) => !allowed.has(key) && /\p{Script=Han}/u.test(en[key]))).toEqual([]);
  });
});

describe('a sentence', () => {
  test('has its places filled, and plural where English needs it', () => {
    expect(translate('zh', 'days.working', { n: 3 })).toBe('3个工作日');
    expect(translate('en', 'days.working', { n: 1 })).toBe('1 working day');
    expect(translate('en', 'days.working', { n: 3 })).toBe('3 working days');
  });

  test('of a refusal names kinds in words', () => {
    const refusal = refuse('wrong-level', { kind: 'section', parent: 'clause' });
    expect(sayRefusal(translator('zh'), refusal)).toBe('“措施”下面不能放“部分”。');
    expect(sayRefusal(translator('en'), refusal)).toBe('A section cannot stand under a measure.');
  });
});

describe('days', () => {
  test('are written as each language does', () => {
    expect(longDay('zh', '2019-09-02')).toBe('2019年9月2日（周一）');
    expect(longDay('en', '2019-09-02')).toBe('Mon 2 Sep 2019');
    expect(fieldDay('zh', '2019-09-02')).toBe('2019/9/2');
  });

  test('a moment is told in Shanghai, wherever the reader is', () => {
    const now = Date.UTC(2019, 8, 2, 1, 0);
    expect(timeAgo('zh', now - 20_000, now)).toBe('刚刚');
    expect(timeAgo('zh', now - 12 * 60_000, now)).toBe('12分钟前');
    expect(timeAgo('zh', Date.UTC(2019, 8, 1, 16, 30), now)).toBe('9/2 00:30');
    expect(timeAgo('zh', Date.UTC(2019, 7, 1), now)).toBe('2019年8月1日');
  });
});
