// What an edited copy changes, node by node, as suggestions nobody has decided on. What only moved online meanwhile is no change of the copy.
import { ROOT } from '../../model/plan.ts';
import type { Dice, Id, Plan, Suggestion } from '../../model/plan.ts';
import { isBinned, parentOf } from '../../model/tree.ts';
import { WHOLE_PLAN, outlineText, placeText, readSpot } from '../../model/spot.ts';
import { newId } from '../../ops/tree.ts';
import { outlineOf } from '../contents.ts';
import type { Owned, Reading } from '../reading.ts';
import { align } from './align.ts';
import { bare, plain } from './entries.ts';
import { remarksAt, signaturesIn } from './signed.ts';
import type { PlacedRemark, Signature } from './signed.ts';
import type { Entry, Version } from './entries.ts';

/** What would change of which node; by whom and when, where the copy says so. */
export type Difference = Pick<Suggestion, 'node' | 'field' | 'was' | 'now'> & Partial<Signature>;

/** What a kept suggestion may hold. */
const LONGEST = 18_000;

export interface Differences {
  /** The copy holds so little of the plan that what it leaves out is not meant to go: an office sends back its own rows. */
  readonly part: boolean;
  readonly list: readonly Difference[];
  /** What is remarked in the copy, and at which node of the plan. */
  readonly remarks: readonly PlacedRemark[];
}

/** As much of the plan a copy must hold before what it lacks counts as deleted; a handful of nodes is always the whole. */
const WHOLE = 0.6;
const HANDFUL = 6;

/** `was` is what the copy was made from, `now` what it says, `plan` what stands today. */
export function differ(plan: Plan, was: Version, now: Version, reading: Reading, dice: Dice): Differences {
  const same = align(was.entries, now.entries);
  const kept = untouched(reading, was, now, same);
  const late = now.entries.filter((entry) => !kept.artefacts.has(entry));
  const found: Difference[] = [];
  const signature = signaturesIn(reading);
  // A list or a map is called after its file.
  const titled = /^(txt|docx|md|json)$/.test(reading.carrier);
  if (titled && now.title && plain(now.title) !== plain(was.title))
    found.push({ node: WHOLE_PLAN, field: 'entitle', was: was.title, now: now.title, ...signature('head') });
  if (titled && now.preamble && plain(now.preamble) !== plain(was.preamble))
    found.push({ node: WHOLE_PLAN, field: 'preamble', was: was.preamble, now: now.preamble, ...signature('head') });

  const says = spoken(now.entries);
  const ids = new Map<Entry, Id>();
  for (const entry of late) {
    const early = same.get(entry);
    ids.set(entry, early ? (early.id ?? '') : newId(dice));
  }
  const moved = movedIn(was.entries, late, same);
  const before = previousIn(was.entries);
  const previous = previousIn(late);
  const idOf = (entry: Entry | undefined): Id => (entry ? (ids.get(entry) ?? entry.id ?? '') : '');
  const placeOf = (entry: Entry, prior: Entry | undefined): string =>
    placeText({ parent: entry.parent ? idOf(entry.parent) : ROOT, after: prior ? idOf(prior) : '' });

  /** With all that is new below it, as far as one suggestion can hold it; what is too much follows by itself. */
  const added = (entry: Entry, place: string): readonly Difference[] => {
    const spot = readSpot(place)!;
    const below = late.filter(({ parent }) => parent === entry && !same.has(entry));
    const say = (children: ReturnType<typeof newBelow>): Difference => ({
      node: ids.get(entry)!,
      field: 'add',
      was: '',
      now: outlineText(spot, outlineOf({ ...entry.node!, children })),
      ...signature('add', entry),
    });
    const whole = say(newBelow(entry, late, same));
    if (whole.now.length <= LONGEST) return [whole];
    let after = '';
    return [
      say([]),
      ...below
        .filter((each) => !same.has(each))
        .flatMap((each) => {
          const child = added(each, placeText({ parent: ids.get(entry)!, after }));
          after = ids.get(each)!;
          return child;
        }),
    ];
  };

  for (const entry of late) {
    const early = same.get(entry);
    const node = ids.get(entry)!;
    if (!early) {
      // What is new below something new comes with it.
      if (!entry.parent || same.has(entry.parent)) found.push(...added(entry, placeOf(entry, previous.get(entry))));
      continue;
    }
    const online = plan.nodes.get(node);
    // A piece of text that is nobody's in either version.
    if (!online) continue;
    const put = (field: string, old: string, next: string): void =>
      void found.push({ node, field, was: old, now: next, ...signature(field, entry) });
    if (moved.has(entry)) put('place', placeOf(early, before.get(early)), placeOf(entry, previous.get(entry)));
    if (!kept.nodes.has(entry)) {
      if (plain(entry.title) !== plain(early.title)) put('title', early.title, entry.title);
      for (const role of ['lead', 'assist'] as const)
        if (says.roles && entry[role].join('、') !== early[role].join('、'))
          put(role, early[role].join('、'), entry[role].join('、'));
      if (says.roles && plain(entry.due) !== plain(early.due)) put('due', early.due, dueText(entry));
    }
    for (const field of ['span', 'progress', 'deliverable'] as const)
      if (says[field] && entry[field] !== early[field] && entry[field] !== '') put(field, early[field], entry[field]);
  }
  const gone = new Set(was.entries.filter((early) => !kept.matched.has(early)));
  const known = was.entries.filter(({ id }) => id !== undefined);
  const lacking = known.filter((early) => gone.has(early)).length;
  const part = known.length > HANDFUL && lacking > known.length * (1 - WHOLE);
  for (const early of part ? [] : gone) {
    if (early.id === undefined || (early.parent && gone.has(early.parent))) continue;
    if (!plan.nodes.has(early.id) || isBinned(plan, early.id)) continue;
    found.push({ node: early.id, field: 'bin', was: early.title, now: '', ...signature('bin', early) });
  }
  const remarks = remarksAt(reading, now.entries, (entry) => same.get(entry)?.id, plan);
  return { part, list: found.filter((each) => !isSoAlready(plan, each)), remarks };
}

/** What the copy speaks of at all: a list without dates takes no dates away. */
function spoken(entries: readonly Entry[]) {
  const any = (has: (entry: Entry) => boolean): boolean => entries.some(has);
  return {
    roles: any(({ lead, assist }) => lead.length + assist.length > 0),
    span: any(({ span, node }) => span !== '' && node !== undefined),
    progress: any(({ progress }) => progress !== ''),
    deliverable: any(({ deliverable }) => deliverable !== ''),
  };
}

interface Untouched {
  /** Later nodes whose characters are those that left. */
  readonly nodes: ReadonlySet<Entry>;
  /** What the reader made of an untouched node's own text, such as a measure of an item whose title has two sentences. */
  readonly artefacts: ReadonlySet<Entry>;
  readonly matched: ReadonlySet<Entry>;
}

function untouched(reading: Reading, was: Version, now: Version, same: ReadonlyMap<Entry, Entry>): Untouched {
  const { owned = [], source } = reading;
  const written = new Map<Id, string>();
  for (const { id, start, end } of owned) written.set(id, (written.get(id) ?? '') + source.slice(start, end));
  const whole = new Set<Id>();
  for (const { id, own } of was.entries)
    if (id !== undefined && own !== '' && bare(written.get(id) ?? '') === own) whole.add(id);
  const nodes = new Set<Entry>();
  // Its characters are all there, even if the reader saw no node of its kind in them.
  const matched = new Set(was.entries.filter(({ id }) => id !== undefined && whole.has(id)));
  for (const [late, early] of same) {
    matched.add(early);
    const inside = early.id !== undefined && whole.has(early.id) && bare(written.get(early.id)!).includes(late.own);
    if (late.own !== '' && (late.own === early.own || inside)) nodes.add(late);
  }
  const artefacts = now.entries.filter(
    (entry) => !same.has(entry) && entry.node !== undefined && covered(entry.node, owned, whole),
  );
  return { nodes, artefacts: new Set(artefacts), matched };
}

function covered(
  { start, end }: { start: number; end: number },
  owned: readonly Owned[],
  whole: ReadonlySet<Id>,
): boolean {
  return owned.some((each) => whole.has(each.id) && each.start <= start && end <= each.end + 1);
}

/** Nodes that hang elsewhere or stand elsewhere among their siblings; as few as explain the new order. */
function movedIn(was: readonly Entry[], now: readonly Entry[], same: ReadonlyMap<Entry, Entry>): ReadonlySet<Entry> {
  const moved = new Set<Entry>();
  const at = new Map(was.map((entry, i) => [entry, i]));
  const staying = new Map<Entry | undefined, Entry[]>();
  for (const entry of now) {
    const early = same.get(entry);
    if (!early) continue;
    const parent = entry.parent && same.get(entry.parent);
    if (parent !== early.parent) moved.add(entry);
    else {
      const list = staying.get(entry.parent);
      if (list) list.push(entry);
      else staying.set(entry.parent, [entry]);
    }
  }
  for (const list of staying.values()) {
    const kept = new Set(longestRising(list.map((entry) => at.get(same.get(entry)!)!)).map((i) => list[i]!));
    for (const entry of list) if (!kept.has(entry)) moved.add(entry);
  }
  return moved;
}

/** Indices of a longest rising subsequence. */
function longestRising(values: readonly number[]): readonly number[] {
  const ends: number[] = [];
  const before: number[] = [];
  values.forEach((value, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[i] = ends[low - 1] ?? -1;
    ends[low] = i;
  });
  const found: number[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) found.push(i);
  return found.reverse();
}

/** The sibling before each. */
function previousIn(entries: readonly Entry[]): ReadonlyMap<Entry, Entry> {
  const last = new Map<Entry | undefined, Entry>();
  const found = new Map<Entry, Entry>();
  for (const entry of entries) {
    const previous = last.get(entry.parent);
    if (previous) found.set(entry, previous);
    last.set(entry.parent, entry);
  }
  return found;
}

function newBelow(
  parent: Entry,
  late: readonly Entry[],
  same: ReadonlyMap<Entry, Entry>,
): NonNullable<Entry['node']>['children'] {
  return late
    .filter((entry) => entry.parent === parent && !same.has(entry))
    .map((entry) => ({ ...entry.node!, children: newBelow(entry, late, same) }));
}

function dueText({ due, node }: Entry): string {
  return due === '' ? '' : JSON.stringify({ kind: node?.due?.kind ?? 'by', words: due });
}

/** Somebody has made the same change here meanwhile. */
function isSoAlready(plan: Plan, { node, field, now }: Difference): boolean {
  const there = plan.nodes.get(node);
  if (!there)
    return field === 'entitle'
      ? plain(plan.meta.title) === plain(now)
      : field === 'preamble' && plain(plan.meta.preamble) === plain(now);
  const names = (role: 'lead' | 'assist'): string =>
    [...there[role].keys()].map((office) => plan.offices.get(office)?.name ?? '').join('、');
  switch (field) {
    case 'title':
      return plain(there.title) === plain(now);
    case 'lead':
    case 'assist':
      return names(field) === now;
    case 'span':
      return there.span !== undefined && `${there.span.start}/${there.span.end}` === now;
    case 'progress':
      return String(there.progress ?? '') === now;
    case 'deliverable':
      return (there.deliverable ?? '') === now;
    case 'due':
      return JSON.stringify(there.due ?? '') === now || (now === '' && !there.due);
    case 'place': {
      const { parent, after } = JSON.parse(now) as { parent: Id; after: Id };
      const siblings = plan.tree.children.get(parentOf(plan, node)) ?? [];
      return parentOf(plan, node) === parent && (siblings[siblings.indexOf(node) - 1] ?? '') === after;
    }
    default:
      return false;
  }
}
