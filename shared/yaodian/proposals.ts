// 据原文: what a plan's own words propose for its dates and counts, each tied to the characters it comes from. Computed, never stored; nothing is applied here.
import { termsOf } from '../model/almanac.ts';
import { year as yearOf } from '../model/day.ts';
import type { Due, Grain, Id, Node, Plan, Span, Term } from '../model/plan.ts';
import { childrenOf, inOrder, isBinned } from '../model/tree.ts';
import { findCues } from './cues.ts';
import type { Cue } from './cues.ts';
import type { AskWhy } from './asks.ts';
import { digest } from '../model/digest.ts';
import { readDeadline } from './deadline.ts';
import { termChoices } from './termwords.ts';
import type { TimeGrain } from './period.ts';

/** A choice among what the words may mean. */
export interface Choice {
  readonly span: Span;
  /** Worked out by the school calendar, or only a likely reading. */
  readonly how: 'text' | 'guess';
  /** The term it is worked out by. */
  readonly term?: Pick<Term, 'schoolYear' | 'term'>;
}

export interface Proposal {
  /** Under which it is dismissed: of this node and these words. */
  readonly key: string;
  readonly node: Id;
  /** Of its own text, or of the deadline that was stated beside it; offsets are into that. */
  readonly in: 'title' | 'due';
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** Dates for the node itself, a milestone below it, a count of times, or a question first. */
  readonly does: 'span' | 'milestone' | 'times' | 'ask';
  readonly span?: Span;
  readonly times?: number;
  /** 2018-2020: this is year `nth` of `of`. */
  readonly horizon?: { readonly first: number; readonly last: number; readonly nth: number; readonly of: number };
  readonly why?: AskWhy;
  readonly choices: readonly Choice[];
  /** What a question's answer becomes. */
  readonly as: 'span' | 'milestone';
  /** The words its dates were taken from, when the text says something else now. */
  readonly was?: string;
}

export function proposalsOf(plan: Plan): readonly Proposal[] {
  return inOrder(plan).flatMap((id) => proposalsAt(plan, id));
}

/** What this node's own words propose; nothing for what lies in the bin. */
export function proposalsAt(plan: Plan, id: Id): readonly Proposal[] {
  const node = plan.nodes.get(id);
  return node && speaks(plan, node) && !isBinned(plan, id) ? proposalsFor(plan, node, termsOf(plan)) : NONE;
}

/** The plan remembers it, for everybody. */
export function isDismissed(plan: Plan, key: string): boolean {
  const kept = plan.records.suggestion.get(key);
  return kept?.field === TIMES && kept.state === 'left';
}

/** The field of a suggestion that stands for a time in the text. */
export const TIMES = 'times';

/** Clauses and tasks, items that are all title, and milestones that wait for a day. */
function speaks(plan: Plan, { id, kind, due }: Node): boolean {
  if (kind === 'clause' || kind === 'task') return true;
  if (kind === 'milestone') return due !== undefined;
  return kind === 'item' && childrenOf(plan, id).every((child) => plan.nodes.get(child)!.kind === 'milestone');
}

const cues = new WeakMap<Node, { readonly year: number | undefined; readonly found: readonly Cue[] }>();

export function cuesOf(node: Node, year: number | undefined): readonly Cue[] {
  let held = cues.get(node);
  if (!held || held.year !== year) cues.set(node, (held = { year, found: findCues(node.title, year) }));
  return held.found;
}

interface Held {
  readonly year: number | undefined;
  readonly terms: readonly Term[];
  readonly left: Plan['records']['suggestion'];
  readonly found: readonly Proposal[];
}

/** What has nothing below it and has not changed proposes what it proposed. */
const known = new WeakMap<Node, Held>();

function proposalsFor(plan: Plan, node: Node, terms: readonly Term[]): readonly Proposal[] {
  const { year } = plan.meta;
  if (cuesOf(node, year).length === 0 && !node.due) return NONE;
  if (plan.tree.children.has(node.id)) return propose(plan, node, terms);
  const left = plan.records.suggestion;
  const held = known.get(node);
  if (held && held.year === year && held.terms === terms && held.left === left) return held.found;
  const found = propose(plan, node, terms);
  known.set(node, { year, terms, left, found });
  return found;
}

const NONE: readonly Proposal[] = [];

function propose(plan: Plan, node: Node, terms: readonly Term[]): readonly Proposal[] {
  const { year } = plan.meta;
  const found = cuesOf(node, year);
  const taken = node.basis?.how === 'text' ? node.basis.words : undefined;
  const was = taken !== undefined && !says(node, taken) ? taken : undefined;
  const stated = statedFor(plan, node, found, was, terms);
  // What is stated as the deadline dates the work; the text beside it tells of steps on the way.
  const main = stated ? undefined : mainOf(found);
  // Whoever dated it by hand has decided; the words are not held against them.
  const decided = node.span !== undefined && was === undefined && node.basis?.how !== 'text';
  const seen = new Map<string, number>();
  const told = found.flatMap((cue): Proposal[] => {
    const words = node.title.slice(cue.from, cue.to);
    const nth = seen.get(words) ?? 0;
    seen.set(words, nth + 1);
    const key = keyOf(node.id, words, nth);
    if (isDismissed(plan, key)) return [];
    const as = cue === main && (node.span === undefined || was !== undefined) ? 'span' : 'milestone';
    const base = { key, node: node.id, in: 'title', from: cue.from, to: cue.to, words, as, choices: [] } as const;
    if (cue.kind === 'times') {
      const old = node.ticks?.times;
      if (old === cue.times) return [];
      return [{ ...base, does: 'times', times: cue.times, ...(old !== undefined && { was: String(old) }) }];
    }
    if (decided || words === taken || (as === 'milestone' && hasMilestone(plan, node.id, words))) return [];
    const replaced = as === 'span' && was !== undefined ? { was } : {};
    if (cue.kind === 'ask') {
      const choices = choicesFor(cue, words, year, terms);
      return [{ ...base, does: 'ask', why: cue.why, choices, ...replaced }];
    }
    const days = spanOf(cue, year);
    if (stated?.span && stated.span.end === days.span?.end) return [];
    return [{ ...base, does: as, ...days, ...replaced }];
  });
  return stated ? [stated, ...told] : told;
}

function says({ title, due }: Node, words: string): boolean {
  return title.includes(words) || due?.words.includes(words) === true;
}

/** From 完成时限 and the like, unless the text says the same or the work has its dates. */
function statedFor(
  plan: Plan,
  node: Node,
  told: readonly Cue[],
  was: string | undefined,
  terms: readonly Term[],
): Proposal | undefined {
  const { due, title } = node;
  const { year } = plan.meta;
  if (!due || (node.span && was === undefined)) return undefined;
  const cue = statedCue(due, year);
  const words = cue && due.words.slice(cue.from, cue.to);
  if (!words || told.some(({ from, to }) => title.slice(from, to) === words)) return undefined;
  const key = keyOf(node.id, `: ${words}`, 0);
  if (isDismissed(plan, key)) return undefined;
  const { from, to } = cue;
  const base = {
    key,
    node: node.id,
    in: 'due',
    from,
    to,
    words,
    as: 'span',
    ...(was !== undefined && { was }),
  } as const;
  return cue.kind === 'ask'
    ? { ...base, does: 'ask', why: cue.why, choices: choicesFor(cue, words, year, terms) }
    : { ...base, does: 'span', choices: [], ...spanOf(cue, year) };
}

/** What a stated deadline comes to. Words that only count from something else, or say no end, ask or are left. */
function statedCue({ kind, words }: Due, year: number | undefined): Exclude<Cue, { kind: 'times' }> | undefined {
  if (kind === 'ongoing' || kind === 'recurring') return undefined;
  const found = findCues(words, year).filter((cue) => cue.kind !== 'times');
  if (kind === 'relative') return found.find((cue) => cue.kind === 'ask');
  const main = mainOf(found);
  if (main && main.kind !== 'times') return main;
  // 6.30前 and the like: forms of such columns that running text does not have.
  const { start, end } = readDeadline(words, year);
  if (!end || (year !== undefined && yearOf(end) !== year)) return undefined;
  const at = { from: 0, to: words.length, grain: 'day' } as const;
  return start ? { kind: 'range', ...at, start, end } : { kind: 'by', ...at, end };
}

/** The days that the words a node's dates were taken from say now; undefined when they are gone or need an answer. */
export function spanSaid(plan: Plan, node: Node): Span | undefined {
  const { basis, title, due } = node;
  const { year } = plan.meta;
  if (basis?.how !== 'text' || !basis.words) return undefined;
  const cue =
    cuesOf(node, year).find(({ from, to }) => title.slice(from, to) === basis.words) ??
    (due?.words.includes(basis.words) ? statedCue(due, year) : undefined);
  return cue && cue.kind !== 'ask' && cue.kind !== 'times' ? spanOf(cue, year).span : undefined;
}

/** Which phrase dates the node itself: the years it runs, else the last day it is due, else the first range, else a question. */
function mainOf(found: readonly Cue[]): Cue | undefined {
  return (
    found.find(({ kind }) => kind === 'horizon') ??
    found.findLast(({ kind }) => kind === 'by') ??
    found.find(({ kind }) => kind === 'range') ??
    found.find(({ kind }) => kind === 'ask')
  );
}

function keyOf(node: Id, words: string, nth: number): string {
  return `t-${digest(`${node} ${nth} ${words}`)}`;
}

function hasMilestone(plan: Plan, id: Id, words: string): boolean {
  return childrenOf(plan, id).some((child) => plan.nodes.get(child)!.basis?.words === words);
}

type Dated = Extract<Cue, { kind: 'by' | 'range' | 'horizon' }>;

function spanOf(cue: Dated, year: number | undefined): Pick<Proposal, 'span' | 'horizon'> {
  if (cue.kind === 'horizon') {
    const { first, last } = cue;
    const at = year ?? first;
    const span: Span = { start: `${at}-01-01`, end: `${at}-12-31`, grain: 'year' };
    return { span, horizon: { first, last, nth: at - first + 1, of: last - first + 1 } };
  }
  const grain = grainOf(cue.grain);
  // Only the day it is due is said: where the work begins is nobody's to invent.
  const start = cue.kind === 'by' ? cue.end : cue.start;
  return { span: { start, end: cue.end, ...(grain && { grain }) } };
}

function grainOf(grain: TimeGrain): Grain | undefined {
  return grain === 'day' || grain === 'part' ? undefined : grain;
}

function choicesFor(
  cue: Extract<Cue, { kind: 'ask' }>,
  words: string,
  year: number | undefined,
  terms: readonly Term[],
): readonly Choice[] {
  if (cue.why === 'term') return termChoices(words, year, terms).map((each) => ({ ...each, how: 'text' }));
  // Work for another year is this year's work until it ends: likely, and nothing more.
  if (cue.why === 'other-year' && year !== undefined)
    return [{ span: { start: `${year}-12-31`, end: `${year}-12-31`, grain: 'year' }, how: 'guess' }];
  return [];
}

const STOPS = ['，', '。', '；', '！', '\n'];

/** The part of the sentence the phrase stands in, as offsets. */
export function partAt(title: string, from: number, to: number): { readonly start: number; readonly end: number } {
  const start = Math.max(...STOPS.map((mark) => (from === 0 ? 0 : title.lastIndexOf(mark, from - 1) + 1)));
  const ends = STOPS.map((mark) => title.indexOf(mark, to)).filter((at) => at >= 0);
  return { start, end: Math.min(title.length, ...ends) };
}

/** What a milestone for the phrase is called. */
export function partAround(title: string, from: number, to: number): string {
  const { start, end } = partAt(title, from, to);
  return title.slice(start, end).trim();
}
