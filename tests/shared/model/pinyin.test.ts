import { expect, test } from 'vitest';
import { finds, initials } from '../../../shared/model/pinyin.ts';

test.each([
  ['局基教科', 'jjjk'],
  ['局人事科', 'jrsk'],
  ['局办公室', 'jbgs'],
  ['教育督导室', 'jydds'],
  ['局未保办', 'jwbb'],
  ['安娥', 'ae'],
  ['座做', 'zz'],
])('%s is %s', (text, letters) => {
  expect(initials(text)).toBe(letters);
});

test('what has no letter stays as it is', () => {
  expect(initials('2019年𠮷A')).toBe('2019n𠮷a');
});

test('text is found by its characters and by its first letters, in any part', () => {
  expect(finds('局基教科', '基教')).toBe(true);
  expect(finds('局基教科', 'jjk')).toBe(true);
  expect(finds('局基教科', 'JJK')).toBe(true);
  expect(finds('局人事科', 'jjk')).toBe(false);
  expect(finds('局人事科', '')).toBe(true);
});
