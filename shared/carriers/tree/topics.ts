// An outline of topics, as mind maps and outliners keep it → a reading. Levels become kinds; what a file of ours says of a topic is believed.
import type { Kind } from '../../model/plan.ts';
import { ROOT } from '../../model/plan.ts';
import { mayHold } from '../../model/tree.ts';
import { readDeadline } from '../../yaodian/deadline.ts';
import { readMark } from '../../yaodian/marks.ts';
import { findRoles } from '../../yaodian/rolefind.ts';
import { readRoles } from '../../yaodian/roles.ts';
import { dueOf } from '../draft.ts';
import { NODES, NODE_DEPTH } from '../limits.ts';
import type { CarrierId, ReadDoubt, ReadLink, ReadNode, Reading } from '../reading.ts';
import { Unreadable } from '../refusal.ts';
import { grainOf } from '../table/grain.ts';
import { factFields, isOurFacts, openOf } from './ours.ts';
import type { Topic, Topics } from './topic.ts';

export function readTopics(
  carrier: CarrierId,
  { title, preamble = '', topics, links = [], doubts = [] }: Topics,
): Reading {
  const lines: string[] = [];
  let [count, at] = [0, 0];
  const found: ReadDoubt[] = [...doubts];
  const year = /((?:19|20|21)\d\d)/.exec(title)?.[1];
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
      const { text, lead, assist, facts } =
        topic.lead || topic.id || (topic.kind && topic.kind !== 'milestone')
          ? { text: words, lead: [], assist: [], facts: {} }
          : rolesIn(words);
      const mark = topic.kind || topic.id || topic.literal ? undefined : readMark(text);
      const {
        title: _,
        literal: _literal,
        note,
        children,
        key,
        lead: led = lead,
        assist: helped = assist,
        said,
        ...stated
      } = topic;
      const days = whenOf(kind, said ?? facts.said, year ? +year : undefined);
      const { said: __, lead: ___, assist: ____, ...more } = facts;
      return {
        ...more,
        ...days,
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

interface Told {
  readonly text: string;
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly facts: Partial<Topic>;
}

/** A role bracket at a topic's end says who; one of ours says more. */
function rolesIn(words: string): Told {
  const ours = factsIn(words);
  if (ours) return { ...ours, lead: ours.facts.lead ?? [], assist: ours.facts.assist ?? [] };
  const last = findRoles(words).at(-1);
  if (!last || last.start === 0 || /[^。；;，,\s]/.test(words.slice(last.end)))
    return { text: words, lead: [], assist: [], facts: {} };
  const { lead, assist, leaders, time } = readRoles(words.slice(last.start, last.end));
  const facts = {
    ...(leaders.length > 0 && { people: { chief: leaders.join('、').slice(0, 200) } }),
    ...(time && { said: { end: time } }),
  };
  return { text: words.slice(0, last.start).replace(/[\s。]+$/, ''), lead, assist, facts };
}

/** （牵头部门：甲；启动时间：3月1日；进展：40%）, as our Markdown closes a line with what is known of it. */
function factsIn(words: string): { text: string; facts: Partial<Topic> } | undefined {
  const open = openOf(words);
  const bracket = open > 0 && words.endsWith('）') ? words.slice(open + 1, -1) : '';
  if (!isOurFacts(bracket)) return undefined;
  return { text: words.slice(0, open).replace(/[\s。]+$/, ''), facts: factFields(bracket) };
}

/** What a line of ours says: both days a bar, an exact day alone its own, other words a deadline kept as words. */
function whenOf(
  kind: Kind,
  { start, end }: NonNullable<Topic['said']> = {},
  year: number | undefined,
): Pick<ReadNode, 'span' | 'due' | 'stated'> {
  if (!end) return {};
  const last = readDeadline(end, year);
  if (kind === 'milestone') return last.end ? { span: { start: last.end, end: last.end } } : {};
  const first = start ? readDeadline(start, year) : undefined;
  const from = first ? (first.start ?? first.end) : /^(?:\d{4}年)?\d{1,2}月\d{1,2}日$/.test(end) ? last.end : null;
  if (from && last.end && from <= last.end) {
    const grain = grainOf(end);
    return { span: { start: from, end: last.end, ...(grain && { grain }) } };
  }
  const due = dueOf(last);
  return due ? { due, stated: { start: last.start, end: last.end } } : {};
}
