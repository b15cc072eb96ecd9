// Which nodes are asked for: one filter for every face, for the export and for the address of the page. Knows no rows.
import { audit, waiverOf } from '../model/audit.ts';
import type { FindingCode } from '../model/finding.ts';
import { numbering } from '../model/numbering.ts';
import { ROOT } from '../model/plan.ts';
import type { Day, Id, Light, Node, Plan, Span } from '../model/plan.ts';
import { spans } from '../model/schedule.ts';
import { lights } from '../model/lights.ts';
import { ancestors, childrenOf } from '../model/tree.ts';
import { createWords } from './find.ts';

/** Every given condition must hold; of the values of one, any. */
export interface Filter {
  /** In the title, number, offices, people or deliverable; every word, upper and lower case alike; names also by pinyin initials. */
  readonly text?: string | undefined;
  /** Lead or assist. */
  readonly offices?: readonly Id[] | undefined;
  /** The section, and all below it. */
  readonly section?: Id | undefined;
  readonly lights?: readonly Light[] | undefined;
  /** What lights are measured against; needed with them. */
  readonly today?: Day | undefined;
  /** Work that has a day in it. */
  readonly period?: Span | undefined;
  /** Leaves without a date; a section only ever spans what is below it. */
  readonly undated?: boolean | undefined;
  /** What still lacks one of these. */
  readonly findings?: readonly FindingCode[] | undefined;
}

export function isActive({ text, offices, section, lights, period, undated, findings }: Filter): boolean {
  return !!(text?.trim() || offices?.length || section || lights?.length || period || undated || findings?.length);
}

/** Whether one node meets the filter. For many nodes, `matcher` does the common work once. */
export function matches(plan: Plan, node: Node, filter: Filter): boolean {
  return matcher(plan, filter)(node);
}

export function matcher(plan: Plan, filter: Filter): (node: Node) => boolean {
  const conditions = [...conditionsOf(plan, filter)];
  return (node) => conditions.every((holds) => holds(node));
}

type Condition = (node: Node) => boolean;

function* conditionsOf(plan: Plan, filter: Filter): Generator<Condition> {
  const { text, offices, section, period, undated, findings, today } = filter;
  if (offices?.length) yield ({ lead, assist }) => offices.some((office) => lead.has(office) || assist.has(office));
  if (section) yield ({ id }) => id === section || ancestors(plan, id).includes(section);
  if (filter.lights?.length && today !== undefined) {
    const lit = lights(plan, spans(plan), today);
    yield (node) => !gathers(plan, node) && filter.lights!.includes(lit.get(node.id) ?? 'todo');
  }
  const shown = period || undated ? spans(plan) : undefined;
  if (period)
    yield (node) => {
      const span = gathers(plan, node) ? undefined : shown!.get(node.id);
      return span !== undefined && span.start <= period.end && span.end >= period.start;
    };
  if (undated) yield ({ id, kind }) => kind !== 'section' && childrenOf(plan, id).length === 0 && !shown!.has(id);
  if (findings?.length) {
    const found = foundBy(plan);
    yield ({ id }) => findings.some((code) => found.get(code)?.has(id));
  }
  // The dearest comes last.
  const words = text?.trim() ? createWords(plan, text) : undefined;
  if (words) {
    const numbers = numbering(plan);
    yield (node) => words(node, numbers.get(node.id)?.label ?? '');
  }
}

/** A heading over others shows what they add up to; asked for by it, its parts are meant. */
function gathers(plan: Plan, { id, kind }: Node): boolean {
  return (kind === 'section' || kind === 'item') && childrenOf(plan, id).length > 0;
}

const audited = new WeakMap<Plan, ReadonlyMap<FindingCode, ReadonlySet<Id>>>();

function foundBy(plan: Plan): ReadonlyMap<FindingCode, ReadonlySet<Id>> {
  let known = audited.get(plan);
  if (!known) {
    const found = new Map<FindingCode, Set<Id>>();
    for (const finding of audit(plan)) {
      const { code, node } = finding;
      // What somebody answers for is not wanting.
      if (!waiverOf(plan, finding)) found.set(code, (found.get(code) ?? new Set()).add(node));
    }
    audited.set(plan, (known = found));
  }
  return known;
}

interface Hits {
  readonly filter: Filter;
  /** The nodes that are asked for, in no order. */
  readonly found: ReadonlySet<Id>;
  /** With all above them. */
  readonly shown: ReadonlySet<Id>;
}

const known = new WeakMap<Plan, Hits>();

/** What is asked for, and what must be shown for it. The same filter object is answered at once. */
export function hitsOf(plan: Plan, filter: Filter): Hits {
  const held = known.get(plan);
  if (held?.filter === filter) return held;
  const match = matcher(plan, filter);
  const found = new Set<Id>();
  const shown = new Set<Id>();
  const visit = (id: Id): boolean => {
    const node = plan.nodes.get(id);
    const hit = node !== undefined && match(node);
    if (hit) found.add(id);
    let below = false;
    for (const child of childrenOf(plan, id)) below = visit(child) || below;
    if (node && (hit || below)) shown.add(id);
    return hit || below;
  };
  visit(ROOT);
  const made = { filter, found, shown };
  known.set(plan, made);
  return made;
}
