// One edit of a text as a splice, what it does to a caret, and two people's edits of one text made into one. Pure; knows no element.

export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The smallest splice that turns one text into the other, never cutting a character such as 𠮷 in two. */
export function spliceOf(before: string, after: string): Splice {
  let head = 0;
  const least = Math.min(before.length, after.length);
  while (head < least && before[head] === after[head]) head++;
  if (cutsPair(before, head) || cutsPair(after, head)) head--;
  let tail = 0;
  while (tail < least - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (cutsPair(before, before.length - tail) || cutsPair(after, after.length - tail)) tail--;
  return { at: head, remove: before.length - tail - head, insert: after.slice(head, after.length - tail) };
}

export function applySplice(text: string, { at, remove, insert }: Splice): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

/** Where an offset stands after somebody else's splice: beside the same letters; words put in right at the caret come after it. */
export function carried(offset: number, { at, remove, insert }: Splice): number {
  if (offset <= at) return offset;
  return offset >= at + remove ? offset - remove + insert.length : at + insert.length;
}

/**
 * What I have made of `base` and what they have made of it, together: both insertions stay, and what either took out is
 * gone. Where both put words at one point, theirs come first, because they are already in the plan.
 */
export function merged(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs;
  const l = spliceOf(base, mine);
  const r = spliceOf(base, theirs);
  if (r.at + r.remove <= l.at) return applySplice(mine, r);
  if (l.at + l.remove <= r.at) return applySplice(mine, { ...r, at: r.at - l.remove + l.insert.length });
  const words = r.at <= l.at ? r.insert + l.insert : l.insert + r.insert;
  const end = Math.max(l.at + l.remove, r.at + r.remove);
  return base.slice(0, Math.min(l.at, r.at)) + words + base.slice(end);
}

/** What a field holds of a text of the plan: what the plan said last, and what stands in the field. */
export interface Draft {
  readonly base: string;
  readonly text: string;
}

/** The plan now says `now`; words typed but not yet handed over stay. */
export function received({ base, text }: Draft, now: string): Draft {
  return now === base ? { base, text } : { base: now, text: merged(base, text, now) };
}

/** Titles and official text are single lines: breaks that come with a paste are dropped between Chinese, else become a space. */
export function oneLine(text: string): string {
  return text.replace(/[ \t]*(?:\r\n|[\n\r\u2028\u2029\v\f])+[ \t]*/g, (_, at: number, whole: string) => {
    const next = /[^\s]/.exec(whole.slice(at))?.[0] ?? '';
    return /[\u0021-\u024f]/.test(whole[at - 1] ?? '') && /[\u0021-\u024f]/.test(next) ? ' ' : '';
  });
}

function cutsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
