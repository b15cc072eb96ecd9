// A list of names behind a label that a line end cut in the middle of a name: 责任处室：…、教育 ↵ 和体育局. The names that stand whole
// elsewhere in the document say whether the last one here has ended; without them, only how an office's name ends does.
import { endsAsOffice, officesIn, personsIn } from './names.ts';
import { labelAt, skipBlank } from './words.ts';

/** What the next line is to the list of names above it. */
export type Below = 'rest of the name' | 'no part of it' | 'unsaid';

/** Longer than the rest of any office's name that goes on in the next line alone. */
const LONGEST_REST = 8;

/** The names that stand whole behind some label; `endsAt(i)`: the list of line `i` ends there for certain. */
export function namesKnown(lines: readonly string[], endsAt: (line: number) => boolean): ReadonlySet<string> {
  const known = new Set<string>();
  lines.forEach((line, i) => {
    const names = namesOf(line);
    for (const name of endsAt(i) ? names : names.slice(0, -1)) known.add(name);
  });
  return known;
}

/** `full`: the line is about as long as the document's longest, so it may have been broken there. */
export function belowNames(line: string, below: string, known: ReadonlySet<string>, full: boolean): Below {
  const last = namesOf(line).at(-1);
  if (last === undefined || !line.endsWith(last)) return 'unsaid';
  const rest = /^[^、，,；;/｜|\s。]+/.exec(below)?.[0] ?? '';
  if (known.has(last + rest)) return 'rest of the name';
  if (known.has(last)) return 'no part of it';
  const alone = full && rest === below && rest.length <= LONGEST_REST && /^[一-龥]+$/.test(rest);
  return alone && endsAsOffice(rest) && !endsAsOffice(last) ? 'rest of the name' : 'unsaid';
}

/** The names behind the label that the line begins with. */
function namesOf(line: string): readonly string[] {
  const start = skipBlank(line, 0);
  const label = labelAt(line, start);
  if (!label || label.role === 'time') return [];
  const raw = line.slice(start + label.raw.length);
  return label.role === 'leader' ? personsIn(raw) : officesIn(raw).map(({ name }) => name);
}
