// What a cell says: as it is shown and read out, as its editor begins, and as it goes to a spreadsheet or the row below. Pure.
import { calendarOf } from '../../../shared/model/almanac.ts';
import { workingDaysBetween } from '../../../shared/model/calendar.ts';
import type { Id, Node, Plan } from '../../../shared/model/plan.ts';
import { progressOf } from '../../../shared/model/schedule.ts';
import { ancestors } from '../../../shared/model/tree.ts';
import { dayLabel, leadNames, spanLabel } from '../../../shared/layout/label.ts';
import type { FillColumn } from '../../commands/filling.ts';
import type { ColumnName } from '../../state/sheet.ts';
import { isEditable } from './columns.ts';
import type { Facts } from './columns.ts';
import { quarterLines, quarterPoints } from './quarters.ts';
import { endText } from './when.ts';
import { deviationOf, signed } from '../../../shared/model/deviations.ts';
import { networkOf } from '../../state/derived.ts';
import { lightWord } from '../../i18n/light-word.ts';

export function cellText(facts: Facts, node: Node, column: ColumnName): string {
  const { plan, spans, lang, t } = facts;
  const span = spans.get(node.id);
  switch (column) {
    case 'mark':
      return facts.numbers.get(node.id)?.label ?? '';
    case 'title':
      return node.title;
    case 'item':
      return itemOf(plan, node.id)?.title ?? '';
    case 'chief':
    case 'duty':
      return node.people?.[column] ?? '';
    case 'lead':
    case 'assist':
      return officeNames(plan, node[column]).join('、');
    case 'start':
      return span && node.kind !== 'milestone' ? dayLabel(span.start, plan.meta.year) : '';
    case 'end':
      if (!span) return node.due?.words ?? '';
      return spanLabel({ ...span, start: span.end }, lang, plan.meta.year);
    case 'days': {
      if (!span || node.kind === 'milestone') return '';
      const days = workingDaysBetween(span, calendarOf(plan));
      return days === undefined ? '—' : String(days);
    }
    case 'quarters':
      return quarterPoints(plan, node.id)
        .map((point) => point.text)
        .join('；');
    case 'progress': {
      const progress = progressOf(plan, node.id);
      return progress === undefined ? '' : `${progress}%`;
    }
    case 'light':
      return lightWord(t, plan, facts.lights.get(node.id) ?? 'todo');
    case 'deliverable':
    case 'issue':
      return node[column] ?? '';
    case 'slack': {
      const slack = networkOf(plan).slack.get(node.id);
      return slack === undefined ? '' : String(slack);
    }
    case 'deviation': {
      const moved = facts.baseline && deviationOf(plan, facts.baseline, node.id);
      return moved ? signed(moved.days) || '0' : '';
    }
    case 'note':
      return node.noted ? t('list.noted') : '';
  }
}

/** What the editor of a cell begins with: as exactly as it is kept. */
export function cellSource({ plan, today, lang }: Facts, node: Node, column: FillColumn): string {
  switch (column) {
    case 'quarters':
      return quarterLines(plan, node.id, plan.meta.year ?? Number(today.slice(0, 4)), lang);
    case 'title':
      return node.title;
    case 'start':
      return node.span?.start ?? '';
    case 'end':
      return endText(node.span, node.due);
    case 'progress':
      return node.progress === undefined ? '' : String(node.progress);
    case 'deliverable':
    case 'issue':
      return node[column] ?? '';
    case 'chief':
    case 'duty':
      return node.people?.[column] ?? '';
    // Picked from a list; what is typed only searches it.
    case 'lead':
    case 'assist':
    case 'light':
      return '';
  }
}

/** What a cell holds of its own, so that written into another it makes that one the same: fill down, and paste from here. */
export function cellOwn(facts: Facts, node: Node, column: ColumnName): string {
  if (!isEditable(node, column)) return cellText(facts, node, column);
  switch (column) {
    case 'lead':
    case 'assist':
      return cellText(facts, node, column);
    case 'quarters':
      return cellText(facts, node, column);
    case 'light':
      return node.status ? lightWord(facts.t, facts.plan, node.status.light) : '';
    default:
      return cellSource(facts, node, column);
  }
}

/** What a spreadsheet is given: whole days, which it takes for dates; of a heading what is rolled up. */
export function cellCopied(facts: Facts, node: Node, column: ColumnName): string {
  const span = facts.spans.get(node.id);
  if (column === 'start') return span && node.kind !== 'milestone' ? span.start : '';
  if (column === 'end' && span) return span.end;
  return cellText(facts, node, column);
}

/** The nearest item above, for who sees a clause without its heading. */
export function itemOf(plan: Plan, id: Id): Node | undefined {
  const above = ancestors(plan, id).map((each) => plan.nodes.get(each)!);
  return above.find(({ kind }) => kind === 'item');
}

/** Who leads a section or item: the offices below, for the heading's tooltip. */
export function groupLeads(plan: Plan, id: Id): string {
  return leadNames(plan, id).join('、');
}

function officeNames(plan: Plan, marks: ReadonlyMap<Id, string>): readonly string[] {
  return [...marks.keys()].flatMap((id) => plan.offices.get(id)?.name ?? []);
}
