// Which node of one version is which of the other: by ids where both have them, else by their words, their places and what hangs below them.
import type { Entry } from './entries.ts';
import { plain } from './entries.ts';

/** Alike enough to be one node reworded: in any place, and in the very place where the other one stood. */
const ALIKE = 0.6;
const SOMEWHAT = 0.4;
const IN_PLACE = 0.2;
/** As many open questions are compared each with each; beyond, only equal words count. */
const MOST = 1_500;

/** Later version → earlier one. */
export function align(was: readonly Entry[], now: readonly Entry[]): ReadonlyMap<Entry, Entry> {
  const found = new Map<Entry, Entry>();
  const taken = new Set<Entry>();
  const pair = (late: Entry, early: Entry): void => {
    found.set(late, early);
    taken.add(early);
  };
  const openNow = (): readonly Entry[] => now.filter((each) => !found.has(each));
  const openWas = (): readonly Entry[] => was.filter((each) => !taken.has(each));

  const byId = new Map(was.flatMap((each) => (each.id ? [[each.id, each] as const] : [])));
  for (const late of now) {
    const early = late.id === undefined ? undefined : byId.get(late.id);
    if (early && !taken.has(early)) pair(late, early);
  }
  sameWords(openWas(), openNow(), found, pair);
  alike(openWas(), openNow(), found, pair, ALIKE);
  byChildren(now, taken, found, pair);
  alike(openWas(), openNow(), found, pair, SOMEWHAT);
  inPlace(was, now, taken, found, pair);
  return found;
}

type Found = ReadonlyMap<Entry, Entry>;
type Pair = (late: Entry, early: Entry) => void;

function sameWords(was: readonly Entry[], now: readonly Entry[], found: Found, pair: Pair): void {
  const key = ({ kind, title }: Entry): string => `${kind} ${plain(title)}`;
  const waiting = new Map<string, Entry[]>();
  for (const each of was) {
    const list = waiting.get(key(each));
    if (list) list.push(each);
    else waiting.set(key(each), [each]);
  }
  for (const late of now) {
    const list = waiting.get(key(late));
    if (!list || list.length === 0 || plain(late.title) === '') continue;
    // Of several with the same words, the one below the same parent.
    const kin = list.findIndex((early) => late.parent !== undefined && found.get(late.parent) === early.parent);
    const [early] = list.splice(Math.max(0, kin), 1);
    pair(late, early!);
  }
}

function alike(was: readonly Entry[], now: readonly Entry[], found: Found, pair: Pair, least: number): void {
  if (was.length > MOST || now.length > MOST) return;
  const pairs = new Map(was.map((each) => [each, bigrams(each)]));
  const scored: (readonly [score: number, late: Entry, early: Entry])[] = [];
  for (const late of now) {
    const own = bigrams(late);
    for (const [early, other] of pairs) {
      if (!comparable(late, early)) continue;
      const kin = late.parent === undefined ? early.parent === undefined : found.get(late.parent) === early.parent;
      const score = likeness(own, other) + (kin ? 0.1 : 0);
      if (score >= least) scored.push([score, late, early]);
    }
  }
  scored.sort((a, b) => b[0] - a[0]);
  const [doneLate, doneEarly] = [new Set<Entry>(), new Set<Entry>()];
  for (const [, late, early] of scored) {
    if (doneLate.has(late) || doneEarly.has(early)) continue;
    doneLate.add(late);
    doneEarly.add(early);
    pair(late, early);
  }
}

function comparable(a: Entry, b: Entry): boolean {
  const rank = ({ kind }: Entry): number => ({ section: 0, item: 1, clause: 2, task: 2, milestone: 3 })[kind];
  return rank(a) === rank(b);
}

function bigrams({ title }: Entry): ReadonlyMap<string, number> {
  const text = plain(title);
  const found = new Map<string, number>();
  for (let i = 0; i < Math.max(1, text.length - 1); i++) {
    const two = text.slice(i, i + 2);
    found.set(two, (found.get(two) ?? 0) + 1);
  }
  return found;
}

/** Dice's measure over pairs of neighbouring characters. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0];
  for (const [two, times] of a) {
    all += times;
    shared += Math.min(times, b.get(two) ?? 0);
  }
  for (const times of b.values()) all += times;
  return all === 0 ? 0 : (2 * shared) / all;
}

/** What most of its children hung below before is what it was called otherwise. */
function byChildren(now: readonly Entry[], taken: ReadonlySet<Entry>, found: Found, pair: Pair): void {
  for (const late of [...now].reverse()) {
    if (found.has(late)) continue;
    const children = now.filter(({ parent }) => parent === late);
    const votes = new Map<Entry, number>();
    for (const each of children) {
      const early = found.get(each)?.parent;
      if (early && !taken.has(early) && early.kind === late.kind) votes.set(early, (votes.get(early) ?? 0) + 1);
    }
    const [best] = [...votes].sort((a, b) => b[1] - a[1]);
    if (best && best[1] * 2 > children.length) pair(late, best[0]);
  }
}

/** Both stand alone in one gap between neighbours that are the same. */
function inPlace(
  was: readonly Entry[],
  now: readonly Entry[],
  taken: ReadonlySet<Entry>,
  found: Found,
  pair: Pair,
): void {
  for (const late of now) {
    if (found.has(late)) continue;
    const parent = late.parent && found.get(late.parent);
    if (late.parent && !parent) continue;
    const siblings = now.filter((each) => each.parent === late.parent);
    const at = siblings.indexOf(late);
    const before = siblings[at - 1] && found.get(siblings[at - 1]!);
    if (siblings[at - 1] && !before) continue;
    const others = was.filter((each) => each.parent === parent);
    const early = others[before ? others.indexOf(before) + 1 : 0];
    if (!early || taken.has(early) || !comparable(early, late)) continue;
    const after = siblings[at + 1];
    const next = others[others.indexOf(early) + 1];
    if ((after && found.get(after)) !== next) continue;
    if (likeness(bigrams(late), bigrams(early)) >= IN_PLACE) pair(late, early);
  }
}
