// A parsed text as a reading, and a reading as the JSON that `guatu import` prints: the two shapes say the same of every node.
import type { Outline } from '../model/plan.ts';
import { toJson, toOutline } from '../yaodian/draft.ts';
import type { Draft, DraftNode, ImportJson, Warning } from '../yaodian/draft.ts';
import { readDeadline } from '../yaodian/deadline.ts';
import { personsIn } from '../yaodian/names.ts';
import { readRoles } from '../yaodian/roles.ts';
import { flatten } from './reading.ts';
import type { CarrierId, ReadDoubt, ReadNode, Reading } from './reading.ts';

export function readingOf(carrier: CarrierId, draft: Draft, more: readonly ReadDoubt[] = []): Reading {
  const { children } = toOutline(draft);
  let count = 0;
  const node = (read: DraftNode, outline: Outline): ReadNode => {
    const { children: below = [], lead = [], assist = [], ...plain } = outline;
    const { deadline, roles } = read;
    const people = plain.people ?? (roles.leaders.length > 0 ? { chief: roles.leaders.join('、') } : undefined);
    const due = plain.due ?? dueOf(deadline);
    return {
      ...plain,
      key: `d${++count}`,
      line: read.line,
      start: read.start,
      end: read.end,
      number: read.number,
      marked: read.marked,
      lead,
      assist,
      ...(people && { people }),
      ...(due && { due }),
      ...(deadline && { stated: { start: deadline.start, end: deadline.end } }),
      children: read.children.map((each, i) => node(each, below[i]!)),
    };
  };
  return {
    carrier,
    title: draft.title,
    year: draft.year,
    preamble: draft.preamble,
    form: draft.form,
    source: draft.source,
    nodes: draft.children.map((each, i) => node(each, children[i]!)),
    doubts: [...more, ...draft.warnings],
    rest: draft.rest,
  };
}

/** Words that were not understood are no deadline; the source keeps them. */
export function dueOf(deadline: DraftNode['deadline']): ReadNode['due'] {
  if (!deadline || deadline.kind === 'unclear') return undefined;
  const words = deadline.raw.trim().slice(0, 400);
  return words ? { kind: deadline.kind, words } : undefined;
}

/** What `guatu import` prints of any carrier. A prose document prints what its text would. */
export function jsonOf(reading: Reading, draft: Draft | undefined): ImportJson {
  if (draft) return { ...toJson(draft), warnings: reading.doubts as readonly Warning[] };
  const { title, year, preamble, source, nodes, doubts, rest } = reading;
  const children = nodes.flatMap((node) => draftNodes(node, year));
  return toJson({
    source,
    title,
    year,
    preamble,
    form: undefined,
    children,
    warnings: doubts as readonly Warning[],
    rest,
  });
}

/** Tasks and milestones are measures of their item there, however deep they hang. */
function draftNodes(node: ReadNode, year: number | undefined): readonly DraftNode[] {
  const { kind, title, line, start, end, number, marked, lead, assist, people, due, span } = node;
  const words =
    due?.words ?? node.said ?? (span ? (span.start === span.end ? span.end : `${span.start}至${span.end}`) : undefined);
  const made: DraftNode = {
    kind: kind === 'section' || kind === 'item' ? kind : 'clause',
    title,
    line,
    start,
    end,
    number,
    marked,
    roles: { ...readRoles(''), lead, assist, leaders: persons(people), time: words },
    deadline: words === undefined ? null : deadlineOf(words, node, year),
    form: undefined,
    children: [],
  };
  if (kind === 'section') return [{ ...made, children: node.children.flatMap((child) => draftNodes(child, year)) }];
  if (kind !== 'item')
    return [made, ...flatten(node.children).flatMap((each) => draftNodes({ ...each, children: [] }, year))];
  const below = node.children.flatMap((child) => draftNodes(child, year));
  // With nothing but milestones below it, it is its own measure.
  const own = below.length > 0 && node.children.every((child) => child.kind === 'milestone');
  return [{ ...made, children: own ? [{ ...made, kind: 'clause' }, ...below] : below }];
}

function persons(people: ReadNode['people']): readonly string[] {
  return [...new Set([people?.chief, people?.duty, people?.contact].flatMap((who) => (who ? personsIn(who) : [])))];
}

function deadlineOf(words: string, { span }: ReadNode, year: number | undefined): DraftNode['deadline'] {
  const read = readDeadline(words, year);
  return span ? { ...read, start: span.start, end: span.end, kind: 'range' } : read;
}
