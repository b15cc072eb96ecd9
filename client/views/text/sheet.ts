// The official text as paragraphs of pieces: precisely the characters of `writeParts`, each knowing where it stands in the whole,
// plus empty places for what has no words yet. Pure; draws nothing.
import { formGet } from '../../../shared/yaodian/grammar.ts';
import { writeParts } from '../../../shared/yaodian/write.ts';
import type { TextPart } from '../../../shared/yaodian/write.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Id, Node, Office, Plan } from '../../../shared/model/plan.ts';
import { childrenOf, parentOf } from '../../../shared/model/tree.ts';
import type { Role } from '../../../shared/ops/change.ts';

/** What can be typed into: a node's title, the plan's title (ROOT) or its preamble. */
export const PREAMBLE = 'preamble';
export type TextKey = Id;

export interface Piece {
  readonly key: string;
  readonly part: TextPart['part'];
  readonly text: string;
  /** Where it begins in the official text. */
  readonly from: number;
  readonly node?: Id;
  /** The field that edits it. */
  readonly field?: TextKey;
}

export interface Paragraph {
  readonly key: string;
  readonly kind: 'title' | 'preamble' | 'section' | 'item' | 'clause' | 'rest';
  readonly node?: Id;
  readonly pieces: readonly Piece[];
}

export interface Sheet {
  /** The official text itself. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Nodes in reading order: what the arrow keys walk through. */
  readonly order: readonly Id[];
}

export function sheetOf(plan: Plan): Sheet {
  const parts = writeParts(plan);
  const text = parts.map((part) => part.text).join('');
  const pieces = withPlaces(plan, piecesOf(parts));
  const paragraphs = paragraphsOf(plan, pieces);
  const order = [...new Set(pieces.flatMap(({ node }) => node ?? []))];
  return { text, paragraphs, order };
}

function piecesOf(parts: readonly TextPart[]): Piece[] {
  const counts = new Map<string, number>();
  let from = 0;
  return parts.map(({ node, part, text }) => {
    const name = `${node ?? ''} ${part}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    const field = part === 'text' ? node : part === 'title' ? ROOT : part === 'preamble' ? PREAMBLE : undefined;
    const piece = { key: `${name} ${count}`, part, text, from, ...(node && { node }), ...(field && { field }) };
    from += text.length;
    return piece;
  });
}

/** Empty fields where a title, a preamble or a node has no words yet: they can be clicked and typed into, and are no text. */
function withPlaces(plan: Plan, pieces: Piece[]): Piece[] {
  const found = [...pieces];
  const has = (field: TextKey): boolean => found.some((piece) => piece.field === field);
  const put = (at: number, field: TextKey, part: Piece['part'], node?: Id): void => {
    const from = found[at]?.from ?? endOf(found);
    found.splice(at, 0, { key: `${node ?? ''} ${part} 0`, part, text: '', from, field, ...(node && { node }) });
  };
  if (!has(ROOT)) put(0, ROOT, 'title');
  if (!has(PREAMBLE)) put(afterTitle(found), PREAMBLE, 'preamble');
  const visit = (parent: Id): void => {
    for (const id of childrenOf(plan, parent)) {
      const node = plan.nodes.get(id)!;
      if (node.kind === 'task' || node.kind === 'milestone') continue;
      if (!has(id) && !isUntitled(plan, node)) put(placeFor(plan, found, id), id, 'text', id);
      visit(id);
    }
  };
  visit(ROOT);
  return found;
}

function endOf(pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  return last ? last.from + last.text.length : 0;
}

function afterTitle(pieces: readonly Piece[]): number {
  const at = pieces.findIndex(({ field }) => field === ROOT);
  return pieces[at + 1]?.part === 'space' && /[\n\r]/.test(pieces[at + 1]!.text) ? at + 2 : at + 1;
}

/** The title of such an item is the beginning of its first clause and is not written by itself. */
function isUntitled(plan: Plan, node: Node): boolean {
  return (
    node.kind === 'item' &&
    formGet(node.form, 'untitled') === node.title &&
    childrenOf(plan, node.id).some(
      (id) => plan.nodes.get(id)!.kind === 'clause' && plan.nodes.get(id)!.title.trim() !== '',
    )
  );
}

/** Behind its own mark; else behind whatever is written before it. */
function placeFor(plan: Plan, pieces: readonly Piece[], id: Id): number {
  const mark = pieces.findLastIndex(({ node, part }) => node === id && (part === 'mark' || part === 'space'));
  if (mark >= 0) return mark + 1;
  const own = pieces.findIndex(({ node }) => node === id);
  if (own >= 0) return own;
  for (let before: Id | undefined = id; before !== undefined;) {
    const parent: Id = parentOf(plan, before);
    const siblings = childrenOf(plan, parent);
    const above = siblings.slice(0, siblings.indexOf(before)).reverse();
    for (const sibling of above) {
      const last = pieces.findLastIndex(
        ({ node }) => node !== undefined && (node === sibling || isBelow(plan, node, sibling)),
      );
      if (last >= 0) return last + 1;
    }
    const head = pieces.findLastIndex(({ node }) => node === parent);
    if (head >= 0) return head + 1;
    before = parent === ROOT ? undefined : parent;
  }
  const preamble = pieces.findIndex(({ field }) => field === PREAMBLE);
  return preamble < 0 ? pieces.length : preamble + 1 + Number(/[\n\r]/.test(pieces[preamble + 1]?.text ?? ''));
}

function isBelow(plan: Plan, id: Id, above: Id): boolean {
  for (let at: Id = id; plan.nodes.has(at); at = parentOf(plan, at)) if (at === above) return true;
  return false;
}

/** A paragraph ends where the text breaks the line; a section, an item and the plan's own fields always begin one. */
function paragraphsOf(plan: Plan, pieces: readonly Piece[]): Paragraph[] {
  const found: { key: string; kind: Paragraph['kind']; node?: Id; pieces: Piece[] }[] = [];
  let open = false;
  for (const piece of pieces) {
    const kind = kindOf(plan, piece);
    const last = found.at(-1);
    const heads = kind !== undefined && kind !== 'clause';
    const begins = !open || !last || (heads && (piece.node !== last.node || kind !== last.kind));
    if (begins && !(piece.part === 'space' && last && !kind)) {
      found.push({
        key: `${kind ?? 'rest'} ${piece.key}`,
        kind: kind ?? 'rest',
        ...(piece.node && { node: piece.node }),
        pieces: [piece],
      });
    } else if (last) last.pieces.push(piece);
    open = !(piece.part === 'space' && /[\n\r]/.test(piece.text));
  }
  return found;
}

function kindOf(plan: Plan, { part, node }: Piece): Paragraph['kind'] | undefined {
  if (part === 'title' || part === 'preamble') return part;
  const kind = node === undefined ? undefined : plan.nodes.get(node)?.kind;
  return kind === 'section' || kind === 'item' || kind === 'clause' ? kind : undefined;
}

/** A role bracket cut at the names it holds. */
export interface Run {
  readonly text: string;
  readonly office?: Id;
  readonly role?: Role;
}

export function bracketRuns(plan: Plan, node: Node, bracket: string): readonly Run[] {
  const names = (['lead', 'assist'] as const).flatMap((role) =>
    [...node[role].keys()].flatMap((id) => namesOf(plan.offices.get(id)).map((name) => ({ name, office: id, role }))),
  );
  const runs: Run[] = [];
  let at = 0;
  while (at < bracket.length) {
    const next = names
      .map((each) => ({ ...each, from: bracket.indexOf(each.name, at) }))
      .filter(({ from }) => from >= 0)
      // The earliest; of two that begin together, the longer.
      .sort((a, b) => a.from - b.from || b.name.length - a.name.length)[0];
    if (!next) break;
    if (next.from > at) runs.push({ text: bracket.slice(at, next.from) });
    runs.push({ text: next.name, office: next.office, role: next.role });
    at = next.from + next.name.length;
  }
  if (at < bracket.length) runs.push({ text: bracket.slice(at) });
  return runs;
}

function namesOf(office: Office | undefined): readonly string[] {
  return office ? [office.name, ...office.aliases].filter(Boolean) : [];
}
