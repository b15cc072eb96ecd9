// The columns of the list: their order and widths, what each shows of a node as text, and what its editor begins with.
import { workingDaysBetween } from '../../../shared/model/calendar.ts';
import type { Day, Id, Light, Node, Plan, Span } from '../../../shared/model/plan.ts';
import { progressOf } from '../../../shared/model/schedule.ts';
import type { Numbered } from '../../../shared/model/numbering.ts';
import { dayLabel, leadNames, spanLabel } from '../../../shared/layout/label.ts';
import type { FillColumn } from '../../commands/fill.ts';
import type { Lang, T } from '../../i18n/t.ts';

export type ColumnName = 'mark' | FillColumn | 'days' | 'note';

export interface Column {
  readonly name: ColumnName;
  readonly width: number;
}

/** In order; the first two stay in sight, the title takes what is left over. */
export const COLUMNS: readonly Column[] = [
  { name: 'mark', width: 76 },
  { name: 'title', width: 300 },
  { name: 'lead', width: 132 },
  { name: 'assist', width: 92 },
  { name: 'start', width: 76 },
  { name: 'end', width: 76 },
  { name: 'days', width: 64 },
  { name: 'progress', width: 92 },
  { name: 'light', width: 96 },
  { name: 'deliverable', width: 150 },
  { name: 'note', width: 52 },
];

export const FROZEN = 2;

/** All columns for a stage of this width: at least their own width, the title wider where there is room. */
export function fitted(stage: number): readonly Column[] {
  const total = COLUMNS.reduce((sum, { width }) => sum + width, 0);
  const spare = Math.max(0, Math.floor(stage) - total);
  return spare === 0
    ? COLUMNS
    : COLUMNS.map((each) => (each.name === 'title' ? { ...each, width: each.width + spare } : each));
}

export interface Facts {
  readonly plan: Plan;
  readonly numbers: ReadonlyMap<Id, Numbered>;
  readonly spans: ReadonlyMap<Id, Span>;
  readonly lights: ReadonlyMap<Id, Light>;
  readonly today: Day;
  readonly lang: Lang;
  readonly t: T;
}

/** Sections and items gather what is below them; they stand as quiet headings between the work. */
export function isGroup(node: Pick<Node, 'kind'>): boolean {
  return node.kind === 'section' || node.kind === 'item';
}

/** What can be typed or picked there. Offices of a section or item follow from what is below. */
export function isEditable(node: Node, column: ColumnName): column is FillColumn {
  if (column === 'mark' || column === 'days' || column === 'note') return false;
  if (column === 'lead' || column === 'assist') return !isGroup(node);
  return !(column === 'deliverable' && node.kind === 'section');
}

/** As a person reads it, and as it is copied. */
export function cellText(facts: Facts, node: Node, column: ColumnName): string {
  const { plan, spans, lang, t } = facts;
  const span = spans.get(node.id);
  switch (column) {
    case 'mark':
      return facts.numbers.get(node.id)?.label ?? '';
    case 'title':
      return node.title;
    case 'lead':
      return isGroup(node) ? '' : officeNames(plan, node.lead).join('、');
    case 'assist':
      return isGroup(node) ? '' : officeNames(plan, node.assist).join('、');
    case 'start':
      return span && node.kind !== 'milestone' ? dayLabel(span.start, plan.meta.year) : '';
    case 'end':
      return span ? spanLabel({ ...span, start: span.end }, lang, plan.meta.year) : '';
    case 'days': {
      if (!span || node.kind === 'milestone') return '';
      const days = workingDaysBetween(span);
      return days === undefined ? '—' : String(days);
    }
    case 'progress': {
      const progress = progressOf(plan, node.id);
      return progress === undefined ? '' : `${progress}%`;
    }
    case 'light':
      return t(`light.${facts.lights.get(node.id) ?? 'todo'}`);
    case 'deliverable':
      return node.deliverable ?? '';
    case 'note':
      return node.noted ? t('list.noted') : '';
  }
}

/** What the editor of a cell begins with: as exactly as it is kept. */
export function cellSource(node: Node, column: FillColumn): string {
  switch (column) {
    case 'title':
      return node.title;
    case 'start':
      return node.span?.start ?? '';
    case 'end':
      return node.span?.end ?? '';
    case 'progress':
      return node.progress === undefined ? '' : String(node.progress);
    case 'deliverable':
      return node.deliverable ?? '';
    // Picked from a list; what is typed only searches it.
    case 'lead':
    case 'assist':
    case 'light':
      return '';
  }
}

/** Who leads a section or item: the offices below, for the heading's tooltip. */
export function groupLeads(plan: Plan, id: Id): string {
  return leadNames(plan, id).join('、');
}

function officeNames(plan: Plan, marks: ReadonlyMap<Id, string>): readonly string[] {
  return [...marks.keys()].flatMap((id) => plan.offices.get(id)?.name ?? []);
}
