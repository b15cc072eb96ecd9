// How long a text may be, whatever its lines end with.
import { expect, test } from 'vitest';
import { MOST_CHARS, MOST_LINES, tooLong } from '../../../shared/yaodian/page.ts';

test.each([
  ['\\n', '\n'],
  ['\\r\\n', '\r\n'],
  ['\\r', '\r'],
])('lines that end with %s are counted as lines', (_, eol) => {
  expect(tooLong(Array<string>(MOST_LINES).fill('a').join(eol))).toBeUndefined();
  expect(
    tooLong(
      Array<string>(MOST_LINES + 1)
        .fill('a')
        .join(eol),
    ),
  ).toMatchObject({ lines: MOST_LINES + 1 });
});

test('one endless line is too long as well', () => {
  expect(tooLong('字'.repeat(MOST_CHARS))).toBeUndefined();
  expect(tooLong('字'.repeat(MOST_CHARS + 1))).toEqual({ lines: 1, chars: MOST_CHARS + 1 });
});
