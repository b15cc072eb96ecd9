// 要点 text → Draft. Every character of the source is in the draft: as text of a node, as its form, or as rest.
import { numbering } from '../model/numbering.ts';
import type { Outline } from '../model/plan.ts';
import { inOrder } from '../model/tree.ts';
import { nest, readBlock } from './blocks.ts';
import { readDeadline, readSchoolDeadline } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import { digest } from '../model/digest.ts';
import { doubts } from './doubts.ts';
import { toOutline } from './draft.ts';
import type { Draft, DraftNode, Rest } from './draft.ts';
import { formOf, mannerOf } from './grammar.ts';
import { isSchoolYear, rulesOf, yearOf } from './head.ts';
import { firstSentence } from './item.ts';
import type { Seen } from './item.ts';
import type { Block, Hint, LineHint } from './lines.ts';
import { deviations, differing, flat, mannerSeen } from './manner.ts';
import type { ReadNode, Standing } from './manner.ts';
import { inked, lineAt, openPage, pageOf } from './page.ts';
import type { Page, Stretch } from './page.ts';
import type { RoleRules } from './roles.ts';
import { areOffices } from './rolesentence.ts';
import { shareTrailing } from './sharing.ts';
import { sketch } from './sketch.ts';
import { structureOf } from './structure.ts';
import { tidy } from './tidy.ts';
import { write } from './write.ts';

/** `known` is what a carrier says of the lines, counted from 0. Never throws. */
export function parse(text: string, known: ReadonlyMap<number, LineHint> = new Map()): Draft {
  const carried = openPage(text);
  const plain = tidy(carried, known);
  const page = plain.text === carried.source ? carried : pageOf(plain.text, '\n');
  const rules = rulesOf(page.source);
  const { roots, title, preamble, around, gaps } = readPage(page, plain.hints, rules, carried.eol);
  const stated = yearOf(title, preamble);
  const year = stated ?? yearOf(around.start ?? '', around.afterTitle ?? '', around.end ?? '');
  const own: Seen = { ...mannerSeen(roots), ...(restarts(roots) && { items: 'restart' }), ...ruled(rules) };
  const back: Back = {
    lineOf: (offset) => lineAt(carried, plain.sourceOf(offset)),
    range: page === carried ? (start, end) => [start, end] : plain.sourceRange,
  };
  const dated = (time: string): Deadline =>
    year !== undefined && isSchoolYear(title) ? readSchoolDeadline(time, year) : readDeadline(time, year);
  const children = finish(roots, own, dated, back);
  const numbered = flat(children).filter((node) => node.kind !== 'clause');
  const odd = numbered.some((node) => node.form?.['number'] !== undefined);
  const form = formOf({ ...differing(around), ...own, ...(odd && { numbers: String(numbered.length) }) });
  const rest = [...gaps.flatMap((gap) => restIn(page, gap, back)), ...plain.rest].sort((a, b) => a.line - b.line);
  const unclosed = flat(roots).flatMap((node) => node.unclosed.map(back.lineOf));
  const warnings = doubts({ title, year, guessed: stated === undefined, children, rest, unclosed, plain, rules });
  const draft: Draft = { source: carried.source, title, year, preamble, form, children, warnings, rest };
  return kept(draft, carried);
}

/** What the writer would not give back byte for byte is kept whole beside its plan. */
function kept(draft: Draft, { source, eol }: Page): Draft {
  const { meta, children } = toOutline(draft);
  const written = write(sketch(meta, children));
  if (written === (eol === '\n' ? source : source.replaceAll('\n', eol))) return draft;
  const raw = formOf({ wrote: digest(written), raw: source });
  return { ...draft, form: { ...draft.form, ...raw } };
}

function ruled({ first, bare }: RoleRules): Seen {
  return first || bare ? { rule: [first && 'first', bare && 'bare'].filter(Boolean).join(' ') } : {};
}

/** From the tidy text back to the text as it was carried. */
interface Back {
  readonly lineOf: (offset: number) => number;
  readonly range: (start: number, end: number) => readonly [start: number, end: number];
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
function readPage(page: Page, hints: ReadonlyMap<number, Hint>, rules: RoleRules, eol: Page['eol']): Reading {
  const { source, lines } = page;
  const { title, preamble, blocks } = structureOf(lines, hints, rules);
  const manners = { rules, untitled: beginsWithText(page, blocks, rules), headed: headsNameOffices(page, blocks) };
  const nodes = blocks.map((block) => readBlock(page, block, manners));
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
    roots: shareTrailing(nest(nodes.map((node, i) => ({ ...node, tail: after(pieces.length - bodies.length + i) })))),
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

/** Most headings close with a bracket of offices: 一、德育工作（政教处）. */
function headsNameOffices(page: Page, blocks: readonly Block[]): boolean {
  const heads = blocks.filter(({ kind }) => kind === 'section').map(({ first }) => page.lines[first]!.trim());
  const named = heads.filter((head) => {
    const [, inside] = /[（(]([^（()）：:\d《》“”]{2,40})[)）]$/.exec(head) ?? [];
    return inside !== undefined && areOffices(inside);
  });
  return named.length >= 2 && named.length * 2 >= heads.length;
}

/** Where most items begin with a long sentence, the first 。 closes no title. */
function beginsWithText(page: Page, blocks: readonly Block[], rules: RoleRules): boolean {
  const firsts = blocks.flatMap((block) => {
    if (block.kind === 'section' || block.hint?.titled !== undefined) return [];
    const { start, end } = inked(page, block.first, block.last);
    return firstSentence(page.source.slice(start + (block.mark?.raw.length ?? 0), end), rules) ?? [];
  });
  const long = firsts.filter((words) => words.length > 26 && words.includes('，')).length;
  return firsts.length > 0 && long * 2 > firsts.length;
}

function pick<K extends string>(key: K, value: string | undefined): { [k in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [k in K]: string });
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

function finish(
  roots: readonly ReadNode[],
  own: Seen,
  dated: (time: string) => Deadline,
  back: Back,
): readonly DraftNode[] {
  const manner = mannerOf(formOf(own));
  const indices = count(roots, own);
  const one = (node: ReadNode, standing?: Standing): DraftNode => {
    const { kind, title, start, end, roles, mark } = node;
    const index = indices.get(node)!;
    const [from, to] = back.range(start, end);
    return {
      kind,
      title,
      line: back.lineOf(start),
      start: from,
      end: to,
      number: mark?.number ?? (kind === 'clause' ? 0 : index),
      marked: mark !== undefined,
      roles,
      deadline: roles.time === undefined ? null : dated(roles.time),
      form: deviations(node, manner, index, standing),
      ...(node.deliverable && { deliverable: node.deliverable }),
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
function restIn(page: Page, { start, end }: Stretch, back: Back): readonly Rest[] {
  let at = start;
  return page.source
    .slice(start, end)
    .split('\n')
    .flatMap((line) => {
      const words = line.trim();
      const rest: Rest = { line: back.lineOf(at + line.length - line.trimStart().length), text: words };
      at += line.length + 1;
      return rest.text ? [rest] : [];
    });
}
