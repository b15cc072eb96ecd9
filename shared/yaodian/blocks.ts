// Blocks of lines → nodes as they were read, nested. Does not know yet what is usual in the document.
import { cutItem } from './item.ts';
import type { ReadNode } from './manner.ts';
import { inked } from './page.ts';
import type { Page } from './page.ts';
import { readRoles } from './roles.ts';
import type { Block } from './structure.ts';

/** `children` of a section are added by `nest`. */
export function readBlock(page: Page, block: Block): ReadNode {
  const { start, end } = inked(page, block.first, block.last);
  const shape = {
    start,
    depth: block.depth,
    mark: block.mark,
    indent: page.source.slice(page.starts[block.first], start),
  };
  const from = start + (block.mark?.raw.length ?? 0);
  if (block.kind === 'section') return readSection(page, shape, from, end);
  const marked = block.marked.map((line) => inked(page, line, line).start - from);
  return readItem(page, shape, from, end, marked);
}

type Shape = Pick<ReadNode, 'start' | 'depth' | 'mark' | 'indent'>;

const NOBODY = readRoles('');

/** A heading up to its stop; what stands behind a 。 in its middle belongs to no node. */
function readSection(page: Page, shape: Shape, from: number, end: number): ReadNode {
  const line = page.source.slice(from, end);
  const full = line.indexOf('。');
  const title = full >= 0 ? line.slice(0, full) : line.replace(/：$/, '');
  const stop = line.slice(title.length);
  const alone = stop.length > 1 ? '' : stop;
  return {
    ...shape,
    kind: 'section',
    title,
    end: from + title.length + alone.length,
    bracket: '',
    roles: NOBODY,
    seen: { alone },
    children: [],
    unclosed: [],
    tail: undefined,
  };
}

function readItem(page: Page, shape: Shape, from: number, end: number, marked: readonly number[]): ReadNode {
  const cut = cutItem(page.source.slice(from, end), marked);
  const children = cut.clauses.map(({ start, end, text, mark, bracket, seen }): ReadNode => ({
    kind: 'clause',
    title: text,
    start: from + start,
    end: from + end,
    depth: 0,
    mark,
    indent: '',
    bracket,
    roles: readRoles(bracket),
    seen,
    children: [],
    unclosed: [],
    tail: undefined,
  }));
  const { title, bracket, seen, unclosed } = cut;
  const roles = readRoles(bracket);
  const open = unclosed.map((at) => from + at);
  return { ...shape, kind: 'item', title, end, bracket, roles, seen, children, unclosed: open, tail: undefined };
}

/** Sections take in what follows, until a section of their own depth or above. */
export function nest(paragraphs: readonly ReadNode[]): readonly ReadNode[] {
  const roots: ReadNode[] = [];
  const open: { readonly depth: number; readonly children: ReadNode[] }[] = [];
  for (const paragraph of paragraphs) {
    const children = [...paragraph.children];
    const { kind, depth } = paragraph;
    if (kind === 'section') while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    (open.at(-1)?.children ?? roots).push({ ...paragraph, children });
    if (kind === 'section') open.push({ depth, children });
  }
  return roots;
}
