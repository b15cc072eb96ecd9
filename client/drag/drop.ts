// What a drag on the Gantt means: what is held, where in time the hand is, and so which command letting go would run. Pure: days and plans, no px and no page.
import { addDays, addMonths, diffDays, fromNumber, toNumber } from '../../shared/model/day.ts';
import type { Day, Id, Node, Plan, Span } from '../../shared/model/plan.ts';
import { branch } from '../../shared/model/tree.ts';
import { snap } from '../../shared/layout/timescale.ts';
import type { Timescale, Zoom } from '../../shared/layout/timescale.ts';
import { applyChanges, isRefusal } from '../../shared/ops/change.ts';
import type { Outcome } from '../../shared/ops/change.ts';
import { clearSpan, link, resizeEnd, resizeStart, setSpan, shiftBranch, shiftBy } from '../../shared/ops/time.ts';
import { spansOf } from '../state/derived.ts';
import type { Held } from './sensors.ts';
import type { Drop } from './stage.tsx';

/** A point of time as days since 1970 with their fraction: it stays true when the chart is zoomed, scrolled or widened. */
export type Moment = number;

/** What of the Gantt is held. `from` is the moment the hand took hold. */
export type Grab =
  | {
      readonly does: 'shift';
      readonly node: Id;
      readonly ids: readonly Id[];
      readonly whole: boolean;
      readonly from: Moment;
    }
  | { readonly does: 'resize'; readonly node: Id; readonly edge: 'start' | 'end'; readonly from: Moment }
  /** Out of the tray: the hand holds the first day. */
  | { readonly does: 'date'; readonly node: Id }
  /** On the empty row of an undated node: from here to there. */
  | { readonly does: 'draw'; readonly node: Id; readonly from: Moment }
  /** From this end to an end of other work. */
  | { readonly does: 'link'; readonly node: Id; readonly side: Side };

export type Side = 'start' | 'end';

export interface Where {
  readonly over: 'days' | 'tray' | 'elsewhere';
  readonly moment: Moment;
  readonly zoom: Zoom;
  /** How many days the hand may be off a good boundary and still mean it; 0 for keys, for Alt, and where days are wide. */
  readonly magnet: number;
}

export function momentAt(scale: Pick<Timescale, 'from' | 'perDay'>, x: number): Moment {
  return toNumber(scale.from) + x / scale.perDay;
}

/** A hand is no more exact than about 3 px: where a day is narrower, ends of months and quarters draw it in. */
export function magnetOf(perDay: number): number {
  return perDay >= 3 ? 0 : Math.floor(3 / perDay);
}

/** What lies under the hand, if it can be dragged. With several selected, all of them move together. */
export function grabOf(plan: Plan, held: Held, from: Moment, selected: readonly Id[]): Grab | undefined {
  const node = plan.nodes.get(held.node);
  if (!node) return undefined;
  switch (held.part) {
    case 'bar':
    case 'milestone':
    case 'summary': {
      const ids = selected.includes(node.id) ? selected.filter((id) => plan.nodes.has(id)) : [node.id];
      return { does: 'shift', node: node.id, ids, whole: held.part === 'summary', from };
    }
    case 'start':
    case 'end':
      return node.span && node.kind !== 'milestone'
        ? { does: 'resize', node: node.id, edge: held.part, from }
        : undefined;
    case 'tray':
      return mayBeDated(plan, node) ? { does: 'date', node: node.id } : undefined;
    case 'row':
      return mayBeDated(plan, node) ? { does: 'draw', node: node.id, from } : undefined;
    case 'out-start':
    case 'out-end':
      return { does: 'link', node: node.id, side: held.part === 'out-end' ? 'end' : 'start' };
    default:
      return undefined;
  }
}

/** The command that letting go here would run; nothing when nothing would change. */
export function dropOf(plan: Plan, grab: Grab, where: Where): Drop | undefined {
  const drop = bareDrop(plan, grab, where);
  const after = drop && previewOf(plan, drop);
  if (!drop || !after) return undefined;
  const span = drop.command === 'time.clear-span' ? undefined : spansOf(after).get(grab.node);
  if (!span) return drop;
  const told = { ...drop, draft: { node: grab.node, span } };
  previews.set(told, { plan, after });
  return told;
}

function bareDrop(plan: Plan, grab: Grab, where: Where): Drop | undefined {
  const { moment, over } = where;
  if (over === 'tray')
    return grab.does === 'shift' && !grab.whole ? { command: 'time.clear-span', args: { ids: grab.ids } } : undefined;
  if (over !== 'days') return undefined;
  switch (grab.does) {
    case 'shift': {
      const span = spansOf(plan).get(grab.node);
      if (!span) return undefined;
      const days = drawn(span, Math.round(moment - grab.from), where);
      if (days === 0) return undefined;
      return grab.whole && grab.ids.length === 1
        ? { command: 'time.shift-branch', args: { id: grab.node, days } }
        : { command: 'time.shift', args: { ids: grab.ids, days } };
    }
    case 'resize': {
      const span = plan.nodes.get(grab.node)?.span;
      if (!span) return undefined;
      const day = near(addDays(span[grab.edge], Math.round(moment - grab.from)), grab.edge, where);
      return { command: grab.edge === 'start' ? 'time.resize-start' : 'time.resize-end', args: { id: grab.node, day } };
    }
    case 'date': {
      const start = near(fromNumber(Math.floor(moment)), 'start', where);
      const end = plan.nodes.get(grab.node)?.kind === 'milestone' ? start : usualEnd(start, where.zoom);
      return { command: 'time.set-span', args: { id: grab.node, span: { start, end } } };
    }
    case 'draw': {
      const [a, b] = [Math.floor(Math.min(grab.from, moment)), Math.floor(Math.max(grab.from, moment))];
      const start = near(fromNumber(a), 'start', where);
      const end = plan.nodes.get(grab.node)?.kind === 'milestone' ? start : near(fromNumber(b), 'end', where);
      return { command: 'time.set-span', args: { id: grab.node, span: { start, end } } };
    }
    case 'link':
      return undefined;
  }
}

/** From an end to an end decides the type; over nothing, or over itself, nothing would happen. */
export function linkDrop(
  grab: Extract<Grab, { does: 'link' }>,
  over: { readonly node: Id; readonly side: Side } | undefined,
): Drop | undefined {
  if (!over || over.node === grab.node) return undefined;
  const type = LINK_BY_ENDS[`${grab.side} ${over.side}`];
  return { command: 'time.link', args: { from: grab.node, to: over.node, type } };
}

const LINK_BY_ENDS = { 'end start': 'FS', 'start start': 'SS', 'end end': 'FF', 'start end': 'SF' } as const;

/** How long undated work is at first, by what the eye can judge at this zoom: two or four weeks, a month, a quarter, half a year. */
export function usualEnd(start: Day, zoom: Zoom): Day {
  switch (zoom) {
    case 'day':
      return addDays(start, 13);
    case 'week':
      return addDays(start, 27);
    case 'xun':
    case 'month':
      return addDays(addMonths(start, 1), -1);
    case 'quarter':
      return addDays(addMonths(start, 3), -1);
    case 'year':
      return addDays(addMonths(start, 6), -1);
  }
}

/** What the command would ask for, or why it cannot be: the very op that the command runs. */
export function outcomeOf(plan: Plan, drop: Drop): Outcome | undefined {
  if (!drop.args) return undefined;
  switch (drop.command) {
    case 'time.shift':
      return shiftBy(plan, drop.args);
    case 'time.shift-branch':
      return shiftBranch(plan, drop.args);
    case 'time.resize-start':
      return resizeStart(plan, drop.args);
    case 'time.resize-end':
      return resizeEnd(plan, drop.args);
    case 'time.set-span':
      return setSpan(plan, drop.args);
    case 'time.clear-span':
      return clearSpan(plan, { ids: drop.args.ids ?? [] });
    case 'time.link':
      return link(plan, drop.args);
    default:
      return undefined;
  }
}

/** The plan as it would be after the drop; nothing when the op refuses. Asked for by many, made once. */
export function previewOf(plan: Plan, drop: Drop): Plan | undefined {
  const known = previews.get(drop);
  if (known?.plan === plan) return known.after;
  const outcome = outcomeOf(plan, drop);
  const after = !outcome || isRefusal(outcome) ? undefined : applyChanges(plan, outcome);
  previews.set(drop, { plan, after });
  return after;
}

const previews = new WeakMap<Drop, { readonly plan: Plan; readonly after: Plan | undefined }>();

/** A section only ever spans what is below it. */
function mayBeDated(plan: Plan, node: Node): boolean {
  return node.kind !== 'section' && !node.span && !branch(plan, node.id).some((id) => plan.nodes.get(id)?.span);
}

function near(day: Day, edge: 'start' | 'end', { zoom, magnet }: Where): Day {
  const good = snap({ zoom }, day, edge);
  return Math.abs(diffDays(day, good)) <= magnet ? good : day;
}

/** A shift that lets the start, or else the end, fall on a good boundary near by. */
function drawn(span: Span, days: number, where: Where): number {
  const start = addDays(span.start, days);
  const end = addDays(span.end, days);
  const byStart = diffDays(start, near(start, 'start', where));
  return days + (byStart !== 0 ? byStart : diffDays(end, near(end, 'end', where)));
}
