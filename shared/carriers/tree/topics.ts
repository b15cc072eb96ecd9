// An outline of topics, as mind maps and outliners keep it → a reading. Levels become kinds; what a file of ours says of a topic is believed.
import type { Day, Due, Id, Kind, LinkType, People, Span, Status } from '../../model/plan.ts';
import { ROOT } from '../../model/plan.ts';
import { mayHold } from '../../model/tree.ts';
import { readMark } from '../../yaodian/marks.ts';
import { findRoles } from '../../yaodian/rolefind.ts';
import { readRoles } from '../../yaodian/roles.ts';
import { NODES, NODE_DEPTH } from '../limits.ts';
import type { CarrierId, ReadDoubt, ReadLink, ReadNode, Reading } from '../reading.ts';
import { Unreadable } from '../refusal.ts';

export interface Topic {
  readonly title: string;
  readonly note?: string;
  readonly children: readonly Topic[];
  /** The file's own name of this topic; links and baselines go by it. */
  readonly key?: string;
  readonly id?: Id;
  readonly kind?: Kind;
  readonly lead?: readonly string[];
  readonly assist?: readonly string[];
  readonly people?: People;
  readonly due?: Due;
  readonly span?: Span;
  readonly progress?: number;
  readonly status?: Status;
  readonly deliverable?: string;
}

export interface Topics {
  readonly title: string;
  readonly preamble?: string;
  readonly topics: readonly Topic[];
  readonly links?: readonly {
    readonly from: string;
    readonly to: string;
    readonly type: LinkType;
    readonly lag: number;
  }[];
  readonly doubts?: readonly ReadDoubt[];
}

export function readTopics(
  carrier: CarrierId,
  { title, preamble = '', topics, links = [], doubts = [] }: Topics,
): Reading {
  const lines: string[] = [];
  let [count, at] = [0, 0];
  const found: ReadDoubt[] = [...doubts];
  const deep = topics.some((topic) => topic.children.length > 0);
  const write = (line: string): { line: number; start: number; end: number } => {
    const start = at;
    lines.push(line);
    at += line.length + 1;
    return { line: lines.length, start, end: start + line.length };
  };
  if (title) write(title);
  if (preamble) for (const line of preamble.split('\n')) write(line);

  const visit = (list: readonly Topic[], above: Kind | typeof ROOT, depth: number): readonly ReadNode[] => {
    if (depth > NODE_DEPTH) throw new Unreadable('xml-deep', `> ${NODE_DEPTH}`);
    let number = 0;
    return list.map((topic): ReadNode => {
      if (++count > NODES) throw new Unreadable('too-large', `> ${NODES}`);
      const kind = topic.kind && mayHold(above, topic.kind) ? topic.kind : kindUnder(above, topic, deep);
      const words = topic.title.replace(/\s*\n\s*/g, ' ').trim();
      const place = write(`${'　'.repeat(depth)}${words}`);
      const { text, lead, assist } = topic.kind ? { text: words, lead: [], assist: [] } : rolesIn(words);
      const mark = topic.kind ? undefined : readMark(text);
      const { title: _, note, children, key, lead: led = lead, assist: helped = assist, ...stated } = topic;
      return {
        ...stated,
        key: key ?? `t${count}`,
        kind,
        title: mark && mark.raw.length < text.length ? text.slice(mark.raw.length) : text,
        ...place,
        number: mark?.number ?? (kind === 'section' || kind === 'item' ? ++number : 0),
        marked: mark !== undefined,
        lead: led,
        assist: helped,
        ...(note?.trim() && { note: note.trim() }),
        children: visit(children, kind, depth + 1),
      };
    });
  };
  const nodes = visit(topics, ROOT, title ? 1 : 0);
  const year = /((?:19|20|21)\d\d)/.exec(title)?.[1];
  if (nodes.length === 0) throw new Unreadable('nothing');
  if (!title) found.push({ line: 1, code: 'title-missing', message: '没有找到标题' });
  if (!year) found.push({ line: 1, code: 'year-missing', message: '没有找到年份' });
  const kept: readonly ReadLink[] = links;
  return {
    carrier,
    title,
    year: year ? +year : undefined,
    preamble,
    form: undefined,
    source: lines.join('\n'),
    nodes,
    doubts: found,
    rest: [],
    ...(kept.length > 0 && { links: kept }),
  };
}

/** The outermost level is sections only where something hangs below it. */
function kindUnder(above: Kind | typeof ROOT, topic: Topic, deep: boolean): Kind {
  const point = topic.span !== undefined && topic.span.start === topic.span.end && topic.kind === 'milestone';
  if (point) return 'milestone';
  switch (above) {
    case ROOT:
      return deep && (topic.children.length > 0 || (readMark(topic.title)?.style ?? '').startsWith('chinese'))
        ? 'section'
        : 'item';
    case 'section':
      return topic.children.some((child) => child.children.some((each) => each.children.length > 0)) &&
        !topic.kind &&
        topic.children.every((child) => child.children.length > 0) &&
        depthOf(topic) > 3
        ? 'section'
        : 'item';
    case 'item':
      return 'clause';
    default:
      return 'task';
  }
}

function depthOf(topic: Topic): number {
  return 1 + Math.max(0, ...topic.children.map(depthOf));
}

/** A role bracket at a topic's end says who. */
function rolesIn(words: string): { text: string; lead: readonly string[]; assist: readonly string[] } {
  const last = findRoles(words).at(-1);
  if (!last || last.start === 0 || /[^。；;，,\s]/.test(words.slice(last.end)))
    return { text: words, lead: [], assist: [] };
  const { lead, assist } = readRoles(words.slice(last.start, last.end));
  return { text: words.slice(0, last.start).replace(/[\s。]+$/, ''), lead, assist };
}

export function spanOf(start: Day | undefined, end: Day | undefined): Span | undefined {
  return start && end && start <= end ? { start, end } : undefined;
}
