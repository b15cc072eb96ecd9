// 要点 text → Draft. Every character of the source is in the draft: as text of a node, as its form, or as rest.
import { numbering } from '../model/numbering.ts';
import type { Outline } from '../model/plan.ts';
import { inOrder } from '../model/tree.ts';
import { nest, readBlock } from './blocks.ts';
import { readDeadline } from './deadline.ts';
import { doubts } from './doubts.ts';
import type { Draft, DraftNode, Rest } from './draft.ts';
import { formOf, mannerOf } from './grammar.ts';
import type { Seen } from './item.ts';
import { deviations, differing, flat, mannerSeen } from './manner.ts';
import type { ReadNode, Standing } from './manner.ts';
import { readNumeral } from './marks.ts';
import { inked, lineAt, openPage } from './page.ts';
import type { Page, Stretch } from './page.ts';
import { sketch } from './sketch.ts';
import { structureOf } from './structure.ts';

export function parse(text: string): Draft {
  const page = openPage(text);
  const { roots, title, preamble, around, gaps } = readPage(page);
  const year = yearOf(title, preamble);
  const own: Seen = { ...mannerSeen(roots), ...(restarts(roots) && { items: 'restart' }) };
  const children = finish(page, roots, own, year);
  const numbered = flat(children).filter((node) => node.kind !== 'clause');
  const odd = numbered.some((node) => node.form?.['number'] !== undefined);
  const form = formOf({ ...differing(around), ...own, ...(odd && { numbers: String(numbered.length) }) });
  const rest = gaps.flatMap((gap) => restIn(page, gap));
  const unclosed = flat(roots).flatMap((node) => node.unclosed.map((at) => lineAt(page, at)));
  const warnings = doubts({ title, year, children, rest, unclosed });
  return { source: page.source, title, year, preamble, form, children, warnings, rest };
}

interface Reading {
  readonly title: string;
  readonly preamble: string;
  readonly roots: readonly ReadNode[];
  /** What stands around title and preamble, and at both ends. */
  readonly around: Pick<Seen, 'eol' | 'start' | 'afterTitle' | 'afterPreamble' | 'end'>;
  /** What stands between the paragraphs. */
  readonly gaps: readonly Stretch[];
}

/** Cuts the page into paragraphs and the gaps between them, so that nothing is left out. */
function readPage(page: Page): Reading {
  const { source, eol, lines } = page;
  const { title, preamble, blocks } = structureOf(lines);
  const nodes = blocks.map((block) => readBlock(page, block));
  const top = title === undefined ? undefined : inked(page, title, title);
  const intro = preamble && inked(page, ...preamble);
  const bodies = nodes.map((node): Stretch => ({ start: node.start - node.indent.length, end: node.end }));
  const pieces = [top, intro, ...bodies].filter((piece) => piece !== undefined);
  const gaps = [{ end: 0 }, ...pieces].map(({ end }, i): Stretch => ({
    start: end,
    end: pieces[i]?.start ?? source.length,
  }));
  const between = gaps.map((gap) => source.slice(gap.start, gap.end));
  /** What stands behind a piece; behind the last stands the document's end. */
  const after = (i: number): string | undefined => (i === pieces.length - 1 ? undefined : between[i + 1]);
  const words = (piece: Stretch | undefined): string => (piece ? source.slice(piece.start, piece.end) : '');
  return {
    title: words(top),
    preamble: words(intro),
    roots: nest(nodes.map((node, i) => ({ ...node, tail: after(pieces.length - bodies.length + i) }))),
    around: {
      eol,
      start: between[0]!,
      ...pick('afterTitle', top && after(0)),
      ...pick('afterPreamble', intro && after(top ? 1 : 0)),
      end: pieces.length > 0 ? between.at(-1)! : '',
    },
    gaps,
  };
}

function pick<K extends string>(key: K, value: string | undefined): { [k in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [k in K]: string });
}

/** The plan's year as its head says it. */
function yearOf(title: string, preamble: string): number | undefined {
  for (const text of [title, preamble]) {
    const found = /((?:19|20|21)\d\d)(?=学?年)|([一二][〇○零一二三四五六七八九]{3})年/.exec(text);
    if (found?.[1]) return +found[1];
    if (found?.[2]) return readNumeral(found[2].replaceAll('○', '〇'));
  }
  return undefined;
}

/** Items count anew where most sections after the first begin with item 1. */
function restarts(roots: readonly ReadNode[]): boolean {
  const firsts: number[] = [];
  const visit = (nodes: readonly ReadNode[]): void => {
    const first = nodes.find((node) => node.kind === 'item');
    if (first?.mark) firsts.push(first.mark.number);
    for (const node of nodes) if (node.kind === 'section') visit(node.children);
  };
  visit(roots);
  const later = firsts.slice(1);
  return later.length > 0 && later.filter((number) => number === 1).length * 2 >= later.length;
}

function finish(page: Page, roots: readonly ReadNode[], own: Seen, year: number | undefined): readonly DraftNode[] {
  const manner = mannerOf(formOf(own));
  const indices = count(roots, own);
  const one = (node: ReadNode, standing?: Standing): DraftNode => {
    const { kind, title, start, end, roles, mark } = node;
    const index = indices.get(node)!;
    return {
      kind,
      title,
      line: lineAt(page, start),
      start,
      end,
      number: mark?.number ?? (kind === 'clause' ? 0 : index),
      marked: mark !== undefined,
      roles,
      deadline: roles.time === undefined ? null : readDeadline(roles.time, year),
      form: deviations(node, manner, index, standing),
      children: kind === 'item' ? clauses(node) : node.children.map((child) => one(child)),
    };
  };
  const clauses = (item: ReadNode): readonly DraftNode[] => {
    const titled = item.seen.untitled === undefined;
    const amongMarked = item.children.some((clause) => clause.mark);
    return item.children.map((clause, i) => one(clause, { first: i === 0, titled, amongMarked }));
  };
  return roots.map((node) => one(node));
}

/** The number each node will be given by counting; clauses count among those with a mark. */
function count(roots: readonly ReadNode[], own: Seen): ReadonlyMap<ReadNode, number> {
  const outline = ({ kind, title, children }: ReadNode): Outline => ({ kind, title, children: children.map(outline) });
  const form = formOf(own);
  const plan = sketch({ title: '', sample: false, preamble: '', ...(form && { form }) }, roots.map(outline));
  const numbers = numbering(plan);
  const ids = inOrder(plan);
  const indices = new Map(flat(roots).map((node, i) => [node, numbers.get(ids[i]!)!.index]));
  for (const node of flat(roots).filter(({ kind }) => kind === 'item'))
    node.children.filter(({ mark }) => mark).forEach((clause, i) => indices.set(clause, i + 1));
  return indices;
}

/** The lines of a gap that hold text. */
function restIn(page: Page, { start, end }: Stretch): readonly Rest[] {
  let at = start;
  return page.source
    .slice(start, end)
    .split('\n')
    .flatMap((line) => {
      const rest: Rest = { line: lineAt(page, at), text: line.trim() };
      at += line.length + 1;
      return rest.text ? [rest] : [];
    });
}
