// The list of doubts in the documentation is the parser's own.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WARNINGS } from '../../../shared/yaodian/draft.ts';

test('docs/import.md names every doubt and no other', () => {
  const text = readFileSync('docs/import.md', 'utf8');
  const named = [...text.matchAll(/^\| `([a-z-]+)`/gm)].map((row) => row[1]);
  expect(named.sort()).toEqual(Object.keys(WARNINGS).sort());
});
