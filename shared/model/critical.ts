// Slack and the critical path of linked work, from the dates as they stand. A pure function of plan and calendar; draws nothing.
//
// The network is the dated work that has a link. It ends with the latest of its days; work before that end is critical when
// it cannot move later without moving that end. Slack is counted in working days; where the network touches a year whose
// holidays nobody has entered, in civil days. A lag is always civil days, as in official prose ("公示7日后").
import { isWorking } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { addDays, diffDays, maxDay } from './day.ts';
import type { Day, Id, Link, Plan, Span } from './plan.ts';
import { isBinned } from './tree.ts';

export interface Network {
  /** Of every node of the network: how many days it can move later; below 0 where a link already breaks. */
  readonly slack: ReadonlyMap<Id, number>;
  /** Of those that can move: the last day on which they may end. */
  readonly until: ReadonlyMap<Id, Day>;
  readonly unit: 'working' | 'civil';
  /** Nodes and links (`from>to`) without any slack. */
  readonly critical: ReadonlySet<Id>;
  readonly chains: ReadonlySet<string>;
}

export const NO_NETWORK: Network = {
  slack: new Map(),
  until: new Map(),
  unit: 'working',
  critical: new Set(),
  chains: new Set(),
};

type Dated = Pick<Plan, 'links' | 'tree' | 'nodes'>;

/** The links whose two ends stand in the plan and have dates. */
export function liveLinks(plan: Dated, shown: ReadonlyMap<Id, Span>): readonly (readonly [string, Link])[] {
  return [...plan.links].filter(([, { from, to }]) =>
    [from, to].every((id) => shown.has(id) && plan.nodes.has(id) && !isBinned(plan, id)),
  );
}

/** Predecessors before successors. Who stands in a circle (two people can close one at once) is left out. */
export function linkOrder(links: readonly Pick<Link, 'from' | 'to'>[]): readonly Id[] {
  const waits = new Map<Id, number>();
  const after = new Map<Id, Id[]>();
  for (const { from, to } of links) {
    waits.set(from, waits.get(from) ?? 0);
    waits.set(to, (waits.get(to) ?? 0) + 1);
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  const order = [...waits].flatMap(([id, count]) => (count === 0 ? [id] : []));
  for (const id of order)
    for (const to of after.get(id) ?? []) {
      const left = waits.get(to)! - 1;
      waits.set(to, left);
      if (left === 0) order.push(to);
    }
  return order;
}

export function network(plan: Dated, shown: ReadonlyMap<Id, Span>, calendar: Calendar): Network {
  const live = liveLinks(plan, shown);
  if (live.length === 0) return NO_NETWORK;
  const order = linkOrder(live.map(([, link]) => link));
  const linked = [...new Set(live.flatMap(([, { from, to }]) => [from, to]))].map((id) => shown.get(id)!);
  const end = linked.map((span) => span.end).reduce(maxDay);
  const steps = stepper(linked, calendar);
  const leaving = new Map<Id, (readonly [string, Link])[]>();
  for (const each of live) leaving.set(each[1].from, [...(leaving.get(each[1].from) ?? []), each]);

  const slack = new Map<Id, number>();
  const room = new Map<string, number>();
  for (const id of [...order].reverse()) {
    const span = shown.get(id)!;
    let least = steps.between(span.end, end);
    for (const [key, link] of leaving.get(id) ?? []) {
      const to = shown.get(link.to)!;
      const late = slack.get(link.to);
      // Its successor stands in a circle, which says nothing about days.
      if (late === undefined) continue;
      const limit = addDays(steps.on(link.type === 'FS' || link.type === 'SS' ? to.start : to.end, late), -gapOf(link));
      const can = steps.between(link.type === 'FS' || link.type === 'FF' ? span.end : span.start, limit);
      room.set(key, can);
      least = Math.min(least, can);
    }
    slack.set(id, least);
  }
  const critical = new Set([...slack].flatMap(([id, days]) => (days <= 0 ? [id] : [])));
  const chains = new Set(
    [...room].flatMap(([key, can]) => (can <= 0 && critical.has(key.slice(key.indexOf('>') + 1)) ? [key] : [])),
  );
  const until = new Map(
    [...slack].flatMap(([id, days]) => (days > 0 ? [[id, steps.on(shown.get(id)!.end, days)]] : [])),
  );
  return { slack, until, unit: steps.unit, critical, chains };
}

/** From the predecessor's day to the successor's: the lag, and one day more from an end to a start. */
export function gapOf(link: Pick<Link, 'type' | 'lag'>): number {
  return link.lag + (link.type === 'FS' ? 1 : 0);
}

interface Steps {
  readonly unit: Network['unit'];
  /** How many days that count lie after `a`, up to `b`; negative when b is before a. */
  between(a: Day, b: Day): number;
  /** The day this many counted days later. */
  on(day: Day, count: number): Day;
}

function stepper(spans: readonly Span[], calendar: Calendar): Steps {
  const known = spans.every(({ start, end }) => [start, end].every((day) => isWorking(day, calendar) !== undefined));
  if (!known) return { unit: 'civil', between: diffDays, on: addDays };
  const works = (day: Day): boolean => isWorking(day, calendar) ?? true;
  const between = (a: Day, b: Day): number => {
    if (b < a) return -between(b, a);
    let count = 0;
    for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) if (works(day)) count++;
    return count;
  };
  return {
    unit: 'working',
    between,
    on(day, count) {
      const step = Math.sign(count);
      let at = day;
      for (let left = Math.abs(count); left > 0;) {
        at = addDays(at, step);
        if (works(at)) left--;
      }
      return at;
    },
  };
}
