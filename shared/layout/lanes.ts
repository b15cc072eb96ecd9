// The work in lanes: one lane for each lead office, quarter or light, its head a row of its own. Everything stands in exactly one lane.
import { numbering } from '../model/numbering.ts';
import { ROOT } from '../model/plan.ts';
import type { Day, Id, Light, Plan } from '../model/plan.ts';
import { ancestors, childrenOf } from '../model/tree.ts';
import { COLLECTIVE, LIGHT_ORDER, createLaneOf, laneLabel } from './lane.ts';
import type { GroupBy, LaneFacts } from './lane.ts';
import { hitsOf, isActive } from './filter.ts';
import { createRows, rowOf } from './rows.ts';
import type { Row, RowView } from './rows.ts';
import type { Lang } from './words.ts';

export interface Lane {
  readonly is: 'lane';
  /** Unlike any node's: `lane:lead:o1`. */
  readonly id: Id;
  readonly by: GroupBy;
  /** The office, `2019-3`, or the light; empty for what has none. */
  readonly value: string;
  readonly label: string;
  /** Works that stand in it, folded or not. */
  readonly count: number;
  /** The numbers of works that its office leads together with another, in whose lane they stand. */
  readonly also: readonly string[];
  readonly folded: boolean;
}

/** What stands in a line of the Gantt: never look a lane up among the nodes. */
export type AnyRow = Row | Lane;

export interface LaneView extends RowView {
  readonly by: GroupBy;
  readonly today: Day;
  readonly lang: Lang;
}

/** Sections and items are left out: what stands below them goes by the office, quarter or light of the work itself. */
export function lanes(plan: Plan, view: LaneView): readonly AnyRow[] {
  return arrange(plan, view, laneKeys(plan, view), alsoOf(plan, view.by));
}

interface Unit {
  readonly id: Id;
  readonly section: number;
}

/** The topmost works: a clause with all below it is one, so is an item nobody has divided. */
function unitsOf(plan: Plan): readonly Unit[] {
  const numbers = numbering(plan);
  const known = units.get(plan.tree);
  // The same numbers mean the same kinds.
  if (known?.numbers === numbers) return known.found;
  const found: Unit[] = [];
  const visit = (id: Id, section: number): void => {
    if (!plan.nodes.has(id)) return;
    if (isHeading(plan, id)) for (const child of childrenOf(plan, id)) visit(child, section);
    else found.push({ id, section });
  };
  childrenOf(plan, ROOT).forEach((id, index) => visit(id, index));
  units.set(plan.tree, { numbers, found });
  return found;
}

const units = new WeakMap<Plan['tree'], { readonly numbers: unknown; readonly found: readonly Unit[] }>();

/** The lane of each unit, in their order. */
function laneKeys(plan: Plan, { by, today }: LaneFacts): readonly string[] {
  const laneOf = createLaneOf(plan, { by, today });
  return unitsOf(plan).map(({ id }) => laneOf(id));
}

function arrange(plan: Plan, view: LaneView, keys: readonly string[], also: Also): readonly AnyRow[] {
  const shown = view.filter && isActive(view.filter) ? hitsOf(plan, view.filter).shown : undefined;
  const inside = new Map<string, Unit[]>();
  // With a filter, a lane without a hit would only be in the way.
  if (!shown) for (const value of also.keys()) inside.set(value, []);
  unitsOf(plan).forEach((unit, at) => {
    if (shown && !shown.has(unit.id)) return;
    const list = inside.get(keys[at]!);
    if (list) list.push(unit);
    else inside.set(keys[at]!, [unit]);
  });
  const found: AnyRow[] = [];
  for (const value of [...inside.keys()].sort(inOrder(plan, view.by))) {
    const members = inside.get(value)!;
    const id = laneId(view.by, value);
    const folded = view.folded.has(id) && !shown;
    const label = laneLabel(plan, view, value);
    found.push({
      is: 'lane',
      id,
      by: view.by,
      value,
      label,
      count: members.length,
      also: also.get(value) ?? [],
      folded,
    });
    if (folded) continue;
    for (const { id: unit, section } of members) {
      const put = (at: Id, depth: number): number => {
        const children = childrenOf(plan, at);
        const open = shown ? children.some((child) => shown.has(child)) : !view.folded.has(at);
        const row = rowOf(plan.nodes.get(at)!, depth, section, children.length > 0);
        found.push(row);
        let hidden = 0;
        for (const child of children)
          hidden += open && (!shown || shown.has(child)) ? put(child, depth + 1) : countOf(plan, child);
        row.hidden = hidden;
        row.folded = children.length > 0 && !open;
        return hidden;
      };
      put(unit, 1);
    }
  }
  return found;
}

function countOf(plan: Plan, id: Id): number {
  return childrenOf(plan, id).reduce((sum, child) => sum + countOf(plan, child), 1);
}

export const laneId = (by: GroupBy, value: string): Id => `lane:${by}:${value}`;

/** The head of the lane a work stands in; nothing of a heading that is left out. */
export function laneOf(plan: Plan, facts: LaneFacts, id: Id): Id | undefined {
  const way = [id, ...ancestors(plan, id)].reverse();
  const unit = way.find((each) => !isHeading(plan, each));
  return unit === undefined ? undefined : laneId(facts.by, createLaneOf(plan, facts)(unit));
}

function isHeading(plan: Plan, id: Id): boolean {
  const kind = plan.nodes.get(id)?.kind;
  return (kind === 'section' || kind === 'item') && childrenOf(plan, id).length > 0;
}

type Also = ReadonlyMap<string, readonly string[]>;

/** Who leads together with the first-named, by lane; every office that leads anything at all has its lane. */
function alsoOf(plan: Plan, by: GroupBy): Also {
  const also = new Map<string, string[]>();
  const numbers = numbering(plan);
  if (by !== 'lead') return also;
  for (const node of plan.nodes.values()) {
    if (!plan.tree.parent.has(node.id)) continue;
    let at = 0;
    for (const office of node.lead.keys()) {
      const known = plan.offices.get(office);
      const value = !known ? '' : known.collective ? COLLECTIVE : office;
      if (value !== '')
        also.set(value, [...(also.get(value) ?? []), ...(at > 0 ? [numbers.get(node.id)?.label ?? ''] : [])]);
      at++;
    }
  }
  return also;
}

function inOrder(plan: Plan, by: GroupBy): (a: string, b: string) => number {
  const orderOf = (value: string): string => {
    if (value === '') return '\uffff';
    if (by === 'light') return String(LIGHT_ORDER.indexOf(value as Light));
    if (by === 'quarter') return value;
    return value === COLLECTIVE ? '\ufffe' : (plan.offices.get(value)?.order ?? '\ufffd');
  };
  return (a, b) => {
    const [left, right] = [orderOf(a), orderOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

export interface MaybeLanes extends RowView {
  /** None: rows in their tree. */
  readonly by?: GroupBy | undefined;
  readonly today: Day;
  readonly lang: Lang;
}

/** Rows or lanes, the same array while nothing they show has changed. */
export function createLanes(): (plan: Plan, view: MaybeLanes) => readonly AnyRow[] {
  const rowsOf = createRows();
  let last: { readonly inputs: readonly unknown[]; readonly rows: readonly AnyRow[] } | undefined;
  return (plan, { by, today, ...view }) => {
    if (!by) return rowsOf(plan, view);
    const whole: LaneView = { ...view, by, today };
    const keys = laneKeys(plan, whole);
    const also = alsoOf(plan, by);
    const filtered = view.filter !== undefined && isActive(view.filter);
    const inputs = [
      plan.offices,
      plan.records.lights,
      numbering(plan),
      plan.tree,
      view.folded,
      by,
      view.lang,
      keys.join(),
      [...also.values()].join(),
    ];
    if (!filtered && last && inputs.every((input, at) => input === last!.inputs[at])) return last.rows;
    const rows = arrange(plan, whole, keys, also);
    last = filtered ? undefined : { inputs, rows };
    return rows;
  };
}

const heads = new WeakMap<readonly AnyRow[], readonly number[]>();

/** The lane a line belongs to, and where the next one begins. */
export function laneAt(
  rows: readonly AnyRow[],
  index: number,
): { readonly lane: Lane; readonly from: number; readonly to: number } | undefined {
  let starts = heads.get(rows);
  if (!starts) {
    starts = rows.flatMap((row, at) => (row.is === 'lane' ? [at] : []));
    heads.set(rows, starts);
  }
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= index) low = middle + 1;
    else high = middle;
  }
  const from = starts[low - 1];
  const lane = from === undefined ? undefined : rows[from];
  if (from === undefined || lane?.is !== 'lane') return undefined;
  return { lane, from, to: starts[low] ?? rows.length };
}
