// A plan written as an indented text, and a plan printed back the same way, so that a failed assertion shows two readable outlines.
import * as Y from 'yjs';
import { found } from '../../shared/doc/found.ts';
import { readPlan } from '../../shared/doc/read.ts';
import { BIN, ROOT } from '../../shared/model/plan.ts';
import type { Dice, Id, Kind, Meta, Outline, Plan } from '../../shared/model/plan.ts';
import { childrenOf } from '../../shared/model/tree.ts';

/** mulberry32: the same seed, the same numbers. */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const META: Meta = { title: '试排', year: 2019, sample: false, preamble: '' };

const BY_DEPTH: readonly Kind[] = ['section', 'item', 'clause', 'task', 'task'];

/**
 * One node per line, two spaces per level: `title`, `title 03-01..03-31`, `title @局基教科,局人事科`, `title 40%`,
 * `◆ title 05-20` for a milestone. Levels are section, item, clause, task.
 */
export function outlines(text: string, year = 2019): Outline[] {
  const lines = text.split('\n').filter((line) => line.trim());
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  let at = 0;
  const read = (depth: number): Outline[] => {
    const found: Outline[] = [];
    while (at < lines.length) {
      const line = lines[at]!;
      if ((line.search(/\S/) - indent) / 2 < depth) break;
      at++;
      const node = readLine(line.trim(), BY_DEPTH[depth] ?? 'task', year);
      const children = read(depth + 1);
      found.push(children.length > 0 ? { ...node, children } : node);
    }
    return found;
  };
  return read(0);
}

function readLine(line: string, usual: Kind, year: number): Outline {
  const [, diamond, rest] = /^(◆ )?(.*)$/.exec(line)!;
  const words = rest!.split(' ');
  let title = '';
  const node: { -readonly [K in keyof Outline]: Outline[K] } = { kind: diamond ? 'milestone' : usual, title: '' };
  for (const word of words) {
    const span = /^(\d\d-\d\d)(?:\.\.(\d\d-\d\d))?$/.exec(word);
    if (span) node.span = { start: `${year}-${span[1]}`, end: `${year}-${span[2] ?? span[1]}` };
    else if (word.startsWith('@')) node.lead = word.slice(1).split(',');
    else if (/^\d+%$/.test(word)) node.progress = parseInt(word, 10);
    else title += (title ? ' ' : '') + word;
  }
  node.title = title;
  return node;
}

export function docOf(text: string, seed = 1, meta: Partial<Meta> = {}): Y.Doc {
  const doc = new Y.Doc();
  found(doc, { meta: { ...META, ...meta }, outlines: outlines(text) }, diceOf(seed));
  return doc;
}

export function planOf(text: string, seed = 1, meta: Partial<Meta> = {}): Plan {
  return readPlan(docOf(text, seed, meta));
}

/** The outline of what is not binned; a binned branch follows under `回收站` when `bin` is asked for. */
export function show(plan: Plan, options: { bin?: boolean } = {}): string {
  const lines: string[] = [];
  const visit = (parent: Id, depth: number): void => {
    for (const id of childrenOf(plan, parent)) {
      lines.push('  '.repeat(depth) + showNode(plan, id));
      visit(id, depth + 1);
    }
  };
  visit(ROOT, 0);
  if (options.bin && childrenOf(plan, BIN).length > 0) {
    lines.push('回收站');
    visit(BIN, 1);
  }
  return lines.join('\n');
}

function showNode(plan: Plan, id: Id): string {
  const node = plan.nodes.get(id)!;
  const parts = [node.kind === 'milestone' ? `◆ ${node.title}` : node.title];
  if (node.span) {
    const { start, end } = node.span;
    parts.push(start === end ? start.slice(5) : `${start.slice(5)}..${end.slice(5)}`);
  }
  const names = [...node.lead.keys()].map((office) => plan.offices.get(office)?.name ?? office);
  if (names.length > 0) parts.push(`@${names.join(',')}`);
  if (node.progress !== undefined) parts.push(`${node.progress}%`);
  return parts.join(' ');
}

/** The id of the node with this title. Titles in a test plan are unique. */
export function idOf(plan: Plan, title: string): Id {
  for (const node of plan.nodes.values()) if (node.title === title) return node.id;
  throw new Error(`no node called ${title} in\n${show(plan, { bin: true })}`);
}
