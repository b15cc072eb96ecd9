// Two texts → what stays, what goes and what comes, by character. For readers: scraps that happen to agree between two changes are not kept apart.

/** `out` stood only before, `in` stands only now. */
export interface Piece {
  readonly text: string;
  readonly mark?: 'in' | 'out';
}

/** Longer texts than this are shown as replaced whole: a table of a thousand million cells helps nobody. */
const MOST_CELLS = 4_000_000;
/** Fewer agreeing characters between two changes than this only make the reading harder. */
const SCRAP = 2;

export function piecesOf(before: string, after: string): readonly Piece[] {
  const a = [...before];
  const b = [...after];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const middle = changes(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return joined([{ text: a.slice(0, head).join('') }, ...middle, { text: tail > 0 ? a.slice(-tail).join('') : '' }]);
}

function changes(a: readonly string[], b: readonly string[]): readonly Piece[] {
  const whole: readonly Piece[] = [
    { text: a.join(''), mark: 'out' },
    { text: b.join(''), mark: 'in' },
  ];
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_CELLS) return whole;
  const width = b.length + 1;
  // The longest agreement of what is left, from the end.
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ text: a[i]! });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) {
      pieces.push({ text: a[i]!, mark: 'out' });
      i++;
    } else {
      pieces.push({ text: b[j]!, mark: 'in' });
      j++;
    }
  }
  return pieces;
}

/** Neighbours of one kind become one; of a change, what goes stands before what comes. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const runs: { same: string; out: string; in: string }[] = [];
  for (const { text, mark } of pieces) {
    if (text === '') continue;
    const last = runs.at(-1);
    if (mark === undefined) {
      if (last && last.out === '' && last.in === '') last.same += text;
      else runs.push({ same: text, out: '', in: '' });
    } else {
      const run = last && last.same === '' ? last : { same: '', out: '', in: '' };
      if (run !== last) runs.push(run);
      run[mark] += text;
    }
  }
  for (let at = runs.length - 2; at > 0; at--) {
    const [before, scrap, after] = [runs[at - 1]!, runs[at]!, runs[at + 1]!];
    if (scrap.same === '' || [...scrap.same].length >= SCRAP || before.same !== '' || after.same !== '') continue;
    runs.splice(at - 1, 3, {
      same: '',
      out: before.out + scrap.same + after.out,
      in: before.in + scrap.same + after.in,
    });
    at--;
  }
  return runs.flatMap(({ same, out, in: come }): readonly Piece[] => [
    ...(same ? [{ text: same }] : []),
    ...(out ? [{ text: out, mark: 'out' } as const] : []),
    ...(come ? [{ text: come, mark: 'in' } as const] : []),
  ]);
}
