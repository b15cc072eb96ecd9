// The plan as Microsoft Project XML (MSPDI): calendar, tasks, resources and assignments, each element in the order the schema wants.
import type { Day, Id, Plan } from '../../model/plan.ts';
import { horizonOf, spans, todayFor } from '../../model/schedule.ts';
import { maxDay, minDay } from '../../model/day.ts';
import { inOrder } from '../../model/tree.ts';
import type { ExportInput, Made } from '../format.ts';
import type { Notice } from '../notices.ts';
import { titleOf } from '../words.ts';
import { XML, field, tag } from '../xml.ts';
import { calendarXml, workCalendar } from './calendar.ts';
import { ATTRIBUTES, finishAt, startAt, tasksXml } from './tasks.ts';

export function toMspdi(input: ExportInput): Made {
  const { plan } = input;
  const today = todayFor(plan, input.today);
  const shown = spans(plan);
  const range = rangeOf(plan, today, [...shown.values()]);
  const calendar = workCalendar(plan, range);
  const uids = new Map(inOrder(plan).map((id, index): [Id, number] => [id, index + 1]));
  const tasks = tasksXml({ ...input, today }, shown, uids, calendar);
  const offices = [...plan.offices.keys()];
  const resourceUid = new Map(offices.map((id, index): [Id, number] => [id, index + 1]));
  const title = titleOf(plan.meta);
  const xml = tag('Project', { xmlns: 'http://schemas.microsoft.com/project' }, [
    field('SaveVersion', 14),
    field('Name', `${title}.xml`),
    field('Title', title),
    field('CreationDate', startAt(today)),
    field('ScheduleFromStart', 1),
    field('StartDate', startAt(range.start)),
    field('FinishDate', finishAt(range.end)),
    field('CurrencyCode', 'CNY'),
    field('CalendarUID', 1),
    field('DefaultStartTime', '08:00:00'),
    field('DefaultFinishTime', '17:00:00'),
    field('MinutesPerDay', 480),
    field('MinutesPerWeek', 2400),
    field('DaysPerMonth', 20),
    field('DurationFormat', 7),
    field('HonorConstraints', 1),
    field('NewTasksEstimated', 0),
    field('WeekStartDay', 1),
    field('NewTasksAreManual', 1),
    tag(
      'ExtendedAttributes',
      {},
      ATTRIBUTES.map(({ id, name, alias }) =>
        tag('ExtendedAttribute', {}, [field('FieldID', id), field('FieldName', name), field('Alias', alias)]),
      ),
    ),
    tag('Calendars', {}, calendarXml(calendar)),
    tag('Tasks', {}, tasks.xml),
    tag(
      'Resources',
      {},
      offices.map((id) => resourceXml(plan, id, resourceUid.get(id)!)),
    ),
    tag('Assignments', {}, assignmentsXml(plan, uids, resourceUid)),
  ]);
  const notices: Notice[] = [];
  if (tasks.shortened > 0) notices.push({ code: 'shortened', detail: String(tasks.shortened) });
  if (calendar.unknown.length > 0) notices.push({ code: 'no-holidays', detail: calendar.unknown.join('、') });
  return { file: `${XML}${xml}\n`, notices };
}

function rangeOf(plan: Plan, today: Day, all: readonly { readonly start: Day; readonly end: Day }[]) {
  const { start, end } = horizonOf(plan, today);
  return {
    start: all.reduce((least, span) => minDay(least, span.start), start),
    end: all.reduce((most, span) => maxDay(most, span.end), end),
  };
}

function resourceXml(plan: Plan, id: Id, uid: number): string {
  const { name, aliases } = plan.offices.get(id)!;
  return tag('Resource', {}, [
    field('UID', uid),
    field('ID', uid),
    field('Name', name),
    field('Type', 1),
    field('IsNull', 0),
    field('Initials', [...name].slice(0, 2).join('')),
    field('Group', aliases.join('、')),
    field('MaxUnits', '1.00'),
    field('CalendarUID', 1),
  ]);
}

/** Leads with all their time, assisting offices with none: Project knows no other difference. The words stand in Text3 and Text4. */
function assignmentsXml(
  plan: Plan,
  uids: ReadonlyMap<Id, number>,
  resources: ReadonlyMap<Id, number>,
): readonly string[] {
  let uid = 0;
  return inOrder(plan).flatMap((id) => {
    const { lead, assist } = plan.nodes.get(id)!;
    const all = [
      ...[...lead.keys()].map((office) => [office, 1] as const),
      ...[...assist.keys()].map((office) => [office, 0] as const),
    ];
    return all.flatMap(([office, units]) => {
      const resource = resources.get(office);
      if (resource === undefined) return [];
      return tag('Assignment', {}, [
        field('UID', ++uid),
        field('TaskUID', uids.get(id)),
        field('ResourceUID', resource),
        field('Units', `${units}.00`),
      ]);
    });
  });
}
