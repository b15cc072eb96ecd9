// Who made which difference, as the copy's own revisions say, and where its comments belong. Where the copy says nothing, nothing is said here.
import { ROOT } from '../../model/plan.ts';
import type { Day, Id, Plan } from '../../model/plan.ts';
import { childrenOf } from '../../model/tree.ts';
import { findRoles } from '../../yaodian/rolefind.ts';
import { nodeAround } from '../reading.ts';
import type { Hand, Reading, Remark } from '../reading.ts';
import { plain } from './entries.ts';
import type { Entry } from './entries.ts';

export interface Signature {
  readonly by: string;
  readonly at: Day | undefined;
}

export interface PlacedRemark extends Pick<Remark, 'by' | 'at' | 'words'> {
  readonly node: Id;
  /** What it is about, where that is not the whole node. */
  readonly quote: string;
}

/** `field` is what differs of the entry; `head` is what stands before the first. */
type Sign = (field: string, entry?: Entry) => Partial<Signature>;

export function signaturesIn({ hands = [], source, nodes }: Reading): Sign {
  if (hands.length === 0) return () => ({});
  const first = nodes[0]?.start ?? source.length;
  return (field, entry) => {
    if (!entry) return signed(hands.filter(({ end }) => end <= first));
    if (field === 'bin') return signed(hands.filter((hand) => took(hand, entry)));
    const own = hands.filter((hand) => touches(hand, entry));
    if (field === 'place' || field === 'add') return signed(own);
    const roles = roleOf(source, entry);
    const inRole = (hand: Hand): boolean => roles !== undefined && hand.start >= roles.start && hand.end <= roles.end;
    const meant = own.filter((hand) => inRole(hand) === /^(lead|assist|due)$/.test(field));
    return signed(meant.length > 0 ? meant : own);
  };
}

/** What is left of it in the copy is nothing: the words that went, or whose they were. */
function took({ deleted, ids = [] }: Hand, { id, title }: Entry): boolean {
  if (deleted === undefined) return false;
  if (id !== undefined && ids.includes(id)) return true;
  const words = plain(title);
  return words !== '' && plain(deleted).includes(words);
}

function touches(hand: Hand, { id, node }: Entry): boolean {
  if (!node) return false;
  if (hand.ids && hand.ids.length > 0 && id !== undefined) return hand.ids.includes(id);
  const { start, end, children } = node;
  if (hand.deleted !== undefined)
    return hand.start >= start && hand.start <= end && !children.some((each) => within(hand.start, each));
  const outer = hand.start < end && hand.end > start;
  return outer && !children.some((each) => hand.start >= each.start && hand.end <= each.end);
}

function within(at: number, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return at > start && at < end;
}

function roleOf(source: string, { node }: Entry): { readonly start: number; readonly end: number } | undefined {
  const role = node && findRoles(source.slice(node.start, node.end)).at(-1);
  return role && { start: node.start + role.start, end: node.start + role.end };
}

/** Several hands sign together, on the last day. */
function signed(hands: readonly Hand[]): Partial<Signature> {
  if (hands.length === 0) return {};
  const by = [...new Set(hands.map((hand) => hand.by))].join('、').slice(0, 120);
  const at = hands.reduce((last, hand) => (hand.at > last ? hand.at : last), '');
  return { by, ...(at && { at }) };
}

const QUOTE = 60;

/** Comments at their nodes; without those the plan holds as opinions already. */
export function remarksAt(
  { remarks = [], source }: Reading,
  entries: readonly Entry[],
  idOf: (entry: Entry) => Id | undefined,
  plan: Plan,
): readonly PlacedRemark[] {
  const there = new Set([...plan.records.opinion.values()].map(({ node, by, words }) => `${node} ${by} ${words}`));
  const placed = entries.flatMap((entry) => (entry.node ? [{ entry, ...rangeOf(entry.node) }] : []));
  return remarks.flatMap(({ by, at, words, start, end }): PlacedRemark[] => {
    const hit = nodeAround(placed, { start, end });
    let entry: Entry | undefined = hit?.entry;
    while (entry && !plan.nodes.has(idOf(entry) ?? '')) entry = entry.parent;
    const node = (entry && idOf(entry)) ?? childrenOf(plan, ROOT)[0];
    if (node === undefined) return [];
    const about = source.slice(start, end).trim();
    const quote = about.length > QUOTE || about.length === 0 ? '' : about;
    const said = { node, by, at, words, quote };
    return there.has(`${node} ${by} ${wordsOf(said)}`) ? [] : [said];
  });
}

/** As it is kept: what it is about is quoted before it, as clerks write opinions. */
export function wordsOf({ quote, words }: Pick<PlacedRemark, 'quote' | 'words'>): string {
  return quote ? `“${quote}”：${words}` : words;
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}
