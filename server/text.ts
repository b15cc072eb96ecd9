// What comes in as text and is refused unread because it is too long.
import { MOST_CHARS, MOST_LINES, tooLong } from '../shared/yaodian/page.ts';
import type { Said } from './refusals.ts';

/** Says the limit and by how much it was passed. */
export function lengthRefused(text: string): Said | undefined {
  const long = tooLong(text);
  if (!long) return undefined;
  const [lines, chars, mostLines, mostChars] = [long.lines, long.chars, MOST_LINES, MOST_CHARS].map((n) =>
    n.toLocaleString('en-US'),
  );
  return {
    zh: `一份要点最多 ${mostLines} 行、${mostChars} 字，这份有 ${lines} 行、${chars} 字。`,
    en: `A text may have ${mostLines} lines and ${mostChars} characters; this one has ${lines} lines and ${chars} characters.`,
  };
}
