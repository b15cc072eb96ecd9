// What a cell of a table says of a node: the list, the Gantt's table and their files read it here. Pure, in either language.
import { calendarOf } from '../model/almanac.ts';
import { workingDaysBetween } from '../model/calendar.ts';
import { deviationOf, keptShown, signed } from '../model/deviations.ts';
import { lights as lightsOf, rulesOf } from '../model/lights.ts';
import { numbering } from '../model/numbering.ts';
import type { Numbered } from '../model/numbering.ts';
import { networkOf } from '../model/network.ts';
import type { Baseline, Day, Id, Light, Node, Plan, Span } from '../model/plan.ts';
import { progressOf, spans as spansOf } from '../model/schedule.ts';
import { ancestors } from '../model/tree.ts';
import { dayLabel, spanLabel } from './label.ts';
import type { ColumnName } from './listing.ts';
import { LIST_WORDS } from './list-words.ts';
import { quarterPoints } from './quarter-points.ts';
import { WORDS } from './words.ts';
import type { Lang } from './words.ts';

/** What cells are made from. */
export interface CellFacts {
  readonly plan: Plan;
  readonly numbers: ReadonlyMap<Id, Numbered>;
  readonly spans: ReadonlyMap<Id, Span>;
  readonly lights: ReadonlyMap<Id, Light>;
  readonly today: Day;
  /** What deviations are counted from: one, and beside it perhaps a second. */
  readonly baselines: readonly Baseline[];
  readonly lang: Lang;
}

export function factsOf(plan: Plan, today: Day, lang: Lang, shown: readonly Id[]): CellFacts {
  const spans = spansOf(plan);
  const lights = lightsOf(plan, spans, today);
  return { plan, numbers: numbering(plan), spans, lights, today, lang, baselines: baselinesFor(plan, shown) };
}

/** Those that are shown, else the latest that was kept. */
export function baselinesFor({ records }: Pick<Plan, 'records'>, shown: readonly Id[]): readonly Baseline[] {
  const chosen = shown.flatMap((id) => records.baseline.get(id) ?? []);
  if (chosen.length > 0) return chosen.slice(0, 2);
  let last: Baseline | undefined;
  for (const each of records.baseline.values()) if (!last || each.at >= last.at) last = each;
  return last ? [last] : [];
}

export function cellText(facts: CellFacts, node: Node, column: ColumnName): string {
  const { plan, spans, lang } = facts;
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
      return lightWord(plan, facts.lights.get(node.id) ?? 'todo', lang);
    case 'deliverable':
    case 'issue':
      return node[column] ?? '';
    case 'slack': {
      const slack = networkOf(plan).slack.get(node.id);
      return slack === undefined ? '' : String(slack);
    }
    case 'was':
    case 'was2': {
      const was = keptIn(facts, column, node.id);
      return was ? spanLabel(was, lang, plan.meta.year) : '';
    }
    case 'deviation':
    case 'deviation2': {
      const baseline = facts.baselines[column === 'deviation' ? 0 : 1];
      const moved = baseline && deviationOf(plan, baseline, node.id);
      return moved ? signed(moved.days) || '0' : '';
    }
    case 'note':
      return node.noted ? LIST_WORDS[lang]['list.noted'] : '';
  }
}

/** 原定: where the first or the second of the baselines has it. */
export function keptIn({ plan, baselines }: CellFacts, column: 'was' | 'was2', id: Id): Span | undefined {
  const baseline = baselines[column === 'was' ? 0 : 1];
  return baseline && keptShown(plan, baseline).get(id);
}

/** The nearest item above, for who sees a clause without its heading. */
export function itemOf(plan: Plan, id: Id): Node | undefined {
  const above = ancestors(plan, id).map((each) => plan.nodes.get(each)!);
  return above.find(({ kind }) => kind === 'item');
}

/** Sections and items gather what is below them; they stand as quiet headings between the work. */
export function isGroup(node: Pick<Node, 'kind'>): boolean {
  return node.kind === 'section' || node.kind === 'item';
}

/** What a light is called: the bureau's own word where the chair gave one. */
export function lightWord(plan: Pick<Plan, 'records'>, light: Light, lang: Lang): string {
  return rulesOf(plan)?.names?.[light] ?? WORDS[lang].lights[light];
}

function officeNames(plan: Plan, marks: ReadonlyMap<Id, string>): readonly string[] {
  return [...marks.keys()].flatMap((id) => plan.offices.get(id)?.name ?? []);
}
