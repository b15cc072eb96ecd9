// Every node as a task of Microsoft Project: outline, dates as people set them, links, baselines, notes. Elements in schema order.
import { numbering } from '../../model/numbering.ts';
import type { Day, Id, Link, LinkType, Node, Plan, Span } from '../../model/plan.ts';
import { progressOf } from '../../model/schedule.ts';
import { childrenOf, depthOf, inOrder } from '../../model/tree.ts';
import { WORDS } from '../../layout/words.ts';
import { legalXml } from '../clean.ts';
import type { ExportInput } from '../format.ts';
import { noteLines } from '../note.ts';
import { titleOf } from '../words.ts';
import { field, tag } from '../xml.ts';
import type { WorkCalendar } from './calendar.ts';

/** Project's Text1 … Text5, by which the file comes back without a difference. */
export const ATTRIBUTES = [
  { id: 188743731, name: 'Text1', alias: '挂图编号' },
  { id: 188743734, name: 'Text2', alias: '层级' },
  { id: 188743737, name: 'Text3', alias: '牵头部门' },
  { id: 188743740, name: 'Text4', alias: '配合部门' },
  { id: 188743743, name: 'Text5', alias: '目标/成果' },
] as const;

/** Project holds no longer name or text. */
const LONGEST = 255;
/** Baseline 0 to 10. */
const BASELINES = 11;

interface Setting {
  readonly plan: Plan;
  readonly notes: ExportInput['notes'];
  readonly shown: ReadonlyMap<Id, Span>;
  readonly uids: ReadonlyMap<Id, number>;
  readonly links: ReadonlyMap<Id, readonly Link[]>;
  readonly calendar: WorkCalendar;
}

export function tasksXml(
  { plan, notes }: ExportInput,
  shown: ReadonlyMap<Id, Span>,
  uids: ReadonlyMap<Id, number>,
  calendar: WorkCalendar,
): { readonly xml: readonly string[]; readonly shortened: number } {
  const links = new Map<Id, Link[]>();
  for (const link of [...plan.links.values()].sort((a, b) => (a.from < b.from ? -1 : 1)))
    if (uids.has(link.from)) links.set(link.to, [...(links.get(link.to) ?? []), link]);
  const setting = { plan, notes, shown, uids, links, calendar };
  const numbers = numbering(plan);
  const outline = new Map<Id, string>();
  const ids = inOrder(plan);
  const xml = ids.map((id) => taskXml(setting, id, numbers.get(id)?.label ?? '', outlineOf(plan, id, outline)));
  const shortened = ids.filter((id) => [...nameOf(plan.nodes.get(id)!)].length > LONGEST).length;
  return { xml: [rootXml(plan), ...xml], shortened };
}

export function startAt(day: Day): string {
  return `${day}T08:00:00`;
}

export function finishAt(day: Day): string {
  return `${day}T17:00:00`;
}

/** The task with number 0 that Project keeps for the project itself. */
function rootXml(plan: Plan): string {
  const name = short(titleOf(plan.meta));
  return tag('Task', {}, [
    field('UID', 0),
    field('ID', 0),
    field('Name', name),
    field('Type', 1),
    field('IsNull', 0),
    field('OutlineNumber', '0'),
    field('OutlineLevel', 0),
    field('Summary', 1),
  ]);
}

function taskXml(setting: Setting, id: Id, number: string, outline: string): string {
  const { plan, shown, uids, links, calendar } = setting;
  const node = plan.nodes.get(id)!;
  const span = shown.get(id);
  const milestone = node.kind === 'milestone';
  const summary = childrenOf(plan, id).length > 0;
  const uid = uids.get(id)!;
  const start = span && (milestone ? finishAt(span.end) : startAt(span.start));
  const finish = span && finishAt(span.end);
  const duration = milestone ? hours(0) : span && hours(calendar.count(span.start, span.end));
  const percent = progressOf(plan, id);
  return tag('Task', {}, [
    field('UID', uid),
    field('ID', uid),
    field('Name', short(nameOf(node))),
    field('Active', 1),
    // Days that people agreed on are not Project's to move.
    field('Manual', 1),
    field('Type', 1),
    field('IsNull', 0),
    field('WBS', number),
    field('OutlineNumber', outline),
    field('OutlineLevel', outline.split('.').length),
    field('Priority', 500),
    field('Start', start),
    field('Finish', finish),
    field('Duration', duration),
    field('ManualStart', start),
    field('ManualFinish', finish),
    field('ManualDuration', duration),
    field('DurationFormat', 7),
    field('Estimated', 0),
    field('Milestone', milestone ? 1 : 0),
    field('Summary', summary ? 1 : 0),
    field('PercentComplete', percent),
    // For programs that know no manual tasks: not earlier than the day that was set.
    field('ConstraintType', span && !summary ? 4 : 0),
    field('CalendarUID', -1),
    span && !summary ? field('ConstraintDate', start) : '',
    field('Notes', notesOf(setting, node)),
    ...(links.get(id) ?? []).map((link) => linkXml(link, uids)),
    ...attributesXml(plan, node),
    ...baselinesXml(plan, id, calendar),
  ]);
}

function hours(days: number): string {
  return `PT${days * 8}H0M0S`;
}

const TYPES: Readonly<Record<LinkType, number>> = { FF: 0, FS: 1, SF: 2, SS: 3 };
/** Tenths of minutes, in elapsed days: the lag of a plan counts calendar days. */
const DAY = 24 * 60 * 10;
const ELAPSED_DAYS = 8;

function linkXml({ from, type, lag }: Link, uids: ReadonlyMap<Id, number>): string {
  return tag('PredecessorLink', {}, [
    field('PredecessorUID', uids.get(from)),
    field('Type', TYPES[type]),
    field('CrossProject', 0),
    field('LinkLag', lag * DAY),
    field('LagFormat', ELAPSED_DAYS),
  ]);
}

function attributesXml(plan: Plan, node: Node): readonly string[] {
  const offices = (marks: Node['lead']): string =>
    [...marks.keys()].flatMap((office) => plan.offices.get(office)?.name ?? []).join('、');
  const values = [node.id, node.kind, offices(node.lead), offices(node.assist), node.deliverable?.trim() ?? ''];
  return values.flatMap((value, index) =>
    value === ''
      ? []
      : tag('ExtendedAttribute', {}, [field('FieldID', ATTRIBUTES[index]!.id), field('Value', short(value))]),
  );
}

/** 原定 dates, the oldest first. */
function baselinesXml(plan: Plan, id: Id, calendar: WorkCalendar): readonly string[] {
  const kept = [...plan.records.baseline].sort(([a, one], [b, other]) =>
    one.at === other.at ? (a < b ? -1 : 1) : one.at < other.at ? -1 : 1,
  );
  return kept.slice(0, BASELINES).flatMap(([, { spans }], number) => {
    const [start, end] = (spans[id] ?? '').split('/');
    if (!start || !end) return [];
    return tag('Baseline', {}, [
      field('Number', number),
      field('Start', startAt(start)),
      field('Finish', finishAt(end)),
      field('Duration', hours(calendar.count(start, end))),
      field('DurationFormat', 7),
    ]);
  });
}

function notesOf({ plan, notes }: Setting, node: Node): string {
  const note = notes.get(node.id);
  const name = nameOf(node);
  const deliverable = node.deliverable?.trim() ?? '';
  return [
    ...([...name].length > LONGEST ? [name] : []),
    ...([...deliverable].length > LONGEST ? [`目标/成果：${deliverable}`] : []),
    ...(note ? noteLines(note) : []),
    ...(node.issue?.trim() ? [`问题：${node.issue.trim()}`] : []),
    ...(node.status?.reason.trim() ? [`${WORDS.zh.lights[node.status.light]}：${node.status.reason.trim()}`] : []),
    ...(node.due && !plan.nodes.get(node.id)?.span ? [`时限：${node.due.words}`] : []),
  ].join('\n');
}

function nameOf(node: Node): string {
  return (
    legalXml(node.title)
      .replace(/\s*[\n\r]+\s*/g, ' ')
      .trim() || WORDS.zh.untitled
  );
}

function short(text: string): string {
  const chars = [...text];
  return chars.length > LONGEST ? `${chars.slice(0, LONGEST - 1).join('')}…` : text;
}

/** 1.2.3, counted by place. */
function outlineOf(plan: Plan, id: Id, known: Map<Id, string>): string {
  const parent = plan.tree.parent.get(id)!;
  const index = childrenOf(plan, parent).indexOf(id) + 1;
  const outline = depthOf(plan, id) === 0 ? String(index) : `${known.get(parent)!}.${index}`;
  known.set(id, outline);
  return outline;
}
