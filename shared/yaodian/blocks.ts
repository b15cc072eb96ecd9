// Blocks of lines → nodes as they were read, nested. Does not know yet what is usual in the document.
import { cutItem } from './item.ts';
import type { Manners } from './item.ts';
import { framedTitle } from './frame.ts';
import type { Block } from './lines.ts';
import type { ReadNode } from './manner.ts';
import { inked } from './page.ts';
import { bulletAt } from './marks.ts';
import type { Mark } from './marks.ts';
import type { Page } from './page.ts';
import { findRoles } from './rolefind.ts';
import { rolesAhead } from './roleopening.ts';
import { readRoles } from './roles.ts';
import type { Roles } from './roles.ts';

/** `children` of a section are added by `nest`. */
export function readBlock(page: Page, block: Block, manners: Manners): ReadNode {
  const { start: inkedAt, end } = inked(page, block.first, block.last);
  const bullet = block.mark ? '' : bulletAt(page.source.slice(inkedAt, inkedAt + 20));
  const start = inkedAt + bullet.length;
  const behind = start + (block.mark?.raw.length ?? 0);
  const words = page.source.slice(behind, Math.min(behind + 40, block.kind === 'section' ? end : Infinity));
  const framed = block.kind === 'item' ? framedTitle(words) : /^【([^【】\n]+)】$/.exec(words)?.[1];
  const mark = block.mark && framed ? { ...block.mark, ...opened(block.mark) } : block.mark;
  const first = framed && !mark ? start + 1 : start;
  const shape = { start: first, depth: block.depth, mark, indent: page.source.slice(page.starts[block.first], first) };
  const from = first + (mark?.raw.length ?? 0);
  if (block.kind === 'section') return readSection(page, shape, from, end, manners);
  const marked = block.marked.map((line) => inked(page, line, line).start - from);
  const own = { ...manners, titled: framed?.length ?? block.hint?.titled };
  return { ...readItem(page, shape, from, end, marked, own), deliverable: block.hint?.deliverable };
}

/** The 【 before a title is part of its mark. */
function opened({ raw, sample }: Mark): Pick<Mark, 'raw' | 'sample'> {
  return { raw: `${raw}【`, sample: `${sample}【` };
}

type Shape = Pick<ReadNode, 'start' | 'depth' | 'mark' | 'indent'>;

const NOBODY = readRoles('');

/** A heading up to its stop, with its roles; what stands behind a 。 in its middle belongs to no node. */
function readSection(page: Page, shape: Shape, from: number, end: number, manners: Manners): ReadNode {
  const rules = manners.headed ? { ...manners.rules, bare: true, habit: true } : { ...manners.rules, bare: false };
  const text = page.source.slice(from, end);
  const unclosed: number[] = [];
  const [found] = findRoles(text, (at) => unclosed.push(from + at), rules);
  const full = text.indexOf('。');
  const led = found !== undefined && (full < 0 || found.start <= full + 2) ? found : undefined;
  const head = text.slice(0, led?.start ?? (full >= 0 ? full : text.length));
  const title = head.replace(/[\s。：:】]+$/, (stop) => (stop.includes('】') && head.includes('【') ? '】' : ''));
  const stop = led ? (/^[。；：:]?/.exec(text.slice(led.end, led.end + 1))?.[0] ?? '') : text.slice(title.length);
  const alone = stop.length > 1 ? '' : stop;
  const bracket = led ? text.slice(led.start, led.end) : '';
  return {
    ...shape,
    kind: 'section',
    title,
    end: from + (led ? led.end : title.length) + alone.length,
    bracket,
    roles: led ? readRoles(bracket, manners.headed ? rules : manners.rules) : NOBODY,
    seen: { ...(led && { inner: text.slice(title.length, led.start) }), alone },
    children: [],
    unclosed,
    tail: undefined,
    deliverable: undefined,
  };
}

function readItem(
  page: Page,
  shape: Shape,
  from: number,
  end: number,
  marked: readonly number[],
  manners: Manners,
): ReadNode {
  const cut = cutItem(page.source.slice(from, end), marked, manners);
  const children = cut.clauses.map(({ start, end, text, mark, apart, bracket, seen }): ReadNode => ({
    kind: 'clause',
    title: text,
    start: from + start,
    end: from + end,
    depth: 0,
    mark,
    apart,
    indent: '',
    bracket,
    roles: rolesOf(bracket, text, manners),
    seen,
    children: [],
    unclosed: [],
    tail: undefined,
    deliverable: undefined,
  }));
  const { title, bracket, seen, unclosed } = cut;
  const roles = rolesOf(bracket, children.length > 0 ? '' : title, manners);
  const open = unclosed.map((at) => from + at);
  return {
    ...shape,
    kind: 'item',
    title,
    end,
    bracket,
    roles,
    seen,
    children,
    unclosed: open,
    tail: undefined,
    deliverable: undefined,
  };
}

function rolesOf(bracket: string, text: string, { rules }: Manners): Roles {
  return (bracket === '' ? rolesAhead(text) : undefined) ?? readRoles(bracket, rules);
}

/** Sections take in what follows, until something of their own depth or above. */
export function nest(paragraphs: readonly ReadNode[]): readonly ReadNode[] {
  const roots: ReadNode[] = [];
  const open: { readonly depth: number; readonly children: ReadNode[] }[] = [];
  for (const paragraph of paragraphs) {
    const children = [...paragraph.children];
    const { kind, depth } = paragraph;
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    (open.at(-1)?.children ?? roots).push({ ...paragraph, children });
    if (kind === 'section') open.push({ depth, children });
  }
  return roots;
}
