// What a drag on the Gantt means: what is held, where in time the hand is, and so which command letting go would run. Pure: days and plans, no px and no page.
import { calendarOf, termsOf } from '../../shared/model/almanac.ts';
import { addDays, addMonths, fromNumber, toNumber } from '../../shared/model/day.ts';
import type { Day, Id, Node, Plan } from '../../shared/model/plan.ts';
import { boundaryNear, lineOf } from '../../shared/layout/boundary.ts';
import type { Boundary } from '../../shared/layout/boundary.ts';
import type { Timescale, Zoom } from '../../shared/layout/timescale.ts';
import { followsChildren } from '../../shared/ops/time.ts';
import { spansOf } from '../state/derived.ts';
import { nearestShift } from './magnet.ts';
import type { Near } from './magnet.ts';
import { keepPreview, previewOf } from './preview.ts';
import type { Corner } from './pick.ts';
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
  /** A frame over the chart, from this corner; `before` stays picked. */
  | { readonly does: 'pick'; readonly node: Id; readonly from: Corner; readonly before: readonly Id[] }
  /** By its row in the table: to the lane of another office. */
  | { readonly does: 'lane'; readonly node: Id; readonly ids: readonly Id[] }
  /** A line across the chart, by its flag; `node` is the marker. */
  | { readonly does: 'marker'; readonly node: Id; readonly from: Moment }
  /** From this end to an end of other work. */
  | { readonly does: 'link'; readonly node: Id; readonly side: Side };

export type Side = 'start' | 'end';

export interface Where {
  readonly over: 'days' | 'tray' | 'elsewhere';
  readonly moment: Moment;
  readonly zoom: Zoom;
  /** From how many days away a good boundary draws the hand in; 0 with Alt. */
  readonly magnet: number;
}

export function momentAt(scale: Pick<Timescale, 'from' | 'perDay'>, x: number): Moment {
  return toNumber(scale.from) + x / scale.perDay;
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
  const bare = bareDrop(plan, grab, where);
  const after = bare && previewOf(plan, bare.drop);
  if (!bare || !after) return undefined;
  const { drop, drawn } = bare;
  const span = drop.command === 'time.clear-span' ? undefined : spansOf(after).get(grab.node);
  if (!span) return drop;
  const told = { ...drop, draft: { node: grab.node, span } };
  keepPreview(told, plan, after);
  if (drawn) boundaries.set(told, drawn);
  return told;
}

/** The boundary that drew this drop in: the end of a month, the first day of term … */
export function boundaryOf(drop: Drop): Boundary | undefined {
  return boundaries.get(drop);
}

const boundaries = new WeakMap<Drop, Boundary>();

interface Bare {
  readonly drop: Drop;
  readonly drawn?: Boundary | undefined;
}

function bareDrop(plan: Plan, grab: Grab, where: Where): Bare | undefined {
  const { moment, over } = where;
  if (over === 'tray')
    return grab.does === 'shift' && !grab.whole
      ? { drop: { command: 'time.clear-span', args: { ids: grab.ids } } }
      : undefined;
  if (over !== 'days') return undefined;
  const near: Near = (line, edge) =>
    boundaryNear(line, edge, where.zoom, where.magnet, { terms: termsOf(plan), calendar: calendarOf(plan) });
  const isMilestone = plan.nodes.get(grab.node)?.kind === 'milestone';
  switch (grab.does) {
    case 'shift': {
      const span = spansOf(plan).get(grab.node);
      if (!span) return undefined;
      const { days, drawn } = nearestShift(span, moment - grab.from, near);
      if (days === 0) return undefined;
      return grab.whole && grab.ids.length === 1
        ? { drop: { command: 'time.shift-branch', args: { id: grab.node, days } }, drawn }
        : { drop: { command: 'time.shift', args: { ids: grab.ids, days } }, drawn };
    }
    case 'resize': {
      const span = plan.nodes.get(grab.node)?.span;
      if (!span) return undefined;
      const { edge, from } = grab;
      const drawn = near(lineOf(span[edge], edge) + moment - from, edge);
      const args = { id: grab.node, day: drawn?.day ?? addDays(span[edge], Math.round(moment - from)) };
      return { drop: { command: edge === 'start' ? 'time.resize-start' : 'time.resize-end', args }, drawn };
    }
    case 'date': {
      // The hand holds the middle of the first day.
      const day = fromNumber(Math.floor(moment));
      const off = moment - 0.5 - toNumber(day);
      const drawn = isMilestone
        ? nearestShift({ start: day, end: day }, off, near).drawn
        : near(lineOf(day, 'start') + off, 'start');
      const start = drawn?.day ?? day;
      const end = isMilestone ? start : usualEnd(start, where.zoom);
      return { drop: { command: 'time.set-span', args: { id: grab.node, span: { start, end } } }, drawn };
    }
    case 'draw': {
      const [a, b] = [Math.min(grab.from, moment), Math.max(grab.from, moment)];
      const [first, last] = [near(a, 'start'), near(b, 'end')];
      const start = first?.day ?? fromNumber(Math.floor(a));
      const end = isMilestone ? start : (last?.day ?? fromNumber(Math.floor(b)));
      const span = { start, end: end < start ? start : end };
      // The edge in my hand is the one I want to hear of.
      const drawn = moment >= grab.from && !isMilestone ? last : first;
      return { drop: { command: 'time.set-span', args: { id: grab.node, span } }, drawn };
    }
    case 'link':
    case 'marker':
    case 'pick':
    case 'lane':
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

/**
 * What has no dates of its own yet. A section only ever spans what is below it, and an item with dated work does; a clause
 * has a time limit of its own whatever its nodes and tasks are dated, so it may be drawn beside their bracket.
 */
function mayBeDated(plan: Plan, node: Node): boolean {
  return node.kind !== 'section' && !node.span && !followsChildren(plan, node);
}
