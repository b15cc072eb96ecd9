// Two wordings of one text: what is gone and what is new between them, and both rewordings of a third made one. Knows no plan.

export interface Wording {
  readonly is: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this the middle counts as replaced whole. */
const MOST = 4_000_000;

/** A Chinese character is a word; so is a run of Latin letters or digits. */
function words(text: string): readonly string[] {
  return text.match(/[A-Za-zÀ-ɏ]+|\d+(?:\.\d+)?|[\s\S]/gu) ?? [];
}

/** A stretch of the old words that other words take the place of. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly put: readonly string[];
}

export function rewording(old: string, now: string): readonly Wording[] {
  const a = words(old);
  const pieces: Wording[] = [];
  const say = (is: Wording['is'], list: readonly string[]): void => {
    if (list.length > 0) pieces.push({ is, text: list.join('') });
  };
  let at = 0;
  for (const { from, to, put } of readable(a, hunks(a, words(now)))) {
    say('same', a.slice(at, from));
    say('gone', a.slice(from, to));
    say('new', put);
    at = to;
  }
  say('same', a.slice(at));
  return pieces;
}

/** Both rewordings in one text; undefined where they touch the same words in different ways. */
export function merged(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs) return mine;
  const a = words(base);
  const left = hunks(a, words(mine)).map((hunk) => ({ ...hunk, mine: true }));
  const right = hunks(a, words(theirs)).map((hunk) => ({ ...hunk, mine: false }));
  const all = [...left, ...right].sort((x, y) => x.from - y.from || x.to - y.to);
  const out: string[] = [];
  let at = 0;
  let last: (typeof all)[number] | undefined;
  for (const hunk of all) {
    const same = last && hunk.from === last.from && hunk.to === last.to && hunk.put.join('') === last.put.join('');
    if (same) continue;
    // Touching is a clash too: nobody can say in which order two insertions at one place belong.
    if (last && hunk.mine !== last.mine && hunk.from <= last.to) return undefined;
    out.push(...a.slice(at, hunk.from), ...hunk.put);
    at = hunk.to;
    last = hunk;
  }
  out.push(...a.slice(at));
  return out.join('');
}

function hunks(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [n, m] = [a.length - head - tail, b.length - head - tail];
  if (n + m === 0) return [];
  if (n === 0 || m === 0 || n * m > MOST) return [{ from: head, to: head + n, put: b.slice(head, head + m) }];
  return inMiddle(a, b, head, n, m);
}

/** By the longest common subsequence of what lies between the common ends. */
function inMiddle(a: readonly string[], b: readonly string[], head: number, n: number, m: number): readonly Hunk[] {
  const wide = m + 1;
  const longest = new Uint32Array((n + 1) * wide);
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      longest[i * wide + j] =
        a[head + i] === b[head + j]
          ? longest[(i + 1) * wide + j + 1]! + 1
          : Math.max(longest[(i + 1) * wide + j]!, longest[i * wide + j + 1]!);
  const found: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    const [fromA, fromB] = [i, j];
    while ((i < n || j < m) && !(i < n && j < m && a[head + i] === b[head + j]))
      if (j >= m || (i < n && longest[(i + 1) * wide + j]! >= longest[i * wide + j + 1]!)) i++;
      else j++;
    if (i > fromA || j > fromB) found.push({ from: head + fromA, to: head + i, put: b.slice(head + fromB, head + j) });
    while (i < n && j < m && a[head + i] === b[head + j]) [i, j] = [i + 1, j + 1];
  }
  return found;
}

/** A single word left standing between two changes reads worse than one change around it. */
function readable(a: readonly string[], list: readonly Hunk[]): readonly Hunk[] {
  const out: Hunk[] = [];
  for (const hunk of list) {
    const last = out.at(-1);
    if (last && hunk.from - last.to <= 1 && hunk.from - last.to < hunk.to - hunk.from + hunk.put.length)
      out[out.length - 1] = {
        from: last.from,
        to: hunk.to,
        put: [...last.put, ...a.slice(last.to, hunk.from), ...hunk.put],
      };
    else out.push(hunk);
  }
  return out;
}
