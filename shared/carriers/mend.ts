// What a person may change of a reading before it becomes a plan. Pure: each mend gives the reading after it, or undefined where it makes no sense.
import type { Day, Kind, People, Span } from '../model/plan.ts';
import { ROOT } from '../model/plan.ts';
import { mayHold, usualChild } from '../model/tree.ts';
import { readDeadline } from '../yaodian/deadline.ts';
import { findRoles } from '../yaodian/rolefind.ts';
import { readRoles } from '../yaodian/roles.ts';
import { dueOf } from './draft.ts';
import type { ReadNode, Reading } from './reading.ts';

/** What is written beside a node's own words: what it yields, what stands in its way, remarks. */
export const BESIDE = ['deliverable', 'issue', 'note'] as const;
export type Beside = (typeof BESIDE)[number];

export type Mend =
  | { readonly do: 'entitle'; readonly title: string }
  | { readonly do: 'year'; readonly year: number | undefined }
  | { readonly do: 'retitle'; readonly key: string; readonly title: string }
  | { readonly do: 'kind'; readonly key: string; readonly kind: Kind }
  | {
      readonly do: 'offices';
      readonly key: string;
      readonly role: 'lead' | 'assist';
      readonly names: readonly string[];
    }
  | { readonly do: 'person'; readonly key: string; readonly who: keyof People; readonly name: string }
  | { readonly do: 'beside'; readonly key: string; readonly what: Beside; readonly words: string }
  | { readonly do: 'due'; readonly key: string; readonly words: string }
  | { readonly do: 'span'; readonly key: string; readonly span: Span | undefined }
  /** The days that both their words state become bars, for all nodes that have such words. */
  | { readonly do: 'dates' }
  /** One level down or up; what follows hangs where its own level says, as in any outline. */
  | { readonly do: 'level'; readonly key: string; readonly by: 1 | -1 }
  | { readonly do: 'swap'; readonly key: string; readonly by: 1 | -1 }
  | { readonly do: 'split'; readonly key: string; readonly at: number }
  /** With the line before it. */
  | { readonly do: 'merge'; readonly key: string }
  /** Out of the tree: its words are kept as what belongs to no node. */
  | { readonly do: 'out'; readonly key: string }
  /** A line that was left out becomes a node where it stands. */
  | { readonly do: 'in'; readonly line: number };

export function mend(reading: Reading, what: Mend): Reading | undefined {
  switch (what.do) {
    case 'entitle':
      return what.title === reading.title ? undefined : { ...reading, title: what.title, mended: true };
    case 'year':
      return what.year === reading.year ? undefined : { ...reading, year: what.year, mended: true };
    case 'in':
      return takenIn(reading, what.line);
    case 'out': {
      const lines = linesOf(reading.nodes);
      const at = lines.findIndex(({ node }) => node.key === what.key);
      if (at < 0) return undefined;
      const { line, start, end, title } = lines[at]!.node;
      const rest = [...reading.rest, { line, text: ownText(reading, start, end) || title }];
      return withLines({ ...reading, rest: rest.sort((a, b) => a.line - b.line) }, cut(lines, at, 1));
    }
    default:
      return withLines(reading, mendedLines(reading, what));
  }
}

/** A node without what hangs below it, and how deep it stands. */
interface Line {
  readonly node: ReadNode;
  readonly depth: number;
}

type LineMend = Exclude<Mend, { do: 'entitle' | 'year' | 'in' | 'out' }>;

function mendedLines(reading: Reading, what: LineMend): readonly Line[] | undefined {
  const lines = linesOf(reading.nodes);
  if (what.do === 'dates') {
    const dated = lines.map((line) => ({ ...line, node: onDays(line.node) }));
    return dated.some(({ node }, at) => node !== lines[at]!.node) ? dated : undefined;
  }
  const at = lines.findIndex(({ node }) => node.key === what.key);
  if (at < 0) return undefined;
  const { node, depth } = lines[at]!;
  const put = (change: Partial<ReadNode>): readonly Line[] =>
    cut(lines, at, 1, { node: { ...node, ...change }, depth });
  switch (what.do) {
    case 'retitle':
      return what.title === node.title ? undefined : put({ title: what.title });
    case 'kind':
      return what.kind === node.kind ? undefined : put({ kind: what.kind });
    case 'offices':
      return put({ [what.role]: what.names });
    case 'person': {
      const { [what.who]: _, ...others } = node.people ?? {};
      const people: People = what.name ? { ...others, [what.who]: what.name } : others;
      return cut(lines, at, 1, {
        node: without(node, 'people', Object.keys(people).length > 0 ? people : undefined),
        depth,
      });
    }
    case 'beside': {
      const words = what.words.trim();
      if (words === (node[what.what] ?? '')) return undefined;
      return cut(lines, at, 1, { node: without(node, what.what, words || undefined), depth });
    }
    case 'due':
      return cut(lines, at, 1, { node: withDue(node, what.words.trim(), reading.year), depth });
    case 'span':
      return cut(lines, at, 1, { node: without(node, 'span', what.span), depth });
    case 'level':
      return levelled(lines, at, what.by);
    case 'swap':
      return swapped(lines, at, what.by);
    case 'split': {
      const [first, second] = [node.title.slice(0, what.at).trim(), node.title.slice(what.at).trim()];
      if (!first || !second) return undefined;
      // Both keep who was named: the bracket stood at the end of both.
      const { id: _, form: __, note: ___, ...copy } = node;
      const made: ReadNode = { ...copy, key: freshKey(lines, node.key), title: second, number: 0, marked: false };
      return cut(lines, at, 1, { node: { ...node, title: first }, depth }, { node: made, depth });
    }
    case 'merge': {
      const before = lines[at - 1];
      if (!before) return undefined;
      return cut(lines, at - 1, 2, { node: joined(before.node, node), depth: before.depth });
    }
  }
}

/** The lines with `count` of them from `at` replaced. */
function cut(lines: readonly Line[], at: number, count: number, ...made: readonly Line[]): readonly Line[] {
  return [...lines.slice(0, at), ...made, ...lines.slice(at + count)];
}

function linesOf(nodes: readonly ReadNode[], depth = 0): readonly Line[] {
  return nodes.flatMap((node) => [{ node, depth }, ...linesOf(node.children, depth + 1)]);
}

/** Undefined where no plan can hold the lines so. */
function withLines(reading: Reading, lines: readonly Line[] | undefined): Reading | undefined {
  if (!lines) return undefined;
  const nodes = treeOf(lines);
  return nodes && { ...reading, nodes, mended: true };
}

type Open = { -readonly [K in keyof ReadNode]: ReadNode[K] } & { children: ReadNode[] };

/** The tree by depth, as an outline is read: nothing stands more than one level below what is above it, and each kind fits its parent. */
function treeOf(lines: readonly Line[]): readonly ReadNode[] | undefined {
  const roots: ReadNode[] = [];
  const open: Open[] = [];
  for (const { node, depth } of lines) {
    let level = Math.min(depth, open.length);
    let kind: Kind | undefined;
    // Below a milestone nothing hangs: then beside it.
    for (; level >= 0 && kind === undefined; level--) kind = kindUnder(open[level - 1]?.kind ?? ROOT, node.kind);
    level++;
    if (kind === undefined) return undefined;
    const made: Open = { ...node, kind, children: [] };
    (open[level - 1]?.children ?? roots).push(made);
    open.length = level;
    open.push(made);
  }
  return roots;
}

function kindUnder(above: Kind | typeof ROOT, wish: Kind): Kind | undefined {
  if (mayHold(above, wish)) return wish;
  return above === ROOT ? 'item' : usualChild(above);
}

/** What a node may be where it stands. */
export function kindsUnder(above: Kind | undefined): readonly Kind[] {
  return (['section', 'item', 'clause', 'task', 'milestone'] as const).filter((kind) => mayHold(above ?? ROOT, kind));
}

function levelled(lines: readonly Line[], at: number, by: 1 | -1): readonly Line[] | undefined {
  const { node, depth } = lines[at]!;
  const now = depth + by;
  if (now < 0 || (by > 0 && (at === 0 || lines[at - 1]!.depth < depth))) return undefined;
  const peer = lines.find((line) => line.depth === now && line.node !== node);
  return cut(lines, at, 1, {
    node: { ...node, kind: peer?.node.kind ?? (now === 0 ? 'section' : node.kind) },
    depth: now,
  });
}

/** A branch with the branch of its sibling. */
function swapped(lines: readonly Line[], at: number, by: 1 | -1): readonly Line[] | undefined {
  const { depth } = lines[at]!;
  const endOf = (from: number): number => {
    const next = lines.findIndex((line, i) => i > from && line.depth <= depth);
    return next < 0 ? lines.length : next;
  };
  const end = endOf(at);
  if (by > 0) {
    if (lines[end]?.depth !== depth) return undefined;
    return [
      ...lines.slice(0, at),
      ...lines.slice(end, endOf(end)),
      ...lines.slice(at, end),
      ...lines.slice(endOf(end)),
    ];
  }
  const before = lines.findLastIndex((line, i) => i < at && line.depth <= depth);
  if (lines[before]?.depth !== depth) return undefined;
  return [...lines.slice(0, before), ...lines.slice(at, end), ...lines.slice(before, at), ...lines.slice(end)];
}

function joined(first: ReadNode, second: ReadNode): ReadNode {
  const glue = first.title && !/[。；，、：！？.;,:]$/.test(first.title) && second.title ? '。' : '';
  const lead = [...new Set([...first.lead, ...second.lead])];
  const both = (what: Beside, glue: string): Partial<ReadNode> => {
    const words = [...new Set([first[what], second[what]])].filter(Boolean).join(glue);
    return words ? { [what]: words } : {};
  };
  const people = peopleOf(first.people, second.people);
  const { form: _, ...plain } = first;
  return {
    ...plain,
    title: `${first.title}${glue}${second.title}`,
    end: Math.max(first.end, second.end),
    lead,
    assist: [...new Set([...first.assist, ...second.assist])].filter((name) => !lead.includes(name)),
    ...(!first.due && second.due && { due: second.due, ...(second.stated && { stated: second.stated }) }),
    ...(!first.span && second.span && { span: second.span }),
    ...(people && { people }),
    ...both('deliverable', '；'),
    ...both('issue', '；'),
    ...both('note', '\n'),
  };
}

function peopleOf(first: People = {}, second: People = {}): People | undefined {
  const named = [...new Set([...Object.keys(first), ...Object.keys(second)] as (keyof People)[])];
  if (named.length === 0) return undefined;
  const all = (who: keyof People): string => [...new Set([first[who], second[who]])].filter(Boolean).join('、');
  return Object.fromEntries(named.map((who) => [who, all(who)]));
}

function withDue(node: ReadNode, words: string, year: number | undefined): ReadNode {
  const { due: _, stated: __, ...plain } = node;
  if (!words) return plain;
  const read = readDeadline(words, year);
  return {
    ...plain,
    due: dueOf(read) ?? { kind: 'relative', words: words.slice(0, 400) },
    ...((read.start ?? read.end) && { stated: { start: read.start, end: read.end } }),
  };
}

/** Where the words say both days. */
export function statedSpan({ stated, kind }: ReadNode): Span | undefined {
  const end: Day | null | undefined = stated?.end;
  if (!end || kind === 'section') return undefined;
  if (kind === 'milestone') return { start: end, end };
  return stated?.start && stated.start <= end ? { start: stated.start, end } : undefined;
}

function onDays(node: ReadNode): ReadNode {
  const span = node.span ? undefined : statedSpan(node);
  return span ? { ...node, span } : node;
}

function takenIn(reading: Reading, line: number): Reading | undefined {
  const found = reading.rest.findIndex((each) => each.line === line);
  const words = reading.rest[found]?.text.trim();
  if (!words) return undefined;
  const lines = linesOf(reading.nodes);
  const at = lines.findLastIndex((each) => each.node.line <= line);
  const depth = lines[at]?.depth ?? 0;
  const role = findRoles(words).at(-1);
  const said = role && role.start > 0 ? readRoles(words.slice(role.start, role.end)) : undefined;
  const start = startOf(reading.source, line);
  const node: ReadNode = {
    key: freshKey(lines, `in${line}`),
    kind: lines[at]?.node.kind ?? 'item',
    title: (said && role ? words.slice(0, role.start) : words).replace(/[\s。]+$/, ''),
    line,
    start,
    end: start + (reading.source.slice(start).split('\n')[0]?.length ?? 0),
    number: 0,
    marked: false,
    lead: said?.lead ?? [],
    assist: said?.assist ?? [],
    children: [],
  };
  return withLines(
    { ...reading, rest: reading.rest.filter((_, i) => i !== found) },
    cut(lines, at + 1, 0, { node, depth }),
  );
}

function startOf(source: string, line: number): number {
  let at = 0;
  for (let n = 1; n < line; n++) at = source.indexOf('\n', at) + 1;
  return at;
}

function ownText({ source }: Reading, start: number, end: number): string {
  return source.slice(start, end).split('\n')[0]!.trim();
}

function freshKey(lines: readonly Line[], near: string): string {
  const taken = new Set(lines.map(({ node }) => node.key));
  let n = 2;
  while (taken.has(`${near}-${n}`)) n++;
  return `${near}-${n}`;
}

function without<K extends Beside | 'people' | 'span'>(
  node: ReadNode,
  key: K,
  value: ReadNode[K] | undefined,
): ReadNode {
  const { [key]: _, ...rest } = node;
  return (value === undefined ? rest : { ...rest, [key]: value }) as ReadNode;
}
