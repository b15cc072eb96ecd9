// Which manner a document is written in, by majority, and how each of its nodes differs from it. Mirrors what the writer falls back to.
import type { Form } from '../model/plan.ts';
import { formOf, USUAL, usualAlone, usualBare, usualGap, usualMark, usualStop } from './grammar.ts';
import type { FormKey, Manner } from './grammar.ts';
import type { Seen } from './item.ts';
import { writeMark } from './marks.ts';
import type { Mark } from './marks.ts';
import type { Roles } from './roles.ts';
import { roleStyle, writeRoles } from './rolewrite.ts';

/** A node as it was read, before it is known what is usual. */
export interface ReadNode {
  readonly kind: 'section' | 'item' | 'clause';
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly mark: Mark | undefined;
  /** A clause that begins a line set apart, by a mark or as a point of a list. */
  readonly apart?: boolean;
  /** White space before the mark; '' for a clause. */
  readonly indent: string;
  readonly bracket: string;
  readonly roles: Roles;
  readonly seen: Seen;
  readonly children: readonly ReadNode[];
  /** Offsets of role brackets that never close. */
  readonly unclosed: readonly number[];
  /** What stands between this paragraph and the next; undefined for the last, and for a clause. */
  readonly tail: string | undefined;
  /** 目标/成果, from a table's column. */
  readonly deliverable: string | undefined;
}

/** The document's own manner where it is not the usual one. */
export function mannerSeen(roots: readonly ReadNode[]): Seen {
  const all = flat(roots);
  const heads = all.filter((node) => node.kind !== 'clause');
  const items = all.filter((node) => node.kind === 'item');
  const sample = (nodes: readonly ReadNode[]): string | undefined => most(nodes.map((node) => node.mark?.sample ?? ''));
  const plain = (item: ReadNode, first: boolean): readonly ReadNode[] =>
    first && item.seen.untitled !== undefined
      ? []
      : item.children.filter((clause, i) => !clause.mark && first === (i === 0));
  const led = all.filter((node) => node.kind === 'clause' && node.bracket !== '');
  return differing({
    indent: most(heads.map((node) => node.indent)),
    section: sample(heads.filter((node) => node.kind === 'section' && node.depth === 0)),
    subsection: sample(heads.filter((node) => node.kind === 'section' && node.depth > 0)),
    item: sample(items),
    stop: most(items.flatMap((item) => item.seen.stop ?? [])),
    gap: most(items.flatMap((item) => plain(item, true).map((clause) => clause.seen.gap ?? ''))),
    join: most(items.flatMap((item) => plain(item, false).map((clause) => clause.seen.gap ?? ''))),
    inner: most(led.map((node) => node.seen.inner ?? '')),
    outer: most(led.flatMap((node) => node.seen.outer ?? [])),
    last: most(led.flatMap((node) => node.seen.last ?? [])),
    bracket: usualBracket(all.map((node) => node.bracket).filter((bracket) => bracket !== '')),
  });
}

/** The nodes and all below them, in reading order. */
export function flat<T extends { readonly children: readonly T[] }>(nodes: readonly T[]): readonly T[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

/** The value met most often, the first of equals. */
function most(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | undefined;
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value;
  return best;
}

/** Without what is usual anyway. */
export function differing(seen: { readonly [K in keyof typeof USUAL]?: string | undefined }): Seen {
  const kept: Seen = {};
  for (const [key, value] of Object.entries(seen) as [keyof typeof USUAL, string | undefined][])
    if (value !== undefined && value !== USUAL[key]) kept[key] = value;
  return kept;
}

/** The words of most brackets; with the words for assisting offices, if one of them has any. */
function usualBracket(brackets: readonly string[]): string | undefined {
  const leading = (style: string): string => writeRoles(style, ['甲'], []);
  const styles = new Map([...new Set(brackets)].map((bracket) => [bracket, roleStyle(bracket)]));
  const leads = new Map([...new Set(styles.values())].map((style) => [style, leading(style)]));
  const best = most(brackets.map((bracket) => leads.get(styles.get(bracket)!)!).filter((style) => style !== ''));
  const full = [...leads].find(([style, lead]) => lead === best && style !== best)?.[0] ?? best;
  return full === leading(USUAL.bracket) ? USUAL.bracket : full;
}

/** Where a clause stands: first in its item, below a written title, beside clauses with marks. */
export interface Standing {
  readonly first: boolean;
  readonly titled: boolean;
  readonly amongMarked: boolean;
}

/** What the node's form keeps; `index` is what counting gives it, `standing` is a clause's. */
export function deviations(node: ReadNode, manner: Manner, index: number, standing?: Standing): Form | undefined {
  const kept: Partial<Record<FormKey, string>> = {};
  const keep = (key: FormKey, value: string | undefined, usual: string): void => {
    if (value !== undefined && value !== usual) kept[key] = value;
  };
  const sample = node.mark?.sample ?? '';
  if (node.mark && writeMark(sample, index) !== node.mark.raw) kept.number = node.mark.numeral;
  if (node.bracket !== '')
    keep('bracket', node.bracket, writeRoles(manner.bracket, node.roles.lead, node.roles.assist));
  if (standing) {
    if (standing.amongMarked) kept.mark = sample;
    keep('gap', node.seen.gap, usualGap(manner, standing.first, standing.titled, sample !== ''));
    if (node.bracket) keep('inner', node.seen.inner, manner.inner);
    keep('outer', node.seen.outer, manner.outer);
    keep('last', node.seen.last, manner.last);
    keep('bare', node.seen.bare, usualBare(node.title));
    return formOf(kept);
  }
  const kind = node.kind === 'section' ? 'section' : 'item';
  keep('indent', node.indent, manner.indent);
  keep('mark', sample, usualMark(manner, kind, node.depth));
  keep('untitled', node.seen.untitled, '\n');
  if (node.bracket) keep('inner', node.seen.inner, '');
  keep('stop', node.seen.stop, usualStop(manner, node.title, node.bracket));
  keep('alone', node.seen.alone, kind === 'section' ? '' : usualAlone(manner, node.title));
  keep(node.tail?.trim() ? 'after' : 'tail', node.tail, '\n');
  return formOf(kept);
}
