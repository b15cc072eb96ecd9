// What is printed on every page around the text: page numbers, and the document's name repeated above them. Looks at lines, not at meaning.
import { readMark } from './marks.ts';
import { labelAt, skipBlank } from './words.ts';

const PAGE_NUMBER =
  /^[—–―－\-·~\s]*(?:第\s*)?[0-9０-９]{1,3}\s*(?:页)?(?:\s*[/／共,，]{1,2}\s*(?:共\s*)?[0-9０-９]{1,3}\s*页?)?[—–―－\-·~\s]*$/;

export function isPageNumber(line: string): boolean {
  return line.length <= 16 && /[0-9０-９]/.test(line) && PAGE_NUMBER.test(line);
}

/** Page numbers, and all but the first of a short line that comes back beside them. */
export function runningLines(trimmed: readonly string[], skipped: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set(trimmed.flatMap((line, i) => (!skipped.has(i) && isPageNumber(line) ? [i] : [])));
  if (found.size === 0) return found;
  const places = new Map<string, number[]>();
  trimmed.forEach((line, i) => {
    if (skipped.has(i) || found.has(i) || !isShort(line)) return;
    const same = places.get(line);
    if (same) same.push(i);
    else places.set(line, [i]);
  });
  const numbers = new Set(found);
  for (const [, [first, ...again]] of places) {
    const beside = again.filter((i) => isBeside(trimmed, i, numbers));
    if (first === undefined || beside.length === 0 || beside.length < again.length) continue;
    for (const i of beside) found.add(i);
    // The first is the title itself, unless it too stands where pages meet.
    if (again.length >= 2 && first > 3 && isBeside(trimmed, first, numbers)) found.add(first);
  }
  return found;
}

function isShort(line: string): boolean {
  return (
    line.length >= 5 &&
    line.length <= 40 &&
    !/[。；：！？，:;、]$|^[^（(]*[）)]/.test(line) &&
    readMark(line) === undefined &&
    labelAt(line, skipBlank(line, 0)) === undefined
  );
}

/** A page number is the nearest line above or below that holds anything. */
function isBeside(trimmed: readonly string[], at: number, numbers: ReadonlySet<number>): boolean {
  for (const step of [-1, 1]) {
    let i = at + step;
    while (i >= 0 && i < trimmed.length && trimmed[i] === '') i += step;
    if (numbers.has(i)) return true;
  }
  return false;
}
