// Microsoft Project's XML → topics with dates, links of the four types, lag, calendar exceptions and baselines.
import { addDays, diffDays, isDay } from '../../model/day.ts';
import type { Day, LinkType, Notice } from '../../model/plan.ts';
import type { ReadBaseline, ReadDoubt } from '../reading.ts';
import { ATTRIBUTES } from '../../export/project/tasks.ts';
import { readDeadline } from '../../yaodian/deadline.ts';
import { dueOf } from '../draft.ts';
import { Unreadable } from '../refusal.ts';
import { child, elements, textIn } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { ourFields, statusIn } from './ours.ts';
import { spanOf } from './topic.ts';
import type { Topic, Topics } from './topic.ts';

export interface Mspdi extends Topics {
  readonly notices: readonly Notice[];
  readonly baselines: readonly ReadBaseline[];
}

/** As Project calls those that hold a date. */
const CONSTRAINTS: Readonly<Record<number, string>> = {
  2: '必须开始于',
  3: '必须完成于',
  4: '不得早于…开始',
  5: '不得晚于…开始',
  6: '不得早于…完成',
  7: '不得晚于…完成',
};

const TYPES: readonly LinkType[] = ['FF', 'FS', 'SF', 'SS'];

export function mspdiTopics(root: XmlElement): Mspdi {
  if (root.name !== 'Project') throw new Unreadable('unknown-kind', root.name);
  const tasks = elements(child(root, 'Tasks'), 'Task').filter((task) => !flag(task, 'IsNull'));
  const minutes = Number(value(root, 'MinutesPerDay')) || 480;
  const assigned = assignments(root);
  const project = tasks.find((task) => value(task, 'OutlineLevel') === '0');
  const own = tasks.filter((task) => task !== project);
  const title =
    (project && value(project, 'Name')) || value(root, 'Title') || value(root, 'Name').replace(/\.(xml|mpp)$/i, '');
  const doubts: ReadDoubt[] = [];
  const left = (task: XmlElement, words: string): void =>
    void doubts.push({ line: 0, code: 'project-left', message: `${words}：${value(task, 'Name').slice(0, 24)}` });
  for (const task of own) {
    const type = Number(value(task, 'ConstraintType'));
    const constraint = CONSTRAINTS[type];
    const date = day(task, 'ConstraintDate');
    // Whoever types a date gets the constraint with it: then the date says it all.
    const said = [2, 4].includes(type) ? day(task, 'Start') : [3, 6].includes(type) ? day(task, 'Finish') : undefined;
    if (constraint && date && date !== said) left(task, `限制“${constraint} ${date}”没有读入，日期按排定的读入`);
    if (/^(0|false)$/i.test(value(task, 'Active'))) left(task, '停用的任务，照常读入');
  }
  const uids = new Set(own.map((task) => value(task, 'UID')));
  const links = own.flatMap((task) =>
    elements(task, 'PredecessorLink').flatMap((link) => {
      const type = TYPES[Number(value(link, 'Type') || 1)] ?? 'FS';
      const tenths = Number(value(link, 'LinkLag') || 0);
      // Formats from 4 on odd elapsed ones count whole days of 24 hours, the others working days.
      const elapsed = [4, 6, 8, 10, 12].includes(Number(value(link, 'LagFormat') || 7));
      // A lag in per cent of the work before it has no days of its own.
      const share = [19, 20, 51, 52].includes(Number(value(link, 'LagFormat')));
      if (share && tenths !== 0) left(task, `按百分比的时滞 ${tenths}%，按 0 天读入`);
      const lag = share ? 0 : Math.round(tenths / 10 / (elapsed ? 1_440 : minutes)) || 0;
      const from = value(link, 'PredecessorUID');
      return uids.has(from) ? [{ from: `p${from}`, to: `p${value(task, 'UID')}`, type, lag }] : [];
    }),
  );
  const preamble = project ? value(project, 'Notes') : '';
  return {
    title,
    ...(preamble && { preamble }),
    topics: nested(own, assigned),
    links,
    doubts,
    notices: noticesOf(root),
    baselines: baselinesOf(own, day(root, 'LastSaved') ?? day(root, 'CreationDate') ?? '1970-01-01'),
  };
}

function value(element: XmlElement | undefined, name: string): string {
  return textIn(child(element, name)).trim();
}

function flag(element: XmlElement, name: string): boolean {
  return /^(1|true)$/i.test(value(element, name));
}

function day(element: XmlElement, name: string): Day | undefined {
  const words = value(element, name).slice(0, 10);
  return isDay(words) ? words : undefined;
}

/** A finish at midnight is the end of the day before. */
function lastDay(element: XmlElement, name: string, start: Day | undefined): Day | undefined {
  const found = day(element, name);
  const midnight = value(element, name).slice(11, 19) === '00:00:00';
  return found && midnight && start !== undefined && found > start ? addDays(found, -1) : found;
}

/** Who is assigned to a task, by its UID. Equipment and cost are nobody. */
function assignments(root: XmlElement): ReadonlyMap<string, readonly string[]> {
  const names = new Map(
    elements(child(root, 'Resources'), 'Resource')
      .filter((each) => value(each, 'Type') !== '0')
      .map((each) => [value(each, 'UID'), value(each, 'Name')] as const),
  );
  const found = new Map<string, string[]>();
  for (const each of elements(child(root, 'Assignments'), 'Assignment')) {
    const name = names.get(value(each, 'ResourceUID'));
    const task = value(each, 'TaskUID');
    if (name && name.length <= 60) found.set(task, [...new Set([...(found.get(task) ?? []), name])]);
  }
  return found;
}

function nested(tasks: readonly XmlElement[], assigned: ReadonlyMap<string, readonly string[]>): readonly Topic[] {
  const roots: Growing[] = [];
  const open: { level: number; children: Growing[] }[] = [{ level: 0, children: roots }];
  for (const task of tasks) {
    const level = Math.min(50, Math.max(1, Number(value(task, 'OutlineLevel')) || 1));
    while (open.length > 1 && open.at(-1)!.level >= level) open.pop();
    const children: Growing[] = [];
    open.at(-1)!.children.push({ task, children });
    open.push({ level, children });
  }
  return roots.map((each) => topicOf(each, assigned));
}

interface Growing {
  readonly task: XmlElement;
  readonly children: Growing[];
}

function topicOf({ task, children }: Growing, assigned: ReadonlyMap<string, readonly string[]>): Topic {
  const uid = value(task, 'UID');
  const [start, milestone] = [day(task, 'Start'), flag(task, 'Milestone') && children.length === 0];
  const end = milestone ? day(task, 'Finish') : lastDay(task, 'Finish', start);
  const own = ourAttributes(task);
  const within = daysOf(children);
  // A summary's dates only sum up what is below it, unless a file of ours says others of a measure; a task not yet scheduled has none worth keeping.
  const sums =
    children.length > 0 &&
    !(/^(clause|task)$/.test(own.kind ?? '') && within !== undefined && (within.start !== start || within.end !== end));
  const span = sums || flag(task, 'IsNull') ? undefined : milestone ? end && { start: end, end } : spanOf(start, end);
  const progress = Number(value(task, 'PercentComplete') || NaN);
  const written = value(task, 'Notes');
  const ours = own.kind ? ourNotes(written, value(task, 'Name'), own.deliverable) : undefined;
  const note = ours ? ours.note : /<\w+[^<>]*>/.test(written) ? plain(written) : written;
  const [first, ...others] = assigned.get(uid) ?? [];
  return {
    key: `p${uid}`,
    title: ours?.title ?? value(task, 'Name'),
    ...(milestone && { kind: 'milestone' as const }),
    ...(note && { note }),
    ...(first && { lead: [first, ...others] }),
    ...(span && { span }),
    ...deadlineOf(task),
    ...((progress > 0 || (own.kind && progress === 0)) && progress <= 100 && !sums && { progress }),
    ...own,
    ...ours?.said,
    children: children.map((each) => topicOf(each, assigned)),
  };
}

/** What Project calls a deadline is one here: a day to be kept, and no bar. */
function deadlineOf(task: XmlElement): Pick<Topic, 'due'> {
  const [year, month, date] = (lastDay(task, 'Deadline', '0001-01-01') ?? '').split('-').map(Number);
  return year && month && date ? { due: { kind: 'by', words: `${year}年${month}月${date}日前` } } : {};
}

/** From the first to the last day of what hangs below. */
function daysOf(children: readonly Growing[]): { start: Day; end: Day } | undefined {
  const days = children.flatMap(({ task }) => {
    const start = day(task, 'Start');
    const end = lastDay(task, 'Finish', start);
    return start && end ? [start, end] : [];
  });
  return days.length > 0
    ? { start: days.reduce((a, b) => (a < b ? a : b)), end: days.reduce((a, b) => (a > b ? a : b)) }
    : undefined;
}

/** Text1 … Text5 of a file of ours. */
function ourAttributes(task: XmlElement): Partial<Topic> {
  const texts = new Map(
    elements(task, 'ExtendedAttribute').map((each) => [value(each, 'FieldID'), value(each, 'Value')]),
  );
  const [id, kind, lead, assist, deliverable] = ATTRIBUTES.map((each) => texts.get(String(each.id)));
  if (!id || !kind) return {};
  const fields: Readonly<Record<string, string | undefined>> = { id, kind, lead, assist, deliverable };
  return ourFields((key) => fields[key], true);
}

interface OurNotes {
  readonly title: string | undefined;
  readonly said: Partial<Topic>;
  readonly note: string;
}

/** What Project has no field for, or none long enough, stands in lines before and behind the note of a file of ours. */
function ourNotes(written: string, name: string, goal: string | undefined): OurNotes {
  const lines = written.split('\n');
  const cut = (short: string, whole = ''): boolean => short.endsWith('…') && whole.startsWith(short.slice(0, -1));
  const title = cut(name, lines[0]) ? lines.shift() : undefined;
  const whole = /^目标\/成果：(.+)$/.exec(lines[0] ?? '')?.[1];
  const deliverable = goal && cut(goal, whole) ? whole : undefined;
  if (deliverable) lines.shift();
  const last = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(lines.at(-1) ?? '') ?? undefined;
    if (found) lines.pop();
    return found;
  };
  const words = last(/^时限：(.{1,400})$/)?.[1];
  const due = words === undefined ? undefined : dueOf(readDeadline(words, undefined));
  const light = last(/^(未启动|推进中|已完成|滞后|暂缓)：(.+)$/);
  const status = light && statusIn(`${light[1]}（${light[2]}）`);
  const issue = last(/^问题：(.+)$/)?.[1];
  if (words !== undefined && !due) lines.push(`时限：${words}`);
  return {
    title,
    said: {
      ...(deliverable && { deliverable }),
      ...(due && { due }),
      ...(status && { status }),
      ...(issue && { issue }),
    },
    note: lines.join('\n'),
  };
}

function plain(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/p>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .trim();
}

/** When an exception holds: one period, or the same day of each year. Other recurrences are Project's own working week, not days off. */
function periodsOf(exception: XmlElement): readonly (readonly [XmlElement, Day, Day])[] {
  const period = child(exception, 'TimePeriod');
  const first = period && day(period, 'FromDate');
  const last = period && day(period, 'ToDate');
  if (!first || !last || last < first) return [];
  if (isYearly(exception)) {
    const [month, date] = [Number(value(exception, 'Month')) + 1, Number(value(exception, 'MonthDay'))];
    const within = `-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    const years = Math.min(50, Number(last.slice(0, 4)) - Number(first.slice(0, 4)));
    return Array.from({ length: years + 1 }, (_, n) => `${Number(first.slice(0, 4)) + n}${within}`)
      .filter((each) => isDay(each) && each >= first && each <= last)
      .map((each) => [exception, each, each]);
  }
  return diffDays(first, last) > 60 ? [] : [[exception, first, last]];
}

/** The same day of every year; a span of whole years, where other exceptions hold for days. */
function isYearly(exception: XmlElement): boolean {
  return value(exception, 'Type') === '2';
}

function yearsOf(exception: XmlElement): readonly number[] {
  return periodsOf(exception).map(([, , last]) => Number(last.slice(0, 4)));
}

/** Days off and worked weekends of the project's own calendar, by year. */
function noticesOf(root: XmlElement): readonly Notice[] {
  const uid = value(root, 'CalendarUID') || '1';
  const calendars = elements(child(root, 'Calendars'), 'Calendar');
  const own = calendars.find((each) => value(each, 'UID') === uid) ?? calendars[0];
  const modern = elements(child(own, 'Exceptions'), 'Exception');
  const old = elements(child(own, 'WeekDays'), 'WeekDay').filter((each) => value(each, 'DayType') === '0');
  const years = new Map<number, { off: [string, Day, Day][]; work: [string, Day][] }>();
  for (const [each, first, last] of (modern.length > 0 ? modern : old).flatMap(periodsOf)) {
    const year = Number(last.slice(0, 4));
    const name = (value(each, 'Name') || '例外').slice(0, 40);
    const kept = years.get(year) ?? { off: [], work: [] };
    years.set(year, kept);
    if (flag(each, 'DayWorking')) for (let at = first; at <= last; at = addDays(at, 1)) kept.work.push([name, at]);
    else kept.off.push([name, first, last]);
  }
  // A year of which only the recurring days are written was never entered: to take it for known would lose its other holidays.
  const entered = new Set((modern.length > 0 ? modern : old).flatMap((each) => (isYearly(each) ? [] : yearsOf(each))));
  const source = value(own, 'Name') || 'Project';
  return [...years]
    .filter(([year]) => entered.has(year))
    .sort(([a], [b]) => a - b)
    .map(([year, { off, work }]) => ({ year, source: `${source}`, off, work }));
}

/** Project says of no baseline when it was set; the day the file was saved is the last it can be. */
function baselinesOf(tasks: readonly XmlElement[], at: Day): readonly ReadBaseline[] {
  const found = new Map<number, Record<string, string>>();
  for (const task of tasks)
    for (const each of elements(task, 'Baseline')) {
      const number = Number(value(each, 'Number') || 0);
      const start = day(each, 'Start');
      const end = lastDay(each, 'Finish', start);
      if (!start || !end || end < start) continue;
      const spans = found.get(number) ?? {};
      spans[`p${value(task, 'UID')}`] = `${start}/${end}`;
      found.set(number, spans);
    }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([number, spans]) => ({
      name: number === 0 ? '原定' : `原定${number}`,
      at,
      by: 'Project',
      spans,
    }));
}
